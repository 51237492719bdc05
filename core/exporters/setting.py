"""A speech set for reading elsewhere: its lines by their roles, cut where a heading or a mark begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from core.exporters.format import Option
from core.model import Annotation, Document, Notebook, Section, Span
from core.runs import Run, runs

T = TypeVar("T")

FRONT = Option("front", False)
"""Whether what stands above the title is set too: adverts, remarks of those who passed the speech on, numbers.
Unless asked for it is not: what is handed over begins at its title."""
BLANKS = " \u3000\t\u00a0"
DEEPEST = 4
"""The last level of heading that has a face of its own."""

_STOPS = "。：；！？:;.，,"
_ROLES = {
    "title": "title",
    "subtitle": "subtitle",
    "byline": "subtitle",
    "salutation": "salutation",
    "front_matter": "aside",
    "back_matter": "aside",
}


class Piece(NamedTuple):
    """A stretch of a line: the level of the heading that it is part of, 0 for none, and the marks over all of it."""

    start: int
    stop: int
    level: int
    marks: tuple[Annotation, ...]


class Paragraph(NamedTuple):
    """One line of the text, which begins with blanks up to ``first``.

    ``role`` is title, subtitle, salutation, aside, heading, body or blank; ``node`` is the heading that fills the line.
    """

    start: int
    first: int
    stop: int
    role: str
    node: Section | None
    pieces: tuple[Piece, ...]


def clipped(notebook: Notebook, front: bool = True) -> Notebook:
    """The notebook with those of its marks that are in the part meant, cut at its edges; lost ones stay.

    Without its ``front`` the part begins at the title, unless something above that is marked.
    """
    part, top = notebook.part, 0 if front else _title(notebook)
    if top:
        part = part or Span(0, len(notebook.document.text))
        part = Span(max(top, part.start), max(top, part.stop))
    if part is None:
        return notebook
    marks = ((mark, mark.span) for mark in notebook.annotations)
    kept = tuple(
        replace(mark, span=Span(max(part.start, span.start), min(part.stop, span.stop))) if span else mark
        for mark, span in marks
        if span is None or span.overlaps(part)
    )
    return replace(notebook, annotations=kept, part=part)


def _title(notebook: Notebook) -> int:
    """Where the title begins; 0 where there is none, or marks stand above it."""
    start = next((node.heading.start for node in notebook.document.walk() if node.kind == "title"), 0)
    above = any(mark.span and mark.span.start < start for mark in notebook.annotations)
    return 0 if above else start


def paragraphs(document: Document, marks: Iterable[Annotation], part: Span | None = None) -> Iterator[Paragraph]:
    """All lines of a speech, in order, or those of a part of it."""
    flat = [node for section in document.sections for node in section.walk()]
    headings = _Ahead(sorted(((n.heading, n) for n in flat if n.is_heading), key=lambda each: each[0]))
    frame = _Ahead(sorted(((n.heading, n) for n in flat if n.kind in _ROLES), key=lambda each: each[0]))
    cover = runs((mark.span, mark) for mark in marks if mark.span)
    bands = _Ahead([(Span(run.start, run.stop), run) for run in cover])
    for start, first, stop in _lines(document.text, part or Span(0, len(document.text))):
        framed, within = frame.over(start, stop), headings.over(start, stop)
        whole = None if framed or len(within) != 1 else _whole(document.text, within[0], first, stop)
        role = _ROLES[framed[0].kind] if framed else "heading" if whole else "body"
        pieces = tuple(_pieces(start, first, stop, within, bands.over(start, stop)))
        yield Paragraph(start, first, stop, role if first < stop else "blank", whole, pieces)


class _Ahead(Generic[T]):
    """Things that stand in order and do not overlap, walked along with the lines."""

    def __init__(self, things: Sequence[tuple[Span, T]]) -> None:
        self._things, self._at = things, 0

    def over(self, start: int, stop: int) -> list[T]:
        """Those that overlap the next line."""
        while self._at < len(self._things) and self._things[self._at][0].stop <= start:
            self._at += 1
        last = self._at
        while last < len(self._things) and self._things[last][0].start < stop:
            last += 1
        return [thing for _, thing in self._things[self._at : last]]


def _lines(text: str, part: Span) -> Iterator[tuple[int, int, int]]:
    """Start, first character that is no blank, and stop of each line, as far as it is in a part."""
    start, last = part.start, min(part.stop, len(text))
    while start < last:
        stop = text.find("\n", start, last)
        stop = stop if stop >= 0 else last
        line = text[start:stop]
        yield start, start + len(line) - len(line.lstrip(BLANKS)), stop
        start = stop + 1


def _whole(text: str, node: Section, first: int, stop: int) -> Section | None:
    """The heading, if it fills the line, its closing stop aside."""
    rest = text[node.heading.stop : stop].strip(BLANKS)
    return node if node.heading.start == first and len(rest) <= 1 and rest in _STOPS else None


def _pieces(
    start: int, first: int, stop: int, nodes: Sequence[Section], cover: Sequence[Run[Annotation]]
) -> Iterator[Piece]:
    """The line from edge to edge; no piece is partly a heading, partly marked, or partly the blanks that open it."""
    edges = {start, first, stop}
    for low, high in (*((n.heading.start, n.heading.stop) for n in nodes), *((c.start, c.stop) for c in cover)):
        edges |= {max(start, low), min(stop, high)}
    node = run = 0
    for low, high in pairwise(sorted(edges)):
        while node < len(nodes) and nodes[node].heading.stop <= low:
            node += 1
        while run < len(cover) and cover[run].stop <= low:
            run += 1
        level = nodes[node].level if node < len(nodes) and nodes[node].heading.start <= low else 0
        yield Piece(
            low, high, min(level, DEEPEST), cover[run].items if run < len(cover) and cover[run].start <= low else ()
        )
