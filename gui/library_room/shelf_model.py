"""The speeches of the library as rows, read a page at a time when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.kinds import kind_of
from core.library.shelf import Wanted
from core.model import DocumentRow
from core.problem import Problem
from gui.session import Session

PAGE = 64
"""Speeches read in one go."""
KEPT = 12
"""Pages kept: enough for the largest screen, and as many for a library of any size."""
COLUMNS = ("title", "speaker", "date", "venue", "kind", "chars", "marks", "opened")
NUMBERS = ("chars", "marks")
FALLING = ("date", "chars", "marks", "opened")
"""Columns of which one wants to see the last, or the largest, first."""
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractTableModel):
    """What is wanted of the library, in its order."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._numbers: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, DocumentRow]] = OrderedDict()
        self.wanted = Wanted()

    def show(self, wanted: Wanted | None = None) -> None:
        """List what is wanted, or the same as it is now."""
        self.beginResetModel()
        self.wanted = wanted or self.wanted
        self._pages.clear()
        self._numbers = array("q")
        library = self._session.library
        if library is not None:
            try:
                self._numbers = library.shelf.numbers(self.wanted)
            except Problem as problem:
                self._session.fail(problem)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def number_at(self, row: int) -> int:
        """What names the speech in a row, whatever order the list has; 0 where there is no such row."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else 0

    def row_of(self, number: int) -> int:
        """The row of the speech that such a number names, -1 where it is not listed."""
        return self._numbers.index(number) if number in self._numbers else -1

    def at(self, row: int) -> DocumentRow | None:
        """The speech in a row; None where it is there no more."""
        number = row // PAGE
        if number not in self._pages:
            self._pages[number] = self._read(number)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._numbers[row])

    def _read(self, page: int) -> dict[int, DocumentRow]:
        library = self._session.library
        try:
            return library.shelf.rows(self._numbers[page * PAGE : (page + 1) * PAGE]) if library else {}
        except Problem as problem:
            self._session.fail(problem)
            return {}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[index.column()] in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ROW):
            return None
        row = self.at(index.row())
        if role == ROW or row is None:
            return row
        return self._said(row, COLUMNS[index.column()])

    def _said(self, row: DocumentRow, column: str) -> str:
        if column == "title":
            return row.title or (row.source.stem if row.source else self.tr("Untitled"))
        if column == "kind":
            return kind_of(row.title)
        if column == "opened":
            return row.opened[:10]
        value = getattr(row, column)
        return (f"{value:,}" if value else "") if column in NUMBERS else value

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words()[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "speaker": self.tr("Speaker"),
            "date": self.tr("Date"),
            "venue": self.tr("Venue"),
            "kind": self.tr("Kind"),
            "chars": self.tr("Length"),
            "marks": self.tr("Marks"),
            "opened": self.tr("Last read"),
        }

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List the same by a column; Qt's order stands in the head of the list."""
        falling = order == Qt.SortOrder.DescendingOrder
        self.show(self.wanted._replace(order=COLUMNS[column], falling=falling))
