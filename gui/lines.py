"""The beginning of a text in a few lines, the last one elided: what cards show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from gui.offsets import Offsets

LONGEST = 400
"""Code points of a text that are looked at: more than stand in the lines of a card."""


def paint_lines(painter: QPainter, face: QFont, box: QRectF, words: str, most: int, pitch: int) -> int:
    """Paint at most ``most`` lines, ``pitch`` pixels from one to the next, in the painter's pen;
    returns how many it were."""
    words = words[:LONGEST]
    layout, option, offsets = QTextLayout(words, face), QTextOption(), Offsets(words)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    painter.setFont(face)
    layout.beginLayout()
    painted = 0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start, stop = (offsets.to_points(line.textStart() + more) for more in (0, line.textLength()))
        shown = words[start:stop]
        if number == most - 1:
            shown = painter.fontMetrics().elidedText(words[start:], Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box.adjusted(0, number * pitch, 0, 0), Qt.AlignmentFlag.AlignTop, shown)
        painted += 1
    layout.endLayout()
    return painted
