"""Opening files: small ones at once, larger ones in the background, and each failure in one sentence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.clock import now
from core.library import Library
from core.marks import remarked
from core.model import Correction, Document
from core.problem import Problem
from core.readers import build, is_plain, reading
from core.readers.format import Reading
from core.text import digest
from gui.session import Session
from gui.settings import Settings
from gui.speech import Speech
from gui.tasks import Task, Tasks
from gui.versions import Arrival, Former, arrival, brought, former

if TYPE_CHECKING:
    from gui.taking_in import TakingIn

AT_ONCE = 200_000
"""Bytes of plain text up to which a file is read in place: less than the eye notices."""
FEW = 8
"""Files that are opened side by side; of more, and of a folder, the speeches are taken into the library."""
PATIENCE = 500
"""Milliseconds of reading after which it is said that something is being read."""


class Opener(QObject):
    """Reads files and hands them to the session."""

    opened = Signal()
    replaced = Signal(str, object)
    """The digest of a speech that took another version's place, and the Replacement."""
    alike = Signal(str, object)
    """The digest of a speech, and the Former whose place it may take."""
    taking = Signal(object)
    """Files are being taken in by this TakingIn."""
    scanned = Signal(object, object)
    """The path of a file of which the pages are pictures, and the Problem that says so."""
    recognising = Signal(int, int, object)
    """So many of so many pages have been recognised, and what stops that."""
    noticed = Signal(str)
    """The key of a sentence that the reader is told about a file."""
    remarked = Signal(int)
    """So many marks came along with a file."""
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

    @property
    def tasks(self) -> Tasks:
        """What runs behind the window."""
        return self._tasks

    def open(self, path: Path | str, then: Callable[[], None] | None = None) -> None:
        """Open a file as a speech, then call ``then``. What fails is said, not raised."""
        self._open(Path(path), then, ask=True)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open a few files; a folder, or many, are taken into the library instead."""
        if len(paths) <= FEW and not any(path.is_dir() for path in paths):
            for path in paths:
                self.open(path)
            return
        self.taking_in.take(paths)

    @cached_property
    def taking_in(self) -> TakingIn:
        """What takes many files into the library; it comes when it is first wanted."""
        from gui.taking_in import TakingIn

        made = TakingIn(self._session)
        self.taking.emit(made)
        return made

    def tell_taking(self) -> None:
        """Say again that files are being taken in, to a window made anew."""
        if "taking_in" in self.__dict__:
            self.taking.emit(self.taking_in)

    def stop_taking(self) -> None:
        """End what takes files in; what waits is gone on with at the next start."""
        if "taking_in" in self.__dict__:
            self.taking_in.stop()

    def go_on(self) -> None:
        """Go on with files that were still to be taken in when the program was last ended."""
        library = self._session.library
        try:
            if library is not None and not library.read_only and library.awaits_intake:
                self.taking_in.go_on()
        except Problem as problem:
            self._session.fail(problem)

    def open_known(self, digest: str, title: str, then: Callable[[], None] | None = None) -> None:
        """Show a speech that the library has, whatever became of its file; then call ``then``."""
        session, library = self._session, self._session.library

        def show(speech: Speech) -> None:
            session.show(speech)
            self.opened.emit()
            if then is not None:
                then()

        if digest in session.speeches:
            show(session.speeches[digest])
        elif library is not None:
            self._behind(Path(title or digest), _known, library.path, digest, then=show, tell=True)
            self._timer.start()

    def paste(self, said: Reading) -> None:
        """Show a text that comes from no file as a new speech."""
        document = build(said)
        self._session.show(Speech(document, {}))
        self.opened.emit()

    def look_again(self, path: Path | str) -> None:
        """A file that is open was changed on the disk: show what it says now. One that cannot be read is let be."""
        self._open(Path(path), None, ask=False)

    def _open(self, path: Path, then: Callable[[], None] | None, ask: bool) -> None:
        if _quick(path):
            try:
                self._arrived(self._read(path.absolute()), path, then, ask)
            except Problem as problem:
                if ask:
                    self._refuse(problem, path)
            return
        self._read_behind(path, then, ask)

    def _refuse(self, problem: Problem, path: Path) -> None:
        """Say why a file cannot be read; pages that are pictures may be recognised."""
        if problem.key == "file.scanned":
            self.scanned.emit(path, problem)
        else:
            self._session.fail(problem)

    def recognise(self, path: Path) -> None:
        """Recognise the text of a file's pages, and show it as a speech."""
        from gui.recognising import Recognising

        work = Recognising(self, self._tasks)
        work.progressed.connect(lambda done, count: self.recognising.emit(done, count, work.cancel))

        def show(said: Reading) -> None:
            name = digest(said.text)
            self._arrived(arrival(*self._asked(said, name, path.absolute())), path, None, ask=True)

        def fail(error: Exception) -> None:
            if not isinstance(error, Problem):
                raise error
            self._session.fail(error)

        work.begin(path, show, fail)

    def _read(self, path: Path) -> Arrival:
        """The speech in a file; what the library remembers of its outline need not be parsed again."""
        return arrival(*self._asked(*_said(path), path))

    def _asked(
        self, said: Reading, name: str, path: Path
    ) -> tuple[Reading, str, Path, Document | None, dict[str, Correction], Former | None]:
        """What the library knows of a text."""
        session = self._session
        session.noted.emit()
        before = former(session.library, said.text, name, path) if name not in session.speeches else None
        return said, name, path, session.recall(name), session.corrections(name), before

    def _read_behind(self, path: Path, then: Callable[[], None] | None, ask: bool) -> None:
        """In two steps, for what the library knows of a text is asked in between, in this thread."""

        def consult(found: tuple[Reading, str]) -> None:
            library = self._session.library
            place = library.path if library and not library.read_only else None
            self._behind(path, _taken_in, place, *self._asked(*found, path.absolute()), then=show, tell=ask)

        def show(made: Arrival) -> None:
            self._arrived(made, path, then, ask)

        self._behind(path, _said, path.absolute(), then=consult, tell=ask)
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
                self._refuse(error, path)

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
            session.show(speech, kept=made.kept)
            self._bring_remarks(speech, made)
            if made.former is not None:
                self.alike.emit(speech.digest, made.former)
        for notice in made.notices if ask else ():
            self.noticed.emit(notice)
        self.opened.emit()
        if then is not None:
            then()

    def _bring_remarks(self, speech: Speech, made: Arrival) -> None:
        """The marks that are in the file itself become marks of ours, in one step that can be undone."""
        if made.remarks and not speech.marks:
            change = remarked(speech.document, made.remarks, now())
            if self._session.do(change, self.tr("Marks from the file")):
                self.remarked.emit(len(change.annotations))

    def bring_along(self, digest: str, before: Former) -> None:
        """Let an open speech take the place of another version of it after all."""
        speech, session = self._session.speeches.get(digest), self._session
        if speech is not None and not speech.marks:
            document = speech.document
            said = Reading(speech.text, document.hints, (), document.pages)
            made = brought(said, digest, document.source, before)
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


