"""Runs say for every character which spans are over it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from core.runs import Run, joined, runs

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 20), st.integers(0, 8))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([(2, 5)], [(2, 5, "a")]),
        ([(2, 5), (5, 7)], [(2, 5, "a"), (5, 7, "b")]),
        ([(0, 4), (2, 6)], [(0, 2, "a"), (2, 4, "ab"), (4, 6, "b")]),
        ([(3, 4), (0, 9)], [(0, 3, "b"), (3, 4, "ba"), (4, 9, "b")]),
        ([(0, 2), (0, 5)], [(0, 2, "ba"), (2, 5, "b")]),
        ([(1, 3), (1, 3)], [(1, 3, "ab")]),
        ([(1, 1), (2, 3)], [(2, 3, "b")]),
    ],
)
def test_spans_become_runs(given: list[tuple[int, int]], expected: list[tuple[int, int, str]]) -> None:
    marks = [(Span(*span), name) for span, name in zip(given, "abc", strict=False)]
    assert runs(marks) == [Run(start, stop, tuple(items)) for start, stop, items in expected]


@given(st.lists(spans, max_size=8))
def test_runs_agree_with_looking_at_every_character(given: list[Span]) -> None:
    order = sorted(range(len(given)), key=lambda i: (given[i].start, -given[i].stop, i))
    over = {
        place: items
        for place in range(30)
        if (items := tuple(i for i in order if given[i].start <= place < given[i].stop))
    }
    found = runs((span, i) for i, span in enumerate(given))
    assert {place: run.items for run in found for place in range(run.start, run.stop)} == over
    for left, right in pairwise(found):
        assert left.stop < right.start or (left.stop == right.start and left.items != right.items)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([Span(4, 6), Span(0, 2)], [Span(0, 2), Span(4, 6)]),
        ([Span(0, 4), Span(2, 3), Span(3, 7)], [Span(0, 7)]),
        ([Span(0, 2), Span(2, 4)], [Span(0, 2), Span(2, 4)]),
    ],
)
def test_passages_that_overlap_are_joined(given: list[Span], expected: list[Span]) -> None:
    assert joined(given) == expected
