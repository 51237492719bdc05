"""Repeated strings: what this speech says again and again, or has in common with others (套话)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.lens.table import Column, Table
from core.problem import Problem
from gui.lens.asking import Asking
from gui.lens.page import LensPage
from gui.lens.question import Reference, question
from gui.lens.sheet import Sheet

if TYPE_CHECKING:
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme


class RepeatsPage(LensPage):
    """Strings of 4 to 20 characters: within the speech, or in common with the speeches chosen."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "repeats")
        self.asking = Asking(tools, "repeats")
        self.sheet = Sheet(tools, "lensRepeats", self.tr("Repeats"))
        self._reference = Reference(tools, "lensRepeatsReference")
        self._others = self.sheet.option("lensRepeatsOthers", self.tr("In common with other speeches"), False)
        self._others.toggled.connect(lambda _: self._ask())
        self._reference.currentIndexChanged.connect(lambda _: self._ask())
        self.sheet.table.taken.connect(lambda row: tools.find(str(row[0])))
        self.sheet.add(self._reference)
        self.column.addWidget(self.sheet, 1)
        self.column.addWidget(self.asking)

    def show_speech(self, speech: Speech | None) -> None:
        self._ask()

    def _ask(self) -> None:
        speech, common = self.tools.session.current, self._others.isChecked()
        self._reference.setVisible(common)
        self.asking.leave()
        self.sheet.show_table(Table("", (), ()))
        if speech is None:
            return
        title = speech.document.title
        if not common:
            self.asking.ask(question("repeats", speech), lambda answer: self._take(title, answer))
            return
        try:
            asked = question("phrases", speech, **self._reference.compared())
        except Problem as problem:
            self.sheet.say(problem.say(self.tools.session.language))
        else:
            self.asking.ask(asked, lambda answer: self._take_common(title, answer))

    def _take(self, title: str, answer: dict[str, Any]) -> None:
        columns = (
            Column(self.tr("String")),
            Column(self.tr("Times"), 0),
            Column(self.tr("Characters"), 0),
        )
        rows = [(words, times, len(words)) for words, times, _ in answer["rows"]]
        self.sheet.show_table(Table(f"{title} {self.tr('Repeats')}", columns, rows))

    def _take_common(self, title: str, answer: dict[str, Any]) -> None:
        columns = (
            Column(self.tr("String")),
            Column(self.tr("Times here"), 0),
            Column(self.tr("Speeches"), 0, self.tr("How many of the others have it")),
        )
        rows = [(words, times, others) for words, times, others, _ in answer["rows"]]
        self.sheet.show_table(Table(f"{title} {self.tr('Repeats')}", columns, rows))
        self.sheet.say(self.tr("in common with %n speech(es)", "", answer["speeches"]))

    def set_theme(self, look: Theme) -> None:
        self.sheet.set_theme()
