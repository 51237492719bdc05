"""The word list: every word of the speech, how often it is used, and in how many of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from core.lens.counting import stop_words
from core.lens.parts import parts
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


class WordsPage(LensPage):
    """Words with their numbers, of this speech or of many; everyday words can be left out."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "words")
        self._asking = Asking(tools, "words")
        self._sheet = Sheet(tools, "lensWords", self.tr("Words"))
        self._of = Reference(tools, "lensWordsReference", own=True)
        self._of.currentIndexChanged.connect(lambda _: self.show_speech(tools.session.current))
        self._plain = self._sheet.option("lensStopWords", self.tr("Without everyday words"), True)
        self._plain.toggled.connect(lambda _: self._sift())
        self._sheet.add(self._dictionary())
        self._sheet.table.taken.connect(lambda row: tools.find(str(row[0])))
        self.column.addWidget(self._of)
        self.column.addWidget(self._sheet, 1)
        self.column.addWidget(self._asking)
        self._sift()

    def _dictionary(self) -> QPushButton:
        """The way to the reader's own words."""
        chip = QPushButton(self.tr("Words of your own…"))
        chip.setObjectName("lensOwnWords")
        chip.setAccessibleName(chip.text())
        chip.setProperty("role", "chip")
        chip.clicked.connect(self._edit_own)
        return chip

    def _edit_own(self) -> None:
        from gui.lens.own_words import OwnWordsDialog

        OwnWordsDialog(self, self.tools).open()

    def show_speech(self, speech: Speech | None) -> None:
        self._asking.leave()
        self._sheet.show_table(Table("", (), ()))
        if speech is None:
            return
        if self._of.is_own:
            self._ask_own(speech)
            return
        try:
            asked = question("all words", speech, **self._of.compared())
        except Problem as problem:
            self._sheet.say(problem.say(self.tools.session.language))
        else:
            self._asking.ask(asked, self._take_all)

    def _ask_own(self, speech: Speech) -> None:
        spans = [[part.span.start, part.span.stop] for part in parts(speech.document)]
        title, range_ = speech.document.title, self.tr("Parts (%1)").replace("%1", str(len(spans)))

        def take(answer: dict[str, Any]) -> None:
            self._show(title, range_, answer["rows"])
            self._sheet.say(self.tr("%1 words in the speech").replace("%1", f"{answer['total']:,}"))

        self._asking.ask(question("words", speech, parts=spans), take)

    def _take_all(self, answer: dict[str, Any]) -> None:
        range_ = self.tr("Speeches (%1)").replace("%1", str(answer["speeches"]))
        self._show(self._of.currentText(), range_, answer["rows"])
        self._sheet.say(self.tr("%1 words in all").replace("%1", f"{answer['total']:,}"))

    def _show(self, title: str, range_: str, rows: list[Row]) -> None:
        columns = (
            Column(self.tr("Word")),
            Column(self.tr("Count"), 0),
            Column(self.tr("per 1,000"), 1),
            Column(range_, 0),
        )
        self._sheet.show_table(Table(f"{title} {self.tr('Words')}", columns, rows))

    def _sift(self) -> None:
        stops = stop_words() if self._plain.isChecked() else frozenset[str]()

        def keep(row: Row) -> bool:
            return row[0] not in stops

        self._sheet.keep(keep if stops else None)

    def set_theme(self, look: Theme) -> None:
        self._sheet.set_theme()
