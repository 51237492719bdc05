"""Collocates, checked by published figures and by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lens.collocates import collocates, log_dice, places_together, whole_node


@pytest.mark.parametrize(
    ("together", "times", "other_times", "score"),
    [(8, 389, 230, 8.726204), (300, 300, 300, 14), (3, 3000, 3000, 4.034216), (6, 3000, 3000, 5.034216)],
)
def test_log_dice_is_that_of_the_published_examples(together: int, times: int, other_times: int, score: float) -> None:
    """The examples of a page on logDice by the Sugiura laboratory of Nagoya University, which goes by Rychlý (2008)."""
    assert log_dice(together, times, other_times) == pytest.approx(score, abs=1e-6)


TOKENS = [
    "修",
    "渠",
    "快",
    "，",
    "修",
    "渠",
    "要",
    "快",
    "。",
    "修",
    "路",
    "，",
    "渠",
    "通",
    "。",
    "渠",
    "XX",
    "修",
    "渠",
]


def test_words_near_a_word_are_counted_by_hand() -> None:
    rows = {row.word: row for row in collocates(TOKENS, "修", 1, least=1)}
    assert {word: (row.together, row.before, row.behind, row.times) for word, row in rows.items()} == {
        "渠": (3, 1, 3, 5),
        "快": (1, 1, 0, 2),
        "路": (1, 0, 1, 1),
    }
    assert rows["渠"].log_dice == pytest.approx(log_dice(3, 4, 5))


def test_a_window_of_nothing_is_the_sentence_and_never_more() -> None:
    rows = {row.word: row for row in collocates(TOKENS, "路", 0, least=1)}
    assert set(rows) == {"修", "渠", "通"}


def test_rare_company_is_left_out() -> None:
    assert [row.word for row in collocates(TOKENS, "修", 1)] == ["渠"]


def test_a_word_that_is_not_there_has_no_company() -> None:
    assert collocates(TOKENS, "桥", 5) == []
    assert collocates([], "桥", 5) == []


@given(st.lists(st.sampled_from(["修", "渠", "快", "。", "，"]), max_size=40), st.integers(0, 4))
def test_no_score_is_above_fourteen(tokens: list[str], window: int) -> None:
    rows = collocates(tokens, "修", window, least=1)
    assert all(row.log_dice <= 14 and row.together <= row.times for row in rows)


def test_sentences_with_both_words_are_found() -> None:
    text = "修渠要快。要修路！路要修，渠也要修。\n渠"
    assert [text[span.start : span.stop] for span in places_together(text, "渠", "修")] == ["修渠", "修，渠"]
    assert places_together("", "渠", "修") == []


@pytest.mark.parametrize(
    ("tokens", "node", "made"),
    [
        (["清溪", "渠", "通水"], "清溪渠", ["清溪渠", "通水"]),
        (["引", "清溪", "渠水"], "清溪渠", ["引", "清溪渠", "水"]),
        (["修渠"], "渠", ["修", "渠"]),
        (["修", "路"], "渠", ["修", "路"]),
        ([], "渠", []),
    ],
)
def test_a_word_of_the_reader_s_is_made_whole(tokens: list[str], node: str, made: list[str]) -> None:
    assert whole_node(tokens, "".join(tokens), node) == made
