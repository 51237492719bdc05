"""The marks of two readers beside each other."""

from __future__ import annotations

import pytest

from core.comparison import makers, meetings
from core.model import Annotation, Span


def made(start: int, stop: int, tag: str = "t", creator: str = "") -> Annotation:
    return Annotation(f"{start}-{stop}{tag}{creator}", "d", Span(start, stop), "", tags=(tag,), creator=creator)


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ([], [], []),
        ([(0, 2)], [], [((0, 2), "ours")]),
        ([(0, 2)], [(2, 4)], [((0, 2), "ours"), ((2, 4), "theirs")]),
        ([(0, 3)], [(2, 4)], [((0, 4), "both")]),
        ([(0, 9)], [(1, 2), (3, 4), (8, 12)], [((0, 12), "both")]),
        ([(5, 9), (0, 2)], [(1, 3), (9, 11)], [((0, 3), "both"), ((5, 9), "ours"), ((9, 11), "theirs")]),
        ([(0, 4), (3, 6)], [], [((0, 6), "ours")]),
    ],
)
def test_marks_meet_where_they_overlap(
    ours: list[tuple[int, int]], theirs: list[tuple[int, int]], found: list[tuple[tuple[int, int], str]]
) -> None:
    rows = meetings([made(*each) for each in ours], [made(*each) for each in theirs])
    assert [((each.span.start, each.span.stop), each.kind) for each in rows] == found
    assert sum(len(each.ours) for each in rows) == len(ours)
    assert sum(len(each.theirs) for each in rows) == len(theirs)


@pytest.mark.parametrize(("tag", "alike"), [("t", True), ("u", False)])
def test_whether_they_agree_on_tags(tag: str, alike: bool) -> None:
    (row,) = meetings([made(0, 3)], [made(1, 4, tag)])
    assert row.alike is alike


def test_one_reader_alone_agrees_with_nobody() -> None:
    assert not meetings([made(0, 3)], [])[0].alike


def test_what_has_no_place_is_left_out() -> None:
    assert meetings([Annotation("x", "d", None, "gone")], []) == []


@pytest.mark.parametrize(("own", "first"), [("", ""), ("王", "王")])
def test_marks_without_a_name_are_the_reader_s_own_and_come_first(own: str, first: str) -> None:
    marks = [made(0, 1, creator="李"), made(1, 2, creator="李"), made(2, 3), made(3, 4, creator=own)]
    found = makers([*marks, made(5, 6, creator="赵")], own)
    assert [(name, len(each)) for name, each in found.items()] == [(first, 2), ("李", 2), ("赵", 1)]
