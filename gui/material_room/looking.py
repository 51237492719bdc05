"""Asking the base of material: at once while it is small, behind the window when it is large."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from core.library import Library
from core.library.material import Listing, Wanted
from core.problem import Problem
from gui.session import Session
from gui.tasks import Task, Tasks

AT_ONCE = 5000
"""Marks of a base that answers before the eye notices; a larger one is asked behind the window."""


class Looking(QObject):
    """Each question overtakes the one before. What cannot be asked is said, and answered by nothing."""

    def __init__(self, session: Session, tasks: Tasks, take: Callable[[Listing], object]) -> None:
        super().__init__()
        self._session, self._tasks, self._take = session, tasks, take
        self._task: Task | None = None

    def ask(self, wanted: Wanted) -> None:
        """Answer a question, now or later."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        library = self._session.library
        if library is not None and self._count(library) > AT_ONCE:
            tags = list(self._session.tags)
            self._task = self._tasks.run(_listed, library.path, wanted, tags, then=self._arrive, fail=self._fail)
        else:
            self._take(self.listed(wanted))

    def listed(self, wanted: Wanted) -> Listing:
        """The answer, at once."""
        library = self._session.library
        try:
            return library.material.listing(wanted, self._session.tags) if library else _nothing(wanted)
        except Problem as problem:
            self._session.fail(problem)
            return _nothing(wanted)

    def _count(self, library: Library) -> int:
        try:
            return library.material.count()
        except Problem:  # it is said when the question is asked
            return 0

    def _arrive(self, found: Listing) -> None:
        self._task = None
        self._take(found)

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Problem):
            raise error
        self._session.fail(error)


def _listed(place: Path, wanted: Wanted, tags: list[str]) -> Listing:
    """The answer of the library in a file, on a connection of this thread's own."""
    with Library(place) as library:
        return library.material.listing(wanted, tags)


def _nothing(wanted: Wanted) -> Listing:
    return Listing(wanted, array("q"), [], {}, {})
