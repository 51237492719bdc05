"""Finding in the open speech: all hits of what stands in the search field."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from core.model import Span
from gui.session import Session
from gui.text_pane import TextPane
from gui.top_bar import SearchField

MOST = 20_000
"""Hits looked for at most."""


class Finding(QObject):
    """Connects the search field with the pane."""

    def __init__(self, session: Session, pane: TextPane, field: SearchField) -> None:
        super().__init__(pane)
        self._session, self._pane, self._field = session, pane, field
        self._hits: list[Span] = []
        self._at = 0
        field.textChanged.connect(self._search)
        field.stepped.connect(self.step)
        field.left.connect(pane.setFocus)
        session.activated.connect(self._look_again)

    def _look_again(self, _: str) -> None:
        self._look(self._field.text())

    def _search(self, words: str) -> None:
        self._look(words)
        self.step(1)

    def _look(self, words: str) -> None:
        """Find all hits and go to none; the next step leads to the first one in view or after it."""
        text = self._session.current.text if self._session.current and words else ""
        self._hits, at = [], text.find(words) if words else -1
        while at >= 0 and len(self._hits) < MOST:
            self._hits.append(Span(at, at + len(words)))
            at = text.find(words, at + len(words))
        self._pane.set_hits(self._hits)
        self._at = bisect_left(self._hits, Span(self._pane.top_point(), 0)) - 1
        self._field.show_count(0, len(self._hits))

    def step(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        if self._hits:
            self._show((self._at + way) % len(self._hits))

    def _show(self, number: int) -> None:
        self._at = number
        self._pane.select(self._hits[number])
        self._field.show_count(number + 1, len(self._hits))
