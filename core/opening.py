"""The connection to a library, and what it may refuse, said as a Problem: no SQL here."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.problem import Problem

PATIENCE = 2.0
"""Seconds to wait for another process that holds the library."""

APPLICATION_ID = 0x50697975
"""``Piyu``: tells our libraries from other programs' databases (``application_id``)."""

SCHEMA = 8
"""How many of ``core.migrations.STEPS`` an up-to-date library has had (``user_version``)."""

LEAST = 512
"""Bytes of the smallest database; SQLite takes what is shorter for an empty one and would overwrite it."""

REFUSALS = {
    sqlite3.SQLITE_BUSY: "library.locked",
    sqlite3.SQLITE_LOCKED: "library.locked",
    sqlite3.SQLITE_FULL: "library.full",
    sqlite3.SQLITE_READONLY: "library.read_only",
    sqlite3.SQLITE_NOTADB: "library.not_database",
    sqlite3.SQLITE_CORRUPT: "library.damaged",
    sqlite3.SQLITE_CANTOPEN: "library.cannot_open",
    sqlite3.SQLITE_PERM: "library.cannot_open",
    sqlite3.SQLITE_IOERR: "library.unreachable",
}


def connect(path: Path, patience: float = PATIENCE) -> tuple[sqlite3.Connection, bool]:
    """A connection in autocommit mode, and whether it can only read.

    ``patience`` is how many seconds another process that holds the file is waited for. The folder
    is made where it is missing. Raises Problem for a folder, for a file that is no
    database or may not be read, and where no file can be made; sqlite3.Error for the rest.
    """
    exists = _examine(path)
    read_only = exists and not writable(path)
    target = read_only_uri(path) if read_only else path  # only where needed: as_uri() takes 3 ms to load
    return sqlite3.connect(target, timeout=patience, isolation_level=None, uri=read_only), read_only


def files_of(library: Path) -> tuple[Path, ...]:
    """The file of a library, and those that SQLite keeps beside it while it is open."""
    return tuple(library.with_name(library.name + ending) for ending in ("", "-wal", "-shm"))


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from every other at the same place, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def writable(path: Path) -> bool:
    """Whether a library may be written: SQLite makes files beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextmanager
def library_failures(path: Path) -> Iterator[None]:
    """Raise what SQLite refuses inside the block as a Problem about the library at ``path``."""
    try:
        yield
    except UnicodeEncodeError as error:  # half of a character that takes two UTF-16 units
        raise Problem("library.failed", path=path, reason=error.reason) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            code = sqlite3.SQLITE_ERROR
        key = REFUSALS.get(code & 0xFF, "library.failed")
        raise Problem(key, path=path, reason=str(error)) from error


def _examine(path: Path) -> bool:
    """Whether there is a file, after making sure that it may be a library or become one.

    The file itself is never opened here: closing it would drop every lock that this process has on
    it (POSIX), those of another connection too. What is in it is for SQLite to refuse.
    """
    try:
        if path.is_dir():
            raise Problem("library.folder", path=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            return False
        if not path.is_file() or 0 < path.stat().st_size < LEAST:
            raise Problem("library.not_database", path=path)
    except PermissionError as error:
        raise Problem("library.no_permission", path=path) from error
    except OSError as error:
        raise Problem("library.cannot_open", path=path) from error
    if not os.access(path, os.R_OK):
        raise Problem("library.no_permission", path=path)
    return True


def read_only_uri(path: Path) -> str:
    """SQLite reads a WAL file only where it can make its index beside it, unless told nobody writes."""
    in_use = path.with_name(f"{path.name}-wal").exists()
    beside = in_use or os.access(path.parent, os.W_OK)
    return f"{path.as_uri()}?{'mode=ro' if beside else 'immutable=1'}"
