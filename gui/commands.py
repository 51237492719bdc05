"""The one undoable command: a change of the library, and its inverse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from core.model import Change

NOTE = 1
"""Command id of note edits, the only ones that merge: a note typed in one go is undone in one go."""


class Apply(QUndoCommand):
    """Writes a change when it is first done and whenever it is redone; undo writes the inverse.

    ``write`` returns the inverse, or None where it could not be written. The first time, the command
    is then obsolete, and Qt drops it from the stack; later it has ``failed``, and its next step, by
    which the stack goes back to where it was, writes nothing.
    """

    def __init__(self, change: Change, text: str, write: Callable[[Change], Change | None], merges: str = "") -> None:
        super().__init__(text)
        self._next, self._write, self._merges = change, write, merges
        self._back: Change | None = None
        self.failed = False

    def redo(self) -> None:
        inverse = self._turn(self._next)
        if inverse is not None:
            self._back = inverse
        elif self._back is None:
            self.setObsolete(True)

    def undo(self) -> None:
        if self._back is not None:
            self._next = self._turn(self._back) or self._next

    def _turn(self, change: Change) -> Change | None:
        if self.failed:
            self.failed = False
            return None
        inverse = self._write(change)
        self.failed = inverse is None
        return inverse

    def id(self) -> int:
        return NOTE if self._merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Apply) or other._merges != self._merges:
            return False
        self._next = other._next
        return True


class UndoStack(QUndoStack):
    """Stays where it is when a step could not be written, so that the step can be taken later."""

    def undo(self) -> None:
        command = self._command(self.index() - 1)
        super().undo()
        if command is not None and command.failed:
            super().redo()

    def redo(self) -> None:
        command = self._command(self.index())
        super().redo()
        if command is not None and command.failed:
            super().undo()

    def _command(self, index: int) -> Apply | None:
        command = self.command(index) if 0 <= index < self.count() else None
        return command if isinstance(command, Apply) else None
