"""The marks of two readers beside each other: who made them, and where they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from core.model import Annotation, Span

KINDS = ("both", "ours", "theirs")


class Meeting(NamedTuple):
    """A stretch of the text that one of two readers has marked, or both: it ends where neither goes on.

    ``ours`` and ``theirs`` are what either marked in it, in the order of the text.
    """

    span: Span
    ours: tuple[Annotation, ...]
    theirs: tuple[Annotation, ...]

    @property
    def kind(self) -> str:
        """Who marked it: ``both``, ``ours`` or ``theirs``."""
        return "both" if self.ours and self.theirs else "ours" if self.ours else "theirs"

    @property
    def alike(self) -> bool:
        """Whether both have marked it, with the same tags."""
        return self.kind == "both" and _tags(self.ours) == _tags(self.theirs)


def _tags(marks: Iterable[Annotation]) -> set[str]:
    return {tag for mark in marks for tag in mark.tags}


def makers(marks: Iterable[Annotation], own: str = "") -> dict[str, list[Annotation]]:
    """Marks by who made them, the reader's own first, then who made most. Marks without a name are the reader's."""
    found = defaultdict[str, list[Annotation]](list)
    for mark in marks:
        found[mark.creator or own].append(mark)
    return dict(sorted(found.items(), key=lambda item: (item[0] != own, -len(item[1]), item[0])))


def meetings(ours: Iterable[Annotation], theirs: Iterable[Annotation]) -> list[Meeting]:
    """Where two readers' marks meet, in the order of the text. Marks without a place are left out."""
    rows = [(mark.span, side, mark) for side, marks in enumerate((ours, theirs)) for mark in marks if mark.span]
    rows.sort(key=lambda row: (row[0].start, -row[0].stop, row[1], row[2].id))
    found, stop = list[list[tuple[Span, int, Annotation]]](), -1
    for row in rows:
        if row[0].start >= stop:
            found.append([])
        found[-1].append(row)
        stop = max(stop, row[0].stop)
    return [_meeting(group) for group in found]


def _meeting(group: list[tuple[Span, int, Annotation]]) -> Meeting:
    sides = [tuple(mark for _, each, mark in group if each == side) for side in (0, 1)]
    return Meeting(Span(group[0][0].start, max(span.stop for span, _, _ in group)), *sides)
