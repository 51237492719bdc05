"""The marks of a speech as a list that Qt can show, in document order."""

from __future__ import annotations

from bisect import bisect_left, insort
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Annotation, Change
from gui.speech import Speech, order

Index = QModelIndex | QPersistentModelIndex
BULK = 200
"""Marks changed at once from which the list is made anew rather than patched."""


class MarkRole(IntEnum):
    """What the list's delegate asks for."""

    MARK = Qt.ItemDataRole.UserRole


class MarkModel(QAbstractListModel):
    """Rows are sorted by place, the longer mark first; orphans come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[tuple[int, int, str]] = []
        self._marks: dict[str, Annotation] = {}

    def show_marks(self, speech: Speech | None) -> None:
        """Show another speech's marks."""
        self.beginResetModel()
        self._marks = dict(speech.marks) if speech else {}
        self._keys = sorted(map(order, self._marks.values()))
        self.endResetModel()

    def apply(self, change: Change, was: Change, speech: Speech) -> None:
        """Follow a change that the speech has already taken in."""
        if len(change.annotations) > BULK:
            self.show_marks(speech)
            return
        for id_, new in change.annotations.items():
            old = was.annotations.get(id_)
            if speech.owns(new or old):
                self._replace(id_, old, new)

    def _replace(self, id_: str, old: Annotation | None, new: Annotation | None) -> None:
        if old is not None and new is not None and order(old) == order(new):
            self._marks[id_] = new
            index = self.index(bisect_left(self._keys, order(new)))
            self.dataChanged.emit(index, index)
            return
        if old is not None:
            row = bisect_left(self._keys, order(old))
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._keys[row], self._marks[id_]
            self.endRemoveRows()
        if new is not None:
            row = bisect_left(self._keys, order(new))
            self.beginInsertRows(QModelIndex(), row, row)
            insort(self._keys, order(new))
            self._marks[id_] = new
            self.endInsertRows()

    def row_of(self, id_: str) -> int:
        """The row of a mark, -1 where it is not in the list."""
        mark = self._marks.get(id_)
        return bisect_left(self._keys, order(mark)) if mark else -1

    def mark_at(self, row: int) -> Annotation:
        """The mark in a row."""
        return self._marks[self._keys[row][2]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self.mark_at(index.row())
        if role == MarkRole.MARK:
            return mark
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark.quote
        return None
