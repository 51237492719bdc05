"""The lens's part of the words' process: one question after the other, in a thread beside the quick answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from core.lens.answers import Left, Lens
from core.problem import Problem

if TYPE_CHECKING:
    from core.words import Words

PAUSE = 0.1
"""Seconds between two reports of progress."""
Tell = Callable[[Mapping[str, object]], None]


class Worker:
    """Answers what the lens asks.

    ``{"id": n, "lens": name, ...}`` (see ``answers.py``) is answered by ``{"id": n, "lens": result}``, or by
    ``{"id": n, "problem": key, "values": {...}}``, and before that, where it takes longer, by
    ``{"id": n, "progress": [done, all]}``. ``{"cancel": n}`` leaves a question: it is not answered any more.
    ``{"own": true}`` says that the reader's words are others.
    """

    def __init__(self, words: Words, tell: Tell) -> None:
        self._lens, self._tell = Lens(words), tell
        self._questions: SimpleQueue[Mapping[str, Any] | None] = SimpleQueue()
        self._left: set[int] = set()
        self._stopped = False
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def take(self, asked: Mapping[str, Any]) -> None:
        """Put a question at the end of the queue, or leave one."""
        if "cancel" in asked:
            self._left.add(asked["cancel"])
        else:
            self._questions.put(asked)

    def stop(self) -> None:
        """Leave everything, and wait for the thread to end."""
        self._stopped = True
        self._questions.put(None)
        self._thread.join(2)

    def _work(self) -> None:
        while (asked := self._questions.get()) is not None and not self._stopped:
            if "own" in asked:
                self._lens.take_own()
            elif asked.get("id") not in self._left:
                self._answer(asked)

    def _answer(self, asked: Mapping[str, Any]) -> None:
        id_ = asked.get("id")
        try:
            result = self._lens.answer(asked, self._reporter(id_))
        except Left:
            return
        except Problem as problem:
            values = {name: str(value) for name, value in problem.values.items()}
            self._tell({"id": id_, "problem": problem.key, "values": values})
        except Exception as error:  # a question that makes no sense must not end the process
            self._tell({"id": id_, "problem": "lens.failed", "values": {"reason": repr(error)}})
        else:
            self._tell({"id": id_, "lens": result})

    def _reporter(self, id_: object) -> Callable[[int, int], None]:
        """What a long answer calls now and then: it tells how far one is, and raises Left where nobody waits."""
        told = monotonic()

        def report(done: int, total: int) -> None:
            nonlocal told
            if self._stopped or id_ in self._left:
                raise Left
            if monotonic() - told >= PAUSE:
                told = monotonic()
                self._tell({"id": id_, "progress": [done, total]})

        return report
