"""The marks of a speech as a list that Qt can show: those that fit, in the order chosen."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from core.model import Annotation, Change
from gui.mark_filter import LAST, Fits, Key, Place, everything, placing
from gui.speech import Speech, order

Index = QModelIndex | QPersistentModelIndex
BULK = 200
"""Marks changed at once from which the list is made anew rather than patched."""

ROW = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
LOST: Key = (LAST, -1, 0, "")
"""The row that heads the orphans: it has no mark, and cannot be chosen."""


class MarkRole(IntEnum):
    """What the list's delegate asks for."""

    MARK = Qt.ItemDataRole.UserRole


class MarkModel(QStringListModel):
    """Rows are sorted by place, the longer mark first, unless told otherwise; orphans come last, below a heading.

    The strings that Qt keeps are the marks' ids. A list asks for each of its rows whenever one comes
    or goes, so it is Qt that must know them: ten thousand questions to Python take 15 ms.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fits: Fits = everything
        self._place: Place = placing("place", ())
        self._keys: list[Key] = []
        self._marks: dict[str, Annotation] = {}

    def show_marks(self, speech: Speech | None, fits: Fits | None = None, place: Place | None = None) -> None:
        """Show a speech's marks: those that fit, by their place; both stay as they were unless given."""
        self._fits, self._place = fits or self._fits, place or self._place
        marks = speech.sight if speech else {}
        everyone = self._fits is everything
        self._marks = dict(marks) if everyone else {id_: mark for id_, mark in marks.items() if self._fits(mark)}
        self._keys = sorted(map(self._place, self._marks.values()))
        if self._keys and self._keys[-1][0] == LAST:
            insort(self._keys, LOST)
        self.setStringList([key[-1] for key in self._keys])

    def apply(self, change: Change, was: Change, speech: Speech) -> None:
        """Follow a change that the speech has already taken in."""
        if len(change.annotations) > BULK:
            self.show_marks(speech)
            return
        for id_, new in change.annotations.items():
            if speech.owns(new or was.annotations.get(id_)):
                self._replace(id_, new if new is not None and self._fits(new) else None)

    def _replace(self, id_: str, new: Annotation | None) -> None:
        old, key = self._key_of(id_), self._place(new) if new else None
        if new is not None and old == key:
            self._marks[id_] = new
            index = self.index(self.row_of(id_))
            self.dataChanged.emit(index, index)
            return
        if old is not None:
            self._take(old)
            del self._marks[id_]
        if new is not None and key is not None:
            self._marks[id_] = new
            self._put(key)
        self._head()

    def _put(self, key: Key) -> None:
        row = bisect_left(self._keys, key)
        self._keys.insert(row, key)
        self.insertRow(row)
        self.setData(self.index(row), key[-1])

    def _take(self, key: Key) -> None:
        row = bisect_left(self._keys, key)
        self.removeRow(row)
        del self._keys[row]

    def _head(self) -> None:
        """A heading above the orphans, where there are any."""
        if not self._keys:
            return
        row = bisect_left(self._keys, LOST)
        headed = row < len(self._keys) and self._keys[row] == LOST
        if headed and self._keys[-1] == LOST:
            self._take(LOST)
        elif not headed and self._keys[-1][0] == LAST:
            self._put(LOST)

    @property
    def count(self) -> int:
        """How many marks are shown."""
        return len(self._marks)

    def shown(self) -> list[Annotation]:
        """The marks that are shown, in the order of the text."""
        return sorted(self._marks.values(), key=order)

    @property
    def orphans(self) -> int:
        """How many of them are orphans."""
        return len(self._keys) - 1 - bisect_left(self._keys, LOST) if self._keys and self._keys[-1][0] == LAST else 0

    def _key_of(self, id_: str) -> Key | None:
        mark = self._marks.get(id_)
        return self._place(mark) if mark is not None else None

    def row_of(self, id_: str) -> int:
        """The row of a mark, -1 where it is not in the list."""
        key = self._key_of(id_)
        return bisect_left(self._keys, key) if key is not None else -1

    def mark_at(self, row: int) -> Annotation:
        """The mark in a row."""
        return self._marks[super().data(self.index(row))]

    def ids(self, rows: Iterable[int]) -> list[str]:
        """The ids of the marks in some rows; the heading has none."""
        return [self._keys[row][-1] for row in rows if self._keys[row] is not LOST]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self._keys) or self._keys[index.row()] is LOST:
            return Qt.ItemFlag.NoItemFlags
        return ROW

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self._marks.get(super().data(index)) if index.isValid() else None
        if mark is None:  # the heading, or a row that is just being made
            return None
        if role == MarkRole.MARK:
            return mark
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark.quote
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(filter(None, ("★" * mark.stars, mark.note, mark.former)))
        return None
