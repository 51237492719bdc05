"""What a database or a file refused, turned into a Problem: one table for each."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.problem import Problem

SQLITE = {
    sqlite3.SQLITE_BUSY: "library.locked",
    sqlite3.SQLITE_LOCKED: "library.locked",
    sqlite3.SQLITE_FULL: "library.full",
    sqlite3.SQLITE_READONLY: "library.read_only",
    sqlite3.SQLITE_NOTADB: "library.not_database",
    sqlite3.SQLITE_CORRUPT: "library.damaged",
    sqlite3.SQLITE_CANTOPEN: "library.cannot_open",
    sqlite3.SQLITE_PERM: "library.cannot_open",
}

WRITING = {
    errno.ENOSPC: "write.full",
    errno.EDQUOT: "write.full",
    errno.EISDIR: "write.folder",
    errno.ENOENT: "write.no_folder",
    errno.ENOTDIR: "write.no_folder",
    errno.EACCES: "write.refused",
    errno.EPERM: "write.refused",
    errno.EROFS: "write.refused",
}


@contextmanager
def library_failures(path: Path) -> Iterator[None]:
    """Raise what SQLite refuses inside the block as a Problem about the library at ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            code = sqlite3.SQLITE_ERROR
        key = SQLITE.get(code & 0xFF, "library.failed")
        raise Problem(key, path=path, reason=str(error)) from error


@contextmanager
def write_failures(path: Path) -> Iterator[None]:
    """Raise what the system refuses inside the block as a Problem about writing ``path``."""
    try:
        yield
    except OSError as error:
        key = WRITING.get(error.errno or 0, "write.failed")
        raise Problem(key, path=path, reason=error.strerror or str(error)) from error
