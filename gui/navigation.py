"""Going from mark to mark and from section to section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject

from core.model import Span
from gui.session import Session
from gui.speech import order
from gui.text_pane import TextPane


class Navigation(QObject):
    """Steps through what stands in the text; at the ends it stays where it is."""

    def __init__(self, session: Session, pane: TextPane) -> None:
        super().__init__(pane)
        self._session, self._pane = session, pane

    def mark(self, way: int) -> None:
        """Make the next (1) or former (-1) mark current: from the current one, else from the caret."""
        speech = self._session.current
        if speech is None:
            return
        marks = [mark for mark in speech.in_order() if mark.span]
        keys = [order(mark) for mark in marks]
        current = self._session.mark
        here = order(current) if current else (self._pane.caret.point, -(1 << 60), "")
        at = bisect_right(keys, here) if way > 0 else bisect_left(keys, here) - 1
        if 0 <= at < len(marks):
            self._session.pick(marks[at].id)

    def section(self, way: int) -> None:
        """Go to the next (1) or former (-1) heading from the reading position."""
        speech = self._session.current
        if speech is None:
            return
        starts = sorted({node.heading.start for node in speech.document.walk() if node.is_heading})
        here = speech.position
        at = bisect_right(starts, here) if way > 0 else bisect_left(starts, here) - 1
        if 0 <= at < len(starts):
            self._session.go(Span(starts[at], starts[at]))
