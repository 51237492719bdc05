"""Filtering the section tree by what is typed; pinyin initials are found too."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTreeView

from gui.section_model import SectionModel
from gui.word_process import WordProcess


class OutlineFilter(QObject):
    """Hides the rows that do not fit. What was open before stands open again when the filter is empty."""

    def __init__(self, tree: QTreeView, model: SectionModel, words: WordProcess | None) -> None:
        super().__init__(tree)
        self._tree, self._model, self._words = tree, model, words
        self._query = ""
        self._initials: list[str] | None = None
        self._open: list[int] = []
        model.modelReset.connect(self._forget)

    def _forget(self) -> None:
        self._initials, self._open = None, []

    def apply(self, query: str) -> None:
        """Show only rows that hold ``query`` in their words or in their initials, and what they stand under."""
        query = "".join(query.split()).lower()
        if query and not self._query:
            self._open = [n for n in self._numbers() if self._tree.isExpanded(self._model.index_of(n))]
        ended = self._query and not query
        self._query = query
        if query and self._initials is None and self._words is not None:
            self._initials = []
            self._words.initials([node.text for node in self._model.nodes], self._know)
        self._show()
        if ended:
            for number in self._numbers():
                self._tree.setExpanded(self._model.index_of(number), number in self._open)

    def _know(self, initials: list[str]) -> None:
        if len(initials) == len(self._model.nodes):
            self._initials = ["".join(each.split()) for each in initials]
            self._show()

    def _numbers(self) -> range:
        return range(len(self._model.nodes))

    def _show(self) -> None:
        kept = set(self._numbers()) if not self._query else self._fitting()
        for number, node in enumerate(self._model.nodes):
            self._tree.setRowHidden(node.row, self._model.index_of(node.parent), number not in kept)
        if self._query:
            for number in kept:
                self._tree.setExpanded(self._model.index_of(number), True)

    def _fitting(self) -> set[int]:
        """The rows that fit, and all rows above them."""
        kept: set[int] = set()
        for number, node in enumerate(self._model.nodes):
            if self._fits(number):
                kept.add(number)
                above = node.parent
                while above >= 0 and above not in kept:
                    kept.add(above)
                    above = self._model.nodes[above].parent
        return kept

    def _fits(self, number: int) -> bool:
        words = "".join(self._model.nodes[number].text.split()).lower()
        initials = self._initials[number] if self._initials else ""
        return self._query in words or self._query in initials
