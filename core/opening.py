"""From a path to an open SQLite connection, or a clear word why not. Nothing is read or written yet."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from core.problem import Problem

PATIENCE = 2.0
"""Seconds to wait for another process that holds the library."""

MAGIC = b"SQLite format 3\0"


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection in autocommit mode, and whether it can only read.

    The folder is made where it is missing. Raises Problem for a folder, for a file that is no
    database or may not be read, and where no file can be made; sqlite3.Error for the rest.
    """
    exists = _examine(path)
    read_only = exists and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    target = _read_only_uri(path) if read_only else path.as_uri()
    return sqlite3.connect(target, timeout=PATIENCE, isolation_level=None, uri=True), read_only


def _examine(path: Path) -> bool:
    """Whether there is a file, after making sure that it may be a library or become one."""
    try:
        if path.is_dir():
            raise Problem("library.folder", path=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            return False
        if not path.is_file():
            raise Problem("library.not_database", path=path)
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except PermissionError as error:
        raise Problem("library.no_permission", path=path) from error
    except OSError as error:
        raise Problem("library.cannot_open", path=path) from error
    if head and head != MAGIC:
        raise Problem("library.not_database", path=path)
    return True


def _read_only_uri(path: Path) -> str:
    """SQLite reads a WAL file only where it can make its index beside it, unless told nobody writes."""
    in_use = path.with_name(f"{path.name}-wal").exists()
    beside = in_use or os.access(path.parent, os.W_OK)
    return f"{path.as_uri()}?{'mode=ro' if beside else 'immutable=1'}"
