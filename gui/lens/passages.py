"""A lens whose rows stand for passages of the speech: Enter goes to one, keys to the next and the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from core.heading_paths import Path, wording
from core.lens.table import Column, Table, Value
from core.model import Document, Span
from gui.lens.page import LensPage
from gui.lens.sheet import Sheet
from gui.lens.working import Working
from gui.parts import plain

if TYPE_CHECKING:
    from gui.lens.model import Row
    from gui.lens.tools import Tools
    from gui.speech import Speech

WIDEST = 96
"""Pixels of every column but the first."""


def heading_of(path: Path) -> str:
    """The nearest heading over a passage, as it reads."""
    return wording(path[-1]) if path else ""


class PassagesPage(LensPage):
    """``work`` looks through a document, in the background; ``show_found`` makes rows of what it finds."""

    seen = 3
    """Columns for which there is room; the others are copied and exported."""

    def __init__(self, tools: Tools, name: str, table: str, words: str, work: Callable[[Document], Any]) -> None:
        super().__init__(tools, name)
        self._work, self._spans = work, tuple[Span, ...]()
        self.working = Working(tools, name)
        self.sheet = Sheet(tools, table, words)
        self.sheet.table.taken.connect(self._go)
        self.sheet.table.left.connect(tools.back)
        self.column.addWidget(self.sheet, 1)
        self.column.addWidget(self.working)
        self._deeds = QHBoxLayout()
        self.column.addLayout(self._deeds)

    def show_found(self, document: Document, found: Any) -> None:
        """Show what the work has found."""
        raise NotImplementedError

    def show_speech(self, speech: Speech | None) -> None:
        self.working.leave()
        self.show_rows("", (), (), ())
        if speech is not None:
            document = speech.document
            self.working.run(self._work, document, then=lambda found: self.show_found(document, found))

    def show_rows(
        self, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]], spans: Sequence[Span]
    ) -> None:
        """Show a row for each passage, with its number behind it."""
        self._spans = tuple(spans)
        if columns:
            columns = (*columns, Column(self.tr("No."), 0))
        self.sheet.show_table(Table(title, tuple(columns), [(*row, n) for n, row in enumerate(rows, 1)]))
        self._fit(len(columns))

    def _fit(self, columns: int) -> None:
        """Leave most of the room to the first column; numbers are for what is copied and exported."""
        head = self.sheet.table.header()
        for column in range(1, columns):
            head.resizeSection(column, min(head.sectionSize(column), WIDEST))
            head.setSectionHidden(column, column >= min(self.seen, columns - 1))

    def deed(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        """Something that is done with what is chosen, as a button below the table."""
        button = QPushButton(plain(words))
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: act())
        self._deeds.addWidget(button)
        return button

    def place(self, row: Row) -> int:
        """Which of the passages a row stands for, from 0; a sorted or filtered table has them in another order."""
        return int(row[-1] or 0) - 1

    def _go(self, row: Row) -> None:
        self.tools.session.go(self._spans[self.place(row)])

    def step(self, rows: int) -> None:
        """Go on or back in the table, round its ends, and show that passage in the text."""
        view = self.sheet.table
        count = view.model_.rowCount()
        if not count:
            return
        row = view.currentIndex().row()
        to = (row + rows) % count if row >= 0 else 0 if rows > 0 else count - 1
        index = view.model_.index(to, 0)
        view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        view.scrollTo(index)
        self._go(view.model_.row(index))

    def set_theme(self, look: object) -> None:
        self.sheet.set_theme()
