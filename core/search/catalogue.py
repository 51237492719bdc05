"""What a library holds that can be searched, read on a connection of its own that cannot write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from core.opening import library_failures, read_only_uri

AT_ONCE = 200
"""Texts asked for at once."""
_ENTRIES = "SELECT digest, title, speaker, date, source, folder, labels FROM documents WHERE NOT out ORDER BY rowid"


class Entry(NamedTuple):
    """A speech, as the search knows it; ``source`` is the file it was read from, or empty; ``labels`` are lines."""

    digest: str
    title: str
    speaker: str
    date: str
    source: str
    folder: str
    labels: str


class Marked(NamedTuple):
    """A mark: its place in code points (0 and 0 for one that was lost), its words, its note, the ids of its tags."""

    id: str
    document: str
    start: int
    stop: int
    quote: str
    note: str
    tags: tuple[str, ...]


class Catalogue:
    """Reads a library. Raises Problem where it cannot."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version = -1
        self._entries: list[Entry] = []
        with library_failures(path):
            self._connection = sqlite3.connect(
                read_only_uri(path.absolute()), uri=True, isolation_level=None, check_same_thread=False
            )
            self._connection.text_factory = lambda data: data.decode("utf-8", "replace")

    def close(self) -> None:
        self._connection.close()

    def entries(self) -> list[Entry]:
        """All speeches but those that were taken out, in the order in which they were taken in; read anew only
        where the library was written to."""
        version = self._read("PRAGMA data_version")[0][0]
        if version != self._version:
            rows = self._read(_ENTRIES)
            self._entries = [Entry(*(value or "" for value in row)) for row in rows]
            self._version = version
        return self._entries

    def texts(self, digests: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The texts of some speeches, each with its digest, in their order; those that have none are left out."""
        wanted = list(digests)
        for first in range(0, len(wanted), AT_ONCE):
            some = wanted[first : first + AT_ONCE]
            marks = ", ".join("?" * len(some))
            found = dict(self._read(f"SELECT digest, text FROM texts WHERE digest IN ({marks})", *some))
            yield from ((digest, found[digest]) for digest in some if isinstance(found.get(digest), str))

    def marks(self) -> list[Marked]:
        """All marks, in the order of their speeches and places."""
        tags = dict[str, list[str]]()
        for id, tag in self._read("SELECT annotation, tag FROM annotation_tags ORDER BY annotation, position"):
            tags.setdefault(id, []).append(tag)
        rows = self._read(
            """SELECT id, document, coalesce(start, 0), coalesce(stop, 0), quote, note FROM annotations
            JOIN documents ON digest = document ORDER BY documents.rowid, start IS NULL, start, stop DESC, id"""
        )
        return [Marked(id, *rest, tags=tuple(tags.get(id, ()))) for id, *rest in rows]

    def outline(self, digest: str) -> str:
        """The record of a speech's outline; empty where there is none, and where a reader has put it right."""
        query = """SELECT record FROM outlines WHERE digest = ?1
            AND NOT EXISTS (SELECT 1 FROM corrections WHERE document = ?1)"""
        rows = self._read(query, digest)
        return rows[0][0] if rows and isinstance(rows[0][0], str) else ""

    def tags(self) -> dict[str, tuple[str, str | None]]:
        """Name and parent of each tag, by id."""
        rows = self._read("SELECT id, name, parent FROM tags WHERE NOT gone ORDER BY position")
        return {id: (name, parent) for id, name, parent in rows}

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with library_failures(self._path):
            return self._connection.execute(query, values).fetchall()
