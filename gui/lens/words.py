"""The word list: every word of the speech, how often it is used, and in how many of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from core.lens.counting import stop_words
from core.lens.parts import parts
from core.lens.table import Column, Table
from gui.lens.asking import Asking
from gui.lens.page import LensPage
from gui.lens.question import question
from gui.lens.sheet import Sheet

if TYPE_CHECKING:
    from gui.lens.model import Row
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme


class WordsPage(LensPage):
    """Words with their numbers; everyday words can be left out."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "words")
        self._asking = Asking(tools, "words")
        self._sheet = Sheet(tools, "lensWords", self.tr("Words"))
        self._plain = self._sheet.option("lensStopWords", self.tr("Without everyday words"), True)
        self._plain.toggled.connect(lambda _: self._sift())
        self._sheet.add(self._dictionary())
        self._sheet.table.taken.connect(lambda row: tools.find(str(row[0])))
        self._total = 0
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
        spans = [[part.span.start, part.span.stop] for part in parts(speech.document)]
        title = speech.document.title
        self._asking.ask(question("words", speech, parts=spans), lambda answer: self._take(title, len(spans), answer))

    def _take(self, title: str, spans: int, answer: dict[str, Any]) -> None:
        self._total = answer["total"]
        columns = (
            Column(self.tr("Word")),
            Column(self.tr("Count"), 0),
            Column(self.tr("per 1,000"), 1),
            Column(self.tr("Parts (%1)").replace("%1", str(spans)), 0),
        )
        self._sheet.show_table(Table(f"{title} {self.tr('Words')}", columns, answer["rows"]))
        self._sheet.say(self.tr("%1 words in the speech").replace("%1", f"{self._total:,}"))

    def _sift(self) -> None:
        stops = stop_words() if self._plain.isChecked() else frozenset[str]()

        def keep(row: Row) -> bool:
            return row[0] not in stops

        self._sheet.keep(keep if stops else None)

    def set_theme(self, look: Theme) -> None:
        self._sheet.set_theme()
