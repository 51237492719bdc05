"""The files that are to be taken in: a list that outlives the program, and what became of each."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from core.problem import Problem
from core.text import legible

if TYPE_CHECKING:
    from core.library.connection import Connection

WAITING, TAKEN, KNOWN, FAILED = range(4)
TRIES = 2
"""How often a file is begun with: one at which the reading process ended twice is left out."""


class Waiting(NamedTuple):
    """A file that is to be read, and how often that was begun and never ended."""

    number: int
    path: str
    tries: int


class Progress(NamedTuple):
    """So many files in all; so many of them taken in, there already, failed."""

    all: int = 0
    taken: int = 0
    known: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        return self.taken + self.known + self.failed


class Intake:
    """One list a library; files that are put in while others wait stand behind them."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def hurry(self) -> None:
        """Do not wait for the disk with each file: what goes with the power is read again."""
        self._library.read("PRAGMA synchronous = NORMAL")

    def put(self, paths: Iterable[str]) -> None:
        """Put files at the end of the list. Raises Problem."""
        with self._library.writing():
            last = self._library.read("SELECT coalesce(max(number), 0) FROM intake")[0][0]
            rows = ((number, _stored(path), WAITING, 0, "") for number, path in enumerate(paths, start=last + 1))
            self._library.write_rows(
                "INSERT INTO intake (number, path, state, tries, reason) VALUES (?, ?, ?, ?, ?)", rows
            )

    def next(self) -> Waiting | None:
        """The next file, noted as begun; None where none waits."""
        query = "SELECT number, path, tries FROM intake WHERE state = 0 ORDER BY number LIMIT 1"
        found = next(iter(self._library.read(query)), None)
        if found is not None:
            with self._library.writing():
                self._library.write_rows("UPDATE intake SET tries = tries + 1 WHERE number = ?", [(found[0],)])
        return Waiting(found[0], os.fsdecode(found[1]), found[2]) if found else None

    def settle(self, number: int, state: int, problem: Problem | None = None) -> None:
        """Note what became of a file."""
        reason = json.dumps([problem.key, {k: str(v) for k, v in problem.values.items()}]) if problem else ""
        with self._library.writing():
            self._library.write_rows(
                "UPDATE intake SET state = ?, reason = ? WHERE number = ?", [(state, reason, number)]
            )

    def progress(self) -> Progress:
        """How far it is."""
        counts = dict(self._library.read("SELECT state, count(*) FROM intake GROUP BY state"))
        return Progress(sum(counts.values()), *(counts.get(state, 0) for state in (TAKEN, KNOWN, FAILED)))

    def failures(self) -> list[tuple[str, Problem]]:
        """The files that could not be taken in, and why, in their order."""
        rows = self._library.read("SELECT path, reason FROM intake WHERE state = 3 ORDER BY number")
        named = ((legible(os.fsdecode(path)), reason) for path, reason in rows)
        return [(path, _problem(reason, path)) for path, reason in named]

    def give_up(self) -> None:
        """Let go of the files that still wait."""
        with self._library.writing():
            self._library.write_rows("DELETE FROM intake WHERE state = 0", [()])

    def clear(self) -> None:
        """Forget the list."""
        with self._library.writing():
            self._library.write_rows("DELETE FROM intake", [()])


def _stored(path: str) -> str | bytes:
    """A path as SQLite takes it: one that is no text as the bytes it is."""
    return path if path == legible(path) else os.fsencode(path)


def _problem(reason: str, path: str) -> Problem:
    try:
        key, values = json.loads(reason)
        return Problem(key, **values)
    except (ValueError, TypeError):
        return Problem("intake.stopped", path=path)
