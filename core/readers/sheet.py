"""What a reader writes a file's text on: it keeps account of formatting, cells of tables and highlights.

Offsets of hints and remarks are right because text is normalised as it is written, never afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from core.model import Hint, Span
from core.problem import Problem
from core.readers.format import Reading, Remark
from core.text import normalise

BACKGROUND = 0.5
"""A colour behind more of the text than this is the page's background, and no highlight."""
_ODD = re.compile("[\0\r\v\f\x85\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef]")
"""What ``normalise`` takes out or puts in another's place."""


class Look(NamedTuple):
    """How a run of text looks; ``colour`` is that of a highlight, ``#rrggbb``."""

    bold: bool = False
    face: str = ""
    size: float = 0.0
    align: str = ""
    level: int | None = None
    colour: str = ""


class Sheet:
    """A text in the making."""

    def __init__(self) -> None:
        self.at = 0
        self.remarks: list[Remark] = []
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, Look]] = []
        self._tabs = 0

    @property
    def within_row(self) -> bool:
        """Whether a cell has ended and nothing was written since."""
        return self._tabs > 0

    @property
    def last(self) -> str:
        """The last character written, or none."""
        return self._parts[-1][-1] if self._parts else ""

    def write(self, text: str, look: Look = Look()) -> None:  # noqa: B008 (a tuple)
        """Append text; blanks, digits and Latin letters take no face of their own."""
        if _ODD.search(text):
            text = normalise(text)
        if not text:
            return
        if self._tabs:
            text, self._tabs = "\t" * self._tabs * (text[0] != "\n") + text, 0
        start, self.at = self.at, self.at + len(text)
        self._parts.append(text)
        former = self._runs[-1] if self._runs else None
        if former and (look == former[2] or (text.isascii() and look._replace(face=former[2].face) == former[2])):
            self._runs[-1] = (former[0], self.at, former[2])
        else:
            self._runs.append((start, self.at, look))

    def cell(self) -> None:
        """The end of a table's cell: a tab, if another cell with text follows in its row."""
        self._tabs += self.last not in ("", "\n") or bool(self._tabs)

    def row(self) -> None:
        """The end of a table's row, which is a line."""
        self._tabs = 0
        self.line()

    def line(self) -> None:
        """End the line, if anything stands on it."""
        if self.last not in ("", "\n"):
            self.write("\n")

    def append(self, other: Sheet) -> None:
        """Append another sheet's text, with all that is known of it."""
        move, self._tabs = self.at, 0
        self._parts += other._parts
        self._runs += [(start + move, stop + move, look) for start, stop, look in other._runs]
        for remark in other.remarks:
            span = Span(remark.span.start + move, remark.span.stop + move)
            self.remarks.append(Remark(span, remark.note, remark.creator, remark.created, remark.colour))
        self.at += other.at

    def text(self) -> str:
        return "".join(self._parts)

    def reading(self, path: Path | str, notices: tuple[str, ...] = ()) -> Reading:
        """All that was written. Raises Problem where that is nothing."""
        text = self.text()
        if not text or text.isspace():
            raise Problem("file.empty", path=path)
        remarks = [*_within(self.remarks, len(text)), *self._highlights(text)]
        remarks.sort(key=lambda remark: remark.span)
        return Reading(text, tuple(self._hints(text)), tuple(remarks), notices=notices)

    def _hints(self, text: str) -> Iterator[Hint]:
        """One a run and line, blanks around it left out; plain text needs none."""
        plain = Look()
        for start, stop, look in self._runs:
            bare = look._replace(colour="")
            if bare == plain:
                continue
            for a, b in _lines(text, start, stop):
                yield Hint(Span(a, b), *bare[:-1])

    def _highlights(self, text: str) -> Iterator[Remark]:
        spans: list[tuple[int, int, str]] = []
        for start, stop, look in self._runs:
            if spans and spans[-1][2] == look.colour and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], stop, look.colour)
            elif look.colour:
                spans.append((start, stop, look.colour))
        if sum(stop - start for start, stop, _ in spans) > BACKGROUND * len(text):
            return
        for start, stop, colour in spans:
            for a, b in _lines(text, start, stop):
                yield Remark(Span(a, b), colour=colour)


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """What ``start`` to ``stop`` has on each line, without the blanks around it."""
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        line = text[start:end]
        kept = line.strip()
        if kept:
            a = start + line.index(kept[0])
            yield a, a + len(kept)
        start = end + 1


def _within(remarks: Iterable[Remark], length: int) -> Iterator[Remark]:
    """The remarks as far as they stand in a text of ``length`` code points: blanks at its end are left out."""
    for remark in remarks:
        span = Span(remark.span.start, min(remark.span.stop, length))
        if span.start < span.stop:
            yield remark._replace(span=span)
