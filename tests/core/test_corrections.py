"""Each verb on an outline, at the place where a reader would use it, and what the tree looks like then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from core.corrections import Outliner
from core.model import Change, Correction, Section, Span
from core.problem import Problem
from core.readers import build
from tests.core.outline import LONG, MORE

TEXT = (
    "在全镇大会上的讲话\n同志们：\n今天开个会。\n"
    f"一、修渠\n{LONG}\n（一）清淤\n{MORE}\n（二）衬砌要做得\n又快又好\n{LONG}\n"
    f"二、修路要先修桥，桥修好了再修路\n先看桥。{LONG}再看路。{MORE}\n"
    f"三、是谁在修\n{MORE}\n四、管护\n{LONG}\n"
    "同志们，让我们一起努力！"
)
Verb = Callable[[Outliner], Change]


class Reader:
    """Does one thing after the other to an outline, as the window would."""

    def __init__(self, text: str = TEXT) -> None:
        self.corrections: dict[str, Correction] = {}
        self._ids = count()
        self._read(text)

    def _read(self, text: str) -> None:
        self.document = build(text, None, self.corrections.values())

    @property
    def outliner(self) -> Outliner:
        return Outliner(self.document, self.corrections, lambda: f"c{next(self._ids)}", "2026-01-05T08:00:00Z")

    def do(self, verb: Verb) -> list[str]:
        for id, each in verb(self.outliner).corrections.items():
            self.corrections.pop(id, None)
            if each:
                self.corrections[id] = each
        self._read(self.document.text)
        return self.tree

    @property
    def tree(self) -> list[str]:
        nodes = [node for node in self.document.walk() if node.is_heading]
        return ["." * (node.level - 1) + node.label + node.title for node in nodes]

    def place(self, words: str, within: int = 0) -> int:
        return self.document.text.index(words) + within

    def section(self, words: str) -> Section:
        return next(each for each in self.document.walk() if each.is_heading and words in each.label + each.title)


FOUND = [
    "一、修渠",
    ".（一）清淤",
    ".（二）衬砌要做得\n又快又好",
    "二、修路要先修桥，桥修好了再修路",
    "三、是谁在修",
    "四、管护",
]


@pytest.fixture
def reader() -> Reader:
    made = Reader()
    assert made.tree == FOUND
    return made


@pytest.mark.parametrize("within", [0, 2, len("三、是谁在修")])
def test_the_heading_at_the_caret_is_none(reader: Reader, within: int) -> None:
    assert reader.do(lambda o: o.plain(reader.place("三、是谁在修", within))) == [*FOUND[:4], "四、管护"]
    assert [each.level for each in reader.corrections.values()] == [0]


def test_a_sentence_or_a_selection_becomes_a_heading(reader: Reader) -> None:
    at = reader.place("先看桥")
    assert reader.do(lambda o: o.heading(Span(at + 1, at + 1)))[4] == "先看桥"
    at = reader.place("再看路")
    tree = reader.do(lambda o: o.heading(Span(at - 0, at + 4)))
    assert tree[4:6] == ["先看桥", ".再看路"]
    made = list(reader.corrections.values())[-1]
    assert (made.quote, made.prefix, made.suffix[:3]) == ("再看路", TEXT[at - 32 : at], f"。{MORE[:2]}")


def test_a_line_with_a_mark_gets_the_level_of_its_series(reader: Reader) -> None:
    reader.do(lambda o: o.plain(reader.place("四、管护")))
    reader.do(lambda o: o.move(reader.section("三、是谁"), 1))
    assert reader.do(lambda o: o.heading(Span(reader.place("四、管护"), reader.place("四、管护"))))[-1] == ".四、管护"


def test_up_and_down_and_what_stands_below_comes_along(reader: Reader) -> None:
    reader.do(lambda o: o.move(reader.section("（二）"), 1))
    assert reader.tree[1:3] == [".（一）清淤", "..（二）衬砌要做得\n又快又好"]
    reader.do(lambda o: o.move(reader.section("（一）"), -1))
    assert reader.tree[:3] == ["一、修渠", "（一）清淤", ".（二）衬砌要做得\n又快又好"]
    reader.do(lambda o: o.move(reader.section("（一）"), 1))
    assert reader.tree[1:3] == [".（一）清淤", "..（二）衬砌要做得\n又快又好"]
    assert len(reader.corrections) == 2


def test_a_heading_begins_and_ends_where_the_caret_stands(reader: Reader) -> None:
    reader.do(lambda o: o.end(reader.place("，桥修好了")))
    assert reader.tree[3] == "二、修路要先修桥"
    reader.do(lambda o: o.end(reader.place("桥修好了", 4)))
    assert reader.tree[3] == "二、修路要先修桥，桥修好了"
    reader.do(lambda o: o.begin(reader.place("修路要")))
    assert reader.tree[3] == "修路要先修桥，桥修好了"
    reader.do(lambda o: o.begin(reader.place("二、修路")))
    assert reader.tree[3] == "二、修路要先修桥，桥修好了"
    assert len(reader.corrections) == 1


def test_a_heading_over_two_lines_is_cut_and_joined_again(reader: Reader) -> None:
    reader.do(lambda o: o.end(reader.place("\n又快又好")))
    assert reader.tree[2] == ".（二）衬砌要做得"
    reader.do(lambda o: o.join(reader.section("（二）")))
    assert reader.tree == FOUND


def test_two_headings_are_joined_and_one_is_split(reader: Reader) -> None:
    reader.do(lambda o: o.split(reader.place("桥修好了")))
    assert reader.tree[3:5] == ["二、修路要先修桥", "桥修好了再修路"]
    reader.do(lambda o: o.join(reader.section("二、")))
    assert reader.tree == FOUND


def test_what_was_put_right_is_as_it_was_found_again(reader: Reader) -> None:
    reader.do(lambda o: o.plain(reader.place("三、是谁")))
    assert reader.do(lambda o: o.reset(reader.place("三、是谁", 1))) == FOUND
    reader.do(lambda o: o.move(reader.section("二、"), 1))
    assert reader.do(lambda o: o.reset(reader.place("先看桥") - 1)) == FOUND
    assert reader.corrections == {}


REFUSED: list[tuple[str, Callable[[Reader, Outliner], Change]]] = [
    ("outline.none_here", lambda r, o: o.plain(r.place("今天开个会"))),
    ("outline.none_here", lambda r, o: o.begin(r.place("今天开个会"))),
    ("outline.none_here", lambda r, o: o.end(3)),
    ("outline.none_here", lambda r, o: o.move(o.above(3), 1)),
    ("outline.nothing_here", lambda r, o: o.heading(Span(r.place("\n同志们：", 4), r.place("\n同志们：", 5)))),
    ("outline.already", lambda r, o: o.heading(Span(r.place("四、管护"), r.place("四、管护")))),
    ("outline.top", lambda r, o: o.move(r.section("四、"), -1)),
    ("outline.nothing_above", lambda r, o: o.move(r.section("一、"), 1)),
    ("outline.nothing_above", lambda r, o: o.move(r.section("（一）"), 1)),
    ("outline.no_split", lambda r, o: o.split(r.place("四、管护"))),
    ("outline.not_corrected", lambda r, o: o.reset(r.place("四、管护"))),
]


@pytest.mark.parametrize(("key", "verb"), REFUSED)
def test_what_cannot_be_done_is_told(reader: Reader, key: str, verb: Callable[[Reader, Outliner], Change]) -> None:
    with pytest.raises(Problem) as problem:
        reader.do(lambda o: verb(reader, o))
    assert problem.value.key == key
    assert reader.tree == FOUND


def test_the_last_heading_of_a_text_has_nothing_to_be_joined_with() -> None:
    reader = Reader(f"一、修渠\n{LONG}\n二、修路\n{LONG}\n三、管护\n")
    with pytest.raises(Problem) as problem:
        reader.do(lambda o: o.join(reader.section("三、")))
    assert problem.value.key == "outline.nothing_after"


def test_the_place_in_the_tree_of_a_passage_without_a_heading_is_the_section_above(reader: Reader) -> None:
    assert reader.outliner.above(reader.place("先看桥")).label == "二、"
    assert reader.outliner.at(reader.place("二、修路")).label == "二、"


def test_a_long_sentence_is_a_heading_up_to_its_first_comma(reader: Reader) -> None:
    at = reader.place(LONG)
    assert len(LONG) > 80
    assert reader.do(lambda o: o.heading(Span(at + 30, at + 30)))[1] == LONG.partition("，")[0]


def test_a_correction_that_lost_its_passage_is_left_alone(reader: Reader) -> None:
    lost = Correction("lost", reader.document.digest, None, 2, "没有了")
    reader.corrections["lost"] = lost
    reader.do(lambda o: o.plain(reader.place("三、是谁")))
    assert reader.corrections["lost"] == replace(lost)
