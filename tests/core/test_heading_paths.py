"""A passage is found under its headings, and under no block."""

from __future__ import annotations

import pytest

from core.heading_paths import HeadingPaths, headings_above, wording
from core.model import Document, Section, Span


def heading(level: int, label: str, start: int, stop: int, *children: Section) -> Section:
    kind = ("part", "section", "point")[level - 1]
    return Section(kind, level, label, "题", Span(start, start + 2), Span(start + 2, stop), children)


def block(kind: str, start: int, stop: int, *children: Section) -> Section:
    return Section(kind, 0, "", "", Span(start, stop), Span(stop, stop), children)


OUTLINE = (
    block("title", 0, 10),
    heading(1, "一", 10, 50, heading(2, "A", 20, 30), heading(2, "B", 30, 45, heading(3, "x", 35, 40))),
    block("transition", 52, 60, heading(2, "C", 54, 58)),
    heading(1, "二", 60, 90),
    block("closing", 90, 100),
)


@pytest.mark.parametrize(
    ("start", "path"),
    [
        *[(0, ""), (9, ""), (10, "一"), (19, "一"), (20, "一A"), (29, "一A"), (30, "一B"), (37, "一Bx")],
        *[
            (40, "一B"),
            (45, "一"),
            (49, "一"),
            (50, ""),
            (55, "C"),
            (58, ""),
            (60, "二"),
            (90, ""),
            (200, ""),
        ],
    ],
)
def test_the_path_is_that_of_the_first_character(start: int, path: str) -> None:
    above = HeadingPaths(OUTLINE).above(Span(start, start + 1))
    assert "".join(section.label for section in above) == path


def test_an_orphan_stands_under_nothing() -> None:
    assert HeadingPaths(OUTLINE).above(None) == ()


def test_one_passage_can_be_asked_of_the_document() -> None:
    document = Document("d", "", "", "", "", "", OUTLINE)
    assert [wording(section) for section in headings_above(document, Span(20, 25))] == ["一题", "A题"]
