"""The one undoable command: a change that the library has recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.model import Step

Turn = Callable[[int, bool], bool]
"""Undoes (True) or redoes (False) the change of a number; says whether that could be written."""


class Recorded(QUndoCommand):
    """Stands for a change that is written already when the command is made.

    Where a step cannot be written the command has ``failed``, and its next step, by which the stack
    goes back to where it was, writes nothing.
    """

    def __init__(self, number: int, text: str, turn: Turn) -> None:
        super().__init__(text)
        self.number, self._turn = number, turn
        self._fresh = True
        self.failed = False

    def redo(self) -> None:
        if self._fresh:  # Qt calls this when the command is pushed
            self._fresh = False
        else:
            self._take(back=False)

    def undo(self) -> None:
        self._take(back=True)

    def _take(self, back: bool) -> None:
        self.failed = not self.failed and not self._turn(self.number, back)


class UndoStack(QUndoStack):
    """Stays where it is when a step could not be written, so that the step can be taken later."""

    def __init__(self, turn: Turn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = turn
        self._restoring = False

    def add(self, number: int, text: str) -> None:
        """Take in a change that was written."""
        self.push(Recorded(number, text, self._step))

    def restore(self, steps: Iterable[Step]) -> None:
        """Take in what was done and undone before the program began. What has been done since stays on top."""
        since = [command for i in range(self.count()) if (command := self._command(i)) is not None]
        known = {command.number for command in since}
        earlier = [step for step in steps if step.number not in known]
        rows = [(step.number, step.words, step.undone) for step in earlier if not (since and step.undone)]
        rows += [(command.number, command.text(), i >= self.index()) for i, command in enumerate(since)]
        self._restoring = True
        self.clear()
        for number, text, _ in rows:
            self.add(number, text)
        self.setIndex(sum(not undone for _, _, undone in rows))
        self._restoring = False

    def forget(self) -> None:
        """Know of no step any more: they are another library's."""
        self._restoring = True
        self.clear()
        self._restoring = False

    def _step(self, number: int, back: bool) -> bool:
        return self._restoring or self._turn(number, back)

    @property
    def last(self) -> int:
        """The number of the change that undo would take back, 0 where there is none."""
        command = self._command(self.index() - 1)
        return command.number if command is not None else 0

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

    def _command(self, index: int) -> Recorded | None:
        command = self.command(index) if 0 <= index < self.count() else None
        return command if isinstance(command, Recorded) else None
