"""The way back to where a reader was before a search."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from core.model import Span
from gui.caret import Caret
from gui.session import Session
from gui.text_pane import TextPane


class Place(NamedTuple):
    """In which speech, the caret, and how far the page was scrolled."""

    digest: str
    caret: Caret
    scroll: int


class WayBack(QObject):
    """Remembers one place, until a reader goes back there by Esc in the text, or moves on from a hit."""

    def __init__(self, session: Session, pane: TextPane) -> None:
        super().__init__(pane)
        self._session, self._pane = session, pane
        self._place: Place | None = None
        session.selected.connect(self._move_on)
        pane.scrolled.connect(self._move_on)
        pane.escaped.connect(self._go)

    def note(self) -> None:
        """Remember the place, unless one is remembered."""
        speech = self._session.current
        if self._place is None and speech is not None:
            self._place = Place(speech.digest, self._pane.caret, self._pane.verticalScrollBar().value())

    def forget(self) -> None:
        """There is nowhere to go back to."""
        self._place = None

    def select(self, hit: Span) -> None:
        """Show a hit; that is no moving on."""
        place = self._place
        self._pane.select(hit)
        self._place = place

    def _move_on(self) -> None:
        if self._pane.hasFocus():
            self.forget()

    def _go(self) -> None:
        place, speech = self._place, self._session.current
        self.forget()
        if place is not None and speech is not None and place.digest == speech.digest:
            self._pane.set_caret(place.caret, follow=False)
            self._pane.verticalScrollBar().setValue(place.scroll)
