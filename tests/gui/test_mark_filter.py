"""Which marks fit a query, and in what order they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.model import Annotation, Span
from gui.mark_filter import Around, Query, asked, placing

TODAY = date(2026, 3, 20)


def at(day: int, hour: int = 12, month: int = 3) -> str:
    """A moment on the reader's own clock, as marks write it."""
    return datetime(2026, month, day, hour).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


MARKS = (
    Annotation("a", "d", Span(10, 20), "把门前的河治好", tags=("gold",), created=at(20, 1), stars=5),
    Annotation("b", "d", Span(30, 40), "去年清淤 8公里", tags=("data", "gold"), note="核对 GDP", created=at(14, 0)),
    Annotation("c", "d", Span(50, 60), "谁来守", created=at(13, 23), stars=3, state="moved"),
    Annotation("d", "d", Span(5, 60), "一周一次通报", tags=("data",), created=at(1, 9), stars=1, state="changed"),
    Annotation("e", "d", None, "河已不在", tags=("todo",), created=at(2, 9, 1), state="orphan"),
)
AROUND = Around({"a": "bmqdhzh", "c": "sls"}, Span(30, 55), TODAY)
GOLD_DATA = frozenset(("gold", "data"))


@pytest.mark.parametrize(
    ("query", "fitting"),
    [
        (Query(), "abcde"),
        (Query(how="none"), "abcde"),
        (Query(text="河"), "ae"),
        (Query(text="清淤8公里"), "b"),
        (Query(text="gdp"), "b"),
        (Query(text=" "), "abcde"),
        (Query(text="hzh"), "a"),
        (Query(text="SLS"), "c"),
        (Query(text="没有"), ""),
        (Query(tags=GOLD_DATA), "abd"),
        (Query(tags=GOLD_DATA, how="all"), "b"),
        (Query(tags=GOLD_DATA, how="none"), "ce"),
        (Query(section=Span(0, 15)), "ad"),
        (Query(here=True), "bc"),
        (Query(states=frozenset(("moved", "orphan"))), "ce"),
        (Query(states=frozenset(("anchored",))), "ab"),
        (Query(stars=1), "acd"),
        (Query(stars=5), "a"),
        (Query(date="1"), "a"),
        (Query(date="7"), "ab"),
        (Query(date="30"), "abcd"),
        (Query(date="2026-03-13"), "abc"),
        (Query(text="河", tags=GOLD_DATA, stars=2, date="1"), "a"),
        (Query(text="河", tags=GOLD_DATA, stars=2, date="1", states=frozenset(("moved",))), ""),
    ],
)
def test_a_mark_is_shown_where_all_that_is_asked_holds(query: Query, fitting: str) -> None:
    fits = asked(query, AROUND)
    assert "".join(mark.id for mark in MARKS if fits(mark)) == fitting


def test_a_query_that_asks_for_nothing_is_none() -> None:
    assert not Query(how="all")
    assert Query(stars=1)


@pytest.mark.parametrize(
    ("by", "order"),
    [("place", "dabce"), ("tag", "dbace"), ("date", "abcde")],
)
def test_marks_are_sorted_and_orphans_come_last(by: str, order: str) -> None:
    place = placing(by, ("data", "gold", "todo"))
    assert "".join(mark.id for mark in sorted(MARKS, key=place)) == order
