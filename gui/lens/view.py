"""The view of a table: keys as in every list, and what leaves it by the clipboard or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from core.lens.table import Table, tabbed
from gui.lens.model import TableModel
from gui.parts import selected_runs

if TYPE_CHECKING:
    from core.lens.table import Value
    from gui.lens.model import Index


FIRST, LEAST = 72, 40
"""Pixels of the first column, and of any other, at least."""


class TableView(QTreeView):
    """Enter or a double click takes a row up; a click on a column's head sorts by it."""

    taken = Signal(object)
    """The cells of the row that a reader took up."""
    left = Signal()
    """Esc: a reader wants back to the text."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.model_ = TableModel()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("role", "table")
        self.setModel(self.model_)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setSortingEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.header()
        head.setObjectName(f"{name}Head")
        head.setAccessibleName(words)
        head.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(LEAST)
        head.setResizeContentsPrecision(0)  # by the rows in sight: looking at a thousand takes a tenth of a second
        self.doubleClicked.connect(self._take)

    def show_table(self, table: Table) -> None:
        """Show another table: the first column takes what room the others leave."""
        fresh = len(table.columns) != self.model_.columnCount()
        self.model_.show_table(table)
        if fresh:
            self._set_columns()
        for column in range(1, len(table.columns)):
            self.resizeColumnToContents(column)
        self._give_room()

    def _set_columns(self) -> None:
        head = self.header()
        head.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        for column in range(self.model_.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == 0 else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(column, mode)

    def _give_room(self) -> None:
        """The first column takes what is left; where that is too little, the table is wider than its view."""
        head, columns = self.header(), range(1, self.model_.columnCount())
        left = self.viewport().width() - sum(head.sectionSize(column) for column in columns)
        if self.model_.columnCount():
            narrow = left < FIRST
            mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(0, mode)
            if narrow:
                head.resizeSection(0, FIRST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _take(self, index: Index) -> None:
        if index.isValid():
            self.taken.emit(self.model_.row(index))

    def current(self) -> tuple[Value, ...]:
        """The cells of the current row; none where there is no current row."""
        index = self.currentIndex()
        return tuple(self.model_.row(index)) if index.isValid() else ()

    def chosen(self) -> Table:
        """The rows that are selected; all where none or one is."""
        shown = self.model_.shown
        runs = selected_runs(self)
        numbers = sorted({row for run in runs for row in range(run.top(), run.bottom() + 1)})
        return shown if len(numbers) < 2 else shown._replace(rows=[shown.rows[number] for number in numbers])

    def copy(self) -> None:
        """Put the rows on the clipboard, as a table."""
        QGuiApplication.clipboard().setText(tabbed(self.chosen()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key means something else here than in the rest of the window."""
    standard = QKeySequence.StandardKey
    return event.matches(standard.Copy) or event.matches(standard.SelectAll)
