"""The list of hits: keywords in context, aligned on the hit, below the speech and the heading they stand in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from core.search.listing import Head
from core.search.rows import Row
from gui.faces import font
from gui.parts import chosen, focused, hovered
from gui.search_room.hit_model import LINE, HitModel
from gui.search_room.lines_view import LinesView
from gui.theme import Theme

HEIGHT = 30
MARGIN, GAP = 16, 12
PLACE = 0.2
"""The share of the width in which the place of a hit is told."""
AXIS = 0.56
"""Where the hits begin, as a share of the width."""
Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter


class HitView(LinesView):
    """Enter, or a double click, opens a hit's place; Escape goes back to the field."""

    left = Signal()
    typed = Signal(str)
    opened = Signal(QModelIndex)
    copied = Signal()

    def __init__(self, model: HitModel, look: Theme) -> None:
        super().__init__(HEIGHT)
        self.setObjectName("searchHits")
        self.setAccessibleName(self.tr("Hits"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.delegate = HitDelegate(self, model, look)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit()
        elif typed.strip() and typed.isprintable():
            self.typed.emit(typed)  # Qt would look for a line that begins so, through all of them
        else:
            super().keyPressEvent(event)


class HitDelegate(QStyledItemDelegate):
    """Paints one line: a speech, or a hit in its context."""

    def __init__(self, view: HitView, model: HitModel, look: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self.look = view, model, look
        self.by_context = False
        self._text, self._bold = font("song", 15), font("song", 15, bold=True)
        self._title, self._small = font("song", 15, bold=True), font("hei", 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box, look = index.data(LINE), QRectF(option.rect), self.look  # type: ignore[attr-defined]
        painter.save()
        on = chosen(self._view, index)
        if on or hovered(self._view, index):
            painter.fillRect(box, QColor(look.selection if on else look.hover))
        if isinstance(line, Head):
            self._paint_head(painter, box, line, index.row())
        elif isinstance(line, Row):
            self._paint_hit(painter, box, line, index.row())
        if focused(self._view, index):
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(look.accent))
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, head: Head, row: int) -> None:
        look, room = self.look, box.adjusted(MARGIN, 0, -MARGIN, 0)
        if row:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(box.topLeft(), box.topRight())
        count = f"{head.hits:,}"
        self._draw(painter, room, count, self._small, look.soft, RIGHT)
        room.setRight(room.right() - QFontMetricsF(self._small).horizontalAdvance(count) - GAP)
        wide = self._draw(painter, room, head.title, self._title, look.ink)
        facts = " · ".join(each for each in (head.speaker, head.date) if each)
        self._draw(painter, room.adjusted(wide + GAP, 0, 0, 0), facts, self._small, look.soft)

    def _paint_hit(self, painter: QPainter, box: QRectF, row: Row, number: int) -> None:
        look, width = self.look, box.width()
        place = QRectF(box.left() + MARGIN + 8, box.top(), width * PLACE - MARGIN - 8 - GAP, box.height())
        words = self._place(row, number)
        self._draw(painter, place, words, self._small, look.soft)
        axis, start = box.left() + width * AXIS, box.left() + width * PLACE
        left = QRectF(start, box.top(), axis - start - 2, box.height())
        self._draw(painter, left, _flat(row.left), self._text, look.ink, RIGHT, Qt.TextElideMode.ElideLeft)
        hit = QRectF(axis, box.top(), box.right() - axis - MARGIN, box.height())
        advance = min(QFontMetricsF(self._bold).horizontalAdvance(_flat(row.match)), hit.width())
        band = QRectF(axis, box.top() + 5, advance, box.height() - 10)
        painter.fillRect(band, QColor(look.hit))
        if chosen(self._view, self._model.index(number)):  # on the colour of what is chosen a band hardly shows
            painter.fillRect(QRectF(axis, band.bottom() - 2, advance, 2), QColor(look.accent))
        wide = self._draw(painter, hit, _flat(row.match), self._bold, look.ink)
        self._draw(painter, hit.adjusted(wide + 2, 0, 0, 0), _flat(row.right), self._text, look.ink)

    def _place(self, row: Row, number: int) -> str:
        """The heading above a hit, where it is another than that of the line before; the speech, by context."""
        kind = {"notes": self.tr("Note"), "tags": self.tr("Tag"), "titles": self.tr("Title")}.get(row.scope, "")
        if self.by_context:
            return " · ".join(each for each in (kind, row.date[:4], row.title) if each)
        before = self._model.at(number - 1) if number else None
        if isinstance(before, Row) and (before.section, before.scope) == (row.section, row.scope):
            return ""
        heading = " ".join(row.section[-1].split()) if row.section else ""
        return " · ".join(each for each in (kind, heading) if each)

    def _draw(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        face: object,
        ink: str,
        side: Qt.AlignmentFlag = LEFT,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> float:
        """Write words on one line, cut where there is no room; returns the pixels they take."""
        if room.width() < 8 or not words:
            return 0
        painter.setFont(face)  # type: ignore[call-overload]
        painter.setPen(QColor(ink))
        metrics = QFontMetricsF(face)  # type: ignore[call-overload]
        shown = metrics.elidedText(words, cut, room.width())
        painter.drawText(room, side | MIDDLE, shown)
        return metrics.horizontalAdvance(shown)


def _flat(words: str) -> str:
    """On one line: a line's end is a blank."""
    return words.replace("\n", " ").replace("\t", " ")
