"""What is in a library file, without opening it as a library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from core.opening import library_failures

_MARKS_OF_ALL = "SELECT id, document, start, stop, note, modified FROM annotations"


class Survey(NamedTuple):
    """What is in a library, for comparison: digests of speeches, and each mark as far as it tells what was done."""

    speeches: frozenset[str]
    marks: dict[str, tuple[Any, ...]]


def survey(path: Path) -> Survey:
    """What is in the library at ``path``, of whatever version; nothing is written. Raises Problem."""
    with library_failures(path), closing(reading(path)) as connection:
        speeches = frozenset(digest for (digest,) in connection.execute("SELECT digest FROM documents"))
        return Survey(speeches, {row[0]: row[1:] for row in connection.execute(_MARKS_OF_ALL)})


def reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
