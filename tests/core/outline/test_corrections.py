"""What a reader put right is kept to, and the rest of the tree is made anew around it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.model import Correction, Span
from core.outline import parse
from tests.core.outline import LONG, MORE, text_of
from tests.core.outline.test_invariants import TEXTS, hold

TEXT = (
    "在全镇大会上的讲话\n同志们：\n今天开个会。\n"
    f"一、修渠\n{LONG}\n（一）清淤\n{MORE}\n（二）衬砌\n{LONG}\n"
    f"二、修路\n{LONG}\n三、是谁在修\n{MORE}\n四、管护\n{LONG}\n"
    "同志们，让我们一起努力！"
)


def right(words: str, level: int, text: str = TEXT) -> Correction:
    """Some words of the text are a heading of a level."""
    start = text.index(words)
    return Correction(words, "d", Span(start, start + len(words)), level, words)


def tree(*corrections: Correction, text: str = TEXT) -> list[str]:
    nodes = [node for section in parse(text, (), corrections) for node in section.walk()]
    return ["." * (node.level - 1) + node.label + node.title for node in nodes if node.is_heading]


FOUND = ["一、修渠", ".（一）清淤", ".（二）衬砌", "二、修路", "三、是谁在修", "四、管护"]


def test_without_corrections_nothing_is_put_right() -> None:
    assert tree() == FOUND


def test_what_is_no_heading_is_left_out_and_its_children_go_to_the_one_before() -> None:
    assert tree(right("三、是谁在修", 0)) == [*FOUND[:4], "四、管护"]
    assert tree(right("一、修渠", 0), right("二、修路", 0), right("三、是谁在修", 0), right("四、管护", 0)) == [
        "（一）清淤",
        "（二）衬砌",
    ]


def test_what_is_a_heading_is_one_at_its_level_whatever_it_looks_like() -> None:
    opening = LONG[:12]
    text = TEXT.replace(LONG, f"{opening}。{LONG}", 1)
    assert tree(right(opening, 2, text), text=text) == ["一、修渠", f".{opening}", *FOUND[1:]]
    assert tree(right(opening, 1, text), text=text) == ["一、修渠", opening, *FOUND[1:]]


def test_what_stands_below_a_heading_moves_with_it() -> None:
    assert tree(right("二、修路", 2)) == [*FOUND[:3], ".二、修路", *FOUND[4:]]
    assert tree(right("一、修渠", 3)) == FOUND
    moved = tree(right("三、是谁在修", 2), right("一、修渠", 1))
    assert moved == [*FOUND[:4], ".三、是谁在修", "四、管护"]
    nested = tree(right("（一）清淤", 1))
    assert nested == ["一、修渠", "（一）清淤", ".（二）衬砌", *FOUND[3:]]


def test_a_heading_takes_the_place_of_those_it_overlaps() -> None:
    assert tree(right("修渠", 1)) == ["修渠", *FOUND[1:]]
    assert tree(right(f"（一）清淤\n{MORE}", 2)) == ["一、修渠", f".（一）清淤\n{MORE}", *FOUND[2:]]


def test_a_heading_ends_the_block_it_stands_in() -> None:
    sections = parse(TEXT, (), [right("让我们一起努力", 1)])
    kinds = [section.kind for section in sections]
    assert kinds[-2:] == ["closing", "part"]
    assert sections[-2].title == "同志们，"
    first = parse(TEXT, (), [right("在全镇大会上的讲话", 1)])[0]
    assert (first.kind, first.title) == ("part", "在全镇大会上的讲话")


def test_run_ins_are_put_right_one_by_one(seed_path: Path) -> None:
    text = text_of(seed_path)
    found = tree(text=text)
    words = next(each.lstrip(".") for each in found if each.startswith("..") and "、" not in each)
    rest = tree(right(words, 0, text), text=text)
    assert rest == [each for each in found if each.lstrip(".") != words]


def test_corrections_that_lie_outside_the_text_or_were_lost_do_nothing() -> None:
    lost = Correction("lost", "d", None, 1, "修渠")
    outside = Correction("outside", "d", Span(len(TEXT) - 1, len(TEXT) + 3), 1, "")
    assert tree(lost, outside, Correction("empty", "d", Span(3, 3), 2, "")) == FOUND


CORRECTIONS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(0, 7)), max_size=6)


@given(TEXTS, CORRECTIONS)
def test_whatever_is_put_right_the_outline_is_sound(text: str, places: list[tuple[int, int, int]]) -> None:
    made: list[Correction] = []
    for start, length, level in places:
        span = Span(start, min(len(text), start + length))
        words = text[span.start : span.stop]
        if words.strip() == words and words and not any(each.span and each.span.overlaps(span) for each in made):
            made.append(Correction(str(start), "d", span, level, words))
    sections = parse(text, (), made)
    hold(text, sections)
    headings = {node.heading for section in sections for node in section.walk() if node.is_heading}
    for each in made:
        assert each.span
        if each.level:
            assert each.span in headings
        else:
            assert not any(each.span.overlaps(heading) for heading in headings)
