"""A window with a speech in it, in this process, and what a reader does there, each deed timed to its picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent

from core.library import Library
from core.model import Annotation, Span
from gui.app import App, build
from gui.settings import Settings
from gui.window import MainWindow
from tests.benchmarks.heart import Heart

LONGEST = 120_000
"""Milliseconds after which a benchmark gives up waiting."""


class Desk:
    """One window on one library, at the size that pictures are compared at."""

    def __init__(self, library: Path, settings: Path) -> None:
        self.library = Library(library)
        self.window: MainWindow = build(self.library, (), Settings(settings), language="zh", theme="light")
        assert isinstance(self.window.app, App)
        self.app = self.window.app
        self.window.resize(1280, 800)
        self.window.show()
        settle()

    @property
    def marks(self) -> dict[str, Annotation]:
        """The marks of the speech on the desk."""
        assert self.window.session.current is not None
        return self.window.session.current.marks

    def close(self) -> None:
        self.window.close()
        settle()

    def timed(self, deed: Callable[[], object]) -> float:
        """Milliseconds from a deed until the text has been painted anew and nothing is left to do."""
        loop, begun = QEventLoop(), perf_counter()
        painted = self.window.pane.painted.connect(loop.quit)
        QTimer.singleShot(LONGEST, loop, loop.quit)
        deed()
        self.window.pane.viewport().update()
        loop.exec()
        settle()
        ms = (perf_counter() - begun) * 1000
        self.window.pane.painted.disconnect(painted)
        assert ms < LONGEST, "nothing was painted"
        return ms

    def stalled(self, deed: Callable[[], object], seconds: float = 0.5) -> float:
        """The longest stall, in milliseconds, from a deed to some time after nothing is left to do."""
        heart = Heart()
        self.timed(deed)
        while self.app.tasks.busy:
            settle()
        _run(int(seconds * 1000))
        return heart.stop()

    def wait(self) -> None:
        """Wait until nothing is on its way any more."""
        settle()
        while self.app.tasks.busy:
            _run(5)
        settle()

    def open(self, path: Path) -> None:
        """Open a speech, and stay until it is there."""
        loop = QEventLoop()
        QTimer.singleShot(LONGEST, loop, loop.quit)
        self.app.opener.open(path, loop.quit)
        if self.window.session.current is None:
            loop.exec()
        assert self.window.session.current is not None

    def mark(self, span: Span) -> None:
        """Select a passage and press 1."""
        self.window.session.select(span)
        self.window.actions_by_name["annotate.tag.1"].trigger()

    def page_down(self) -> None:
        key, none = Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(self.window.pane, QKeyEvent(QEvent.Type.KeyPress, key, none))

    def wheel(self) -> None:
        """One notch downwards."""
        viewport = self.window.pane.viewport()
        middle, none = QPointF(viewport.rect().center()), Qt.KeyboardModifier.NoModifier
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        notch = QWheelEvent(middle, middle, QPoint(), QPoint(0, -120), buttons, none, phase, False)
        QCoreApplication.sendEvent(viewport, notch)


def settle() -> None:
    """Let everything happen that is due."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def _run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
