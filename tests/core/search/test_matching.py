"""What questions of several parts find, and what conditions leave of it."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from core.folding import Fold
from core.library import Library
from core.marks import mark
from core.model import Change, Span, Tag
from core.readers import build
from core.search.matching import text_breaks
from core.search.rows import Row, rows
from core.search.search import Question, Search
from core.sentences import sentence_at
from tests.core.search.conftest import found, indexed

FIRST = """在修渠会议上的讲话
（2026年1月5日）
赵𫖯
同志们：
一、过去一年
今年修渠三里。渠道通了，大家说好！
账目公开了。渠边种了树。
二、今年怎么办
先修老渠，再修新渠。树要管好。
"""
SECOND = "关于种树的通知\n（2024年3月1日）\n种树十里，修渠一里。\n"


@pytest.fixture
def answers(library: Library):
    """Asks a library of two speeches with two marks; tells each hit with two characters on either side."""
    first = build(FIRST, Path("/speeches/2026/讲话/渠.txt"))
    second = build(SECOND, Path("/speeches/2024/通知/树.txt"))
    for each in (first, second):
        library.add(each)
    at = FIRST.index("渠道通了")
    one = mark(first, Span(at, at + 4), ["below"], "渠的事", id="m1", now=library.now())
    other = mark(first, Span(FIRST.index("树要"), FIRST.index("树要") + 2), ["work"], id="m2", now=library.now())
    tags = {"work": Tag("work", "工作", "#112233"), "below": Tag("below", "水利", "#112233", parent="work")}
    library.apply(Change({"m1": one, "m2": other}, tags))
    indexed(library)

    def ask(words: str, *scopes: str) -> list[str]:
        return [f"{row.left[-2:]}[{row.match}]{row.right[:2]}" for row in told(library, words, *scopes)]

    return ask


def told(library: Library, words: str, *scopes: str) -> list[Row]:
    with closing(Search(library)) as search:
        answer = search.ask(Question(words, scopes=scopes or ("text",)))
        return [row for entry, count in answer.counts() if count for row in rows(answer, entry)]


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ("渠 与 通知", ["树的[通知]\n（", "，修[渠]一里"]),
        ("修渠 非 通知", ["在[修渠]会议", "今年[修渠]三里"]),
        ("通知 或 账目", ["！\n[账目]公开", "树的[通知]\n（"]),
        ("老渠 NEAR/3 新渠", ["先修[老渠]，再", "再修[新渠]。树"]),
        ("老渠 NEAR/2 新渠", []),
        ("渠道 ~句 说好", ["里。[渠道]通了", "大家[说好]！\n"]),
        ("三里 ~句 说好", []),
        ("三里 ~段 说好", ["修渠[三里]。渠", "大家[说好]！\n"]),
        ("三里 ~段 账目", []),
        ("三里 ~节 账目", ["修渠[三里]。渠", "！\n[账目]公开"]),
        ("三里 ~节 老渠", []),
        ("三里 ~篇 老渠", ["修渠[三里]。渠", "先修[老渠]，再"]),
        ("三里 ~篇 通知", []),
        ("树 ~句 树", []),
        ("渠 year:2024", ["，修[渠]一里"]),
        ("树 year:2025-", ["种了[树]。\n", "渠。[树]要管"]),
        ("渠 folder:通知", ["，修[渠]一里"]),
        ("树 文件夹:2026/讲话", ["种了[树]。\n", "渠。[树]要管"]),
        ("树 in:今年怎么办", ["渠。[树]要管"]),
        ("树 非 in:今年怎么办", ["种了[树]。\n", "于种[树]的通", "\n种[树]十里"]),
        ("渠 tag:水利", ["里。[渠]道通"]),
        ("树 tag:工作", ["渠。[树]要管"]),
        ("渠 tag:工作/水利", ["里。[渠]道通"]),
        ("渠 (tag:工作 或 year:2024)", ["里。[渠]道通", "，修[渠]一里"]),
        ("tag:工作", ["里。[渠道通了]，大", "渠。[树要]管好"]),
        ("(账目 或 老渠) 与 (三里 或 无)", ["修渠[三里]。渠", "！\n[账目]公开", "先修[老渠]，再"]),
    ],
)
def test_a_question_finds(answers, question: str, hits: list[str]) -> None:
    assert answers(question) == hits


@pytest.mark.parametrize(
    ("question", "scopes", "hits"),
    [
        ("渠", ("titles",), ["在修[渠]会议"]),
        ("渠的", ("notes",), ["[渠的]事"]),
        ("水利", ("tags",), ["[水利]"]),
        ("树", ("titles", "notes"), ["于种[树]的通"]),
        ("渠 tag:工作", ("notes",), ["[渠]的事"]),
        ("渠 in:怎么办", ("notes",), []),
    ],
)
def test_titles_notes_and_tags_are_looked_through(answers, question: str, scopes: tuple[str, ...], hits) -> None:
    assert answers(question, *scopes) == hits


def test_a_row_tells_the_place_and_the_headings_above_it(library: Library) -> None:
    library.add(build(FIRST))
    (row,) = told(library, "老渠")
    assert FIRST[row.start : row.stop] == row.match == "老渠"
    assert row.left + row.match + row.right in FIRST
    assert row.section == ("二、今年怎么办",)


def test_sentences_are_those_of_the_reading_desk() -> None:
    text = "“好！”他说。再来？！）行\n　　下一段。”。又"
    breaks = [0, *text_breaks(text, "sentence"), len(text)]
    for start, stop in pairwise(breaks):
        if text[start:stop].strip():
            assert {sentence_at(text, at).start for at in range(start, stop) if text[at] not in "\n　"} == {
                start + len(text[start:stop]) - len(text[start:stop].lstrip())
            }


def test_labels_and_folders_are_conditions_and_what_was_taken_out_is_not_found(library: Library) -> None:
    for text in (FIRST, SECOND):
        library.add(build(text))
    facts = library.facts([row.digest for row in library.documents()])
    first, second = (next(d for d, each in facts.items() if word in each.title) for word in ("会议", "通知"))
    labelled = facts[second]._replace(labels=("重点", "农村"), folder="文件/2024")
    library.apply(Change(facts={second: labelled}))
    assert {row.document for row in told(library, "修渠 label:农村")} == {second}
    assert {row.document for row in told(library, "修渠 folder:文件/2024")} == {second}
    assert told(library, "修渠 label:农") == []
    library.apply(Change(facts={second: labelled._replace(out=True)}))
    assert {row.document for row in told(library, "修渠")} == {first}


QUESTIONS = (
    "渠",
    "修渠",
    "树",
    "里",
    "，",
    "今年 与 渠",
    "渠 非 通知",
    "渠 或 树",
    "树 ~句 渠",
    "修 ~段 里",
    "渠 NEAR/3 修",
)


@pytest.mark.parametrize("fold", [Fold(), Fold(True, True, True)])
def test_an_index_changes_no_answer(library: Library, fold: Fold) -> None:
    texts = [f"第{n}次会议\n{text}{'甲乙丙丁'[n % 4]}樹{n}\n" for n in range(40) for text in (FIRST, SECOND)]
    for text in texts:
        library.add(build(text))
    questions = [*QUESTIONS, *(f"({a}) {b}" for a in QUESTIONS for b in ("甲", "year:2024", "in:今年", "非 丙"))]

    def answers() -> list[list[tuple[str, int, int]]]:
        return [found(library, Question(each, fold)) for each in questions]

    before = answers()
    assert sum(map(len, before)) > 1000
    indexed(library)
    assert answers() == before
