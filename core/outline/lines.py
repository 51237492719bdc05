"""The text as paragraphs: one a line, blanks at both ends left out."""

from __future__ import annotations

import re
from typing import NamedTuple

LINE_OF_TEXT = re.compile(r"[^\n]+")
STOP = "。！？：；…"
LOST = 600
"""Lines of more code points than this in the mean have lost their line breaks; so have one or two of 300."""
RAGGED = 0.35
"""Where more than this share of the long lines end without a stop, lines are perhaps not paragraphs."""


class Line(NamedTuple):
    """A paragraph of the view, ``start`` up to ``stop``; ``gap`` says that a blank line stands before it."""

    start: int
    stop: int
    gap: bool


def lines(view: str) -> list[Line]:
    """The paragraphs of the view, in order; empty ones are left out."""
    found: list[Line] = []
    previous = 0
    for match in LINE_OF_TEXT.finditer(view):
        start, stop = trim(view, match.start(), match.end())
        if start < stop:
            found.append(Line(start, stop, view.count("\n", previous, start) > 1))
            previous = stop
    lost = found and len(view) > (LOST if len(found) > 2 else 300) * len(found)
    if lost or any(line.stop - line.start > LOST // 2 for line in found):
        from core.outline.broken import cut, listed

        found = [piece for line in found for piece in (cut(view, line) if lost or listed(view, line) else [line])]
    return found


def pieces(view: str) -> list[tuple[int, int]]:
    """What to keep of a view whose lines are broken at a fixed width, so that its lines are its paragraphs;
    empty where they are already."""
    long = [match.span() for match in LINE_OF_TEXT.finditer(view) if match.end() - match.start() >= 20]
    ragged = sum(view[b - 1] not in STOP and view[b - 1] not in "”）》 " for _, b in long)
    if len(long) < 6 or ragged < RAGGED * len(long):
        return []
    from core.outline.broken import unwrap

    return unwrap(view)


def trim(view: str, start: int, stop: int) -> tuple[int, int]:
    """The span without the blanks and line ends at its ends."""
    while start < stop and view[start] in " \n":
        start += 1
    while stop > start and view[stop - 1] in " \n":
        stop -= 1
    return start, stop
