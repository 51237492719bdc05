"""An export on its way: behind, with progress, until it is written or given up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.exporting import Cancelled, Export, Order
from core.problem import Problem
from gui.tasks import Task, Tasks

PATIENCE = 400
"""Milliseconds after which progress is shown."""


class Exporting(QObject):
    """One export at a time. One of ``written`` and ``ended`` comes of each."""

    progressed = Signal(int, int)
    """So many of so many speeches are done; 0 of 0 while nobody knows."""
    written = Signal(object)
    """The path of the file."""
    ended = Signal(str)
    """Nothing was written, and why; empty where a reader wished so."""

    def __init__(self, parent: QObject, tasks: Tasks, language: str) -> None:
        super().__init__(parent)
        self._tasks, self._language = tasks, language
        self._work: Export | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(lambda: self.progressed.emit(0, 0))

    @property
    def busy(self) -> bool:
        """Whether an export is on its way."""
        return self._work is not None

    def begin(self, order: Order, target: Path) -> None:
        """Write ``order`` to ``target``."""
        work = self._work = Export(order)
        told = self.progressed.emit
        self._timer.start()
        self._task = self._tasks.run(work.write, target, told, then=self._done, fail=self._failed, stop=work.stop)

    def stop(self) -> None:
        """Give it up; what is just being put in its place comes to its end all the same."""
        if self._work is not None and self._task is not None and self._work.stop():
            self._task.cancel()
            self._finish()
            self.ended.emit("")

    def _done(self, target: Path) -> None:
        self._finish()
        self.written.emit(target)

    def _failed(self, error: Exception) -> None:
        self._finish()
        if isinstance(error, Problem):
            self.ended.emit(error.say(self._language))
        elif isinstance(error, Cancelled):
            self.ended.emit("")
        else:
            self.ended.emit(Problem("export.failed").say(self._language))
            raise error

    def _finish(self) -> None:
        self._timer.stop()
        self._work = self._task = None
