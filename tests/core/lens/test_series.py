"""Numbers over years and sections."""

from __future__ import annotations

import pytest

from core.lens.counting import Tally
from core.lens.parts import Part
from core.lens.series import Plotted, Series, by_year, shares_of, tags_over, year_of
from core.model import Annotation, Span, Tag

PARTS = (Part("一", Span(0, 6)), Part("二", Span(6, 8)))


@pytest.mark.parametrize(
    ("date", "year"), [("2020-07", "2020"), ("2020", "2020"), ("", ""), ("20", ""), ("二〇二〇", "")]
)
def test_the_year_of_a_date(date: str, year: str) -> None:
    assert year_of(date) == year


def test_words_are_counted_year_by_year() -> None:
    tallies = [
        ("2021", Tally({"渠": 1}, 100)),
        ("2020", Tally({"渠": 3, "路": 1}, 500)),
        ("2020", Tally({"渠": 2}, 500)),
        ("", Tally({"渠": 9}, 10)),
    ]
    assert by_year(tallies, ["渠", "桥"]) == Plotted(
        ("2020", "2021"), (Series("渠", (5.0, 10.0)), Series("桥", (0.0, 0.0)))
    )


def test_without_years_there_is_nothing() -> None:
    assert by_year([("", Tally({"渠": 9}, 10))], ["渠"]) == Plotted((), (Series("渠", ()),))


def test_tags_are_counted_part_by_part() -> None:
    tags = {each: Tag(each, each.upper(), "#aabbcc") for each in "abc"}
    marks = [
        Annotation("1", "d", Span(1, 2), "", tags=("a", "b")),
        Annotation("2", "d", Span(7, 8), "", tags=("a",)),
        Annotation("3", "d", Span(5, 7), "", tags=("a",)),
        Annotation("4", "d", None, "", tags=("a",)),
    ]
    assert tags_over(PARTS, marks, tags) == Plotted(
        ("一", "二"), (Series("A", (2.0, 1.0), "#aabbcc"), Series("B", (1.0, 0.0), "#aabbcc"))
    )


def test_shares_make_up_the_whole() -> None:
    assert shares_of(PARTS, "占比") == Plotted(("一", "二"), (Series("占比", (75.0, 25.0)),), "%")
    assert shares_of((), "占比").places == ()
