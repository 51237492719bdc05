"""Keys that move the ends of the current mark: by character, by word, by clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.model import Span
from gui import actions as table
from gui.caret import Caret

if TYPE_CHECKING:
    from gui.marking import Marking
    from gui.session import Session
    from gui.text_pane import TextPane
    from gui.word_process import WordProcess


class Ends(QObject):
    """Moves the ends; what is done in one go with one mark is one step of undo."""

    def __init__(self, session: Session, pane: TextPane, marking: Marking, words: WordProcess) -> None:
        super().__init__(pane)
        self._session, self._pane, self._marking, self._words = session, pane, marking, words

    def by_action(self) -> dict[str, Callable[[], None]]:
        """What each action calls."""
        return {f"annotate.{end}.{unit}.{way}": self._mover(end, unit, way) for end, unit, way in table.ends()}

    def _mover(self, end: str, unit: str, way: str) -> Callable[[], None]:
        return lambda: self.move(end, unit, 1 if way == "on" else -1)

    def move(self, end: str, unit: str, way: int) -> None:
        """Move the ``start`` or the ``end`` of the current mark by a unit, on (1) or back (-1)."""
        from core.ends import start_moved, stop_moved

        speech, mark = self._session.current, self._session.mark
        if speech is None or mark is None or mark.span is None:
            return
        moved = start_moved if end == "start" else stop_moved
        span = moved(speech.text, mark.span, way, self._unit(unit), clauses=unit == "clause")
        if span != mark.span:
            point = span.start if end == "start" else span.stop
            self._pane.set_caret(Caret(point, point))
            self._marking.resize(mark, span, f"ends {mark.id}")

    def _unit(self, name: str) -> Callable[[int], Span]:
        from core.ends import character_at
        from gui import growing

        speech = self._session.current
        assert speech is not None
        if name == "character":
            return lambda point: character_at(speech.text, point)
        unit = growing.word if name == "word" else growing.clause
        return lambda point: unit(speech, point, self._words)
