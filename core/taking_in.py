"""The process that takes files into a library: reading them is work that would hold up the window.

It is called with the library's path, and told on standard input, a JSON object a line: ``{"put": [PATH …]}`` files
and folders, ``{"pause": true}`` or false. It says on standard output how far it is, a line after a file, at most
one in EVERY seconds: ``{"all", "taken", "known", "failed", "name", "puts"}``, the last how many orders to put it
has followed; with ``"idle": true`` when none waits. It ends
with its input, after the file at hand; the list of files stays in the library, so whoever comes next goes on.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Any

if __package__ in (None, ""):  # called by its path: the folder above is the one in which ``core`` lies
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from core.adding import files, take
from core.library import Library
from core.library.intake import FAILED, KNOWN, TAKEN, TRIES, Waiting
from core.problem import Problem

EVERY = 0.1
"""Seconds between two lines."""
PATIENCE = 30.0
"""Seconds that another process which holds the library is waited for: nobody looks on."""


class TakingIn:
    """Files into one library, until it is told to end."""

    def __init__(self, library: Library, out: IO[str]) -> None:
        self._library, self._out = library, out
        self._told, self._paused, self._ended = SimpleQueue[dict[str, Any] | None](), False, False
        self._said, self._puts = 0.0, 0
        library.intake.hurry()

    def run(self, orders: Iterable[str]) -> None:
        """Follow the orders until they end."""
        Thread(target=self._listen, args=(orders,), daemon=True).start()
        self._say()
        while not self._ended:
            waiting = None if self._paused else self._library.intake.next()
            if waiting is None:
                self._say("", idle=not self._paused)
                self._obey(wait=True)
            else:
                self._take(waiting)
                self._obey(wait=False)

    def _listen(self, orders: Iterable[str]) -> None:
        for line in orders:
            with suppress(ValueError):
                self._told.put(json.loads(line))
        self._told.put(None)

    def _obey(self, wait: bool) -> None:
        """Do what was told in the meantime; with ``wait`` until something is."""
        with suppress(Empty):
            while True:
                order = self._told.get(block=wait)
                wait = False
                if order is None:
                    self._ended = True
                    return
                self._paused = bool(order.get("pause", self._paused))
                if "put" in order:
                    self._library.intake.put(str(path.absolute()) for path in files(order["put"]))
                    self._puts += 1

    def _take(self, waiting: Waiting) -> None:
        path, intake = Path(waiting.path), self._library.intake
        if waiting.tries >= TRIES:
            intake.settle(waiting.number, FAILED, Problem("intake.stopped", path=path))
            return
        try:
            made = take(self._library, path)
        except Problem as problem:
            if problem.key.startswith("library."):
                raise
            intake.settle(waiting.number, FAILED, problem)
        except (Exception, RecursionError, MemoryError):
            intake.settle(waiting.number, FAILED, Problem("intake.fault", path=path))
        else:
            state = FAILED if made.problem else KNOWN if made.known else TAKEN
            intake.settle(waiting.number, state, made.problem)
        self._say(path.name)

    def _say(self, name: str = "", idle: bool = False) -> None:
        if name and monotonic() - self._said < EVERY:
            return
        self._said = monotonic()
        told = {**self._library.intake.progress()._asdict(), "name": name, "puts": self._puts, "idle": idle}
        self._out.write(json.dumps(told) + "\n")
        self._out.flush()


def main(path: str) -> int:
    """Take in what is to be taken into the library at ``path``; says why where that cannot be."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    try:
        with Library(path, patience=PATIENCE) as library:
            TakingIn(library, sys.stdout).run(sys.stdin)
    except Problem as problem:
        values = {name: str(value) for name, value in problem.values.items()}
        sys.stdout.write(json.dumps({"problem": [problem.key, values]}) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        sys.exit(main(sys.argv[1]))
