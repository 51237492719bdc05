"""Makes the outline of a speech anew when something in it was put right: a short text at once, a long one behind."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.model import Change, Correction, Document
from gui.session import Session
from gui.speech import Speech
from gui.tasks import Tasks

AT_ONCE = 100_000
"""Code points of a text that is parsed before the eye notices."""


class Reshaping(QObject):
    """Listens for corrections; when a speech has its new outline, the session says so."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._tasks = session, tasks
        session.changed.connect(self._correct)
        session.restyled.connect(self._reshape_all)

    def _reshape_all(self) -> None:
        for speech in self._session.speeches.values():
            self._reshape(speech, dict(speech.corrections))

    def _correct(self, change: Change, was: Change) -> None:
        touched = (*change.corrections.values(), *was.corrections.values())
        for digest in {each.document for each in touched if each}:
            speech = self._session.speeches.get(digest)
            if speech is not None:
                self._reshape(speech, dict(speech.corrections))

    def _reshape(self, speech: Speech, corrections: dict[str, Correction]) -> None:
        def take(document: Document) -> None:
            """Of several outlines that were made behind, only that of the last corrections is shown."""
            if corrections == speech.corrections and speech.digest in self._session.speeches:
                speech.reshape(document)
                self._session.reshaped.emit(speech.digest)

        if len(speech.text) <= AT_ONCE:
            take(speech.corrected(corrections))
        else:
            self._tasks.run(speech.corrected, corrections, then=take, fail=_raise)


def _raise(error: Exception) -> None:
    raise error
