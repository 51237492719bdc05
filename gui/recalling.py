"""Brings the marks of a speech that has very many, behind its first picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from core.library import Library
from core.model import Annotation
from gui.session import Session
from gui.tasks import Tasks


class Recalling(QObject):
    """Reads them on a connection of its own; when they are there, the session says so."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._tasks = session, tasks
        session.activated.connect(self._bring)

    def _bring(self, digest: str) -> None:
        speech, library = self._session.speeches.get(digest), self._session.library
        if speech is not None and speech.partial and library is not None:
            take = lambda marks: self._session.take_all(digest, marks)  # noqa: E731
            self._tasks.run(_marks, library.path, digest, then=take, fail=lambda _: take(speech.marks))


def _marks(path: Path, digest: str) -> dict[str, Annotation]:
    with Library(path) as library:
        return library.annotations(digest)
