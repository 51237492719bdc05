"""A heart in the event loop: where it misses beats, a person waited."""

from __future__ import annotations

from time import perf_counter, process_time

from PySide6.QtCore import Qt, QTimer

BEAT = 1
"""Milliseconds from one beat to the next while nothing is in the way."""


class Heart:
    """Beats until it is stopped, and remembers its longest pause in milliseconds.

    ``busiest`` is the most that this process reckoned between two beats, all its threads together: where a pause is
    much longer, other programs had the machine.
    """

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self.busiest, self._reckoned = 0.0, process_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - BEAT), now
        reckoned = process_time()
        self.busiest, self._reckoned = max(self.busiest, (reckoned - self._reckoned) * 1000), reckoned

    def stop(self) -> float:
        """The longest pause, the one that just ends included."""
        self._beat()
        self._timer.stop()
        return self.longest
