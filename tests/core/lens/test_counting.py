"""What is counted as a word, and how often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lens.counting import Tally, is_word, list_of, pieces, stop_words, summed, tally, without, word_list
from core.model import Span


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("发展", True),
        ("渠", True),
        ("十四五", True),
        ("5G", True),
        ("5+2", True),
        ("R&D", True),
        ("PM2.5", True),
        ("XX", False),
        ("x", False),
        ("××", False),
        ("1,200亩", False),
        ("2020年", False),
        ("第3次", False),
        ("12.5%", False),
        ("3", False),
        ("，", False),
        ("\n", False),
        ("", False),
    ],
)
def test_what_is_a_word(token: str, word: bool) -> None:
    assert is_word(token) is word


def test_words_are_counted_and_placeholders_and_stops_are_not() -> None:
    assert tally(["修", "渠", "，", "XX", "修", "5G", "3亩"]) == Tally({"修": 2, "渠": 1, "5G": 1}, 4)


def test_a_word_list_has_counts_shares_and_parts() -> None:
    text, lengths = "修渠。修路。修渠。", [1, 1, 1] * 3
    rows = word_list(text, lengths, [Span(0, 3), Span(3, 9)])
    assert [tuple(row) for row in rows] == [
        ("修", 3, 500.0, 2),
        ("渠", 2, pytest.approx(333.33, abs=0.01), 2),
        ("路", 1, pytest.approx(166.67, abs=0.01), 1),
    ]


WORDS = st.lists(st.sampled_from(["修", "渠", "路", "桥"]), max_size=30)


@given(one=WORDS, other=WORDS)
def test_what_is_put_together_can_be_taken_apart(one: list[str], other: list[str]) -> None:
    both = summed([tally(one), tally(other)])
    assert both == tally(one + other)
    assert without(both, tally(one)) == tally(other)


def test_a_list_of_many_speeches_has_how_many_have_a_word() -> None:
    total, rows = list_of([tally(["修", "渠", "修"]), tally(["修"]), tally([])])
    assert total == 4
    assert [tuple(row) for row in rows] == [("修", 3, 750.0, 2), ("渠", 1, 250.0, 1)]
    assert list_of([]) == (0, [])


def test_pieces_make_up_the_text() -> None:
    assert list(pieces("修𫖯渠", [1, 1, 1])) == ["修", "𫖯", "渠"]


def test_everyday_words_are_words_each_once_and_say_little() -> None:
    assert {"的", "和", "推进", "工作"} <= stop_words()
    assert not {"河长", "项目", "疫情"} & stop_words()
    assert [word for word in stop_words() if not is_word(word)] == []
