"""The text as paragraphs: one line each, blanks at both ends left out."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")


class Line(NamedTuple):
    """A paragraph of the view, ``start`` up to ``stop``; ``gap`` says that a blank line stands before it."""

    start: int
    stop: int
    gap: bool


def lines(view: str) -> list[Line]:
    """The paragraphs of the view, in order; empty ones are left out."""
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(view):
        start, stop = trim(view, match.start(), match.end())
        if start < stop:
            found.append(Line(start, stop, view.count("\n", previous, start) > 1))
            previous = stop
    return found


def trim(view: str, start: int, stop: int) -> tuple[int, int]:
    """The span without the blanks and line ends at its ends."""
    while start < stop and view[start] in " \n":
        start += 1
    while stop > start and view[stop - 1] in " \n":
        stop -= 1
    return start, stop
