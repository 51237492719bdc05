"""The file becomes what a copy of it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from core.library.contents import reading
from core.migrations import STEPS, version
from core.opening import library_failures
from core.problem import Problem


def become(connection: sqlite3.Connection, path: Path, backup: Path, patience: float) -> None:
    """Fill the library at ``path``, which ``connection`` has open, from a copy, in one transaction.

    ``patience`` is how many seconds another process is waited for. Raises Problem.
    """
    until = monotonic() + patience

    def impatient(*_: int) -> None:
        if monotonic() > until:
            raise Problem("library.locked", path=path)

    with library_failures(backup), closing(reading(backup)) as source:
        if version(source) > len(STEPS):
            raise Problem("library.newer", path=backup)
        if source.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Problem("library.damaged", path=backup)
        with library_failures(path):
            source.backup(connection, progress=impatient, sleep=0.05)
