"""Pages of a PDF, and what is drawn on them. All lengths are points, all places from the top left corner.

The file is the same whenever the same is drawn: its date is given, and it has no other clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from core.colour import LIGHT_INK
from core.exporters.pdf_letters import Glyph, Letters

INK, SOFT, ACCENT = LIGHT_INK, "#6d6a63", "#b3382c"
WIDTH, HEIGHT = 595.28, 841.89
MEASURE = 28
"""Characters of a line, as GB/T 9704 has them."""

_FOOT = 14.0
_MM = 72 / 25.4
_FIRST_DAY = "1980-01-01T00:00:00Z"


class Sheet(NamedTuple):
    """How a page is divided: the column of the text, beside it that of the notes, ``aside`` wide."""

    left: float
    top: float
    bottom: float
    size: float
    pitch: float
    aside: float = 0.0

    @property
    def width(self) -> float:
        """The width of the column of text."""
        return MEASURE * self.size

    @property
    def beside(self) -> float:
        """Where the column of notes begins."""
        return self.left + self.width + 1.4 * self.size


PLAIN = Sheet(28 * _MM, 37 * _MM, 262 * _MM, 156 * _MM / MEASURE, 225 * _MM / 22)
"""GB/T 9704-2012 §5.2: 22 lines of 28 characters on 156 × 225 mm."""

WITH_NOTES = Sheet(20 * _MM, 28 * _MM, 268 * _MM, 12.0, 240 * _MM / 32, 46 * _MM)
"""The same lines, smaller, with a margin of notes."""

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


class About(NamedTuple):
    """What a file says of itself; ``time`` is when it was last worked on, in ISO 8601 and UTC, or empty."""

    title: str
    author: str = ""
    subject: str = ""
    time: str = ""


class Comment(NamedTuple):
    """What a reader of PDF tells of a passage beside the page: its note, who wrote it, when (as ``About.time``)."""

    note: str
    creator: str
    time: str
    colour: str


class Pages:
    """A PDF, page by page. Raises Problem where there is no face to set it in."""

    def __init__(self, about: About) -> None:
        from fpdf import FPDF

        self._pdf = pdf = FPDF(unit="pt", format="A4")
        pdf.set_auto_page_break(False)
        pdf.render_color_fonts = False
        pdf.set_title(about.title)
        pdf.set_subject(about.subject)
        pdf.set_author(about.author)
        pdf.set_creator("批阅")
        pdf.set_lang("zh-CN")
        pdf.set_creation_date(_when(about.time or _FIRST_DAY))
        self.letters = Letters(pdf)

    def begin(self, sheet: Sheet) -> None:
        """Go on on a new page."""
        self._pdf.add_page()
        self.sheet = sheet

    def number(self) -> None:
        """The number of the page, outside below the text (GB/T 9704-2012 §7.5)."""
        sheet, number = self.sheet, self._pdf.page_no()
        glyphs = self.letters.set(f"— {number} —", "song")
        left = sheet.left + _FOOT
        if number % 2:
            left = sheet.left + sheet.width - _FOOT - _FOOT * sum(each.width for each in glyphs)
        self.write(left, HEIGHT - 20 * _MM, glyphs, _FOOT)

    def write(self, x: float, y: float, glyphs: Sequence[Glyph], size: float, ink: str = INK, space: float = 0) -> None:
        """A line of text from ``x`` on, ``space`` after each character; ``y`` is the middle of its characters."""
        self._pdf.set_text_color(ink)
        self._pdf.set_char_spacing(space)
        base = y + 0.38 * size  # the em box of a Chinese face stands from -.12 to .88
        for face, same in groupby(glyphs, key=lambda each: each.face):
            run = list(same)
            shown = "".join(each.shown for each in run)
            if face:
                self._pdf.set_font(face, "", size)
                self._pdf.text(x, base, shown)
            x += size * sum(each.width for each in run) + space * len(shown)

    def fill(self, box: Box, colour: str) -> None:
        """A box of one colour."""
        self._pdf.set_fill_color(colour)
        self._pdf.rect(*box, style="F")

    def bookmark(self, name: str, depth: int, y: float) -> None:
        """An entry of the outline, leading to a height of this page; ``depth`` is at most one more than the last."""
        self._pdf.set_y(y)
        self._pdf.start_section(name, depth)

    def comment(self, boxes: Sequence[Box], comment: Comment) -> None:
        """Tell readers of PDF of a passage on this page; nothing is drawn."""
        from core.exporters.pdf_comment import Unseen

        note, creator, time, colour = comment
        made = Unseen(boxes, HEIGHT, note, creator, _when(time) if time else None, colour)
        self._pdf.pages[self._pdf.page].add_annotation(made)

    def done(self) -> bytes:
        """The file."""
        return bytes(self._pdf.output())


def _when(time: str) -> datetime:
    return datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
