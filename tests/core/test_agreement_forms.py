"""How far two readers agree, on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.library import Library
from core.marks import mark
from core.model import Annotation, Change, Span
from core.readers import read
from tests.core.test_cli import Call
from tests.core.test_cli import call as call
from tests.core.test_cli import speech as speech


@pytest.fixture
def marked(speech: Path, tmp_path: Path) -> Path:
    """A speech that two readers have marked, and a third one once."""
    document = read(speech)

    def made(quote: str, tag: str, creator: str) -> Annotation:
        start = document.text.index(quote)
        span = Span(start, start + len(quote))
        return mark(document, span, (tag,), id=f"{quote}{creator}", now="2026-01-05T08:30:00Z", creator=creator)

    with Library(tmp_path / "library.sqlite") as library:
        one, two = (tag.id for tag in list(library.tags().values())[:2])
        library.add(document)
        marks = [
            made("今天只讲修渠", one, "甲"),
            made("账目公开了", two, "甲"),
            made("今天只讲", one, "乙"),
            made("赵𫖯同志牵头", two, "乙"),
            replace(made("先把老渠补好", one, ""), note="记"),
        ]
        library.apply(Change({each.id: each for each in marks}))
    return speech


def test_the_table_has_a_row_for_all_marks_and_for_each_tag_used(call: Call, marked: Path) -> None:
    answer = call("agreement", marked, "--readers", "甲", "乙", "--language", "en")
    head, *rows = [line.split("\t") for line in answer.out.splitlines()]
    assert (answer.status, head[1], head[5]) == (0, "marks (甲)", "characters by 乙 only")
    assert [row[:6] for row in rows] == [
        ["all marks", "2", "2", "4", "7", "6"],
        ["金句", "1", "1", "4", "2", "0"],
        ["数据", "1", "1", "0", "5", "6"],
    ]
    assert all(float(cell) <= 1 for row in rows for cell in row[6:])


def test_the_same_for_programs(call: Call, marked: Path) -> None:
    found = json.loads(call("agreement", marked, "--json", "--readers", "甲", "乙").out)
    assert (found["readers"], found["chars"]) == (["甲", "乙"], len(read(marked).text))
    every, first, second = found["tags"]
    assert (every["tag"], first["tag"], first["both"], first["only"], first["marks"]) == (
        None,
        "金句",
        4,
        [2, 0],
        [1, 1],
    )
    assert first["kappa"] == pytest.approx(0.79, abs=0.02)
    assert second["kappa"] < 0


def test_who_is_not_named_is_who_marked_most(call: Call, marked: Path) -> None:
    assert json.loads(call("agreement", marked, "--json").out)["readers"] == ["乙", "甲"]
    assert json.loads(call("agreement", marked, "--json", "--readers", "", "乙").out)["readers"] == ["", "乙"]


@pytest.mark.parametrize(
    ("names", "said"), [(("甲", "丙"), "没有“丙”的批注。有批注的人：乙、甲"), ((), "都出自一个人")]
)
def test_where_there_are_no_two_it_is_said(
    call: Call, marked: Path, tmp_path: Path, names: tuple[str, ...], said: str
) -> None:
    if not names:
        with Library(tmp_path / "library.sqlite") as library:
            marks = library.annotations(read(marked).digest)
            library.apply(Change({id_: replace(each, creator="甲") for id_, each in marks.items()}))
    answer = call("agreement", marked, "--language", "zh", *(("--readers", *names) if names else ()))
    assert answer.status == 1
    assert said in answer.err
