"""The outline as a tree that Qt can show: what stands in it, and how many marks each node holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Annotation, Correction, Section, Span
from gui.section_rows import Row, Rows, rows

if TYPE_CHECKING:
    from core.outline.faults import Fault

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the tree's delegate asks for beside the text."""

    CHARS = Qt.ItemDataRole.UserRole
    MARKS = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    START = Qt.ItemDataRole.UserRole + 3
    SHARE = Qt.ItemDataRole.UserRole + 4
    FAULT = Qt.ItemDataRole.UserRole + 5
    CORRECTED = Qt.ItemDataRole.UserRole + 6


@dataclass(slots=True)
class Node:
    """A row: ``span`` is what it covers, ``parent`` the number of the row above it (-1: none).

    ``share`` is its part of all characters, 0 to 1; ``fault`` a sentence about its numbering; ``corrected``
    says that the reader put it right.
    """

    kind: str
    text: str
    span: Span
    parent: int
    row: int
    chars: int
    children: list[int] = field(default_factory=list[int])
    marks: int = 0
    section: Section | None = None
    share: float = 0.0
    fault: str = ""
    corrected: bool = False


class SectionModel(QAbstractItemModel):
    """Title, salutation, parts, sections, points; all adverts under one node. Rows are numbered in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: list[Node] = []
        self._top: list[int] = []
        self._starts: list[int] = []
        self.chars = 0
        """Characters of the whole text that are not blank."""

    def show_outline(
        self,
        text: str,
        sections: Sequence[Section],
        marks: Iterable[Annotation],
        corrections: Iterable[Correction] = (),
    ) -> None:
        """Show another speech, or another outline of the same."""
        self.show_rows(rows(text, sections), marks, corrections)

    def show_rows(self, made: Rows, marks: Iterable[Annotation], corrections: Iterable[Correction] = ()) -> None:
        """The same by rows that were made before."""
        self.beginResetModel()
        self.chars = made.chars
        whole, right = max(1, made.chars), {each.span for each in corrections}
        self.nodes, self._top = [], []
        for number, row in enumerate(made.rows):
            node = Node(row.kind, self._words(row), row.span, row.parent, row.place, row.chars, section=row.section)
            node.share = row.chars / whole
            node.corrected = row.section is not None and row.section.heading in right
            (self.nodes[row.parent].children if row.parent >= 0 else self._top).append(number)
            self.nodes.append(node)
        self._starts = [node.span.start for node in self.nodes]
        for mark in marks:
            self._count(mark, 1)
        self.endResetModel()

    def _words(self, row: Row) -> str:
        if row.kind == "adverts":
            return self.tr("Watermarks and adverts")
        if row.kind == "salutation":
            return self.tr("Salutation · %s").replace("%s", row.words)
        if row.kind == "closing":
            return self.tr("Closing · %s").replace("%s", row.words)
        return row.words

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """Say at the rows concerned what does not add up in the numbering."""
        for number, node in enumerate(self.nodes):
            if node.fault:
                node.fault = ""
                self._changed(number)
        for fault in faults:
            number = self.node_at(fault.span.start)
            if number >= 0:
                self.nodes[number].fault = self._sentence(fault)
                self._changed(number)

    def _changed(self, number: int) -> None:
        index = self.index_of(number)
        self.dataChanged.emit(index, index)

    def _sentence(self, fault: Fault) -> str:
        sentences = {
            "skipped": self.tr("Number %1 follows where %2 was due: one is missing, or the count is off."),
            "doubled": self.tr("Number %1 stands twice; %2 was due."),
            "disordered": self.tr("Number %1 is out of order; %2 was due."),
            "count": self.tr("%2 were announced here, %1 follow."),
        }
        words = sentences[fault.kind]
        return words.replace("%1", str(fault.found)).replace("%2", str(fault.expected))

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

    def recount(self, marks: Iterable[Annotation]) -> None:
        """Count all marks anew; whoever shows them looks again by himself."""
        for node in self.nodes:
            node.marks = 0
        for mark in marks:
            self._count(mark, 1)

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
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(node)
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
            Role.SHARE: node.share,
            Role.FAULT: node.fault,
            Role.CORRECTED: node.corrected,
        }.get(role)  # type: ignore[call-overload]

    def _hint(self, node: Node) -> str:
        """What shows when the pointer rests on a row."""
        share = self.tr("%1 characters, %2 % of the speech").replace("%1", f"{node.chars:,}", 1)
        share = share.replace("%2", f"{100 * node.share:.1f}", 1)
        corrected = self.tr("Put right by hand") if node.corrected else ""
        return "\n".join(filter(None, (node.text, share, node.fault, corrected)))