def _quick(path: Path) -> bool:
    """Whether a file is read in place: a short plain text, or what is no file and is said at once."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return True
    return not S_ISREG(about.st_mode) or (about.st_size <= AT_ONCE and is_plain(path))


def _said(path: Path) -> tuple[Reading, str]:
    """What a file says, and the digest of its text."""
    said = reading(path)
    return said, digest(said.text)


def _known(place: Path, digest: str) -> Speech:
    """A speech as the library has it."""
    with Library(place) as library:
        document = library.document(digest)
        if document is None:
            raise Problem("library.unknown_document", id=digest)
        return Speech(document, {}, 0, library.corrections(digest))


def _taken_in(place: Path | None, *asked: Any) -> Arrival:
    """The speech that a text is; a long text is taken into the library on a connection of this thread's own.

    Meanwhile nothing looks for garbage: among half a million new objects that takes a second, in which the
    window stands still. There is none among them, so they are left out of later searches too.
    """
    gc.disable()
    try:
        made = arrival(*asked)
        gc.freeze()
    finally:
        gc.enable()
    if place is not None and place.exists():  # where it is gone no other is made
        with suppress(Problem), Library(place) as library:  # what is wrong is said when it is shown
            library.add(made.speech.document)
            made = made._replace(kept=True)
    return made
