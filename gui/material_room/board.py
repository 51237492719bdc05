"""The base as a board: a column of cards for each tag, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.library.material import Listing, Wanted
from core.model import Tag
from gui.material_room.cards import Cards
from gui.session import Session
from gui.theme import Theme

COLUMN = 330
"""Pixels of a column."""
ORDER = "made"
"""The newest mark stands at the top of its column."""


class Board(QScrollArea):
    """Columns are made anew for each question; each reads only what of it is looked at."""

    def __init__(
        self, session: Session, look: Theme, adopt: Callable[[Cards], None], listed: Callable[[Wanted], Listing]
    ) -> None:
        super().__init__()
        self.setObjectName("materialBoard")
        self.setAccessibleName(self.tr("Board by tag"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session, self.look, self._adopt, self._listed = session, look, adopt, listed
        self.columns: list[Cards] = []

    def show_tags(self, wanted: Wanted, tags: Mapping[str, Tag], counts: Mapping[str, int]) -> None:
        """A column for each tag that a mark that is wanted has; where some tags are chosen, for those."""
        sheet = QWidget()
        sheet.setObjectName("boardSheet")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(12)
        self.columns = []
        for id_, tag in tags.items():
            if counts.get(id_) and (not wanted.tags or id_ in wanted.tags):
                row.addWidget(self._column(wanted._replace(tags=frozenset({id_}), order=ORDER), tag))
        if not wanted.tags and counts.get(""):
            row.addWidget(self._column(wanted._replace(untagged=True, order=ORDER), None))
        row.addStretch(1)
        self.setWidget(sheet)

    def _column(self, wanted: Wanted, tag: Tag | None) -> QWidget:
        words = tag.name if tag else self.tr("Without a tag")
        cards = Cards(self._session, self.look, f"board.{len(self.columns) + 1}", words)
        cards.pieces.show(self._listed(wanted))
        self._adopt(cards)
        self.columns.append(cards)
        made = QWidget()
        made.setFixedWidth(COLUMN)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Head(words, cards.pieces.count, self.look.tag(tag.colour) if tag else self.look.line))
        column.addWidget(cards, 1)
        return made

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self.look = look
        for cards in self.columns:
            cards.set_theme(look)


class Head(QLabel):
    """What stands over a column: its tag, and how many cards there are."""

    def __init__(self, words: str, count: int, colour: str) -> None:
        super().__init__(f"{words}   {count:,}")
        self.setProperty("role", "heading")
        self.setContentsMargins(30, 6, 0, 6)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour = colour

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(16, self.height() // 2 - 5, 10, 10, 3, 3)
