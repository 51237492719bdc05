"""The sentence and the clause over a place, at every place of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences import clause_at, sentence_at

TEXT = (
    "　　同志们：今年要修渠，也要修路。大家问：“钱够不够？”够了！账上有1,200万元；"
    "8:30开会（在村里。）散会……\n\n二、把路修通  \n能不能修好?能。”完"
)

SENTENCES = (
    *("同志们：今年要修渠，也要修路。", "大家问：“钱够不够？”", "够了！", "账上有1,200万元；8:30开会（在村里。）"),
    *("散会……", "二、把路修通", "能不能修好?", "能。”", "完"),
)
CLAUSES = (
    *("同志们", "今年要修渠", "也要修路", "大家问", "“钱够不够？”", "够了", "账上有1,200万元", "8:30开会（在村里。）"),
    *("散会", "二、把路修通", "能不能修好", "能。”", "完"),
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_place_of_a_sentence_gives_the_sentence(sentence: str) -> None:
    start = TEXT.index(sentence)
    for offset in range(start, start + len(sentence)):
        span = sentence_at(TEXT, offset)
        assert TEXT[span.start : span.stop] == sentence


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_place_of_a_clause_gives_the_clause(clause: str) -> None:
    start = TEXT.index(clause)
    for offset in range(start, start + len(clause)):
        span = clause_at(TEXT, offset)
        assert TEXT[span.start : span.stop] == clause


def test_a_line_end_belongs_to_its_line() -> None:
    end = TEXT.index("\n", TEXT.index("二、"))
    span = sentence_at(TEXT, end)
    assert TEXT[span.start : span.stop] == "二、把路修通"


def test_an_empty_line_and_an_empty_text_give_an_empty_span() -> None:
    empty = TEXT.index("\n\n") + 1
    for unit in (sentence_at, clause_at):
        assert len(unit(TEXT, empty)) == len(unit("", 0)) == len(unit("　\n", 0)) == 0


@given(st.text("渠路，。！”（）\n 1:,", max_size=30), st.integers(0, 30))
def test_units_never_leave_the_line_and_nest(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    clause, sentence = clause_at(text, offset), sentence_at(text, offset)
    assert 0 <= sentence.start <= sentence.stop <= len(text)
    assert "\n" not in text[sentence.start : sentence.stop]
    if len(clause):
        assert sentence.start <= clause.start <= clause.stop <= sentence.stop
