"""The article among a page's navigation.

Prose is lines with stops that are no links. The article is the innermost container that holds nearly all of it,
with what stands above from the page's heading on: date, source and 字号 stay for the outline's front matter.
What is left out must be mostly links: a page that an office program saved is kept whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from core.model import Span
from core.readers.format import Reading
from core.readers.html_tree import Element, Flow
from core.readers.sheet import Sheet

_CONTAINERS = frozenset(["body", "center", "div", "td", "table", "form", "article", "section", "main"])
_STOPS = re.compile("[，。；！？、：]")
_PROSE = 20
"""Characters, links left out, from which a line with a stop is prose."""
_MOST = 0.9
"""What the article must hold of the page's prose."""
_LINKED = 0.3
"""What is left out has more links in it than this share."""

Spans = list[tuple[int, int]]


def article(root: Element, path: Path | str) -> Reading:
    """What a page says. Raises Problem where it says nothing."""
    page = Page()
    sheet = Flow(page.seen).walk(root)
    reading = sheet.reading(path)
    start, stop = page.article(sheet, root.findtext(".//title") or "")
    return reading if (start, stop) == (0, sheet.at) else _cut(reading, start, stop)


class Page:
    """Where containers, links and headings of a page stand in its text."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._containers: Spans = []
        self._headings: Spans = []
        self._links: Spans = []

    def seen(self, element: Element, begins: bool, at: int) -> None:
        """An element that may count begins or ends at ``at``."""
        if begins:
            self._open.append(at)
            return
        tag, start = element.tag, self._open.pop()
        if tag in _CONTAINERS:
            self._containers.append((start, at))
        elif tag in ("h1", "h2") and start < at:
            self._headings.append((start, at))
        elif tag == "a" and start < at:
            self._links.append((start, at))

    def article(self, sheet: Sheet, title: str) -> tuple[int, int]:
        """Where the article begins and ends."""
        text = sheet.text()
        links = _Sums((start, stop - start) for start, stop in self._links)
        prose = _Sums(_prose(text, links))
        whole = prose.between(0, len(text))
        held = (span for span in self._containers if prose.between(*span) >= _MOST * whole)
        start, stop = min(held, key=lambda span: span[1] - span[0], default=(0, len(text))) if whole else (0, len(text))
        start = self._beginning(text, start, title)
        if links.between(0, start) <= _LINKED * start:
            start = 0
        if links.between(stop, len(text)) <= _LINKED * (len(text) - stop):
            stop = len(text)
        return start, stop

    def _beginning(self, text: str, start: int, title: str) -> int:
        """Where the page's heading stands above ``start``, or else there."""
        above = [a for a, b in self._headings if b <= start]
        if above:
            return above[-1]
        lines = [line.strip() for line in text[:start].split("\n")]
        named = [line for line in lines if len(line) > 5 and title.strip().startswith(line)]
        return text.rindex(named[-1], 0, start) if named else start


class _Sums:
    """Weights at places of a text, summed up between any two."""

    def __init__(self, weighed: Iterable[tuple[int, int]]) -> None:
        pairs = sorted(weighed)
        self._places = [place for place, _ in pairs]
        self._sums = [0, *accumulate(weight for _, weight in pairs)]

    def between(self, start: int, stop: int) -> int:
        """The weight of all places from ``start`` up to, not including, ``stop``."""
        return self._sums[bisect_left(self._places, stop)] - self._sums[bisect_left(self._places, start)]


def _prose(text: str, links: _Sums) -> Spans:
    """Each line of prose: where its first character stands, and how long it is."""
    found: Spans = []
    for line in re.finditer(r"[^\n]+", text):
        length = len(line[0].strip()) - links.between(*line.span())
        if length >= _PROSE and _STOPS.search(line[0]):
            found.append((line.start(), length))
    return found


def _cut(reading: Reading, start: int, stop: int) -> Reading:
    """The part of a reading from ``start`` to ``stop``, told to be one."""
    start += len(reading.text[start:stop]) - len(reading.text[start:stop].lstrip("\n"))

    def inside(span: Span) -> Span:
        return Span(max(span.start, start) - start, min(span.stop, stop) - start)

    hints = (h._replace(span=inside(h.span)) for h in reading.hints if h.span.stop > start and h.span.start < stop)
    remarks = (r._replace(span=inside(r.span)) for r in reading.remarks if r.span.stop > start and r.span.start < stop)
    return Reading(reading.text[start:stop], tuple(hints), tuple(remarks), notices=("notice.article",))
