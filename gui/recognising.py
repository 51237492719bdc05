"""Recognising the text of scanned pages, where the machine has a recogniser: behind, page by page, until given up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from core.readers.format import Reading
from gui.tasks import Tasks


class Recognising(QObject):
    """One file's pages. ``progressed`` tells how many of how many are done."""

    progressed = Signal(int, int)

    def __init__(self, parent: QObject, tasks: Tasks) -> None:
        super().__init__(parent)
        self._tasks, self._stop = tasks, Event()

    def begin(self, path: Path, then: Callable[[Reading], None], fail: Callable[[Exception], None]) -> None:
        """Recognise a file; ``then`` is given what was recognised, also where it was given up in between."""
        from core.readers.recognise import recognise

        self._tasks.run(recognise, path, self.progressed.emit, self._stop.is_set, then=then, fail=fail)

    def cancel(self) -> None:
        """Stop after the page at hand."""
        self._stop.set()


def available() -> bool:
    """Whether this machine can recognise Chinese text."""
    from core.readers import recognise

    return recognise.available()
