"""The application: language, theme, crash hook, and the window on the speeches it was called with."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.library import Library
from core.places import is_copied, library_path
from core.problem import Problem
from gui import theme as themes
from gui.checking import Checking
from gui.crash import CrashHook
from gui.faces import font
from gui.language import Translation, resolve
from gui.opening import Opener
from gui.recalling import Recalling
from gui.reshaping import Reshaping
from gui.session import Session
from gui.settings import Settings
from gui.tasks import Tasks
from gui.window import MainWindow
from gui.word_process import WordProcess

if TYPE_CHECKING:
    from argparse import Namespace

    from gui.safekeeping import Safekeeping
    from gui.watching import Watching

translate = QCoreApplication.translate

YIELD = 0.001
"""Seconds after which work behind lets the window have the interpreter: with Python's 5 ms a window that asks for it
forty times while it paints waits a fifth of a second."""
PATIENCE = 0.3
"""Seconds the window may stand still for another program that holds the library."""


class App(QObject):
    """Owns what outlives a window: session, settings, background work, theme and language."""

    def __init__(self, library: Library | None, settings: Settings, language: str, theme: str) -> None:
        super().__init__()
        self.settings = settings
        self._theme_choice = theme or settings.theme
        self._translation = Translation()
        self.session = Session(library, resolve(language or settings.language), settings.creator)
        self.session.setParent(self)
        self.session.library_wanted.connect(self._ask_for_library)
        self.tasks, self.words = Tasks(self), WordProcess(self)
        self.opener = Opener(self.session, settings, self.tasks)
        self.recalling = Recalling(self.session, self.tasks)
        self.reshaping = Reshaping(self.session, self.tasks)
        self.checking = Checking(self.session, self.tasks)
        self.window: MainWindow | None = None
        self.place: Library | Path | str | None = None
        self._ended = False
        self._keeper: Safekeeping | None = None
        self._watching: Watching | None = None

    @property
    def keeper(self) -> Safekeeping:
        """What looks after the library; it comes after the first picture, or when it is first wanted."""
        if self._keeper is None:
            from gui.safekeeping import Safekeeping

            self._keeper = Safekeeping(self, _library)
        return self._keeper

    def library_path(self) -> Path:
        """Where the library should lie."""
        place = self.place.path if isinstance(self.place, Library) else self.place
        return Path(place).absolute() if place else library_path()

    @property
    def look(self) -> themes.Theme:
        """The theme shown: the one chosen, else the system's."""
        choice = self._theme_choice
        return themes.theme(choice if choice in ("light", "dark") else themes.system())

    def make_window(self) -> MainWindow:
        """A window in the current language and theme; one that stood before is replaced."""
        self._translation.use(self.session.language)
        former, self.window = (
            self.window,
            MainWindow(self.session, self.settings, self.opener, self.words, self.look),
        )
        themes.apply(_application(), self.look)  # once all is in its place: every move would dress it anew
        self.window.theme_wanted.connect(self.set_theme)
        self.window.language_wanted.connect(self.set_language)
        self.window.restore_wanted.connect(lambda: self.keeper.show_copies())
        self.window.repair_wanted.connect(lambda: self.keeper.repair())
        self.window.closed.connect(self._window_closed)
        self.window.painted.connect(self._after_first_picture, Qt.ConnectionType.SingleShotConnection)
        self.setParent(self.window)  # what outlives one window must not outlive the last
        self.window.app = self
        if former is not None:
            self.window.setGeometry(former.geometry())
            former.close()
            former.deleteLater()
        return self.window

    def _after_first_picture(self) -> None:
        QTimer.singleShot(0, self, self._complete)
        QTimer.singleShot(200, self.words, self.words.start)

    def _complete(self) -> None:
        """Add to the window what the first picture did without, piece by piece: what a reader does comes between."""
        if self.window is not None and not self._ended:
            if self.window.complete_more():
                QTimer.singleShot(0, self, self._complete)
                return
            self.attend()
            QTimer.singleShot(0, self, self._keep_safe)
        gc.enable()
        gc.freeze()

    def _keep_safe(self) -> None:
        if not self._ended:
            self.keeper.begin()
            _application().setWindowIcon(QIcon(str(themes.RESOURCES / "icons" / "piyue.svg")))

    def attend(self) -> None:
        """What may wait until the first picture: steps from before, and files that change."""
        from gui.watching import Watching

        self.session.restore_steps()
        self.opener.go_on()
        self._watching = self._watching or Watching(self.session, self.opener)

    def set_theme(self, choice: str) -> None:
        """Change the theme to ``light``, ``dark`` or ``system``, and keep it."""
        self._theme_choice = self.settings.theme = choice
        themes.apply(_application(), self.look)
        if self.window is not None:
            self.window.set_theme(self.look)

    def set_language(self, choice: str) -> None:
        """Change the language to ``zh``, ``en`` or ``system``, and keep it: the window is made anew in it."""
        if self.window is not None and not self.window.may_leave():
            return
        self.settings.language = choice
        if resolve(choice) == self.session.language:
            return
        self.session.language = resolve(choice)
        shown = self.window is not None and self.window.isVisible()
        chosen_there = self.window is not None and self.window.deeds.choosing
        window = self.make_window()
        self.session.show_again()
        if self.session.current is None:
            window.show_welcome()
        if shown:
            window.show()
        if chosen_there:
            window.deeds.show_setting("settingLanguage")

    def _ask_for_library(self) -> None:
        """Something is to be written: what kept the library closed may be gone by now."""
        if self._ended:
            return
        if self._keeper is not None and self._keeper.busy:
            self.session.fail(Problem("library.busy"))
            return
        opened, _ = _library(self.place)
        if opened is None:
            _offer_library(self, Problem("library.none"))
        else:
            self.session.use_library(opened)

    def save(self) -> None:
        """Write everything that is still in the air."""
        self.session.noted.emit()

    def _window_closed(self, window: MainWindow) -> None:
        if window is self.window:
            self.end()

    def end(self) -> None:
        """Save, and stop all that runs. A second call does nothing."""
        if self._ended:
            return
        self._ended = True
        self.opener.stop_taking()
        self.session.shut()
        self.tasks.finish()
        self.words.stop()
        self.settings.sync()
        self._translation.drop()

    def say_crash(self, log: Path) -> None:
        """Say that something went wrong in the program."""
        self.session.fail(Problem("program.failed", log=log))


