"""The marks of a speech as a list that Qt can show, in document order."""

from __future__ import annotations

from bisect import bisect_left, insort
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from core.model import Annotation, Change
from gui.speech import Speech, order

Index = QModelIndex | QPersistentModelIndex
BULK = 200
"""Marks changed at once from which the list is made anew rather than patched."""

ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class MarkRole(IntEnum):
    """What the list's delegate asks for."""

    MARK = Qt.ItemDataRole.UserRole


class MarkModel(QStringListModel):
    """Rows are sorted by place, the longer mark first; orphans come last.

    The strings that Qt keeps are the marks' ids. A list asks for each of its rows whenever one comes
    or goes, so it is Qt that must know them: ten thousand questions to Python take 15 ms.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[tuple[int, int, str]] = []
        self._marks: dict[str, Annotation] = {}

    def show_marks(self, speech: Speech | None) -> None:
        """Show another speech's marks."""
        self._marks = dict(speech.sight) if speech else {}
        self._keys = sorted(map(order, self._marks.values()))
        self.setStringList([id_ for _, _, id_ in self._keys])

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
            self.removeRow(row)
            del self._keys[row], self._marks[id_]
        if new is not None:
            self._marks[id_] = new
            row = bisect_left(self._keys, order(new))
            insort(self._keys, order(new))
            self.insertRow(row)
            self.setData(self.index(row), id_)

    def row_of(self, id_: str) -> int:
        """The row of a mark, -1 where it is not in the list."""
        mark = self._marks.get(id_)
        return bisect_left(self._keys, order(mark)) if mark else -1

    def mark_at(self, row: int) -> Annotation:
        """The mark in a row."""
        return self._marks[super().data(self.index(row))]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return ROW if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self._marks.get(super().data(index)) if index.isValid() else None
        if mark is None:  # a row that is just being made
            return None
        if role == MarkRole.MARK:
            return mark
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark.quote
        return None
