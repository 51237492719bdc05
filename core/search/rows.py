"""Hits as rows: keywords in context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.model import Span
from core.search.catalogue import Entry
from core.search.search import Answer, Hit

AROUND = 60
"""Code points on either side of a hit."""


class Row(NamedTuple):
    """A hit with what stands around it. ``start`` and ``stop`` are code points of the speech: of the hit, or of the
    mark that it belongs to; 0 and 0 for a title. ``section`` are the headings above, outermost first; ``mark`` is
    the id of a mark, or empty."""

    document: str
    title: str
    speaker: str
    date: str
    scope: str
    start: int
    stop: int
    left: str
    match: str
    right: str
    section: tuple[str, ...]
    mark: str


def rows(answer: Answer, entry: Entry) -> Iterator[Row]:
    """The rows of one speech."""
    found = answer.hits(entry)
    if not found:
        return
    text = answer.text(entry.digest) or ""
    for hit in found:
        point = hit.start if hit.scope == "text" else hit.mark.start if hit.mark else -1
        above = tuple(text[each.start : each.stop] for each in answer.above(entry.digest, point))
        yield _row(entry, hit, text if hit.scope == "text" else answer.words(entry, hit), above)


def _row(entry: Entry, hit: Hit, text: str, above: tuple[str, ...]) -> Row:
    span = Span(hit.start, hit.stop) if hit.scope == "text" else Span(0, 0)
    if hit.mark is not None:
        span = Span(hit.mark.start, hit.mark.stop)
    return Row(
        entry.digest,
        entry.title,
        entry.speaker,
        entry.date,
        hit.scope,
        span.start,
        span.stop,
        text[max(0, hit.start - AROUND) : hit.start],
        text[hit.start : hit.stop],
        text[hit.stop : hit.stop + AROUND],
        above,
        hit.mark.id if hit.mark else "",
    )
