"""The process that searches, and the one that keeps the index up: the window only asks and listens."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

SERVER = Path(__file__).resolve().parents[2] / "core" / "search" / "server.py"


class _Lines(QObject):
    """A process that says lines of JSON."""

    said = Signal(dict)
    ended = Signal()

    def __init__(self, words: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self.process = QProcess(self)
        self.process.setStandardErrorFile(QProcess.nullDevice())
        self.process.readyReadStandardOutput.connect(self._read)
        self.process.finished.connect(self._end)
        self.process.start(sys.executable, [str(SERVER), *words])

    def _end(self, *_: object) -> None:
        self.ended.emit()

    def _read(self) -> None:
        while self.process.canReadLine():
            with suppress(ValueError):
                self.said.emit(json.loads(bytes(self.process.readLine().data())))

    def stop(self) -> None:
        """End the process; returns within a second."""
        self.blockSignals(True)
        self.process.closeWriteChannel()
        if not self.process.waitForFinished(300):
            self.process.kill()
            self.process.waitForFinished(700)


class SearchProcess(QObject):
    """Asks the process, and starts it when it is first asked, or another library is."""

    progressed = Signal(int, int, int, bool)
    """Hits, speeches, lines, and whether all was looked through."""
    listed = Signal(int, list)
    """The first line, and lines from there on."""
    wrong = Signal(str, int, int)
    """What is wrong with the question, and where, in code points."""
    failed = Signal(str)
    marked = Signal(list)
    written = Signal(str)
    copied = Signal(str)
    indexing = Signal(int, int)
    """How many speeches of how many have been taken into the index; 0 of 0 when that has ended."""
    index_failed = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._asking: _Lines | None = None
        self._indexing: _Lines | None = None
        self._path: Path | None = None
        self._id = 0

    def start(self, path: Path) -> None:
        """Have a process ready for questions about a library."""
        if self._asking is None or path != self._path:
            self.stop()
            self._path, self._asking = path, _Lines([str(path), self._language], self)
            self._asking.said.connect(self._take)
            self._asking.ended.connect(self._lost)

    def ask(self, path: Path, question: dict[str, Any]) -> None:
        """Ask a question; answers to those before are dropped."""
        self.start(path)
        self._id += 1
        self._send("ask", **question)

    def lines(self, first: int, last: int) -> None:
        """Ask for lines of the answer; they come by ``listed``."""
        self._send("lines", first=first, last=last)

    def marks(self, lines: list[int] | None) -> None:
        """Ask for what is needed to mark the hits of some lines, or of all; it comes by ``marked``."""
        self._send("marks", lines=lines)

    def table(self, path: str, lines: list[int] | None) -> None:
        """Have the hits written as a table; ``written`` says that it is there."""
        self._send("table", path=path, lines=lines)

    def copy(self, lines: list[int] | None) -> None:
        """Ask for the hits as text; it comes by ``copied``."""
        self._send("copy", lines=lines)

    def _send(self, do: str, **words: object) -> None:
        if self._asking is not None:
            said = json.dumps({"do": do, "id": self._id, **words}, ensure_ascii=False)
            self._asking.process.write(said.encode("utf-8") + b"\n")

    def _take(self, said: dict[str, Any]) -> None:
        if said.get("id") != self._id:
            return
        if "wrong" in said:
            self.wrong.emit(said["wrong"], *said["span"])
        elif "problem" in said:
            self.failed.emit(said["problem"])
        elif "rows" in said:
            self.listed.emit(said["first"], said["rows"])
        elif "marks" in said:
            self.marked.emit(said["marks"])
        elif "table" in said:
            self.written.emit(said["table"])
        elif "copy" in said:
            self.copied.emit(said["copy"])
        else:
            self.progressed.emit(said["hits"], said["speeches"], said["lines"], said["done"])

    def _lost(self) -> None:
        """It was killed, or could not be started: the next question starts it anew."""
        self._asking = None
        self.failed.emit(self.tr("The search was ended from outside. Ask again."))

    def index(self, path: Path) -> None:
        """Bring the index of a library up to date, unless that is being done."""
        if self._indexing is None:
            self._indexing = _Lines(["--index", str(path), self._language], self)
            self._indexing.said.connect(self._take_index)
            self._indexing.ended.connect(self._index_ended)

    def _take_index(self, said: dict[str, Any]) -> None:
        if "problem" in said:
            self.index_failed.emit(said["problem"])
        else:
            self.indexing.emit(said["done"], said["of"])

    def _index_ended(self) -> None:
        self._indexing = None
        self.indexing.emit(0, 0)

    def stop(self) -> None:
        """End both processes."""
        for each in (self._asking, self._indexing):
            if each is not None:
                each.stop()
        self._asking = self._indexing = None
