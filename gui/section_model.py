"""The outline as a tree that Qt can show: what stands in it, and how many marks each node holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Annotation, Section, Span

Index = QModelIndex | QPersistentModelIndex
SHOWN = ("title", "salutation", "closing", "back_matter")


class Role(IntEnum):
    """What the tree's delegate asks for beside the text."""

    CHARS = Qt.ItemDataRole.UserRole
    MARKS = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    START = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True)
class Node:
    """A row: ``span`` is what it covers, ``parent`` the number of the row above it (-1: none)."""

    kind: str
    text: str
    span: Span
    parent: int
    row: int
    chars: int
    children: list[int] = field(default_factory=list[int])
    marks: int = 0


class SectionModel(QAbstractItemModel):
    """Title, salutation, parts, sections, points; all adverts under one node. Rows are numbered in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: list[Node] = []
        self._top: list[int] = []
        self._starts: list[int] = []

    def show_outline(self, text: str, sections: Iterable[Section], marks: Iterable[Annotation]) -> None:
        """Show another speech."""
        self.beginResetModel()
        self.nodes, self._top = [], []
        sections = list(sections)
        self._add_adverts(text, [s for s in sections if s.kind == "front_matter"])
        for section in sections:
            if section.kind != "front_matter":
                self._add(text, section, -1)
        self._starts = [node.span.start for node in self.nodes]
        for mark in marks:
            self._count(mark, 1)
        self.endResetModel()

    def _add_adverts(self, text: str, adverts: list[Section]) -> None:
        if adverts:
            whole = Span(adverts[0].scope.start, adverts[-1].scope.stop)
            label = self.tr("Watermarks and adverts")
            head = self._append("adverts", label, whole, -1, sum(_chars(text, a.scope) for a in adverts))
            for advert in adverts:
                start = advert.scope.start
                for line in text[start : advert.scope.stop].split("\n"):
                    if line.strip():
                        self._append("advert", line.strip(), Span(start, start + len(line)), head, len(line.strip()))
                    start += len(line) + 1

    def _add(self, text: str, section: Section, parent: int) -> None:
        if section.is_heading or section.kind in SHOWN:
            parent = self._append(
                section.kind, self._words(section), section.scope, parent, _chars(text, section.scope)
            )
        for child in section.children:
            self._add(text, child, parent)

    def _words(self, section: Section) -> str:
        words = " ".join((section.label + section.title).split())
        if section.kind == "salutation":
            return self.tr("Salutation · %s").replace("%s", words)
        if section.kind == "closing":
            return self.tr("Closing · %s").replace("%s", words[:40])
        return words[:120]

    def _append(self, kind: str, text: str, span: Span, parent: int, chars: int) -> int:
        number = len(self.nodes)
        siblings = self.nodes[parent].children if parent >= 0 else self._top
        self.nodes.append(Node(kind, text, span, parent, len(siblings), chars))
        siblings.append(number)
        return number

    # -- marks ---------------------------------------------------------------------------------

    def replace_mark(self, old: Annotation | None, new: Annotation | None) -> None:
        """Keep the counts true when a mark is added, moved or taken out."""
        if old is not None and new is not None and old.span == new.span:
            return
        for mark, step in ((old, -1), (new, 1)):
            if mark is not None:
                for number in self._count(mark, step):
                    index = self.index_of(number)
                    self.dataChanged.emit(index, index)

    def _count(self, mark: Annotation, step: int) -> list[int]:
        chain: list[int] = []
        number = self.node_at(mark.span.start) if mark.span else -1
        while number >= 0:
            self.nodes[number].marks += step
            chain.append(number)
            number = self.nodes[number].parent
        return chain

    def node_at(self, point: int) -> int:
        """The number of the innermost row that covers a position, -1 where none does."""
        number = bisect_right(self._starts, point) - 1
        while number >= 0 and not self.nodes[number].span.start <= point < self.nodes[number].span.stop:
            number = self.nodes[number].parent if self.nodes[number].parent >= 0 else -1
        return number

    # -- what Qt asks --------------------------------------------------------------------------

    def index_of(self, number: int) -> QModelIndex:
        """The Qt index of a row's number."""
        return self.createIndex(self.nodes[number].row, 0, number) if number >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self.nodes[parent.internalId()].children if parent.isValid() else self._top
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        return self.index_of(self.nodes[child.internalId()].parent) if child.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.nodes[parent.internalId()].children if parent.isValid() else self._top)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.nodes[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.ToolTipRole:
            return node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self.tr("%1, %2 characters, %3 marks")
                .replace("%1", node.text)
                .replace("%2", str(node.chars))
                .replace("%3", str(node.marks))
            )
        return {
            Role.CHARS: node.chars,
            Role.MARKS: node.marks,
            Role.KIND: node.kind,
            Role.START: node.span.start,
        }.get(role)  # type: ignore[call-overload]


def _chars(text: str, span: Span) -> int:
    """Characters that are not blank."""
    return sum(map(len, text[span.start : span.stop].split()))
