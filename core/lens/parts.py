"""The parts of a speech over which words are spread: its chapters, or tenths of it where it has none."""

from __future__ import annotations

from typing import NamedTuple

from core.heading_paths import wording
from core.model import Document, Span

TENTHS = 10
DEEPEST = 2
"""Level of the headings that may make parts."""


class Part(NamedTuple):
    """A part and what it is called; what stands before the first heading has no name."""

    title: str
    span: Span


def parts(document: Document) -> tuple[Part, ...]:
    """The parts of a speech in order, without gaps, from the first code point to the last.

    They begin at the highest headings of which there are at least two; a speech without such is cut into
    ten equal parts, which are called by their numbers.
    """
    for level in range(1, DEEPEST + 1):
        heads = [each for each in document.walk() if each.is_heading and each.level == level]
        if len(heads) > 1:
            return _between([(each.heading.start, " ".join(wording(each).split())) for each in heads], document.text)
    length = len(document.text)
    edges = [(length * number // TENTHS, str(number + 1)) for number in range(TENTHS)] if length >= TENTHS else []
    return _between(edges, document.text)


def _between(starts: list[tuple[int, str]], text: str) -> tuple[Part, ...]:
    """Parts from each start to the next; blanks alone before the first belong to it."""
    has_lead = not starts or bool(text[: starts[0][0]].strip())
    starts = [(0, ""), *starts] if has_lead else [(0, starts[0][1]), *starts[1:]]
    stops = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Part(title, Span(start, stop)) for (start, title), stop in zip(starts, stops, strict=True))
