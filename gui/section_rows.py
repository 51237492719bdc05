"""The rows of the section tree, worked out from an outline: no window here, so that it can be done behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.model import Section, Span

BLANK = re.compile(r"\s")
SHOWN = ("title", "salutation", "closing", "back_matter")
LONGEST = {"closing": 40}
"""Code points of a row's words, where they are not as many as of a heading's."""
USUAL = 120


class Row(NamedTuple):
    """A row: ``span`` is what it covers, ``parent`` the number of the row above it (-1: none), ``place`` its
    place among its siblings, ``chars`` its characters that are not blank. The row of all adverts has no words."""

    kind: str
    words: str
    span: Span
    parent: int
    place: int
    chars: int
    section: Section | None = None


class Rows(NamedTuple):
    """All rows in order, and the characters of the whole text that are not blank."""

    rows: Sequence[Row] = ()
    chars: int = 0


def rows(text: str, sections: Sequence[Section]) -> Rows:
    """Title, salutation, parts, sections, points; all adverts under one row."""
    return _Rows(text).of(sections)


class _Rows:
    def __init__(self, text: str) -> None:
        self._text = text
        self._blanks = [blank.start() for blank in BLANK.finditer(text)]
        self._rows: list[Row] = []
        self._children: dict[int, int] = {}

    def of(self, sections: Sequence[Section]) -> Rows:
        self._add_adverts([section for section in sections if section.kind == "front_matter"])
        for section in sections:
            if section.kind != "front_matter":
                self._add(section, -1)
        return Rows(self._rows, len(self._text) - len(self._blanks))

    def _add_adverts(self, adverts: Sequence[Section]) -> None:
        if adverts:
            whole = Span(adverts[0].scope.start, adverts[-1].scope.stop)
            head = self._append("adverts", "", whole, -1, sum(self._chars(each.scope) for each in adverts))
            for start, line in (each for advert in adverts for each in self._lines(advert.scope)):
                words = line.strip()
                if words:
                    self._append("advert", words, Span(start, start + len(line)), head, len(words))

    def _lines(self, span: Span) -> Iterator[tuple[int, str]]:
        start = span.start
        for line in self._text[span.start : span.stop].split("\n"):
            yield start, line
            start += len(line) + 1

    def _add(self, section: Section, parent: int) -> None:
        if section.is_heading or section.kind in SHOWN:
            words = " ".join((section.label + section.title).split())[: LONGEST.get(section.kind, USUAL)]
            scope = section.scope
            parent = self._append(section.kind, words, scope, parent, self._chars(scope), section)
        for child in section.children:
            self._add(child, parent)

    def _append(
        self, kind: str, words: str, span: Span, parent: int, chars: int, section: Section | None = None
    ) -> int:
        place = self._children.get(parent, 0)
        self._children[parent] = place + 1
        self._rows.append(Row(kind, words, span, parent, place, chars, section))
        return len(self._rows) - 1

    def _chars(self, span: Span) -> int:
        """Characters that are not blank."""
        return len(span) - (bisect_left(self._blanks, span.stop) - bisect_left(self._blanks, span.start))
