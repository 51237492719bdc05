"""Opening files: small ones at once, larger ones in the background, and each failure in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.library import Library
from core.model import Correction, Document
from core.problem import Problem
from core.readers import read_text
from core.text import digest
from gui.session import Session
from gui.settings import Settings
from gui.tasks import Task, Tasks
from gui.versions import Arrival, Former, arrival, brought, former

AT_ONCE = 200_000
"""Bytes up to which a file is read in place: less than the eye notices."""
PATIENCE = 500
"""Milliseconds of reading after which it is said that something is being read."""


class Opener(QObject):
    """Reads files and hands them to the session."""

    opened = Signal()
    replaced = Signal(str, object)
    """The digest of a speech that took another version's place, and the Replacement."""
    alike = Signal(str, object)
    """The digest of a speech, and the Former whose place it may take."""
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
        self._open(Path(path), then, ask=True)

    def look_again(self, path: Path | str) -> None:
        """A file that is open was changed on the disk: show what it says now. One that cannot be read is let be."""
        self._open(Path(path), None, ask=False)

    def _open(self, path: Path, then: Callable[[], None] | None, ask: bool) -> None:
        try:
            small = path.stat().st_size <= AT_ONCE
        except OSError:
            small = True
        if small:
            try:
                self._arrived(self._read(path.absolute()), path, then, ask)
            except Problem as problem:
                if ask:
                    self._session.fail(problem)
            return
        self._read_behind(path, then, ask)

    def _read(self, path: Path) -> Arrival:
        """The speech in a file; what the library remembers of its outline need not be parsed again."""
        return arrival(*self._asked(*_text(path), path))

    def _asked(
        self, text: str, name: str, path: Path
    ) -> tuple[str, str, Path, Document | None, dict[str, Correction], Former | None]:
        """What the library knows of a text."""
        session = self._session
        session.noted.emit()
        before = former(session.library, text, name, path) if name not in session.speeches else None
        return text, name, path, session.recall(name), session.corrections(name), before

    def _read_behind(self, path: Path, then: Callable[[], None] | None, ask: bool) -> None:
        """In two steps, for what the library knows of a text is asked in between, in this thread."""

        def consult(found: tuple[str, str]) -> None:
            library = self._session.library
            place = library.path if library and not library.read_only else None
            self._behind(path, _taken_in, place, *self._asked(*found, path.absolute()), then=show, tell=ask)

        def show(made: Arrival) -> None:
            self._arrived(made, path, then, ask)

        self._behind(path, _text, path.absolute(), then=consult, tell=ask)
        self._timer.start()

    def _behind(
        self, path: Path, function: Callable[..., Any], *args: Any, then: Callable[[Any], None], tell: bool
    ) -> None:
        """Do a step in the background; what fails is said. The file counts as waiting until the last is done."""

        def done(result: Any) -> None:
            del self._waiting[task]
            then(result)
            self._note_idle()

        def fail(error: Exception) -> None:
            self._drop(task)
            if not isinstance(error, Problem):
                raise error
            if tell:
                self._session.fail(error)

        task = self._tasks.run(function, *args, then=done, fail=fail)
        self._waiting[task] = path.name

    def _arrived(self, made: Arrival, path: Path, then: Callable[[], None] | None, ask: bool) -> None:
        speech, session = made.speech, self._session
        if ask:
            self._settings.add_recent(path.absolute())
        elif speech.digest in session.speeches:
            return  # it says what it said
        if made.former is not None and made.replacement is not None:
            words = self.tr("Text replaced")
            session.bring(made.former.document.digest, speech, made.replacement.change, words)
            self.replaced.emit(speech.digest, made.replacement)
        else:
            session.show(speech)
            if made.former is not None:
                self.alike.emit(speech.digest, made.former)
        self.opened.emit()
        if then is not None:
            then()

    def bring_along(self, digest: str, before: Former) -> None:
        """Let an open speech take the place of another version of it after all."""
        speech, session = self._session.speeches.get(digest), self._session
        if speech is not None and not speech.marks:
            made = brought(speech.text, digest, speech.document.source, before)
            assert made.replacement is not None
            session.bring(before.document.digest, speech, made.replacement.change, self.tr("Text replaced"))
            self.replaced.emit(digest, made.replacement)

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


def _taken_in(place: Path | None, *asked: Any) -> Arrival:
    """The speech that a text is; a long text is taken into the library on a connection of this thread's own."""
    made = arrival(*asked)
    if place is not None:
        with suppress(Problem), Library(place) as library:  # what is wrong is said when it is shown
            library.add(made.speech.document)
    return made
