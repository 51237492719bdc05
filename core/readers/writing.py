"""What a reader writes a file's text on: pieces with their formatting, from which hints and remarks come.

Each piece is normalised as it is written, so offsets are those of the text at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from core.model import Hint, Span
from core.readers.coloured import united
from core.readers.format import Reading, Remark
from core.text import normalise

BACKGROUND = 0.5
"""A shade behind more of the text than this is its paper, and no mark."""


class Look(NamedTuple):
    """How a piece looks; ``colour`` is that of a highlight, ``shade`` that of a shading, ``#rrggbb``."""

    bold: bool = False
    face: str = ""
    size: float = 0.0
    align: str = ""
    level: int | None = None
    colour: str = ""
    shade: str = ""


class Piece(NamedTuple):
    """A stretch of one look."""

    start: int
    stop: int
    look: Look


class Writing:
    """The text so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.at = 0
        self.line = 0
        """Where the line that is being written began."""
        self.remarks: list[Remark] = []
        self.notices: dict[str, None] = {}
        self._rows = 0
        self._filled = self._gap = False

    def write(self, text: str, look: Look) -> None:
        """Append a piece. One of blanks only looks as what stands before it; in a table's row all is one line."""
        text = normalise(text)
        if self._rows:
            text = text.replace("\n", " ").replace("\t", " ")
            if text.strip():
                text = " " * self._gap + text
                self._filled, self._gap = True, False
        self._append(text, look)

    def _append(self, text: str, look: Look) -> None:
        if not text:
            return
        start, self.at = self.at, self.at + len(text)
        self._parts.append(text)
        last = self._pieces[-1] if self._pieces and self._pieces[-1].stop == start > self.line else None
        if not last and text.isspace():
            return
        plain = look if not text.isspace() or not last else last.look._replace(colour=look.colour, shade=look.shade)
        if last and last.look == plain:
            self._pieces[-1] = Piece(last.start, self.at, plain)
        else:
            self._pieces.append(Piece(start, self.at, plain))

    def end_line(self) -> None:
        """The line ends; within a table's row, what follows is set apart by a blank."""
        if self._rows:
            self._gap = self._filled
            return
        self._parts.append("\n")
        self.at += 1
        self.line = self.at

    def break_line(self) -> None:
        """A line break within a paragraph: as the end of one, unless nothing stands before it."""
        if self.at > self.line:
            self.end_line()

    def open_row(self) -> None:
        """A row of a table is one line from here; a table within a cell is a part of its text."""
        self._rows += 1

    def cell(self, index: int) -> None:
        """The next cell of the row begins, 0 the first; cells stand apart by tabs."""
        if self._rows > 1:
            self._gap = self._filled
            return
        self._filled = self._gap = False
        if index:
            self._append("\t", Look())

    def close_row(self) -> None:
        """The row is over, and its line."""
        self._rows -= 1
        self.end_line()

    @property
    def in_row(self) -> bool:
        """Whether a table's row is being written."""
        return self._rows > 0

    def reading(self) -> Reading:
        """What was written. A text without any is empty: the caller says so."""
        text = "".join(self._parts).rstrip() + "\n" if self._parts else ""
        remarks = list(united(text, list(_kept(self.remarks, text)), self._highlights(text)))
        remarks.sort(key=lambda remark: (remark.span, remark.created))
        return Reading(text, tuple(self._hints(text)), tuple(remarks), notices=tuple(self.notices))

    def _hints(self, text: str) -> Iterator[Hint]:
        for run in _runs(self._pieces, lambda look: look._replace(colour="", shade="")):
            look = run.look
            start = run.start + len(text[run.start : run.stop]) - len(text[run.start : run.stop].lstrip())
            if start < min(run.stop, len(text)):
                span = Span(start, min(run.stop, len(text)))
                yield Hint(span, look.bold, look.face, look.size, look.align, look.level)

    def _highlights(self, text: str) -> Iterator[Remark]:
        """Passages of one colour, also over the ends of paragraphs."""
        shades = Counter[str]()
        for piece in self._pieces:
            shades[piece.look.shade] += piece.stop - piece.start
        papers = {shade for shade, count in shades.items() if count > BACKGROUND * len(text)}

        def colour(look: Look) -> Look:
            return Look(colour=look.colour or ("" if look.shade in papers else look.shade))

        runs: list[Piece] = []
        for run in _runs(self._pieces, colour):
            near = runs and runs[-1].look == run.look and not text[runs[-1].stop : run.start].strip()
            runs[-1:] = [runs[-1]._replace(stop=run.stop)] if near else [*runs[-1:], run]
        for run in runs:
            said = text[run.start : run.stop]
            if run.look.colour and said.strip():
                start = run.start + len(said) - len(said.lstrip())
                yield Remark(Span(start, run.start + len(said.rstrip())), colour=run.look.colour)


def _runs(pieces: list[Piece], key: Callable[[Look], Look]) -> Iterator[Piece]:
    """Adjacent pieces of one look as one."""
    last: Piece | None = None
    for piece in pieces:
        look = key(piece.look)
        if last and last.stop == piece.start and last.look == look:
            last = last._replace(stop=piece.stop)
        else:
            if last:
                yield last
            last = Piece(piece.start, piece.stop, look)
    if last:
        yield last


def _kept(remarks: list[Remark], text: str) -> Iterator[Remark]:
    """Remarks without the blanks around what they are upon; one upon nothing is upon the line before, or the first."""
    for remark in remarks:
        start, stop = remark.span.start, remark.span.stop
        if not text[start:stop].strip():
            stop = len(text[:start].rstrip()) or len(text) - len(text.lstrip()) + len(text.strip().partition("\n")[0])
            start = text.rfind("\n", 0, stop) + 1
        said = text[start:stop]
        start += len(said) - len(said.lstrip())
        note, creator = normalise(remark.note), normalise(remark.creator)
        yield Remark(Span(start, start + len(said.strip())), note, creator, remark.created, remark.colour)


def utc(stamp: str) -> str:
    """A time as files write it, in UTC to the second; what is no time is empty."""
    try:
        time = datetime.fromisoformat(stamp.strip()[:40])
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time.year >= 1000 else ""
