"""The list of speeches: a line each, a title in its own face, the rest quiet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from gui.faces import font
from gui.library_room.shelf_model import COLUMNS, FALLING, NUMBERS, ShelfModel
from gui.parts import chosen
from gui.theme import Theme

HEIGHT = 36
WIDTHS = {"speaker": 92, "date": 96, "venue": 108, "kind": 58, "chars": 72, "marks": 58, "opened": 100}
"""Pixels of each column but the title, which takes what is left."""
GAP = 10
TITLE = 300
"""Pixels that a title should have."""
KEPT = ("date", "marks", "opened", "speaker", "chars", "venue", "kind")
"""The other columns, the longest kept first."""


class ShelfView(QTreeView):
    """Sorted by its head; Enter, or a double click, opens a speech."""

    def __init__(self, model: ShelfModel, look: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("shelfList")
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = ShelfDelegate(self, look)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self._shelf = model
        self.hovered = -1
        """The row that the mouse is over."""
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(40)
        for number, column in enumerate(COLUMNS):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(number, WIDTHS.get(column, 200))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorClearable(False)
        head.setSortIndicator(COLUMNS.index("opened"), Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        head.sectionClicked.connect(self._turn)
        self._sorted = COLUMNS.index("opened")

    def _turn(self, column: int) -> None:
        """A column that is newly sorted by begins with what one looks for in it."""
        if column != self._sorted:
            self._sorted = column
            way = Qt.SortOrder.DescendingOrder if COLUMNS[column] in FALLING else Qt.SortOrder.AscendingOrder
            self.sortByColumn(column, way)

    def paintEvent(self, event: QPaintEvent) -> None:
        port = self.viewport()
        self.hovered = self.indexAt(port.mapFromGlobal(QCursor.pos())).row() if port.underMouse() else -1
        super().paintEvent(event)
        if not self._shelf.rowCount():
            painter = QPainter(port)
            painter.setPen(QColor(self.delegate.look.soft))
            painter.setFont(font("hei", 14))
            room = port.rect().adjusted(40, 0, -40, -port.height() // 3)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._nothing())

    def _nothing(self) -> str:
        if self._shelf.wanted.words:
            return self.tr("No speech fits.")
        words = self.tr("No speech here. Drop files or a folder on the window, or press %1.")
        return words.replace("%1", "Ctrl+Shift+O")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, columns give way to the title."""
        left = self.viewport().width() - TITLE
        for column in KEPT:
            left -= WIDTHS[column]
            self.setColumnHidden(COLUMNS.index(column), left < 0)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            event.ignore()  # Qt would look for a row that begins so, through all of them
        else:
            super().keyPressEvent(event)


class ShelfDelegate(QStyledItemDelegate):
    """Paints one cell; the whole row shows that it is chosen."""

    def __init__(self, view: ShelfView, look: Theme) -> None:
        super().__init__(view)
        self._view, self.look = view, look
        self._title, self._rest = font("song", 15), font("hei", 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, look = QRectF(option.rect), self.look  # type: ignore[attr-defined]
        column = COLUMNS[index.column()]
        on = chosen(self._view, index)
        painter.save()
        if on or index.row() == self._view.hovered:
            painter.fillRect(box, QColor(look.selection if on else look.hover))
        painter.setPen(QColor(look.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(self._title if column == "title" else self._rest)
        painter.setPen(QColor(look.ink if on or column == "title" else look.soft))
        room = box.adjusted(16 if column == "title" else GAP, 0, -GAP, 0)
        words = str(index.data() or "")
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        if len(words) * painter.font().pixelSize() > room.width():  # no character is wider than it is high
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
