"""The glossary: quoted terms and numbered slogans, each with its uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.lens.glossary import Term, glossary
from core.lens.table import Column
from gui.lens.passages import PassagesPage, heading_of

if TYPE_CHECKING:
    from core.model import Document
    from gui.lens.model import Row
    from gui.lens.tools import Tools


class GlossaryPage(PassagesPage):
    """A row a term, in the order of their first use; Enter goes to its uses one after the other."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "glossary", "lensGlossary", self.tr("Glossary"), glossary)
        self._numbered = self.sheet.option("lensGlossaryNumbered", self.tr("With a number only"), False)
        self._numbered.toggled.connect(lambda _: self._sift())
        self._found: tuple[Term, ...] = ()
        self._sift()

    def show_found(self, document: Document, found: tuple[Term, ...]) -> None:
        self._found = found
        columns = (
            Column(self.tr("Term")),
            Column(self.tr("Uses"), 0),
            Column(self.tr("First under")),
        )
        rows = [(term.words, len(term.uses), heading_of(term.path)) for term in found]
        title = f"{document.title} {self.tr('Glossary')}"
        self.show_rows(title, columns, rows, [term.uses[0] for term in found])
        numbered = sum(term.numbered for term in found)
        self.sheet.say(self.tr("%1 with a number").replace("%1", str(numbered)))

    def _sift(self) -> None:
        def keep(row: Row) -> bool:
            return self._found[self.place(row)].numbered

        self.sheet.keep(keep if self._numbered.isChecked() else None)

    def _go(self, row: Row) -> None:
        term = self._found[self.place(row)]
        uses, here = term.uses, self.tools.session.selection
        self.tools.session.go(
            next((use for use in uses if use.start > here.start), uses[0]) if here in uses else uses[0]
        )
