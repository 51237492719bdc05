"""The tree of heights answers as adding them up one by one would."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from gui.heights import Heights

VALUES = st.lists(st.integers(0, 90), min_size=1, max_size=40)


def covers(values: list[int], y: int) -> int:
    """The paragraph over ``y``: the first whose lower edge lies below it, else the last."""
    return next((i for i, bottom in enumerate(accumulate(values)) if y < bottom), len(values) - 1)


@given(VALUES, st.lists(st.tuples(st.integers(0, 39), st.integers(0, 90)), max_size=20))
def test_tops_and_total_stay_true_while_heights_change(values: list[int], changes: list[tuple[int, int]]) -> None:
    heights = Heights(values)
    for at, height in changes:
        index = at % len(values)
        assert heights.set(index, height) == height - values[index]
        values[index] = height
    assert len(heights) == len(values)
    assert [heights[i] for i in range(len(values))] == values
    assert [heights.top(i) for i in range(len(values) + 1)] == [0, *accumulate(values)]
    assert heights.total == sum(values)


@given(VALUES)
def test_the_paragraph_at_a_height_is_the_one_that_covers_it(values: list[int]) -> None:
    heights = Heights(values)
    for y in range(-2, sum(values) + 3):
        assert heights.find(y) == (covers(values, y) if y >= 0 else 0)


def test_a_folded_paragraph_is_never_found() -> None:
    heights = Heights([0, 30, 0, 0, 20])
    assert {heights.find(y) for y in range(50)} == {1, 4}


def test_nothing_has_no_height() -> None:
    heights = Heights([])
    assert (len(heights), heights.total, heights.top(0)) == (0, 0, 0)
