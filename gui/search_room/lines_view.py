"""A list whose lines are all of one height: nothing in it costs more for a million lines than for ten.

(QListView lays every line out, which takes six seconds for a million.)
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class LinesView(QAbstractItemView):
    """Shows a list model, a line for each row."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def _count(self) -> int:
        return self.model().rowCount() if self.model() else 0

    def _line_at(self, y: int) -> int:
        return (y + self.verticalOffset()) // self._height

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self._height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._line_at(point.y())
        return self.model().index(row, 0) if self.model() and 0 <= row < self._count else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible):
        bar, top = self.verticalScrollBar(), index.row() * self._height
        bottom = top + self._height - self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value():
            bar.setValue(bottom)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row, page = self.currentIndex().row(), max(1, self.viewport().height() // self._height - 1)
        steps = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -page, Move.MovePageDown: page}
        steps |= {Move.MovePrevious: -1, Move.MoveNext: 1, Move.MoveHome: -self._count, Move.MoveEnd: self._count}
        row = max(0, min(self._count - 1, row + steps.get(action, 0)))
        return self.model().index(row, 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = self._line_at(rect.top()), self._line_at(rect.bottom())
        first, last = max(0, min(first, last)), min(self._count - 1, max(first, last))
        if first <= last:
            index = self.model().index
            self.selectionModel().select(QItemSelection(index(first, 0), index(last, 0)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._count * self._height - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._height)
        super().updateGeometries()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        if start <= self._line_at(self.viewport().height()):
            self.viewport().update()

    def reset(self) -> None:
        super().reset()
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self._line_at(event.rect().top()), self._line_at(event.rect().bottom())
        option = QStyleOptionViewItem()
        with QPainter(self.viewport()) as painter:
            for row in range(max(0, first), min(self._count - 1, last) + 1):
                index = self.model().index(row, 0)
                option.rect = self.visualRect(index)  # type: ignore[attr-defined]
                self.itemDelegate().paint(painter, option, index)
