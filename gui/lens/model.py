"""The rows of a lens for a view: sorted by a column, and those alone that have some words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.lens.table import Table, Value

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = Sequence[Value]
EMPTY = Table("", (), ())


class TableModel(QAbstractTableModel):
    """Shows a table; the words sought are looked for in the columns of words."""

    def __init__(self) -> None:
        super().__init__()
        self.table = EMPTY
        self._rows: list[Row] = []
        self._size = (0, 0)
        self._sought = ""
        self._keep: Callable[[Row], bool] | None = None
        self._order: tuple[int, Qt.SortOrder] | None = None

    # -- what is asked for ---------------------------------------------------------------------

    def show_table(self, table: Table) -> None:
        """Show another table; the order stays where it has as many columns."""
        self.beginResetModel()
        if len(table.columns) != len(self.table.columns):
            self._order = None
        self.table = table
        self._choose()
        self.endResetModel()

    def seek(self, words: str, keep: Callable[[Row], bool] | None = None) -> None:
        """Show the rows that have some words, and that are to be kept."""
        self.beginResetModel()
        self._sought, self._keep = words.strip().lower(), keep
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._order = (column, order)
        self._rows = self._sorted(self._rows)
        self.layoutChanged.emit()

    def _choose(self) -> None:
        rows: Sequence[Row] = self.table.rows
        if self._keep is not None:
            rows = list(filter(self._keep, rows))
        if self._sought:
            rows = [row for row in rows if self._has(row)]
        self._rows = self._sorted(rows)
        self._size = (len(self._rows), len(self.table.columns))

    def _has(self, row: Row) -> bool:
        return any(isinstance(value, str) and self._sought in value.lower() for value in row)

    def _sorted(self, rows: Sequence[Row]) -> list[Row]:
        if self._order is None or self._order[0] >= len(self.table.columns):
            return list(rows)
        column, order = self._order
        back = order == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=lambda row: _key(row[column]), reverse=back)

    # -- what is shown -------------------------------------------------------------------------

    @property
    def shown(self) -> Table:
        """The rows as they are shown."""
        return Table(self.table.title, self.table.columns, self._rows)

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._size[0]  # a view asks this for each row

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._size[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.table.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.shown(self._rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column.places is not None)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.table.columns[section].hint or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(self.table.columns[section].places is not None)
        return None


def _aligned(number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _key(value: Value) -> tuple[int, float, str]:
    """Empty cells first, then numbers, then words."""
    if value is None:
        return (0, 0.0, "")
    return (2, 0.0, value) if isinstance(value, str) else (1, float(value), "")
