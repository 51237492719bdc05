"""A heart in the event loop: where it misses beats, a person waited."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import Qt, QTimer

BEAT = 1
"""Milliseconds from one beat to the next while nothing is in the way."""


class Heart:
    """Beats until it is stopped, and remembers its longest pause in milliseconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - BEAT), now

    def stop(self) -> float:
        """The longest pause, the one that just ends included."""
        self._beat()
        self._timer.stop()
        return self.longest
