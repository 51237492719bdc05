"""Suggestions for marks: accepted or turned down by key, one by one or many at once, each with its reason."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from core.lens.marking import bears
from core.lens.suggestions import TAGS, Suggestion, suggestions
from core.lens.table import Column
from core.model import Change
from core.problem import Problem
from core.runs import joined
from gui.lens.marking import mark
from gui.lens.passages import PassagesPage

if TYPE_CHECKING:
    from core.model import Document
    from gui.lens.tools import Tools

MANY = 3
"""Suggestions chosen at once whose reasons are shown."""


class SuggestionsPage(PassagesPage):
    """A row a suggestion. Space marks what is chosen, Delete turns it down; what was turned down is kept apart,
    from where Space brings it back. What bears its tag already is not shown."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "suggestions", "lensSuggestions", self.tr("Suggestions"), suggestions)
        self._document: Document | None = None
        self._found: tuple[Suggestion, ...] = ()
        self._shown: list[Suggestion] = []
        self._rejected: set[str] = set()
        sheet = self.sheet
        self._chips = {tag: sheet.option(f"lensSuggest.{TAGS.index(tag) + 1}", tag, True) for tag in TAGS}
        self._weak = sheet.option("lensSuggestWeak", self.tr("Weak ones too"), False)
        self._down = sheet.option("lensSuggestDown", self.tr("Turned down"), False)
        for chip in (*self._chips.values(), self._weak, self._down):
            chip.toggled.connect(lambda _: self._fill())
        self._accept = self.deed("lensAccept", self.tr("Mark (Space)"), self.accept)
        self._reject = self.deed("lensReject", self.tr("Turn down (Delete)"), self.reject)
        self._reason = QLabel()
        self._reason.setObjectName("lensReason")
        self._reason.setWordWrap(True)
        self.column.insertWidget(1, self._reason)
        for key, deed in ((Qt.Key.Key_Space, self.accept), (Qt.Key.Key_Delete, self.reject)):
            QShortcut(QKeySequence(key), sheet.table, deed, context=Qt.ShortcutContext.WidgetShortcut)
        sheet.table.selectionModel().selectionChanged.connect(self._say_why)
        sheet.table.selectionModel().currentChanged.connect(self._follow)
        tools.session.changed.connect(self._changed)

    # -- what is shown -------------------------------------------------------------------------

    def show_found(self, document: Document, found: tuple[Suggestion, ...]) -> None:
        self._document, self._found, self._rejected = document, found, set()
        library = self.tools.session.library
        if library is not None:
            with suppress(Problem):  # what is wrong with the library is said when something is written
                self._rejected = set(library.rejected(document.digest))
        self._fill()

    def _fill(self) -> None:
        if self._document is None:
            return
        self._shown = [each for each in self._found if self._wants(each)]
        row = self.sheet.table.currentIndex().row()
        columns = (Column(self.tr("Passage")), Column(self.tr("Tag")))
        text = self._document.text
        rows = [(" ".join(text[s.span.start : s.span.stop].split()), s.tag) for s in self._shown]
        title = f"{self._document.title} {self.tr('Suggestions')}"
        self.show_rows(title, columns, rows, [each.span for each in self._shown])
        self._accept.setText(self.tr("Offer again (Space)") if self._down.isChecked() else self.tr("Mark (Space)"))
        self._reject.setVisible(not self._down.isChecked())
        self._stand(row)
        self._say_why()
        self.tools.suggest(joined(each.span for each in self._shown) if self.isVisible() else [])

    def _wants(self, each: Suggestion) -> bool:
        if not self._chips[each.tag].isChecked() or (each.weak and not self._weak.isChecked()):
            return False
        return (each.key in self._rejected) == self._down.isChecked() and not self._is_marked(each)

    def _is_marked(self, each: Suggestion) -> bool:
        session = self.tools.session
        tag = next((tag.id for tag in session.tags.values() if tag.name == each.tag), "")
        marks = session.current.marks.values() if session.current and tag else ()
        return bears([mark for mark in marks if tag in mark.tags], each.span, tag)

    def _stand(self, row: int) -> None:
        """Stand where one stood, or on what has come there."""
        view = self.sheet.table
        if row >= 0 and view.model_.rowCount():
            view.setCurrentIndex(view.model_.index(min(row, view.model_.rowCount() - 1), 0))

    def _changed(self, change: Change, _: Change) -> None:
        if self.isVisible() and (change.annotations or change.tags):
            self._fill()

    def _say_why(self) -> None:
        chosen = self._chosen()
        language = self.tools.session.language
        weak = " " + self.tr("(weak)")
        words = [each.reason(language) + (weak if each.weak else "") for each in chosen]
        if len(words) > MANY:
            words = [self.tr("%n chosen", "", len(words))]
        self._reason.setText("\n".join(words))
        for button in (self._accept, self._reject):
            button.setEnabled(bool(chosen))

    # -- what is done --------------------------------------------------------------------------

    def _chosen(self) -> list[Suggestion]:
        view = self.sheet.table
        rows = {index.row() for index in view.selectedIndexes()}
        return [self._shown[self.place(view.model_.row(view.model_.index(row, 0)))] for row in sorted(rows)]

    def accept(self) -> None:
        """Mark what is chosen, in one step; of what was turned down, offer it again."""
        chosen = self._chosen()
        if chosen and self._down.isChecked():
            self._keep(chosen, rejected=False)
        elif chosen:
            mark(self.tools, [(each.span, each.tag) for each in chosen], self.tr("Accept suggestions"))

    def reject(self) -> None:
        """Turn down what is chosen; it is not offered again."""
        if not self._down.isChecked():
            self._keep(self._chosen(), rejected=True)

    def _keep(self, chosen: list[Suggestion], *, rejected: bool) -> None:
        session, keys = self.tools.session, {each.key for each in chosen}
        if self._document is None or not keys:
            return
        try:
            if session.library is not None:
                change = session.library.reject if rejected else session.library.offer_again
                change(self._document.digest, keys)
        except Problem as problem:
            session.fail(problem)
            return
        self._rejected = self._rejected | keys if rejected else self._rejected - keys
        self._fill()

    def _follow(self, index: QModelIndex) -> None:
        """Whoever moves in the table sees the passage in the text."""
        if index.isValid() and self.sheet.table.hasFocus():
            self._go(self.sheet.table.model_.row(index))

    def showEvent(self, event: object) -> None:
        self._fill()

    def hideEvent(self, event: object) -> None:
        self.tools.suggest([])
