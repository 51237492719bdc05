"""Dispersion: where in the speech a word is used, as a strip, and part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from core.lens.dispersion import Dispersion, dispersion
from core.lens.figure import place_at, strip
from core.lens.parts import Part, parts
from core.lens.table import Column, Table
from core.model import Span
from gui.lens.figure_view import FigureView
from gui.lens.page import LensPage
from gui.lens.plot_menu import add_ways
from gui.lens.sheet import Sheet
from gui.lens.word_field import WordField

if TYPE_CHECKING:
    from core.lens.table import Value
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme


class DispersionPage(LensPage):
    """A word that is asked for is looked for in the text too, whose map then shows its places by the scroll bar."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "dispersion")
        self.field = WordField(tools, "lensDispersionWord", self.tr("A word, then Enter"))
        self.strip = FigureView("lensStrip", self.tr("Where in the speech the word is used"), tools.look())
        self.sheet = Sheet(tools, "lensDispersion", self.tr("Dispersion"))
        self._parts: tuple[Part, ...] = ()
        self._places: tuple[int, ...] = ()
        self._words = ""
        add_ways(self.sheet, self.strip, tools)
        self.field.asked.connect(self._look)
        self.field.left.connect(self.sheet.enter)
        self.sheet.table.taken.connect(self._go)
        self.strip.pressed.connect(self._go_near)
        self.strip.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column.addWidget(self.field)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.sheet, 1)

    def show_speech(self, speech: Speech | None) -> None:
        self.field.take_selection()
        self._show()

    def _look(self) -> None:
        """Show the places here, and in the text."""
        if words := self.field.text().strip():
            self.tools.find(words)
        self._show()

    def _show(self) -> None:
        speech, words = self.tools.session.current, self.field.text().strip()
        self.sheet.show_table(Table("", (), ()))
        if speech is None or not words:
            self.strip.hide()
            self.sheet.say(self.tr("Type a word, or select one in the text.") if speech else "")
            return
        self._parts, self._words = parts(speech.document), words
        found = dispersion(speech.text, words, self._parts)
        self._places = found.places
        length, edges = len(speech.text), [part.span.start for part in self._parts]
        self.strip.show_figure(words, lambda width: strip(found.places, length, edges, width, "accent"))
        self.strip.setVisible(bool(found.places))
        self._fill(words, found)

    def _fill(self, words: str, found: Dispersion) -> None:
        columns = (
            Column(self.tr("Part")),
            Column(self.tr("Times"), 0),
            Column(self.tr("in 10,000"), 1, self.tr("Times in 10,000 characters")),
            Column(self.tr("Characters"), 0),
        )
        rows = [
            (share.title or self.tr("(beginning)"), share.times, share.density, share.size) for share in found.shares
        ]
        self.sheet.show_table(Table(f"{words} {self.tr('Dispersion')}", columns, rows))
        said = self.tr("“%1”: %n time(s)", "", len(found.places)).replace("%1", words)
        if found.places:
            said += f" · D {found.d:.2f} · DP {found.dp:.2f}"
        self.sheet.say(said)
        self.sheet.hint(self.tr("D (Juilland): 1 is even. DP (Gries): 0 is even."))

    def _go(self, row: tuple[Value, ...]) -> None:
        """Go to a part."""
        titles = [part.title or self.tr("(beginning)") for part in self._parts]
        if row[0] in titles:
            start = self._parts[titles.index(str(row[0]))].span.start
            self.tools.session.go(Span(start, start))

    def _go_near(self, x: float) -> None:
        """Go to the place whose stroke is nearest to where a reader pressed."""
        speech = self.tools.session.current
        if speech is None or not self._places:
            return
        wanted = place_at(x, len(speech.text), self.strip.width())
        place = min(self._places, key=lambda each: abs(each - wanted))
        self.tools.session.go(Span(place, place + len(self._words)))

    def set_theme(self, look: Theme) -> None:
        self.strip.set_theme(look)
        self.sheet.set_theme()
