"""The fill list: every place that a draft leaves open, with what belongs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.lens.fill_list import KINDS, NUMBERS, Blank, fill_list, together
from core.lens.table import Column
from core.sentences import clause_at
from gui.lens.passages import PassagesPage, heading_of

if TYPE_CHECKING:
    from core.model import Document
    from gui.lens.model import Row
    from gui.lens.tools import Tools

BEFORE, BEHIND = 4, 14
"""Code points on either side of a placeholder that are shown."""


def kind_words(kind: str) -> str:
    """What is to be filled in, as a reader calls it."""
    translate = QCoreApplication.translate
    words = (
        translate("lens", "Amount"),
        translate("lens", "Percentage"),
        translate("lens", "Date"),
        translate("lens", "Ordinal"),
        translate("lens", "Place"),
        translate("lens", "Organ"),
        translate("lens", "Person"),
        translate("lens", "Thing"),
        translate("lens", "Name"),
        translate("lens", "Text"),
    )
    return dict[str, str](zip(KINDS, words, strict=True))[kind]


class BlanksPage(PassagesPage):
    """Placeholders in the order of the text; numbers and names apart, the same names together if wished."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "blanks", "lensBlanks", self.tr("Fill list"), fill_list)
        self._found: tuple[Blank, ...] = ()
        self._document: Document | None = None
        self._numbers = self.sheet.option("lensBlankNumbers", self.tr("Numbers"), True)
        self._names = self.sheet.option("lensBlankNames", self.tr("Names"), True)
        self._together = self.sheet.option("lensBlankTogether", self.tr("Same names together"), False)
        for chip in (self._numbers, self._names):
            chip.toggled.connect(lambda _: self._sift())
        self._together.toggled.connect(lambda _: self._fill())
        self._sift()

    def show_found(self, document: Document, found: tuple[Blank, ...]) -> None:
        self._document, self._found = document, found
        self._fill()

    def _fill(self) -> None:
        document = self._document
        if document is None:
            return
        title = f"{document.title} {self.tr('Fill list')}"
        if self._together.isChecked():
            groups = together(self._found)
            columns = (Column(self.tr("Name")), Column(self.tr("Kind")), Column(self.tr("Count"), 0))
            rows = [(name, kind_words(group[0].kind), len(group)) for name, group in groups.items()]
            self.show_rows(title, columns, rows, [group[0].span for group in groups.values()])
        else:
            columns = (Column(self.tr("To fill in")), Column(self.tr("Kind")), Column(self.tr("Heading")))
            rows = [(_around(document.text, b), kind_words(b.kind), heading_of(b.path)) for b in self._found]
            self.show_rows(title, columns, rows, [blank.span for blank in self._found])
        self._say()

    def _say(self) -> None:
        numbers = sum(blank.is_number for blank in self._found)
        words = self.tr("%1 numbers, %2 names").replace("%1", str(numbers))
        self.sheet.say(words.replace("%2", str(len(self._found) - numbers)))

    def _sift(self) -> None:
        wanted = {kind_words(kind) for kind in KINDS if self._wants(kind)}

        def keep(row: Row) -> bool:
            return row[1] in wanted

        self.sheet.keep(keep)

    def _wants(self, kind: str) -> bool:
        return (self._numbers if kind in NUMBERS else self._names).isChecked()

    def _go(self, row: Row) -> None:
        if self._together.isChecked():
            self.tools.find(str(row[0]))
        else:
            super()._go(row)


def _around(text: str, blank: Blank) -> str:
    """A placeholder in the clause in which it stands, cut where that is long."""
    clause, span = clause_at(text, blank.span.start), blank.span
    start, stop = max(clause.start, span.start - BEFORE), min(max(clause.stop, span.stop), span.stop + BEHIND)
    return " ".join(text[start:stop].split())
