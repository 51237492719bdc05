"""Looks for faults in the numbering of a speech that was opened, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from gui.session import Session
from gui.tasks import Tasks

if TYPE_CHECKING:
    from core.model import Document
    from core.outline.faults import Fault

PAUSE = 600
"""Milliseconds after opening: the first pictures come first."""


class Checking(QObject):
    """What it finds is kept with the speech; the session says so."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._tasks = session, tasks
        for signal in (session.opened, session.reshaped):
            signal.connect(lambda digest: QTimer.singleShot(PAUSE, self, lambda: self._check(digest)))

    def _check(self, digest: str) -> None:
        speech = self._session.speeches.get(digest)
        if speech is not None:
            self._tasks.run(_faults, speech.document, then=lambda found: self._keep(digest, found), fail=_raise)

    def _keep(self, digest: str, faults: tuple[Fault, ...]) -> None:
        speech = self._session.speeches.get(digest)
        if speech is not None:
            speech.faults = faults
            self._session.checked.emit(digest)


def _faults(document: Document) -> tuple[Fault, ...]:
    from core.outline.faults import check

    return check(document.text, document.sections)


def _raise(error: Exception) -> None:
    raise error
