"""Collocates: which words stand near a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from core.lens.collocates import places_together
from core.lens.counting import stop_words
from core.lens.table import Column, Table
from gui.lens.asking import Asking
from gui.lens.page import LensPage
from gui.lens.question import question
from gui.lens.sheet import Sheet
from gui.lens.word_field import WordField

if TYPE_CHECKING:
    from gui.lens.model import Row
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme

WINDOWS = (0, 2, 5, 10)
"""Words on either side; 0 is the sentence."""


class CollocatesPage(LensPage):
    """The words around one that is typed, or that is selected when the page is shown."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "collocates")
        self.asking = Asking(tools, "collocates")
        self.sheet = Sheet(tools, "lensCollocates", self.tr("Collocates"))
        self.field = WordField(tools, "lensCollocatesWord", self.tr("A word, then Enter"))
        self.window_ = self._windows()
        self._plain = self.sheet.option("lensCollocatesStopWords", self.tr("Without everyday words"), True)
        self._plain.toggled.connect(lambda _: self._sift())
        self.field.asked.connect(self.ask)
        self.field.left.connect(self.sheet.enter)
        self.window_.currentIndexChanged.connect(lambda _: self.ask())
        self.sheet.table.taken.connect(self._go)
        self._node = ""
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.window_)
        self.column.addLayout(row)
        self.column.addWidget(self.sheet, 1)
        self.column.addWidget(self.asking)
        self._sift()

    def _windows(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("lensCollocatesWindow")
        box.setAccessibleName(self.tr("How far from the word"))
        box.setToolTip(box.accessibleName())
        for words in WINDOWS:
            named = self.tr("±%n word(s)", "", words) if words else self.tr("in its sentence")
            box.addItem(named, words)
        box.setCurrentIndex(2)
        return box

    def show_speech(self, speech: Speech | None) -> None:
        self.field.take_selection()
        self.ask()

    def ask(self) -> None:
        """Ask for the words near the one that stands in the field."""
        speech, node = self.tools.session.current, self.field.text().strip()
        self.asking.leave()
        self.sheet.show_table(Table("", (), ()))
        if speech is None or not node:
            self.sheet.say(self.tr("Type a word, or select one in the text.") if speech else "")
            return
        asked = question("collocates", speech, node=node, window=self.window_.currentData(), least=2)
        self.asking.ask(asked, lambda answer: self._take(node, answer))

    def _take(self, node: str, answer: dict[str, Any]) -> None:
        self._node = node
        columns = (
            Column(self.tr("Word")),
            Column(self.tr("Times"), 0, self.tr("How often they stand together")),
            Column(self.tr("Left"), 0),
            Column(self.tr("Right"), 0),
            Column("logDice", 1, self.tr("At most 14; a point more is twice as close")),
        )
        rows = [(row[0], row[1], row[2], row[3], row[5]) for row in answer["rows"]]
        self.sheet.show_table(Table(f"{node} {self.tr('Collocates')}", columns, rows))
        self.sheet.say(self.tr("“%1”: %n time(s)", "", answer["times"]).replace("%1", node))

    def _go(self, row: Row) -> None:
        """Go to the next sentence in which both words stand."""
        session = self.tools.session
        if session.current is None:
            return
        places = places_together(session.current.text, self._node, str(row[0]))
        if places:
            here = session.selection.start
            session.go(next((place for place in places if place.start > here), places[0]))

    def _sift(self) -> None:
        stops = stop_words() if self._plain.isChecked() else frozenset[str]()

        def keep(row: Row) -> bool:
            return row[0] not in stops

        self.sheet.keep(keep if stops else None)

    def set_theme(self, look: Theme) -> None:
        self.sheet.set_theme()
