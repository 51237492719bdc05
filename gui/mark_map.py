"""The thin map at the pane's right edge: every mark of the speech, by its place in the text."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.model import Annotation, Span, Tag
from gui.painter import colour_of
from gui.theme import Theme

ROWS = 800
TICK, MARGIN = 3, 2
"""Pixels: the height of a tick, and what is kept free above the first and below the last."""


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
        self._picture = QPixmap()

    def show_marks(self, marks: list[Annotation], length: int, tags: dict[str, Tag], theme: Theme) -> None:
        """Show the marks of a text of ``length`` code points."""
        self._rows, self._length, self._tags, self._theme = {}, max(1, length), tags, theme
        for mark in marks:
            if mark.span is not None:
                self._put(mark, mark.span)
        self._forget()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._forget()

    def replace(self, old: Annotation | None, new: Annotation | None) -> None:
        """Put ``new`` in the place of ``old``; either may be missing."""
        if old is not None and old.span is not None:
            row = self._row(old.span.start)
            self._rows.get(row, {}).pop(old.id, None)
            self._redraw(row)
        if new is not None and new.span is not None:
            self._redraw(self._put(new, new.span))
        self.update()

    def _put(self, mark: Annotation, span: Span) -> int:
        """Count a mark in its row; returns the row."""
        row = self._row(span.start)
        self._rows.setdefault(row, {})[mark.id] = colour_of(mark, self._tags)
        return row

    def _row(self, point: int) -> int:
        return point * ROWS // self._length

    # -- painting: what is drawn is kept, for the text below is painted anew at every move of a reader --

    def _forget(self) -> None:
        self._picture = QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(0, self.height())
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _redraw(self, row: int) -> None:
        """Draw one row anew."""
        if not self._picture.isNull():
            y = self._y(row)
            self._draw(floor(y), ceil(y + TICK))

    def _draw(self, top: int, bottom: int) -> None:
        """Draw all ticks that reach in between two heights."""
        painter, strip = QPainter(self._picture), QRect(0, top, self.WIDTH, bottom - top)
        painter.setClipRect(strip)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(strip, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch = self._pitch()
        for row in range(floor((top - TICK - MARGIN) / pitch), ceil((bottom - MARGIN) / pitch)):
            if (marks := self._rows.get(row)) and self._theme is not None:
                painter.setBrush(QColor(self._theme.rule(next(reversed(marks.values())))))
                painter.drawRoundedRect(QRectF(2, self._y(row), self.WIDTH - 4, TICK), 1.5, 1.5)
        painter.end()

    def _y(self, row: int) -> float:
        return MARGIN + row * self._pitch()

    def _pitch(self) -> float:
        """Pixels from one row to the next."""
        return max(1, self.height() - TICK - 2 * MARGIN) / ROWS

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._pane.verticalScrollBar()
        share = event.position().y() / max(1, self.height())
        bar.setValue(int(share * bar.maximum()))
