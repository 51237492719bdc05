"""Marks made elsewhere, from the window: looked at behind it, shown before they are written, written as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from core.importing import Import, arrived, carry_out, offers
from core.library import Library
from core.model import Change, Document
from core.problem import Problem
from gui.import_dialog import ImportDialog
from gui.tasks import Task

if TYPE_CHECKING:
    from gui.window import MainWindow

PATIENCE = 500
"""Milliseconds of looking after which it is said."""
SLICE = 1000
"""Marks that are shown at a time."""


class Importing(QObject):
    """Takes one file after the other. What fails is said in one sentence, and the next is taken."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._waiting: list[Path] = []
        self._task: Task | None = None
        self._dialog: ImportDialog | None = None
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(lambda: window.messages.say(self._words, self.tr("Cancel"), self.cancel))

    @property
    def busy(self) -> bool:
        """Whether a file is being looked at, shown or written."""
        return self._task is not None or self._dialog is not None

    def choose(self, folder: str) -> None:
        """Ask for files, and take in the marks they hold."""
        kinds, everything = self.tr("Marks and tags"), self.tr("All files")
        patterns = " ".join(f"*{ending}" for ending in sorted(endings()))
        words, title = f"{kinds} ({patterns});;{everything} (*)", self.tr("Import marks and tags")
        paths, _ = QFileDialog.getOpenFileNames(self._window, title, folder, words)
        self.take([Path(path) for path in paths])

    def take(self, paths: Iterable[Path]) -> None:
        """Take in what is in files; one that is a speech itself, and brings nothing for the open one, is opened."""
        self._waiting += paths
        if not self.busy:
            self._next()

    def cancel(self) -> None:
        """Give up what is on its way and what waits; nothing is written."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _next(self) -> None:
        if not self._waiting:
            return
        path, session = self._waiting.pop(0), self._session
        session.noted.emit()
        if session.library is None:
            session.library_wanted.emit()
        if session.library is None:
            self._waiting.clear()
            return
        current = session.current.document if session.current else None
        asked = (session.library.path, path, current, session.language)
        words = self.tr("Looking at “%1”…").replace("%1", path.name)
        self._behind(words, _looked, *asked, then=lambda found: self._show(path, found), path=path)

    # -- behind the window ---------------------------------------------------------------------

    def _behind(
        self, words: str, function: Callable[..., Any], *args: Any, then: Callable[[Any], None], path: Path
    ) -> None:
        def done(result: Any) -> None:
            self._end()
            then(result)

        def fail(error: Exception) -> None:
            self._session.awaiting = False
            self._end()
            self._close()
            if not isinstance(error, Problem):
                raise error
            self._refuse(error, path)
            self._next()

        self._words = words
        self._task = self._window.opener.tasks.run(function, *args, then=done, fail=fail)
        if words:
            self._timer.start()

    def _end(self) -> None:
        """Take back what was said about waiting."""
        self._task = None
        self._timer.stop()
        if self._window.messages.words == self._words:
            self._window.messages.hide()

    def _refuse(self, problem: Problem, path: Path) -> None:
        """Say what is wrong; a Word file without comments is a speech like others."""
        if problem.key == "import.no_comments":
            self._window.opener.open(path)
        else:
            self._session.fail(problem)

    # -- what was found ------------------------------------------------------------------------

    def _show(self, path: Path, found: tuple[Import, ...]) -> None:
        speech = is_speech(path)
        if speech and found[0].documents:  # it is another speech than those known: opening it brings its comments
            self._window.opener.open(path)
        elif found[0]:
            self._ask(path, found[:1] if speech else found, speech)
            return
        else:
            self._window.messages.tell(found[0].say(self._session.language))
        self._next()

    def _ask(self, path: Path, found: tuple[Import, ...], speech: bool) -> None:
        window = self._window
        self._dialog = dialog = ImportDialog(window, window.look, self._session.tags, path, found, speech)
        dialog.import_wanted.connect(lambda made: self._write(made, path))
        dialog.speech_wanted.connect(lambda: window.opener.open(path))
        dialog.finished.connect(self._leave)
        dialog.open()

    def _leave(self) -> None:
        self._dialog = None
        if not self.busy:
            self._next()

    # -- what is written -----------------------------------------------------------------------

    def _write(self, made: Import, path: Path) -> None:
        """Write behind the window; the dialog stays, so that nothing else is written meanwhile."""
        library = self._session.library
        if library is not None:
            self._session.awaiting = True
            self._behind("", _written, library.path, made, then=lambda step: self._adopt(made, *step), path=path)

    def _adopt(self, made: Import, number: int, written: Change) -> None:
        self._session.awaiting = False
        news = self._session.adopted(number, made.words, written) if number else Change()
        self._show_slice(slices(news), made)

    def _show_slice(self, left: Iterator[Change], made: Import) -> None:
        """Show what was written a little at a time: ten thousand marks at once would hold up the window."""
        piece = next(left, None)
        if piece is not None:
            self._session.show_news(piece)
            QTimer.singleShot(0, self, lambda: self._show_slice(left, made))
            return
        self._close()
        self._tell(made)

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.done(1)

    def _tell(self, made: Import) -> None:
        """Say what came of it, and offer what one is likely to want next."""
        words, session, opener = made.say(self._session.language), self._session, self._window.opener
        closed = [each for each in made.speeches if each.digest not in session.speeches]
        show = lambda: opener.open_known(closed[0].digest, closed[0].title)  # noqa: E731
        if closed and session.current is not None:
            self._window.messages.say(words, self.tr("Open the speech"), show)
            return
        if closed:  # there is nothing that one would be led away from
            show()
        if made.lost and not closed:
            self._window.messages.say(words, self.tr("Look at them…"), self._window.files.show_report)
        else:
            self._window.messages.tell(words)


def endings() -> frozenset[str]:
    """The endings of all files that marks or tags are taken from."""
    from core.importers import IMPORTERS

    return frozenset(suffix for each in IMPORTERS for suffix in each.suffixes)


def is_speech(path: Path) -> bool:
    """Whether a file's ending is that of a speech, too."""
    from core.adding import suffixes

    return path.suffix.lower() in suffixes()


def may_hold_marks(path: Path, open_: bool) -> bool:
    """Whether a file is to be looked at for marks; one that may be a speech only where a speech is open."""
    return path.suffix.lower() in endings() and (open_ or not is_speech(path))


def _looked(place: Path, path: Path, current: Document | None, language: str) -> tuple[Import, ...]:
    """What a file would bring, on a connection of this thread's own."""
    arrival = arrived(path)
    with Library(place) as library:
        return offers(library, arrival, path, current, language)


def _written(place: Path, made: Import) -> tuple[int, Change]:
    """Copy the library, then write an import on a connection of this thread's own; the number of its step, and
    what stands there now."""
    with Library(place) as library:
        number, tags = carry_out(library, made), library.tags()
        marks = library.annotations_named(made.change.annotations)
        return number, Change(dict(marks), {id: tags.get(id) for id in made.change.tags})


def slices(change: Change) -> Iterator[Change]:
    """A change in pieces of SLICE marks; the first has the tags."""
    marks = list(change.annotations.items())
    for start in range(0, max(1, len(marks)), SLICE):
        piece = dict(marks[start : start + SLICE])
        yield Change(piece, {} if start else change.tags, {} if start else change.corrections)
