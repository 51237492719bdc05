"""Keeps the library safe: looks after it, copies it once a day, puts a copy back, mends what is damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.clock import now
from core.library import Library
from core.problem import Problem, say
from gui.refreshing import Refreshing

if TYPE_CHECKING:
    from core.backups import Backup
    from core.repair import Repaired
    from gui.app import App

FIRST = 5000
"""Milliseconds after the first picture before the day's copy is thought of."""

translate = QCoreApplication.translate


class Safekeeping(QObject):
    """Works behind the window; while it mends or restores a library that cannot be opened, it is ``busy``."""

    def __init__(self, app: App, open_library: Callable[[Path], tuple[Library | None, Problem | None]]) -> None:
        super().__init__(app)
        self._app, self._session, self._tasks = app, app.session, app.tasks
        self._open_library = open_library
        self._refreshing = Refreshing(app.session)
        self.busy = False

    def begin(self) -> None:
        """Look after the library from now on."""
        self._refreshing.begin()
        QTimer.singleShot(FIRST, self, self.back_up_daily)

    @property
    def path(self) -> Path:
        """Where the library lies, or should lie."""
        return self._session.library.path if self._session.library else self._app.library_path()

    # -- copies --------------------------------------------------------------------------------

    def back_up_daily(self) -> None:
        """Make the day's copy in the background, unless there is one."""
        from core.backups import daily

        library = self._session.library
        if library is not None and not library.read_only and not library.away:
            self._tasks.run(daily, library.path, library.now(), then=_nothing, fail=self._fail)

    def back_up_now(self, then: Callable[[], None]) -> None:
        """Make a copy because a reader wants one."""
        from core.backups import back_up

        self._session.noted.emit()
        self._tasks.run(back_up, self.path, now(), "hand", then=lambda _: then(), fail=self._fail)

    def show_copies(self) -> None:
        """All copies, with what each would bring back and what it would cost."""
        from gui.restoring import RestoreDialog

        if self._app.window is not None:
            self._session.noted.emit()
            RestoreDialog(self._app.window, self, self._tasks).open()

    def restore(self, copy: Backup) -> None:
        """Put a copy in the place of the library, which is copied first; the open speeches show it at once."""
        self._session.noted.emit()
        if self._session.library is None:
            self._put_in_place(copy)
            return

        def fail(error: Exception) -> None:
            from core.backups import BEYOND

            if isinstance(error, Problem) and error.key in BEYOND:
                self._put_in_place(copy)
            else:
                self._fail(error)

        def then(kept: Path) -> None:
            self._refreshing.look()
            self._tell(say("restore.done", self._session.language, name=copy.path.name, kept=kept.name))

        self._tasks.run(_put_back, self.path, copy.path, then=then, fail=fail)

    def _put_in_place(self, copy: Backup) -> None:
        from core.backups import put_in_place

        def words(kept: Path | None) -> str:
            name, language = copy.path.name, self._session.language
            if kept is None:
                return say("restore.fresh", language, name=name)
            return say("restore.done", language, name=name, kept=kept.name)

        self._without_library(put_in_place, self.path, copy.path, now(), words=words)

    # -- damage --------------------------------------------------------------------------------

    def repair(self) -> None:
        """Put what can be read of a damaged library into a new one in its place."""
        from core.repair import repair

        def words(done: Repaired) -> str:
            return done._replace(kept=Path(done.kept.name)).say(self._session.language)

        self._session.noted.emit()
        if self._app.window is not None:
            self._app.window.messages.say(self.tr("The library is being repaired…"))
        self._without_library(repair, self.path, words=words)

    def _without_library(self, work: Callable[..., object], *args: object, words: Callable[..., str]) -> None:
        """Do what nobody may disturb by having the library open, then open it again."""
        if self.busy:
            return
        path, self.busy = self.path, True
        self._app.opener.stop_taking()
        self._session.let_go()

        def then(done: object) -> None:
            self._open_again(path)
            self._tell(words(done))

        def fail(error: Exception) -> None:
            self._open_again(path)
            self._fail(error)

        self._tasks.run(work, *args, then=then, fail=fail)

    def _open_again(self, path: Path) -> None:
        self.busy = False
        opened, problem = self._open_library(path)
        if opened is not None:
            self._session.use_library(opened)
            self._session.noted.emit()
            self._app.opener.go_on()
        elif problem is not None:
            self._fail(problem)

    def _tell(self, words: str) -> None:
        if self._app.window is not None:
            self._app.window.messages.say(words)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._session.fail(error)


def _put_back(path: Path, copy: Path) -> Path:
    from core.backups import put_back

    with Library(path) as library:
        return put_back(library, copy)


def _nothing(_: object) -> None:
    """What is done when all went well and nobody need know."""
