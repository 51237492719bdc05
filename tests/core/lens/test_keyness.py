"""Keyness, checked against published figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lens.counting import Tally
from core.lens.keyness import keyness, log_likelihood, log_ratio


def test_log_likelihood_is_that_of_the_published_example() -> None:
    """52 times in 50,000 words and 57 in 75,000: +2.65, which is not significant (companion website of McEnery
    and Hardie, Corpus linguistics: method, theory and practice, 2012, reckoned by the log-likelihood wizard of
    Lancaster University)."""
    assert log_likelihood(52, 57, 50_000, 75_000) == pytest.approx(2.65, abs=0.005)


@pytest.mark.parametrize(("count", "other", "total", "other_total"), [(0, 0, 5, 5), (0, 0, 0, 0), (10, 20, 100, 200)])
def test_what_is_used_alike_has_no_log_likelihood(count: int, other: int, total: int, other_total: int) -> None:
    assert log_likelihood(count, other, total, other_total) == pytest.approx(0)


@pytest.mark.parametrize(("times", "ratio"), [(1, 0), (2, 1), (4, 2), (8, 3), (16, 4)])
def test_a_point_of_log_ratio_is_twice_as_often(times: int, ratio: int) -> None:
    """Hardie's reading of the log ratio; that 2 is four times, 3 eight times and 4 sixteen times as often is also
    told in the manual of WordSmith Tools 7."""
    assert log_ratio(10 * times, 10, 1000, 1000) == pytest.approx(ratio)
    assert log_ratio(10, 10 * times, 1000, 1000) == pytest.approx(-ratio)


def test_a_word_that_is_not_there_is_taken_for_half_a_word() -> None:
    assert log_ratio(8, 0, 1000, 1000) == pytest.approx(4)
    assert log_ratio(0, 8, 1000, 1000) == pytest.approx(-4)
    assert log_ratio(1, 1, 0, 5) == 0


def test_words_used_more_and_less_are_told_the_surest_first() -> None:
    here = Tally({"修渠": 30, "的": 50, "通水": 1, "会议": 2}, 1000)
    there = Tally({"修渠": 10, "的": 500, "会议": 400, "经济": 300}, 10_000)
    rows = {row.word: row for row in keyness(here, there)}
    assert list(rows) == sorted(rows, key=lambda word: -rows[word].log_likelihood)
    assert set(rows) == {"修渠", "会议", "经济"}
    assert rows["修渠"].log_ratio > 4 > 0 > rows["会议"].log_ratio
    assert (rows["经济"].times, rows["经济"].other_times) == (0, 300)
    assert (rows["修渠"].per_thousand, rows["修渠"].other_per_thousand) == (30, 1)


COUNT = st.integers(0, 50)


@given(COUNT, COUNT, COUNT, COUNT)
def test_log_likelihood_is_never_less_than_nothing(a: int, b: int, more: int, other_more: int) -> None:
    assert log_likelihood(a, b, a + more, b + other_more) >= -1e-9
