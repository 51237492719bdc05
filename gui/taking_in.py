"""Taking a folder, or many files, into the library: in a process of its own, which can be stopped, and gone on with
after the next start; the list of files stays in the library."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.library.intake import Progress
from core.problem import Problem
from gui.session import Session

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

SERVER = Path(__file__).resolve().parent.parent / "core" / "taking_in.py"
PATIENCE = 180_000
"""Milliseconds for which a process may read one file; then it is ended, and begun anew."""
LEAST = 3.0
"""Seconds of work before the time that is left can be told."""


class TakingIn(QObject):
    """What the process says, as signals; a process that ends of itself is begun anew while files wait."""

    progressed = Signal(object)
    """How far it is, a Progress."""
    ended = Signal(object)
    """No file waits any more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._process: QProcess | None = None
        self.progress, self.paused, self.busy = Progress(), False, False
        self._begun, self._before = 0.0, 0
        self._asked = list[list[str]]()
        """What was given to the process and it has not put on the list yet."""
        self._followed = 0
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(PATIENCE)
        self._watch.timeout.connect(self._end_hanging)

    def take(self, paths: Iterable[Path]) -> None:
        """Take in files, and those below folders, behind those that wait already."""
        if self._session.library is None:
            self._session.fail(Problem("library.none"))
        elif self._session.library.read_only:
            self._session.fail(Problem("library.read_only", path=self._session.library.path))
        else:
            self._start()
            self._asked.append([str(path) for path in paths])
            self._tell(put=self._asked[-1])

    def go_on(self) -> None:
        """Go on with files that wait since the program was last ended."""
        self._start()

    def pause(self, on: bool) -> None:
        """Rest after the file at hand, or go on."""
        self.paused = on
        self._tell(pause=on)
        self._measure()
        self.progressed.emit(self.progress)

    def cancel(self) -> None:
        """Stop after the file at hand, and let go of those that wait; what was taken in stays."""
        self.stop()
        self._asked.clear()
        with suppress(Problem):
            if self._session.library is not None:
                self._session.library.intake.give_up()
                self.progress = self._session.library.intake.progress()
        self._finish()

    def stop(self) -> None:
        """End the process; what waits is gone on with later."""
        process, self._process = self._process, None
        self.busy = False
        self._watch.stop()
        if process is not None:
            process.finished.disconnect()
            process.readyReadStandardOutput.disconnect()
            process.closeWriteChannel()
            if not process.waitForFinished(300):
                process.kill()
                process.waitForFinished(700)

    @property
    def rate(self) -> float:
        """Files a second since it began, or went on; 0 while that cannot be told."""
        spent = monotonic() - self._begun
        return (self.progress.done - self._before) / spent if spent >= LEAST and not self.paused else 0.0

    def _start(self) -> None:
        from PySide6.QtCore import QProcess

        library = self._session.library
        if self._process is not None or library is None:
            return
        self.busy, self.paused = True, False
        self._followed = 0
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.start(sys.executable, [str(SERVER), str(library.path)])
        self._measure()
        self._watch.start()

    def _measure(self) -> None:
        self._begun, self._before = monotonic(), self.progress.done

    def _tell(self, **order: object) -> None:
        if self._process is not None:
            self._process.write(json.dumps(order).encode() + b"\n")

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            with suppress(ValueError, TypeError, KeyError):  # what else it says is not for us
                self._take(json.loads(line))

    def _take(self, said: dict[str, Any]) -> None:
        self._watch.start()
        if "problem" in said:
            key, values = said["problem"]
            self.stop()
            self.busy = False
            self._session.fail(Problem(key, **values))
            return
        self.progress = Progress(*(said[name] for name in Progress._fields))
        self.progressed.emit(self.progress)
        del self._asked[: said["puts"] - self._followed]
        self._followed = said["puts"]
        if said["idle"] and not self._asked and self.progress.done == self.progress.all:
            self.stop()
            self._finish()

    def _finish(self) -> None:
        self.busy = False
        self.ended.emit(self.progress)

    def _ended(self) -> None:
        """The process ended of itself: a file was too much for it. Whoever comes next notes that."""
        self._process = None
        self._start()
        for paths in self._asked:
            self._tell(put=paths)

    def _end_hanging(self) -> None:
        if self._process is not None and not self.paused:
            self._process.kill()
