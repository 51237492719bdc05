"""Where else: the places of a passage in all speeches of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel

from core.lens.table import Column
from gui.lens.passages import PassagesPage
from gui.parts import Elided

if TYPE_CHECKING:
    from core.lens.everywhere import Found
    from core.model import Document
    from gui.lens.model import Row
    from gui.lens.tools import Tools
    from gui.speech import Speech


def _nothing(_: Document) -> tuple[()]:
    return ()


class ElsewherePage(PassagesPage):
    """A row a place, the likest first. What is looked for is what was selected when W was pressed; it stays when
    another speech is opened, so that one place after the other can be looked at."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "elsewhere", "lensElsewhere", self.tr("Where else"), _nothing)
        self._found: list[Found] = []
        self._passage = Elided()
        self._passage.setObjectName("lensElsewherePassage")
        self._hint = QLabel(self.tr("Select a passage in the text, and press W."))
        self._hint.setObjectName("lensElsewhereHint")
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "quiet")
        self.column.insertWidget(0, self._passage)
        self.column.insertWidget(1, self._hint)
        self._passage.hide()

    def show_speech(self, speech: Speech | None) -> None:
        """What was found stays."""

    def look(self) -> None:
        """Look for what is selected, or for the current mark's passage."""
        session, current = self.tools.session, self.tools.session.current
        span = session.selection if len(session.selection) else session.mark.span if session.mark else None
        if current is None or span is None or session.library is None:
            self.tools.messages.tell(self._hint.text())
            return
        from core.lens.everywhere import everywhere

        passage = current.text[span.start : span.stop]
        self._passage.setText(" ".join(passage.split()))
        self._passage.setToolTip(passage)
        self._passage.show()
        self._hint.hide()
        self.show_rows("", (), (), ())
        self.working.run(everywhere, session.library.path, passage, current.digest, span, then=self._show)

    def _show(self, found: Any) -> None:
        self._found = found
        columns = (
            Column(self.tr("Speech")),
            Column(self.tr("Alike"), 0),
            Column(self.tr("Date")),
            Column(self.tr("Passage")),
        )
        rows = [(each.entry.title, round(100 * each.place.likeness), each.entry.date, each.words) for each in found]
        self.show_rows(self.tr("Where else"), columns, rows, [each.place.span for each in found])
        from core.lens.everywhere import MOST

        said = self.tr("The library has it nowhere else.") if not found else ""
        self.sheet.say(self.tr("the first %1").replace("%1", str(MOST)) if len(found) == MOST else said)

    def _go(self, row: Row) -> None:
        each = self._found[self.place(row)]
        self.tools.visit(each.entry.digest, each.entry.title, each.place.span)
