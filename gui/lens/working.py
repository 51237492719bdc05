"""What a rule finds is worked out in the background; a reader is told where that takes longer, and can leave it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.problem import Problem

if TYPE_CHECKING:
    from gui.lens.tools import Tools
    from gui.tasks import Task

PATIENCE = 300
"""Milliseconds before a reader is told that something takes longer."""


class Working(QWidget):
    """One piece of work at a time: another one takes its place, and what the former finds is dropped."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._task: Task | None = None
        words = QLabel(self.tr("Looking through the speech…"))
        words.setObjectName(f"lensProgress.{name}")
        words.setProperty("role", "quiet")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName(f"lensCancel.{name}")
        cancel.setAccessibleName(cancel.text())
        cancel.setProperty("role", "chip")
        cancel.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(cancel)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.show)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is worked out."""
        return self._task is not None

    def run(self, work: Callable[..., Any], *args: Any, then: Callable[[Any], None]) -> None:
        """Call ``then`` with what ``work(*args)`` gives, unless it is left."""
        self.leave()
        self._timer.start()
        self._task = self._tools.tasks.run(work, *args, then=lambda found: self._take(then, found), fail=self._fail)

    def leave(self) -> None:
        """Wait for it no longer."""
        if self._task is not None:
            self._task.cancel()
        self._rest()

    def _rest(self) -> None:
        self._task = None
        self._timer.stop()
        self.hide()

    def _take(self, then: Callable[[Any], None], found: Any) -> None:
        self._rest()
        then(found)

    def _fail(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Problem):
            raise error
        self._tools.session.fail(error)
