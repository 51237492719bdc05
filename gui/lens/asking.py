"""A question to the words' process and what a reader sees meanwhile: how far it is, and how to leave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.problem import Problem

if TYPE_CHECKING:
    from gui.lens.tools import Tools

PATIENCE = 300
"""Milliseconds before a reader is told that something takes longer."""


class Asking(QWidget):
    """One question at a time: another one takes its place, and what is answered to the former is dropped."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._number = 0
        self._last: tuple[Mapping[str, object], Callable[[Any], None]] | None = None
        self._words = QLabel()
        self._words.setObjectName(f"lensProgress.{name}")
        self._words.setProperty("role", "quiet")
        self._button = QPushButton()
        self._button.setObjectName(f"lensCancel.{name}")
        self._button.setProperty("role", "chip")
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._say("", self.tr("Cancel"))
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.show)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._number)

    def ask(self, asked: Mapping[str, object], then: Callable[[Any], None]) -> None:
        """Ask the words' process (see ``core.lens.answers``), and call ``then`` with the answer, unless it is left."""
        self.leave()
        self._last = (asked, then)
        self._say(self.tr("Working…"), self.tr("Cancel"))
        number = self._tools.words.ask(asked, lambda answer: self._take(then, answer), self._fail, self._report)
        self._number = number
        if number:
            self._timer.start()
        else:
            self._fail(Problem("lens.no_words"))

    def _say(self, words: str, button: str) -> None:
        self._words.setText(words)
        self._button.setText(button)
        self._button.setAccessibleName(button)

    def _press(self) -> None:
        """Leave the question; or, where it was left, ask it again."""
        if self._number:
            self.leave()
            self._say(self.tr("Cancelled."), self.tr("Again"))
            self.show()
        elif self._last is not None:
            self.ask(*self._last)

    def leave(self) -> None:
        """Wait for the answer no longer."""
        if self._number:
            self._tools.words.cancel(self._number)
        self._rest()

    def _rest(self) -> None:
        self._number = 0
        self._timer.stop()
        self.hide()

    def _take(self, then: Callable[[Any], None], answer: Any) -> None:
        self._rest()
        then(answer)

    def _fail(self, problem: Problem) -> None:
        self._rest()
        self._tools.session.fail(problem)

    def _report(self, done: int, total: int) -> None:
        share = 100 * done // total if total else 0
        self._words.setText(self.tr("Working… %1 %").replace("%1", str(share)))
