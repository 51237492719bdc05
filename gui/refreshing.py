"""Looks again and again whether others have changed the library, and whether it is still in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.problem import Problem
from gui.session import Session

EVERY = 500
"""Milliseconds from one look to the next. A look at a library that nobody has changed takes microseconds."""


class Refreshing(QObject):
    """What goes wrong is said once, not with every look; when it is over, what was not saved is saved."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._wrong = session, ""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        session.saving.connect(self._note_failure)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def look(self) -> None:
        """Show what others have done since the last look."""
        try:
            self._session.refresh()
        except Problem as problem:
            self._say(problem)
        else:
            self._go_on()

    def _note_failure(self, state: str) -> None:
        """What could not be written for want of the library is written as soon as it is back."""
        library = self._session.library
        if state == "failed" and library is not None and library.away:
            self._wrong = "library.away"

    def _say(self, problem: Problem) -> None:
        if problem.key not in (self._wrong, "library.locked"):
            self._wrong = problem.key
            self._session.fail(problem)
            self._session.saving.emit("failed")

    def _go_on(self) -> None:
        if self._wrong:
            self._wrong = ""
            self._session.saving.emit("saved")
            self._session.noted.emit()
