"""The thin map at the pane's right edge: every mark of the speech, by its place in the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.model import Annotation, Tag
from gui.painter import UNTAGGED
from gui.theme import Theme

ROWS = 800


class MarkMap(QWidget):
    """Marks are counted in ROWS rows, so that ten thousand cost no more to paint than a hundred."""

    WIDTH = 12

    def __init__(self, pane: QAbstractScrollArea) -> None:
        super().__init__(pane)
        self.setObjectName("markMap")
        self.setAccessibleName(self.tr("Map of all marks"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pane = pane
        self._rows: dict[int, dict[str, str]] = {}
        self._length = 1
        self._tags: dict[str, Tag] = {}
        self._theme: Theme | None = None

    def show_marks(self, marks: list[Annotation], length: int, tags: dict[str, Tag], theme: Theme) -> None:
        """Show the marks of a text of ``length`` code points."""
        self._rows, self._length, self._tags, self._theme = {}, max(1, length), tags, theme
        for mark in marks:
            self.replace(None, mark)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def replace(self, old: Annotation | None, new: Annotation | None) -> None:
        """Put ``new`` in the place of ``old``; either may be missing."""
        if old is not None and old.span is not None:
            self._rows.get(self._row(old.span.start), {}).pop(old.id, None)
        if new is not None and new.span is not None:
            tag = next((self._tags[t] for t in new.tags if t in self._tags), None)
            self._rows.setdefault(self._row(new.span.start), {})[new.id] = tag.colour if tag else UNTAGGED
        self.update()

    def _row(self, point: int) -> int:
        return point * ROWS // self._length

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for row, marks in self._rows.items():
            if marks:
                colour = next(reversed(marks.values()))
                painter.setBrush(QColor(self._theme.rule(colour)))
                y = 2 + row * (self.height() - 6) / ROWS
                painter.drawRoundedRect(QRectF(2, y, self.WIDTH - 4, 3), 1.5, 1.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._pane.verticalScrollBar()
        share = event.position().y() / max(1, self.height())
        bar.setValue(int(share * bar.maximum()))
