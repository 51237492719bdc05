"""All background work: a function in another thread, its answer back in the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from core.problem import Problem


class _Answer(QObject):
    done = Signal(object)
    failed = Signal(object)


class Task(QRunnable):
    """A function on its way. A cancelled task's answer is dropped."""

    def __init__(
        self, function: Callable[..., Any], args: tuple[Any, ...], stop: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._function, self._args, self._stop = function, args, stop
        self.answer = _Answer()
        self.cancelled = False
        self.setAutoDelete(False)

    def cancel(self) -> None:
        """Drop the answer; what runs is stopped where it knows how, else left to end by itself."""
        self.cancelled = True
        if self._stop is not None:
            self._stop()

    def run(self) -> None:
        try:
            result = self._function(*self._args)
        except Problem as problem:
            self.answer.failed.emit(problem)
        except Exception as error:  # whatever it was must reach the window, which knows what to say
            self.answer.failed.emit(error)
        else:
            self.answer.done.emit(result)


class Tasks(QObject):
    """Runs functions in the background, and keeps each until it has answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[Task] = set()
        self._ended = False

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None],
        fail: Callable[[Exception], None],
        stop: Callable[[], object] | None = None,
    ) -> Task:
        """Call ``function(*args)`` in the background, then ``then(result)`` or ``fail(error)`` in this thread.

        ``stop`` is called when the task is cancelled, and makes the function end soon.
        After ``finish`` nothing is begun any more: the task is cancelled from the start.
        """
        task = Task(function, args, stop)
        if self._ended:
            task.cancel()
            return task

        def finish(handler: Callable[[Any], None], answer: Any) -> None:
            self._running.discard(task)
            if not task.cancelled:
                handler(answer)

        queued = Qt.ConnectionType.QueuedConnection
        task.answer.done.connect(lambda result: finish(then, result), queued)
        task.answer.failed.connect(lambda error: finish(fail, error), queued)
        self._running.add(task)
        self._pool.start(task)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return bool(self._running)

    def finish(self) -> None:
        """Wait until nothing runs any more; answers are dropped, and nothing new is begun.

        Qt's pool would wait in its destructor too, but with the interpreter lock held, for threads that need it.
        """
        self._ended = True
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()
        self._running.clear()
