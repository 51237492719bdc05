"""The field in which a question is written; what is wrong with it is underlined where it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit

from gui.offsets import Offsets
from gui.theme import Theme

WAVE = 2
"""Pixels: half a wave's length, and its height."""


class QueryField(QLineEdit):
    """Enter asks at once, Down goes into the list, Escape leaves."""

    asked = Signal()
    entered_list = Signal()
    left = Signal()

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.look = look
        self._wrong: tuple[int, int] | None = None
        self.setObjectName("searchQuery")
        self.setAccessibleName(self.tr("Search all speeches"))
        self.setPlaceholderText(self.tr('Words, "a phrase", AND OR NOT, NEAR/20, ~sentence, tag:, year:…'))
        self.setClearButtonEnabled(True)
        self.setMaxLength(20_000)
        self.textChanged.connect(lambda _: self.mark_wrong(None))

    def mark_wrong(self, place: tuple[int, int] | None) -> None:
        """Underline a place, in code points; the character before one without length."""
        if place is not None and place[0] == place[1]:
            place = (max(0, place[0] - 1), max(1, place[1]))
        self._wrong = place
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.entered_list.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong is None:
            return
        metrics, text = self.fontMetrics(), self.text()
        caret = self.cursorRect()
        before = text[: Offsets(text).to_points(self.cursorPosition())]
        begin = caret.center().x() + 1 - metrics.horizontalAdvance(before)
        start, stop = (begin + metrics.horizontalAdvance(text[:place]) for place in self._wrong)
        bottom = caret.bottom()
        points = [QPointF(x, bottom - WAVE * (number % 2)) for number, x in enumerate(range(start, stop + 1, WAVE))]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.look.accent), 1.3))
            painter.drawPolyline(QPolygonF(points))
