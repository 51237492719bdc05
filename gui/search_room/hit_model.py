"""The lines of an answer, fetched a page at a time when they are looked at."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from core.search.listing import Head, Line
from core.search.rows import Row
from gui.search_room.process import SearchProcess

PAGE = 64
"""Lines fetched in one go."""
KEPT = 40
"""Pages kept, however many hits there are."""
LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """Knows how many lines there are; what is not here yet is asked for, and comes later."""

    def __init__(self, process: SearchProcess) -> None:
        super().__init__()
        self._process = process
        self._pages: OrderedDict[int, list[Line]] = OrderedDict()
        self._awaited = set[int]()
        self._count = 0
        process.listed.connect(self._take)

    def clear(self) -> None:
        """Another question was asked."""
        self.beginResetModel()
        self._pages.clear()
        self._awaited.clear()
        self._count = 0
        self.endResetModel()

    def grow(self, count: int) -> None:
        """More lines were found."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def at(self, row: int) -> Line | None:
        """The line of a row; None where it is still to come."""
        page, place = divmod(row, PAGE)
        lines = self._pages.get(page, [])
        if place < len(lines):
            self._pages.move_to_end(page)
            return lines[place]
        if page not in self._awaited and 0 <= row < self._count:
            self._awaited.add(page)
            self._process.lines(page * PAGE, (page + 1) * PAGE)
        return None

    def _take(self, first: int, lines: list[list[object]]) -> None:
        page = first // PAGE
        self._awaited.discard(page)
        self._pages[page] = [_line(line) for line in lines]
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        if lines:
            self.dataChanged.emit(self.index(first, 0), self.index(min(first + len(lines), self._count) - 1, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.at(index.row()) if index.isValid() else None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsSelectable


def _line(fields: list[object]) -> Line:
    kind, *rest = fields
    if kind == "head":
        return Head(*rest)  # type: ignore[arg-type]
    row = Row(*rest)  # type: ignore[arg-type]
    return row._replace(section=tuple(row.section))


def _spoken(line: Line | None) -> str:
    if line is None:
        return "…"
    if isinstance(line, Head):
        return f"{line.title} {line.date}".strip()
    return " ".join(f"{line.left}{line.match}{line.right}".split())