def build(
    library: Library | Path | str | None = None,
    files: Iterable[Path | str] = (),
    settings: Settings | None = None,
    *,
    language: str = "",
    theme: str = "",
    whole: bool = True,
) -> MainWindow:
    """The window on ``files``, not yet shown; no event loop is started.

    ``library`` is an open library or the path of one (None: the user's own). Where it cannot be opened,
    the window says so and still shows speeches; marking is then refused. ``window.app`` owns the rest.
    Unless the window is to be ``whole`` at once, the panels at the right follow the first picture.
    """
    _application()
    settings = settings if isinstance(settings, Settings) else Settings(settings)
    opened, problem = _library(library)
    app = App(opened, settings, language, theme)
    app.place = library
    window = app.make_window()
    if problem is not None:
        _offer_library(app, problem)
    for path in files:
        window.files.open(Path(path))
    if whole:
        window.complete()
        app.attend()
    if app.session.current is None and not app.opener.busy:
        window.show_welcome()
    return window


def _screen() -> bool:
    """Whether there is a screen to show a window on, or Qt was told to do without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, named))


def _application() -> QApplication:
    """The one QApplication, made ready where it is not there yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        if not _screen():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QApplication([*sys.argv[:1], "-style", "fusion"])  # by its name: QStyle takes 7 ms to load
        sys.setswitchinterval(YIELD)
    app.setApplicationName("piyue")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("piyue")
    app.setFont(font("hei", 13))
    return app


def _library(library: Library | Path | str | None) -> tuple[Library | None, Problem | None]:
    if isinstance(library, Library):
        return library, None
    try:
        return Library(Path(library) if library else library_path(), patience=PATIENCE), None
    except Problem as problem:
        return None, problem


def _repairable(problem: Problem, path: Path) -> bool:
    """Whether a library that cannot be opened is one of ours that was damaged."""
    return problem.key == "library.damaged" or (problem.key == "library.not_database" and is_copied(path))


def _offer_library(app: App, problem: Problem) -> None:
    """Say why there is no library, and let the reader choose another."""
    window = app.window
    assert window is not None
    if _repairable(problem, app.library_path()):
        window.offer_repair(problem.say(app.session.language))
        return

    def choose() -> None:
        from PySide6.QtWidgets import QFileDialog

        words = translate("App", "Choose or make a library")
        path, _ = QFileDialog.getSaveFileName(
            window, words, "", "SQLite (*.sqlite *.db)", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if path:
            opened, again = _library(path)
            if opened is not None:
                app.session.use_library(opened)
            elif again is not None:
                _offer_library(app, again)

    window.messages.say(problem.say(app.session.language), translate("App", "Choose another library…"), choose)


def run(options: Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    if options.screenshot:
        from gui.screenshot import save

        return save(options)
    if not _screen():
        print(Problem("screen.none").say(resolve(options.language or "")), file=sys.stderr)  # noqa: T201
        return 1
    window = build(
        options.library, options.files, language=options.language or "", theme=options.theme or "", whole=False
    )
    app = window.app
    assert isinstance(app, App)
    place = app.session.library.path if app.session.library else library_path()
    CrashHook(place.parent / "piyue.log", app.save, app.say_crash).install()
    window.show()
    status = _application().exec()
    app.end()
    return status
