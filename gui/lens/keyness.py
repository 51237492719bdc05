"""Keyness: which words this speech uses more, or less, than others do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.lens.counting import stop_words
from core.lens.table import Column, Table
from core.problem import Problem
from gui.lens.asking import Asking
from gui.lens.page import LensPage
from gui.lens.question import Reference, question
from gui.lens.sheet import Sheet

if TYPE_CHECKING:
    from gui.lens.model import Row
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme


class KeynessPage(LensPage):
    """Words with log-likelihood and log ratio, against the library or a part of it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "keyness")
        self.asking = Asking(tools, "keyness")
        self.sheet = Sheet(tools, "lensKeyness", self.tr("Keyness"))
        self._reference = Reference(tools, "lensKeynessReference")
        self._plain = self.sheet.option("lensKeynessStopWords", self.tr("Without everyday words"), True)
        self._less = self.sheet.option("lensKeynessLess", self.tr("What it says less, too"), False)
        for chip in (self._plain, self._less):
            chip.toggled.connect(lambda _: self._sift())
        self._reference.currentIndexChanged.connect(lambda _: self._ask())
        self.sheet.table.taken.connect(lambda row: tools.find(str(row[0])))
        self.column.addWidget(self._reference)
        self.column.addWidget(self.sheet, 1)
        self.column.addWidget(self.asking)
        self._sift()

    def show_speech(self, speech: Speech | None) -> None:
        self._ask()

    def _ask(self) -> None:
        speech = self.tools.session.current
        self.asking.leave()
        self.sheet.show_table(Table("", (), ()))
        if speech is None:
            return
        try:
            compared = self._reference.compared()
        except Problem as problem:
            self.sheet.say(problem.say(self.tools.session.language))
            return
        title = speech.document.title
        self.asking.ask(question("keyness", speech, **compared), lambda answer: self._take(title, answer))

    def _take(self, title: str, answer: dict[str, Any]) -> None:
        columns = (
            Column(self.tr("Word")),
            Column(self.tr("Here"), 0, self.tr("How often this speech uses it")),
            Column(self.tr("There"), 0, self.tr("How often the others use it")),
            Column(
                self.tr("LL"), 1, self.tr("Log-likelihood: above 3.84 it is hardly chance (p < 0.05), above 15.13 less")
            ),
            Column(self.tr("Log ratio"), 1, self.tr("1: twice as often as there, 2: four times; below 0: less")),
        )
        rows = [(row[0], row[1], row[2], row[5], row[6]) for row in answer["rows"]]
        self.sheet.show_table(Table(f"{title} {self.tr('Keyness')}", columns, rows))
        against = self.tr("against %n speech(es)", "", answer["speeches"])
        total = self.tr("%1 words there").replace("%1", f"{answer['total']:,}")
        self.sheet.say(f"{against} · {total}")

    def _sift(self) -> None:
        stops = stop_words() if self._plain.isChecked() else frozenset[str]()
        less = self._less.isChecked()

        def keep(row: Row) -> bool:
            return row[0] not in stops and (less or float(row[4] or 0) > 0)

        self.sheet.keep(keep)

    def set_theme(self, look: Theme) -> None:
        self.sheet.set_theme()
