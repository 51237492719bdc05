"""The notes beside the text of a PDF: each as near to the line of its passage as those before it let it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from core import line_breaking
from core.exporters.looks import colour, stars, tag_paths
from core.exporters.pdf_letters import Glyph
from core.exporters.pdf_pages import ACCENT, INK, SOFT, Pages
from core.marks import words
from core.model import Annotation, Notebook

SIZE, PITCH, GAP = 8.5, 12.0, 5.0
BAR = 2.5
"""How wide the colour of a note's tag is, at its left."""

INDENT = 7.0
GLIMPSE = 18
"""Characters of a passage that its note begins with."""


class _Line(NamedTuple):
    """A line of a note: its text in pieces of one ink, the colour of its note, and whether it is the first."""

    pieces: tuple[tuple[Sequence[Glyph], str], ...]
    colour: str
    first: bool


class Margin:
    """The column of notes along the pages; what does not fit on one goes on on the next."""

    def __init__(self, pages: Pages, notebook: Notebook) -> None:
        self._pages, self._notebook = pages, notebook
        self._waiting: deque[_Line] = deque()
        self._placed: list[tuple[float, _Line]] = []
        self._signs = len({mark.creator for mark in notebook.annotations}) > 1
        self._free = 0.0

    @property
    def is_full(self) -> bool:
        """Whether notes wait for the next page."""
        return bool(self._waiting)

    def begin(self) -> None:
        """A new page was begun."""
        self._free = self._pages.sheet.top
        self._place()

    def add(self, mark: Annotation, y: float) -> None:
        """The note of a mark whose passage begins in the line at ``y``."""
        lines = list(self._lines(mark))
        if not self._waiting:  # at the foot of the page a note begins higher up, if there it has room
            self._free = max(self._free, min(y, self._pages.sheet.bottom - PITCH * len(lines)))
        self._waiting.extend(lines)
        self._place()

    def end(self) -> None:
        """The page is done: its notes are drawn after its text, so that who copies the text has it in one piece."""
        left = self._pages.sheet.beside
        for y, line in self._placed:
            self._pages.fill((left, y, BAR, PITCH), line.colour)
            x = left + INDENT
            for glyphs, ink in line.pieces:
                self._pages.write(x, y + PITCH / 2, glyphs, SIZE, ink)
                x += SIZE * sum(each.width for each in glyphs)
        self._placed.clear()

    def _place(self) -> None:
        while self._waiting and self._free + PITCH <= self._pages.sheet.bottom:
            self._placed.append((self._free, self._waiting.popleft()))
            self._free += PITCH
            if not self._waiting or self._waiting[0].first:
                self._free += GAP

    def _lines(self, mark: Annotation) -> Iterator[_Line]:
        tint = colour(self._notebook, mark)
        for number, pieces in enumerate(self._said(mark)):
            yield _Line(pieces, tint, number == 0)

    def _said(self, mark: Annotation) -> Iterator[tuple[tuple[Sequence[Glyph], str], ...]]:
        """What is said of a mark, line by line: tags and stars, how its passage begins, the note, who wrote it."""
        tags, note = " · ".join(tag_paths(self._notebook, mark)), mark.note.strip()
        if tags or mark.stars:
            blank = " " if tags and mark.stars else ""
            yield from self._broken((tags + blank, "hei", INK), (stars(mark), "song", ACCENT))
        said = " ".join(words(self._notebook.document.text, mark).split())
        glimpse = said[:GLIMPSE] + "…" if len(said) > GLIMPSE else said
        yield from self._broken((glimpse, "song", SOFT))
        for line in note.split("\n") if note else ():
            yield from self._broken((line, "song", INK))
        signed = " ".join(filter(None, (mark.creator, mark.created[:10]))) if self._signs else ""
        yield from self._broken((signed, "song", SOFT)) if signed else ()

    def _broken(self, *parts: tuple[str, str, str]) -> Iterator[tuple[tuple[Sequence[Glyph], str], ...]]:
        """Parts of a line, each a text, its face and its ink, in lines that the column has room for."""
        text = "".join(part[0] for part in parts)
        glyphs = list(chain.from_iterable(self._pages.letters.set(part, face) for part, face, _ in parts))
        inks = list(chain.from_iterable([ink] * len(part) for part, _, ink in parts))
        room = (self._pages.sheet.aside - INDENT) / SIZE
        for start, stop in line_breaking.lines(text, [each.width for each in glyphs], room, room):
            edges = [start, *(at for at in range(start + 1, stop) if inks[at] != inks[at - 1]), stop]
            yield tuple((glyphs[a:b], inks[a]) for a, b in pairwise(edges) if a < b)
