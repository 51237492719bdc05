"""Data cards: every value of the speech with what it measures; chosen ones become marks in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.lens.data_cards import Card, data_cards, passages
from core.lens.table import Column
from core.model import Span
from gui.lens.marking import mark
from gui.lens.passages import PassagesPage, heading_of

if TYPE_CHECKING:
    from core.model import Document
    from gui.lens.tools import Tools

TAG = "数据"


def direction_words(direction: str) -> str:
    """Where a value points, as a reader calls it."""
    translate = QCoreApplication.translate
    words = {
        "up": translate("lens", "rising"),
        "down": translate("lens", "falling"),
        "reach": translate("lens", "reached"),
        "least": translate("lens", "at least"),
        "most": translate("lens", "at most"),
    }
    return words.get(direction, "")


WIDTHS = (62, 54, 50, 104)
"""Pixels of value, unit, direction and heading; the indicator has what is left."""


class DataPage(PassagesPage):
    """A row a value. Those chosen, or all, are marked: what goes on from a value stands in its mark."""

    seen = 5

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "data", "lensData", self.tr("Data cards"), data_cards)
        self._found: tuple[Card, ...] = ()
        self.deed("lensDataMark", self.tr("Mark as %1").replace("%1", TAG), self._mark)

    def show_found(self, document: Document, found: tuple[Card, ...]) -> None:
        self._found = found
        columns = (
            Column(self.tr("Indicator")),
            Column(self.tr("Value")),
            Column(self.tr("Unit")),
            Column(self.tr("Direction")),
            Column(self.tr("Heading")),
        )
        rows = [
            (c.indicator, c.value, c.unit + c.bound, direction_words(c.direction), heading_of(c.path)) for c in found
        ]
        self.show_rows(f"{document.title} {self.tr('Data cards')}", columns, rows, [c.span for c in found])
        for column, width in enumerate(WIDTHS, 1):
            self.sheet.table.header().resizeSection(column, width)

    def _mark(self) -> None:
        chosen = {self._found[self.place(row)].span for row in self.sheet.table.chosen().rows}
        spans = [
            Span(group[0].span.start, max(card.span.stop for card in group))
            for group in passages(self._found)
            if any(card.span in chosen for card in group)
        ]
        mark(self.tools, [(span, TAG) for span in spans], self.tr("Mark data"))
