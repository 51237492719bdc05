"""The marks of all speeches as rows that Qt can show, read a page at a time; group headings stand among them."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from core.heading_paths import HeadingPaths, wording
from core.library.material import Listing, Piece, Wanted
from core.model import Change
from core.problem import Problem
from gui.session import Session

PAGE = 64
"""Marks read in one go."""
KEPT = 12
"""Pages kept, as many for a base of any size; and outlines, from which comes the heading over a mark."""
Index = QModelIndex | QPersistentModelIndex
Group = tuple[str, int]
"""What a group is of, and how many marks follow in it."""


class PieceRole(IntEnum):
    """What a card is painted from."""

    PIECE = Qt.ItemDataRole.UserRole
    GROUP = Qt.ItemDataRole.UserRole + 1
    WHERE = Qt.ItemDataRole.UserRole + 2


class PieceModel(QAbstractListModel):
    """Rows are numbers of marks; one below zero is the heading of a group. All else is read when it is looked at."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: array[int] = array("q")
        self._groups: list[Group] = []
        self._facts: dict[str, tuple[str, str, str]] = {}
        self._pages: OrderedDict[int, dict[int, Piece]] = OrderedDict()
        self._paths: OrderedDict[str, HeadingPaths] = OrderedDict()
        self.wanted = Wanted()
        self.count = 0
        """How many marks are listed."""

    def show(self, found: Listing) -> None:
        """List what was found."""
        self.beginResetModel()
        self.wanted, self._groups, self._facts = found.wanted, found.groups, found.facts
        self._pages.clear()
        self.count, at = len(found.numbers), 0
        self._rows = array("q") if found.groups else found.numbers
        for number, (_, size) in enumerate(found.groups):
            self._rows.append(-1 - number)
            self._rows.extend(found.numbers[at : at + size])
            at += size
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def at(self, row: int) -> Piece | None:
        """The mark in a row; None for a group, and where the mark is there no more."""
        number = self._rows[row]
        if number < 0:
            return None
        page = row // PAGE
        if page not in self._pages:
            self._pages[page] = self._read(page)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(number)

    def _read(self, page: int) -> dict[int, Piece]:
        library, numbers = self._session.library, self._rows[page * PAGE : (page + 1) * PAGE]
        try:
            return library.material.pieces(each for each in numbers if each >= 0) if library else {}
        except Problem as problem:
            self._session.fail(problem)
            return {}

    def group(self, row: int) -> tuple[str, int] | None:
        """The words of the group that a row heads, and how many marks follow in it."""
        if self._rows[row] >= 0:
            return None
        key, size = self._groups[-1 - self._rows[row]]
        return self._called(key), size

    def _called(self, key: str) -> str:
        if self.wanted.order == "speech":
            title, speaker, date = self._facts.get(key, ("", "", ""))
            return "  ·  ".join(filter(None, (title or self.tr("Untitled"), speaker, date)))
        if self.wanted.order == "tag":
            return self._session.tags[key].name if key in self._session.tags else self.tr("Without a tag")
        return key or self.tr("Without a date")

    def where(self, piece: Piece) -> str:
        """The heading over a mark, or where it stood."""
        mark = piece.mark
        if mark.span is None:
            return mark.former
        above = self._paths_of(mark.document).above(mark.span)
        return " ".join(wording(above[-1]).split()) if above else ""

    def _paths_of(self, digest: str) -> HeadingPaths:
        if digest not in self._paths:
            library = self._session.library
            try:
                sections = library.remembered(digest) if library else ()
            except Problem:  # the card does without; what is wrong is said when the speech is opened
                sections = ()
            self._paths[digest] = HeadingPaths(sections)
            if len(self._paths) > KEPT:
                self._paths.popitem(last=False)
        self._paths.move_to_end(digest)
        return self._paths[digest]

    def ids(self, rows: Iterable[int]) -> list[str]:
        """The ids of the marks in some rows."""
        library, numbers = self._session.library, [self._rows[row] for row in rows if self._rows[row] >= 0]
        return library.material.ids(numbers) if library else []

    def all_ids(self) -> list[str]:
        """The ids of all marks listed."""
        return self.ids(range(len(self._rows)))

    def take(self, change: Change) -> None:
        """Marks were changed: what is listed stays where it is, and is read anew."""
        if change.annotations and self._rows:
            self._pages.clear()
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == PieceRole.GROUP:
            return self.group(index.row())
        if role not in (PieceRole.PIECE, PieceRole.WHERE, *_WORDS):
            return None
        piece = self.at(index.row())
        if role == PieceRole.PIECE:
            return piece
        if role == PieceRole.WHERE:
            return self.where(piece) if piece else ""
        if piece is None:
            found = self.group(index.row())
            return found[0] if found else ""
        return piece.mark.quote if role == Qt.ItemDataRole.DisplayRole else self._told(piece)

    def _told(self, piece: Piece) -> str:
        """The whole of a mark, as a screen reader reads it and a pointer that rests shows it."""
        mark = piece.mark
        tags = "、".join(self._session.tags[each].name for each in mark.tags if each in self._session.tags)
        used = self.tr("Used in: %1").replace("%1", "、".join(mark.used.split("\n"))) if mark.used else ""
        return "\n".join(filter(None, (mark.quote, mark.note, tags, piece.title, used)))


_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
