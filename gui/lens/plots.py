"""Plots: words over the years, tags over the sections, shares of the sections, each with its table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea

from core.lens.figure import Figure, bars, lines
from core.lens.parts import Part, parts
from core.lens.series import Plotted, Series, shares_of, tags_over
from core.lens.table import Column, Table
from core.problem import Problem
from core.tags import default_tags
from gui.lens.asking import Asking
from gui.lens.figure_view import FigureView
from gui.lens.page import LensPage
from gui.lens.plot_menu import add_ways
from gui.lens.question import Reference, question
from gui.lens.sheet import Sheet
from gui.lens.word_field import WordField

if TYPE_CHECKING:
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme

KINDS = ("shares", "tags", "years")
MOST = 6
"""Words that are shown over the years together."""


class PlotsPage(LensPage):
    """One plot at a time, above the numbers it shows."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "plots")
        self.asking = Asking(tools, "plots")
        self.kind = self._kinds()
        self.field = WordField(tools, "lensPlotsWords", self.tr("Words, then Enter"))
        self.reference = Reference(tools, "lensPlotsReference")
        self.view = FigureView("lensPlot", self.tr("Plot"), tools.look())
        self.sheet = Sheet(tools, "lensPlots", self.tr("Numbers of the plot"))
        self._plotted: Plotted | None = None
        add_ways(self.sheet, self.view, tools)
        self._build()
        self.kind.currentIndexChanged.connect(lambda _: self._show())
        self.reference.currentIndexChanged.connect(lambda _: self._show())
        self.field.asked.connect(self._show)
        self.field.left.connect(self.sheet.enter)
        tools.session.changed.connect(lambda *_: self._follow_marks())

    def _kinds(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("lensPlotsKind")
        box.setAccessibleName(self.tr("What is plotted"))
        names = {
            "shares": self.tr("Shares of the sections"),
            "tags": self.tr("Tags over the sections"),
            "years": self.tr("Words over the years"),
        }
        for kind in KINDS:
            box.addItem(names[kind], kind)
        return box

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.reference)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("lensPlotScroll")
        scroll.setAccessibleName(self.tr("Plot"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.view)
        self.column.addWidget(self.kind)
        self.column.addLayout(row)
        self.column.addWidget(scroll, 3)
        self.column.addWidget(self.sheet, 2)
        self.column.addWidget(self.asking)

    def show_speech(self, speech: Speech | None) -> None:
        self.field.take_selection()
        self._show()

    def _follow_marks(self) -> None:
        if self.kind.currentData() == "tags":
            self.grow_stale()

    def _show(self) -> None:
        """Show what is chosen: worked out at once, or asked for where words have to be counted."""
        speech, kind = self.tools.session.current, self.kind.currentData()
        for widget in (self.field, self.reference):
            widget.setVisible(kind == "years")
        self.asking.leave()
        self._plot(Plotted((), ()))
        if speech is None:
            return
        if kind == "years":
            self._ask(speech)
            return
        found = self._named(parts(speech.document))
        if kind == "shares":
            self._plot(shares_of(found, self.tr("Share")))
        else:
            self._plot(tags_over(found, speech.marks.values(), self.tools.session.tags))

    def _named(self, found: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(part._replace(title=part.title or self.tr("(beginning)")) for part in found)

    def _ask(self, speech: Speech) -> None:
        words = list(dict.fromkeys(re.split(r"[\s,，、;；]+", self.field.text().strip())))[:MOST]
        if not any(words):
            self.sheet.say(self.tr("Type a word, or select one in the text."))
            return
        try:
            compared = self.reference.compared()
        except Problem as problem:
            self.sheet.say(problem.say(self.tools.session.language))
            return
        asked = question("years", speech, words=words, date=speech.document.date, **compared)
        self.asking.ask(asked, self._take)

    def _take(self, answer: list[Any]) -> None:
        places, series, _ = answer
        self._plot(Plotted(tuple(places), tuple(Series(*each) for each in series), "‰"))

    # -- what is shown -------------------------------------------------------------------------

    def _plot(self, plotted: Plotted) -> None:
        self._plotted = plotted
        title = self.kind.currentText()
        self.view.show_figure(title, lambda width: self._figure(plotted, width))
        self._scroll.setMaximumHeight(self.view.figure.height + 2)
        over = self.tr("Year") if self.kind.currentData() == "years" else self.tr("Part")
        places = {"shares": 1, "tags": 0, "years": 2}[self.kind.currentData()]
        columns = (Column(over), *(Column(series.name, places) for series in plotted.series))
        rows = [
            (place, *(series.values[number] for series in plotted.series))
            for number, place in enumerate(plotted.places)
        ]
        self.sheet.show_table(Table(title, columns, rows) if plotted.series else Table("", (), ()))
        if not plotted.series:
            self.sheet.say(self.tr("No mark has a tag yet.") if self.kind.currentData() == "tags" else "")

    def _figure(self, plotted: Plotted, width: int) -> Figure:
        if not plotted.series:
            return Figure(width, 0, ())
        draw = lines if self.kind.currentData() == "years" and len(plotted.places) > 1 else bars
        return draw(plotted, width, self._colours(plotted))

    def _colours(self, plotted: Plotted) -> list[str]:
        """A colour for each series: its tag's, or one after the other of those that tags begin with."""
        look, ours = self.tools.look(), [tag.colour for tag in default_tags()]
        if len(plotted.series) == 1 and not plotted.series[0].colour:
            return [look.accent]
        return [look.rule(each.colour or ours[number % len(ours)]) for number, each in enumerate(plotted.series)]

    def set_theme(self, look: Theme) -> None:
        self.view.set_theme(look)
        self.sheet.set_theme()
        if self._plotted is not None:
            self._plot(self._plotted)
