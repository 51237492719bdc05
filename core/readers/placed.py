"""Text as a page shows it: characters that stand somewhere, lines, pages. Points, from the top left corner."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """How a character is set."""

    face: str = ""
    size: float = 0.0
    bold: bool = False


class Glyph(NamedTuple):
    """A character (or what stands for one, such as a ligature) from ``x0`` to ``x1`` on its base line."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style


class Run(NamedTuple):
    """Where in a line, up to the next run, a style begins."""

    start: int
    style: Style


class Line(NamedTuple):
    """A line: its text without blanks at its ends, and its place. ``column`` 0 is one of the whole width,
    ``core.readers.beside.BESIDE`` one in the margin.

    ``first`` is how wide what cannot be broken off at its start is: a character with its stop, a Latin word.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    runs: tuple[Run, ...]
    column: int = 0
    first: float = 0.0


class Mark(NamedTuple):
    """What somebody marked on a page, from a character of one line up to a character of another."""

    start: tuple[int, int]
    stop: tuple[int, int]
    note: str = ""
    creator: str = ""
    created: str = ""
    colour: str = ""


class Page(NamedTuple):
    """One page: its lines in reading order, the marks on it, and whether it holds pictures or a watermark."""

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    pictures: bool = False
    watermark: bool = False
