"""The one undoable command: a change of the library, and its inverse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from core.model import Change

NOTE = 1
"""Command id of note edits, the only ones that merge: a note typed in one go is undone in one go."""


class Apply(QUndoCommand):
    """Writes a change when it is first done and whenever it is redone; undo writes the inverse.

    ``write`` returns the inverse, or None where it could not be written: the command is then
    obsolete, and Qt drops it from the stack.
    """

    def __init__(self, change: Change, text: str, write: Callable[[Change], Change | None], merges: str = "") -> None:
        super().__init__(text)
        self._next, self._write, self._merges = change, write, merges
        self._back = Change()

    def redo(self) -> None:
        inverse = self._write(self._next)
        if inverse is None:
            self.setObsolete(True)
        else:
            self._back = inverse

    def undo(self) -> None:
        again = self._write(self._back)
        if again is None:
            self.setObsolete(True)
        else:
            self._next = again

    def id(self) -> int:
        return NOTE if self._merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Apply) or other._merges != self._merges:
            return False
        self._next = other._next
        return True
