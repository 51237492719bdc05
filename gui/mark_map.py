"""The thin map at the pane's right edge: every mark of the speech, by its place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil, floor
from operator import attrgetter

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.model import Annotation, Span, Tag
from gui.painter import colour_of
from gui.theme import Theme

ROWS = 800
MANY = 40
"""Rows from which all are drawn at once rather than one after the other."""
TICK, MARGIN = 3, 2
"""Pixels: the height of a tick, and what is kept free above the first and below the last."""
HIT_LANE, MARK_LANE = (0, 4), (6, 8)
"""Pixels: the left edge and the width of the ticks of hits, and of those of marks."""

_start = attrgetter("start")


class MarkMap(QWidget):
    """Marks are counted in ROWS rows, so that ten thousand cost no more to paint than a hundred."""

    WIDTH = 16

    def __init__(self, pane: QAbstractScrollArea) -> None:
        super().__init__(pane)
        self.setObjectName("markMap")
        self.setAccessibleName(self.tr("Map of all marks"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pane = pane
        self._rows: dict[int, dict[str, str]] = {}
        self._hits: Sequence[Span] = ()
        self._stale: set[int] = set()
        self._length = 1
        self._tags: dict[str, Tag] = {}
        self._theme: Theme | None = None
        self._picture = QPixmap()

    def show_marks(self, marks: list[Annotation], length: int, tags: dict[str, Tag], theme: Theme) -> None:
        """Show the marks of a text of ``length`` code points."""
        self._rows, self._length, self._tags, self._theme = {}, max(1, length), tags, theme
        self._hits = ()
        for mark in marks:
            if mark.span is not None:
                self._put(mark, mark.span)
        self._forget()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Show the hits of a search, in order, as thin ticks beside the marks."""
        self._hits = hits
        self._forget()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._forget()

    def replace(self, old: Annotation | None, new: Annotation | None) -> None:
        """Put ``new`` in the place of ``old``; either may be missing."""
        if old is not None and old.span is not None:
            row = self._row(old.span.start)
            self._rows.get(row, {}).pop(old.id, None)
            self._stale.add(row)
        if new is not None and new.span is not None:
            self._stale.add(self._put(new, new.span))
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
        self._stale.clear()
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
            self._stale.clear()
        self._redraw()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _redraw(self) -> None:
        """Draw the rows anew in which marks have come or gone since; where they are many, all at once."""
        if len(self._stale) > MANY:
            self._draw(0, self.height())
        else:
            for y in map(self._y, self._stale):
                self._draw(floor(y), ceil(y + TICK))
        self._stale.clear()

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
        if self._theme is not None:
            rows = range(max(0, floor((top - TICK - MARGIN) / pitch)), ceil((bottom - MARGIN) / pitch))
            self._draw_hits(painter, rows, self._theme)
            self._draw_marks(painter, rows, self._theme)
        painter.end()

    def _draw_marks(self, painter: QPainter, rows: range, theme: Theme) -> None:
        left, width = MARK_LANE
        for row in rows:
            if marks := self._rows.get(row):
                painter.setBrush(QColor(theme.rule(next(reversed(marks.values())))))
                painter.drawRoundedRect(QRectF(left, self._y(row), width, TICK), 1.5, 1.5)

    def _draw_hits(self, painter: QPainter, rows: range, theme: Theme) -> None:
        (left, width), colour = HIT_LANE, QColor(theme.rule(theme.hit))
        for row in rows:
            at = bisect_left(self._hits, -(-row * self._length // ROWS), key=_start)
            if at < len(self._hits) and self._row(self._hits[at].start) == row:
                painter.fillRect(QRectF(left, round(self._y(row)) + 1, width, 1), colour)

    def _y(self, row: int) -> float:
        return MARGIN + row * self._pitch()

    def _pitch(self) -> float:
        """Pixels from one row to the next."""
        return max(1, self.height() - TICK - 2 * MARGIN) / ROWS

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._pane.verticalScrollBar()
        share = event.position().y() / max(1, self.height())
        bar.setValue(int(share * bar.maximum()))
