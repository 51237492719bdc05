"""The pinyin initials of marks, asked of the words' process a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from core.model import Annotation
from gui.mark_filter import words_of
from gui.word_process import WordProcess

AT_ONCE = 300


class MarkInitials(QObject):
    """Keeps what it was told; a mark is asked for again when its words are others."""

    known = Signal()
    """All that was wanted is there."""

    def __init__(self, words: WordProcess | None, parent: QObject) -> None:
        super().__init__(parent)
        self.of: dict[str, str] = {}
        self._words = words
        self._asked: dict[str, str] = {}
        self._waiting: list[str] = []
        self._busy = False

    def want(self, marks: Iterable[Annotation]) -> None:
        """Find out the initials of marks, in the background."""
        for mark in marks:
            words = words_of(mark)
            if self._asked.get(mark.id) != words:
                self._asked[mark.id] = words
                self._waiting.append(mark.id)
        self._ask()

    def _ask(self) -> None:
        if self._words is not None and self._waiting and not self._busy:
            ids, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            self._busy = True
            self._words.initials([self._asked[id_] for id_ in ids], lambda found: self._take(ids, found))

    def _take(self, ids: list[str], found: list[str]) -> None:
        self._busy = False
        self.of.update(zip(ids, map(_letters, found), strict=False))
        if self._waiting:
            self._ask()
        else:
            self.known.emit()


def _letters(initials: str) -> str:
    """Letters and digits alone: nobody types the points between them."""
    return "".join(filter(str.isalnum, initials)).lower()
