"""Taking a folder, or many files, into the library: behind, with progress, until it is done or given up."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from core.adding import add
from core.library import Library
from core.problem import Problem
from gui.session import Session
from gui.tasks import Tasks


class TakingIn(QObject):
    """One round at a time; what failed is told at the end, the first failure in its own words."""

    progressed = Signal(int)
    """How many files have been looked at."""
    ended = Signal(int, object)
    """How many speeches were taken in, and the Problems of the others."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._tasks = session, tasks
        self._stop = Event()

    def take(self, paths: list[Path]) -> None:
        """Take in files, and those below folders."""
        library = self._session.library
        if library is None:
            self._session.fail(Problem("library.none"))
            return
        self._stop = Event()
        done = lambda found: self.ended.emit(*found)  # noqa: E731
        self._tasks.run(self._round, library.path, paths, self._stop, then=done, fail=self._fail)

    def cancel(self) -> None:
        """Stop after the file at hand; what was taken in stays."""
        self._stop.set()

    def _round(self, place: Path, paths: list[Path], stop: Event) -> tuple[int, list[Problem]]:
        taken, problems = 0, list[Problem]()
        with Library(place) as library:
            for number, each in enumerate(add(library, paths), start=1):
                taken += each.document is not None
                if each.problem is not None:
                    problems.append(each.problem)
                self.progressed.emit(number)
                if stop.is_set():
                    break
        return taken, problems

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._session.fail(error)
