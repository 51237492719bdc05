"""A picture of the window, for pages about it and for machines without a screen."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from core.model import Span
from core.problem import Problem
from gui import app as application
from gui.window import MainWindow

LONGEST = 60_000
"""Milliseconds a picture may take before what there is is saved."""


def save(options: Namespace) -> int:
    """Show the window, wait until text, tree and marks are painted, save the picture; the exit status."""
    files = list(options.files)
    window = application.build(options.library, files, language=options.language or "", theme=options.theme or "")
    app = window.app
    assert isinstance(app, application.App)
    width, height = map(int, re.split("[x×]", options.size or "1280x800"))
    window.resize(width, height)
    window.show()
    wait_until_painted(window)
    if options.at is not None and app.session.current is not None:
        app.session.go(Span(options.at, options.at))
        wait_until_painted(window)
    fault, target = "", Path(options.screenshot)
    if files and not app.session.speeches:
        fault = window.messages.words
    elif not window.grab().save(str(target)):
        fault = Problem("screenshot.failed", path=target).say(app.session.language)
    app.end()
    if fault:
        print(fault, file=sys.stderr)  # noqa: T201
    return int(bool(fault))


def wait_until_painted(window: MainWindow) -> None:
    """Let events run until nothing is being read any more and the page has been painted since."""
    loop = QEventLoop()
    QTimer.singleShot(LONGEST, loop, loop.quit)
    app = window.app
    assert isinstance(app, application.App)

    def look() -> None:
        if app.tasks.busy:
            QTimer.singleShot(10, look)
        else:
            QTimer.singleShot(50, loop.quit)

    QTimer.singleShot(0, look)
    loop.exec()
