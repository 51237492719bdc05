"""Opening files: small ones at once, larger ones in the background, and each failure in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.model import Correction, Document
from core.problem import Problem
from core.readers import build, read_text
from core.text import digest
from gui.session import Session
from gui.settings import Settings
from gui.speech import Speech
from gui.tasks import Task, Tasks

AT_ONCE = 200_000
"""Bytes up to which a file is read in place: less than the eye notices."""
PATIENCE = 500
"""Milliseconds of reading after which it is said that something is being read."""


class Opener(QObject):
    """Reads files and hands them to the session."""

    opened = Signal()
    reading = Signal(str)
    idle = Signal()

    def __init__(self, session: Session, settings: Settings, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._settings, self._tasks = session, settings, tasks
        self._waiting: dict[Task, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._say)

    def open(self, path: Path | str, then: Callable[[], None] | None = None) -> None:
        """Open a file as a speech, then call ``then``. What fails is said, not raised."""
        path = Path(path)
        try:
            small = path.stat().st_size <= AT_ONCE
        except OSError:
            small = True
        if small:
            try:
                self._opened(self._read(path.absolute()), path, then)
            except Problem as problem:
                self._session.fail(problem)
            return
        self._read_behind(path, then)

    def _read(self, path: Path) -> Speech:
        """The speech in a file; what the library remembers of its outline need not be parsed again."""
        text = read_text(path)
        name = digest(text)
        return _speech(text, path, self._session.recall(name), self._session.corrections(name))

    def _read_behind(self, path: Path, then: Callable[[], None] | None) -> None:
        """In two steps, for what the library knows of a text is asked in between, in this thread."""

        def ask(found: tuple[str, str]) -> None:
            text, name = found
            known, corrections = self._session.recall(name), self._session.corrections(name)
            self._behind(path, _speech, text, path.absolute(), known, corrections, then=show)

        def show(speech: Speech) -> None:
            self._opened(speech, path, then)

        self._behind(path, _text, path.absolute(), then=ask)
        self._timer.start()

    def _behind(self, path: Path, function: Callable[..., Any], *args: Any, then: Callable[[Any], None]) -> None:
        """Do a step in the background; what fails is said. The file counts as waiting until the last is done."""

        def done(result: Any) -> None:
            del self._waiting[task]
            then(result)
            self._note_idle()

        def fail(error: Exception) -> None:
            self._drop(task)
            if not isinstance(error, Problem):
                raise error
            self._session.fail(error)

        task = self._tasks.run(function, *args, then=done, fail=fail)
        self._waiting[task] = path.name

    def _opened(self, speech: Speech, path: Path, then: Callable[[], None] | None) -> None:
        self._settings.add_recent(path.absolute())
        self._session.show(speech)
        self.opened.emit()
        if then is not None:
            then()

    def _drop(self, task: Task) -> None:
        self._waiting.pop(task, None)
        self._note_idle()

    def _note_idle(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self.idle.emit()

    def _say(self) -> None:
        if self._waiting:
            self.reading.emit(next(iter(self._waiting.values())))

    @property
    def busy(self) -> bool:
        """Whether anything is still being read."""
        return bool(self._waiting)

    def cancel(self) -> None:
        """Give up what is still being read."""
        for task in list(self._waiting):
            task.cancel()
            self._drop(task)


def _text(path: Path) -> tuple[str, str]:
    """The text in a file, and its digest."""
    text = read_text(path)
    return text, digest(text)


def _speech(text: str, path: Path, known: Document | None, corrections: dict[str, Correction]) -> Speech:
    """The speech that a text is, with all that can be made of it off the window's back."""
    sound = known is not None and known.text == text  # what the library keeps may be damaged
    document = replace(known, source=path) if known and sound else build(text, path, corrections.values())
    return Speech(document, {}, 0, corrections)
