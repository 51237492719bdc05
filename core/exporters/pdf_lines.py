"""A paragraph of a speech broken into lines for a page of a PDF, each with what marks lie over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from core.exporters.pdf_letters import Glyph, Letters
from core.exporters.pdf_pages import INK, SOFT, Sheet
from core.exporters.setting import Paragraph
from core.line_breaking import BLANKS, lines
from core.model import Annotation

LOOSEST = 3.0
"""Ems that the end of a line may be short of the edge for its characters to be set apart so that they reach it."""


class Style(NamedTuple):
    """How a paragraph is set: size and pitch are those of the body, times this; space before and after in pitches of
    the body, indent in its characters; ``align`` is justify, left or centre."""

    face: str = "song"
    size: float = 1.0
    pitch: float = 1.0
    before: float = 0.0
    after: float = 0.0
    indent: int = 2
    align: str = "justify"
    ink: str = INK


STYLES = {
    "title": Style("bold", 1.5, 1.6, 0.6, 0.4, 0, "centre"),
    "subtitle": Style("kai", after=0.2, indent=0, align="centre", ink=SOFT),
    "salutation": Style("hei", before=0.3, after=0.1, indent=0),
    "aside": Style(size=0.8, pitch=0.75, indent=0, align="left", ink=SOFT),
    "heading1": Style("hei", 1.15, 1.1, 0.8, 0.2, 0, "left"),
    "heading2": Style("hei", 1.05, 1.0, 0.4, 0.1, align="left"),
    "heading3": Style("hei", before=0.2, align="left"),
    "body": Style(),
}
"""As in the window: its levels follow GB/T 9704-2012 §7.3.3 in spirit."""


class Stretch(NamedTuple):
    """A part of a line that the same marks lie over: where it is from the left edge of the column, in points."""

    x: float
    width: float
    marks: tuple[Annotation, ...]


class Line(NamedTuple):
    """A line: up to which code point it goes, where it begins from the left edge of the column, what stands in it,
    ``space`` points after each character."""

    stop: int
    x: float
    glyphs: Sequence[Glyph]
    space: float
    stretches: Sequence[Stretch]


def style_of(each: Paragraph) -> Style:
    """The style of a paragraph's role."""
    return STYLES[f"heading{min(3, each.node.level)}" if each.node else each.role]


def set_lines(text: str, each: Paragraph, letters: Letters, sheet: Sheet) -> Iterator[Line]:
    """The lines of a paragraph of a text, without the blanks that its author indented with."""
    style = style_of(each)
    size, indent = sheet.size * style.size, sheet.size * style.indent
    glyphs = _glyphs(text, each, letters, style)
    widths = [size * glyph.width for glyph in glyphs]
    shown = text[each.first : each.stop]
    marked = _Marked(each)
    for start, stop in lines(shown, widths, sheet.width - indent, sheet.width):
        held = glyphs[start : start + len(shown[start:stop].rstrip(BLANKS))]
        free = sheet.width - sum(widths[start : start + len(held)]) - (0 if start else indent)
        x, space = 0.0 if start else indent, 0.0
        if style.align == "centre":
            x = free / 2
        elif style.align == "justify" and stop < len(shown) and 0 < free < LOOSEST * size:
            space = free / max(1, sum(len(glyph.shown) for glyph in held) - 1)
        places = list(accumulate((size * g.width + space * len(g.shown) for g in held), initial=x))
        yield Line(each.first + stop, x, held, space, tuple(marked.over(each.first + start, places)))


def _glyphs(text: str, each: Paragraph, letters: Letters, style: Style) -> list[Glyph]:
    """All characters; a heading in a paragraph is set apart, in Hei where it opens it."""
    made: list[Glyph] = []
    leads = True
    for piece in each.pieces:
        if piece.start < each.first:
            continue
        leads = leads and piece.level > 0
        face = ("hei" if leads else "bold") if piece.level and style is STYLES["body"] else style.face
        made += letters.set(text[piece.start : piece.stop], face)
    return made


class _Marked:
    """The marked pieces of a paragraph, walked along with its lines."""

    def __init__(self, each: Paragraph) -> None:
        self._pieces = [piece for piece in each.pieces if piece.marks and piece.start >= each.first]
        self._at = 0

    def over(self, start: int, places: Sequence[float]) -> Iterator[Stretch]:
        """Those over the next line: it begins with a code point, and its characters begin and end at ``places``."""
        stop = start + len(places) - 1
        while self._at < len(self._pieces) and self._pieces[self._at].start < stop:
            piece = self._pieces[self._at]
            left, right = places[max(0, piece.start - start)], places[min(stop, piece.stop) - start]
            if left < right:
                yield Stretch(left, right - left, piece.marks)
            if piece.stop > stop:
                break
            self._at += 1
