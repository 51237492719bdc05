"""What each character of a PDF is set in: the face asked for, else one that has it, else its number to be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from core import faces
from core.faces import Face

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

TRIES = 3
"""Faces that are opened for a character before it is given up."""

SOUGHT = 100
"""Characters of one file for which the machine is searched; a text in another script has faces open by then."""

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


class Glyph(NamedTuple):
    """A character as it is set: in which face of the file, as what, how wide in ems; nothing is empty."""

    face: str
    shown: str
    width: float


class Letters:
    """The faces of one file, each taken in when the first character is set in it.

    Raises Problem where the machine has no Chinese face.
    """

    def __init__(self, pdf: FPDF) -> None:
        self._pdf, self._known = pdf, faces.chinese()
        self._fonts: dict[str, TTFFont] = {}
        self._spare: dict[Face, str] = {}
        self._glyphs: dict[tuple[str, str], Glyph] = {}
        self._sought = 0

    def set(self, text: str, face: str) -> list[Glyph]:
        """A text in one of the four faces of ``core.faces.Faces``, a glyph for each code point."""
        return [self._glyphs.get((face, char)) or self._new(face, char) for char in text]

    def _new(self, face: str, char: str) -> Glyph:
        return self._glyphs.setdefault((face, char), self._glyph(face, "\u3000" if char == "\t" else char))

    def _glyph(self, face: str, char: str) -> Glyph:
        font, point = self._font(face), ord(char)
        if unicodedata.category(char) in _UNSEEN or "VARIATION SELECTOR" in unicodedata.name(char, ""):
            return Glyph("", "", 0.0)
        if point in font.cmap:
            return Glyph(face, char, font.cw[point] / 1000)
        if other := self._other(point):
            return Glyph(other, char, self._fonts[other].cw[point] / 1000)
        shown = f"〈U+{point:04X}〉" if ord("〈") in font.cmap else f"[U+{point:04X}]"
        return Glyph(face, shown, sum(font.cw[ord(each)] for each in shown) / 1000)

    def _font(self, name: str) -> TTFFont:
        if name not in self._fonts:
            self._take_in(name, getattr(self._known, name))
        return self._fonts[name]

    def _other(self, point: int) -> str:
        """The name of a face that has a character: of those that are open, else of the machine's; or none."""
        if found := self._having(point, self._fonts):
            return found
        if self._sought < SOUGHT:
            self._sought += 1
            return self._having(point, self._opened(tuple(islice(faces.spare(point), TRIES))))
        return ""

    def _having(self, point: int, names: Iterable[str]) -> str:
        return next((name for name in list(names) if point in self._fonts[name].cmap), "")

    def _opened(self, found: Sequence[Face]) -> list[str]:
        for face in found:
            if face not in self._spare:
                self._spare[face] = f"spare{len(self._spare)}"
                try:
                    self._take_in(self._spare[face], face)
                except Exception:  # what is installed on a machine may be broken in any way
                    self._spare[face] = ""
        return [name for face in found if (name := self._spare.get(face))]

    def _take_in(self, name: str, face: Face) -> None:
        from fpdf.fonts import TTFFont

        self._pdf.add_font(name, "", face.path, collection_font_number=face.number)
        font = self._pdf.fonts[name]
        assert isinstance(font, TTFFont)
        font.ttfont.recalcBBoxes = False  # half of the time, and a reader of PDF does not look at them
        self._fonts[name] = font
