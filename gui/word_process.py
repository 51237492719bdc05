"""The words of a sentence, asked of a process of their own.

jieba builds its dictionary for about a second, and holds the interpreter lock while it does; in
another process that never delays the window.
"""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from core.model import Span
from core.problem import Problem

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

SERVER = Path(__file__).resolve().parent.parent / "core" / "words.py"
PATIENCE = 60
"""Milliseconds a reader may be kept waiting for the words of a sentence."""
KEPT = 500


class Question(NamedTuple):
    """What becomes of an answer to the lens."""

    then: Callable[[Any], None]
    fail: Callable[[Problem], None]
    progress: Callable[[int, int], None]


class WordProcess(QObject):
    """Cuts sentences into words. Until the dictionary is loaded, and where it cannot be, there are none."""

    ready = Signal()
    changed = Signal()
    """The reader's own words are others: what was cut before may be cut otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._is_ready = self._stopped = False
        self._asked = 0
        self._known: OrderedDict[str, list[Span]] = OrderedDict()
        self._answers: dict[int, list[Span]] = {}
        self._awaited: dict[int, Callable[[list[str]], None]] = {}
        self._questions: dict[int, Question] = {}

    def start(self) -> None:
        """Begin to load the dictionary; returns at once. Once stopped, it stays so."""
        if self._process is None and not self._stopped:
            from PySide6.QtCore import QProcess

            self._process = QProcess(self)
            self._process.setStandardErrorFile(QProcess.nullDevice())
            self._process.readyReadStandardOutput.connect(self._read)
            self._process.finished.connect(self._give_up)
            self._process.start(sys.executable, [str(SERVER)])

    def stop(self) -> None:
        """End the process; returns within a second."""
        self._stopped = True
        if self._process is not None:
            self._process.readyReadStandardOutput.disconnect(self._read)
            self._process.finished.disconnect(self._give_up)
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(300):
                self._process.kill()
                self._process.waitForFinished(700)
            self._process = None
            self._is_ready = False

    def cut(self, sentence: str) -> list[Span]:
        """The words of a sentence as spans into it; empty where they are not known yet."""
        if sentence not in self._known:
            if not self._is_ready or self._process is None:
                return []
            answer = self._ask(sentence)
            if answer is None:
                return []
            self._known[sentence] = answer
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return self._known[sentence]

    def initials(self, texts: list[str], then: Callable[[list[str]], None]) -> bool:
        """Call ``then`` with the pinyin initials of texts, later; False: never, for there is no dictionary."""
        self.start()
        if self._process is None:
            return False
        self._asked += 1
        self._awaited[self._asked] = then
        self._process.write(json.dumps({"id": self._asked, "initials": texts}).encode() + b"\n")
        return True

    def ask(
        self,
        asked: Mapping[str, object],
        then: Callable[[Any], None],
        fail: Callable[[Problem], None],
        progress: Callable[[int, int], None],
    ) -> int:
        """Ask something for the lens (see ``core.lens.answers``), to be answered later; the number to cancel it by.

        0: there is no dictionary, and never will be.
        """
        self.start()
        if self._process is None:
            return 0
        self._asked += 1
        self._questions[self._asked] = Question(then, fail, progress)
        self._tell({"id": self._asked, **asked})
        return self._asked

    def cancel(self, number: int) -> None:
        """Leave a question of the lens."""
        if self._questions.pop(number, None) is not None:
            self._tell({"cancel": number})

    def take_own(self) -> None:
        """The reader's own words are others."""
        self._known.clear()
        self._tell({"own": True})
        self.changed.emit()

    def _give_up(self) -> None:
        """The process has ended by itself: nothing will be answered any more."""
        self._is_ready, self._process, self._stopped = False, None, True
        questions, self._questions = list(self._questions.values()), {}
        for question in questions:
            question.fail(Problem("lens.no_words"))

    def _tell(self, record: Mapping[str, object]) -> None:
        if self._process is not None:
            data = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
            self._process.write(data + b"\n")

    def _ask(self, sentence: str) -> list[Span] | None:
        assert self._process is not None
        self._asked += 1
        question = json.dumps({"id": self._asked, "text": sentence})
        self._process.write(question.encode() + b"\n")
        while self._asked not in self._answers:
            if not self._process.waitForReadyRead(PATIENCE):
                return None
            self._read()
        return self._answers.pop(self._asked)

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            with suppress(ValueError, TypeError, KeyError, AttributeError):  # what else it says is not for us
                self._take(json.loads(line))

    def _take(self, answer: dict[str, Any]) -> None:
        if answer.get("ready"):
            self._is_ready = True
            self.ready.emit()
        elif "initials" in answer:
            then, texts = self._awaited.pop(answer["id"]), [str(text) for text in answer["initials"]]
            QTimer.singleShot(0, self, lambda: then(texts))  # what goes wrong there is not the process's fault
        elif answer.get("id") in self._questions:
            self._take_lens(answer)
        elif answer.get("id") == self._asked:
            self._answers[self._asked] = [Span(a, b) for a, b in answer["spans"]]

    def _take_lens(self, answer: dict[str, Any]) -> None:
        """What goes wrong with an answer is not the process's fault: it is looked at later."""
        number = answer["id"]
        if "progress" in answer:
            done, total = answer["progress"]
            if number in self._questions:
                self._questions[number].progress(done, total)
            return
        question = self._questions.pop(number)
        if "problem" in answer:
            problem = Problem(answer["problem"], **answer["values"])
            QTimer.singleShot(0, self, lambda: question.fail(problem))
        else:
            QTimer.singleShot(0, self, lambda: question.then(answer["lens"]))
