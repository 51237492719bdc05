"""Marks by the block they touch: each found where it stands, and overlapping ones told apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Annotation, Span
from gui.mark_index import MarkIndex

STARTS = (0, 10, 20, 30)
LENGTH = 40


def mark(id_: str, start: int, stop: int) -> Annotation:
    return Annotation(id_, "d", Span(start, stop), "")


def blocks_with(index: MarkIndex, id_: str) -> list[int]:
    return [block for block in range(len(STARTS)) if id_ in {m.id for _, m in index.block_marks(block)}]


def lanes_of(index: MarkIndex) -> dict[str, int]:
    """Lanes as painting asks for them, block by block."""
    found: dict[str, int] = {}
    for block in range(len(STARTS)):
        marks = index.block_marks(block)
        lanes = index.lanes(marks)
        for _, each in marks:
            assert found.setdefault(each.id, lanes[each.id]) == lanes[each.id]
    return found


@pytest.mark.parametrize(
    ("span", "blocks"),
    [
        (Span(0, 3), [0]),
        (Span(9, 10), [0]),
        (Span(10, 11), [1]),
        (Span(9, 11), [0, 1]),
        (Span(0, 40), [0, 1, 2, 3]),
        (Span(10, 20), [1]),
        (Span(39, 40), [3]),
    ],
)
def test_a_mark_stands_in_every_block_it_touches_and_in_no_other(span: Span, blocks: list[int]) -> None:
    index = MarkIndex(STARTS, [Annotation("m", "d", span, "")])
    assert blocks_with(index, "m") == blocks


def test_a_mark_that_moves_or_goes_leaves_its_old_blocks() -> None:
    old, new = mark("m", 5, 15), mark("m", 25, 28)
    index = MarkIndex(STARTS, [old])
    index.replace(old, new)
    assert blocks_with(index, "m") == [2]
    index.replace(new, None)
    assert blocks_with(index, "m") == []


def test_an_orphan_stands_nowhere() -> None:
    orphan = Annotation("m", "d", None, "失")
    index = MarkIndex(STARTS, [orphan])
    assert blocks_with(index, "m") == []
    index.replace(orphan, mark("m", 3, 5))
    assert blocks_with(index, "m") == [0]


def test_marks_of_a_block_stand_in_order_the_longer_first() -> None:
    index = MarkIndex(STARTS, [mark("c", 4, 6), mark("b", 2, 5), mark("a", 2, 9)])
    assert [m.id for _, m in index.block_marks(0)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("point", "ids"),
    [(0, []), (2, ["outer"]), (4, ["inner", "outer"]), (5, ["inner", "outer"]), (6, ["outer"]), (12, [])],
)
def test_over_a_character_the_innermost_mark_comes_first(point: int, ids: list[str]) -> None:
    index = MarkIndex(STARTS, [mark("outer", 2, 12), mark("inner", 4, 6)])
    assert [m.id for m in index.at(point)] == ids


def test_the_outermost_mark_takes_the_band_and_each_further_one_a_rule() -> None:
    index = MarkIndex(STARTS, [mark("in", 4, 6), mark("mid", 3, 7), mark("out", 2, 9), mark("apart", 9, 10)])
    assert lanes_of(index) == {"out": 0, "mid": 1, "in": 2, "apart": 0}


def test_a_mark_keeps_its_lane_when_others_come_and_go() -> None:
    first, second, around = mark("first", 2, 6), mark("second", 4, 8), mark("around", 0, 10)
    index = MarkIndex(STARTS, [first, second])
    assert lanes_of(index) == {"first": 0, "second": 1}
    index.replace(None, around)
    assert lanes_of(index) == {"first": 0, "second": 1, "around": 2}
    index.replace(first, None)
    assert lanes_of(index) == {"second": 1, "around": 2}


def test_a_note_written_to_a_mark_leaves_its_lane() -> None:
    inner, outer = mark("inner", 3, 5), mark("outer", 0, 9)
    index = MarkIndex(STARTS, [inner])
    lanes_of(index)
    index.replace(None, outer)
    before = lanes_of(index)
    index.replace(inner, Annotation("inner", "d", inner.span, "", note="记"))
    assert lanes_of(index) == before == {"inner": 0, "outer": 1}


SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: Span(min(pair), max(pair[1], pair[0] + 1))
)
STEPS = st.lists(st.tuples(st.integers(0, 5), st.none() | SPANS, st.booleans()), max_size=12)


@given(STEPS)
def test_overlapping_marks_never_share_a_lane_and_lanes_stay(steps: list[tuple[int, Span | None, bool]]) -> None:
    index, standing, before = MarkIndex(STARTS), dict[str, Annotation](), dict[str, int]()
    for number, span, painted in steps:
        id_ = f"m{number}"
        old, new = standing.pop(id_, None), Annotation(id_, "d", span, "") if span else None
        index.replace(old, new)
        if old is None or new is None or old.span != new.span:
            before.pop(id_, None)
        if new is not None:
            standing[id_] = new
        if not painted:
            continue
        lanes = lanes_of(index)
        assert set(lanes) == set(standing)
        assert {id_: lanes[id_] for id_ in before} == before
        for one, other in combinations(standing.values(), 2):
            assert one.span
            assert other.span
            assert not one.span.overlaps(other.span) or lanes[one.id] != lanes[other.id]
        before = lanes
