"""What each role of a block looks like: font, line pitch, space around, indent, alignment, ink.

The levels follow GB/T 9704-2012 §7.3.3 in spirit: title in a large Song-type, 一、 in a Hei-type,
numbered paragraph openers in bold Hei, run-in headings in bold Song.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat

from gui.faces import Setting, font

JUSTIFY, CENTRE = Qt.AlignmentFlag.AlignJustify, Qt.AlignmentFlag.AlignHCenter


class Style(NamedTuple):
    """All lengths in pixels; ``ink`` names a colour of the theme."""

    font: QFont
    pitch: int
    before: int = 0
    after: int = 0
    indent: int = 0
    align: Qt.AlignmentFlag = JUSTIFY
    ink: str = "ink"

    @property
    def size(self) -> int:
        return self.font.pixelSize()


def styles(setting: Setting) -> dict[str, Style]:
    """The style of every role for one setting of the page."""
    size, pitch, face = setting.size, setting.pitch, setting.face
    gap, two = pitch // 5, 2 * size
    plain, small = font(face, size), font("hei", max(12, size * 3 // 4))

    def head(scale: float) -> tuple[QFont, int]:
        pixels = round(size * scale)
        return font("hei", pixels, bold=True), round(pixels * 1.5)

    title, title_pitch = font("song", round(size * 1.55), bold=True), round(size * 2.2)
    one, one_pitch = head(1.18)
    two_font, two_pitch = head(1.06)
    three, three_pitch = head(1.0)
    return {
        "title": Style(title, title_pitch, pitch, pitch // 3, align=CENTRE),
        "subtitle": Style(font("kai", size), pitch, 0, gap, align=CENTRE, ink="soft"),
        "salutation": Style(font("hei", size, bold=True), pitch, pitch // 2, gap),
        "advert": Style(small, round(small.pixelSize() * 1.6), align=Qt.AlignmentFlag.AlignLeft, ink="soft"),
        "note": Style(font(face, max(12, size - 2)), round((size - 2) * 1.6), 0, gap, two, ink="soft"),
        "heading1": Style(one, one_pitch, round(pitch * 1.1), gap, align=Qt.AlignmentFlag.AlignLeft),
        "heading2": Style(two_font, two_pitch, pitch // 2, gap, two, Qt.AlignmentFlag.AlignLeft),
        "heading3": Style(three, three_pitch, gap, gap, two, Qt.AlignmentFlag.AlignLeft),
        "body": Style(plain, pitch, 0, gap, two),
        "more": Style(plain, pitch, 0, gap, 0),
        "blank": Style(plain, pitch // 3),
    }


def run_format(face: str, setting: Setting) -> QTextCharFormat:
    """How a heading within a paragraph is set apart from it."""
    form = QTextCharFormat()
    if face == "lead":
        form.setFontFamilies(list(font("hei", setting.size).families()))
    form.setFontWeight(QFont.Weight.Bold)
    return form
