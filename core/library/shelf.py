"""The speeches as the library's room lists them: in any order, filtered, and read a page at a time.

What is kept of a list is one whole number a speech; all else is read when it is looked at.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from core.kinds import kind_of
from core.library.connection import EACH
from core.library.connection import array as json_array
from core.likeness import ALIKE, likeness
from core.model import DocumentRow
from core.records import as_text, document_row_of

ORDERS = {
    "title": "title = '', in_order(title)",
    "speaker": "speaker = '', in_order(speaker)",
    "date": "date = '', date",
    "venue": "venue = '', in_order(venue)",
    "kind": "kind_of(title) = '', in_order(kind_of(title))",
    "chars": "chars",
    "marks": "(SELECT count(*) FROM annotations WHERE document = digest)",
    "opened": "coalesce(nullif(opened, ''), added)",
}
"""What a list can be sorted by; what is empty comes last, rising or falling."""
_ROWS = """
    SELECT rowid, digest, title, speaker, date, venue, source, chars,
        (SELECT count(*) FROM annotations WHERE document = digest) AS marks, added, opened, position, folder, labels
    FROM documents WHERE """
_FITS = """instr(lower(title || char(10) || speaker || char(10) || venue || char(10) || date || char(10)
    || folder || char(10) || labels), ?)"""
_LATEST = """digest NOT IN (SELECT former FROM documents WHERE former IS NOT NULL AND NOT out)"""
_PLACES = {
    "all": "?1 = ''",
    "folder": "(folder = ?1 OR instr(folder, ?1 || '/') = 1)",
    "label": "instr(char(10) || labels, char(10) || ?1 || char(10))",
    "kind": "kind_of(title) = ?1",
    "out": "?1 = ''",
}
"""Where a list may look, with the name of the folder, label or kind."""
MOST = 24
"""Versions of a speech that are told."""
SIGNS = 12
"""Of a sketch's smallest checksums, looked for in others: of two versions one hardly ever has none of them."""


class Wanted(NamedTuple):
    """What is to be listed: with all of some words, in a place of _PLACES; by which of ORDERS, falling or not."""

    words: str = ""
    place: str = "all"
    name: str = ""
    order: str = "opened"
    falling: bool = True


class Places(NamedTuple):
    """How many speeches there are in all, in each folder (those below counted in), label and kind, and taken out."""

    all: int
    folders: dict[str, int]
    labels: dict[str, int]
    kinds: dict[str, int]
    out: int


class Shelf:
    """Lists of speeches, read with ``read(query, *values)``, which raises Problem."""

    def __init__(self, connection: sqlite3.Connection, read: Callable[..., list[tuple[Any, ...]]]) -> None:
        self._read = read
        connection.create_function("kind_of", 1, lru_cache(1 << 14)(kind_of), deterministic=True)
        connection.create_function("in_order", 1, _in_order, deterministic=True)

    def numbers(self, wanted: Wanted) -> array[int]:
        """The numbers of the speeches that are wanted, in their order. Versions that another took the place
        of are left out."""
        words = wanted.words.lower().split()
        shown = "out" if wanted.place == "out" else f"NOT out AND {_LATEST}"
        fits = " AND ".join([shown, _PLACES[wanted.place], *[_FITS] * len(words)])
        way = " DESC" if wanted.falling else ""
        query = f"SELECT rowid FROM documents WHERE {fits} ORDER BY {ORDERS[wanted.order]}{way}, rowid DESC"
        return array("q", (number for (number,) in self._read(query, wanted.name, *words)))

    def rows(self, numbers: Iterable[int]) -> dict[int, DocumentRow]:
        """The speeches with these numbers."""
        return {row[0]: _row(row) for row in self._read(f"{_ROWS} rowid IN {EACH}", json_array(map(str, numbers)))}

    def places(self) -> Places:
        """Where speeches are."""
        folders, labels = Counter[str](), Counter[str]()
        for path, count in self._read("SELECT folder, count(*) FROM documents WHERE NOT out GROUP BY folder"):
            names = as_text(path).split("/") if path else []
            folders.update({"/".join(names[: depth + 1]): count for depth in range(len(names))})
        for lines, count in self._read("SELECT labels, count(*) FROM documents WHERE NOT out GROUP BY labels"):
            labels.update(dict.fromkeys(as_text(lines).splitlines(), count))
        kinds = self._read(f"SELECT kind_of(title), count(*) FROM documents WHERE NOT out AND {_LATEST} GROUP BY 1")
        (count,) = self._read(f"SELECT count(*) FROM documents WHERE NOT out AND {_LATEST}")[0]
        (out,) = self._read("SELECT count(*) FROM documents WHERE out")[0]
        return Places(count, dict(sorted(folders.items())), dict(sorted(labels.items())), dict(kinds), out)

    def tags(self, digest: str) -> dict[str, int]:
        """How many marks of a speech have a tag, the most used first."""
        return dict(
            self._read(
                """SELECT tag, count(*) AS marks FROM annotation_tags JOIN annotations ON id = annotation
                WHERE document = ? GROUP BY tag ORDER BY marks DESC, tag""",
                digest,
            )
        )

    def versions(self, digest: str) -> list[DocumentRow]:
        """The other versions of a speech, whether a reader said so or their texts are alike; the latest first."""
        sketch = as_text(next(iter(self._read("SELECT sketch FROM documents WHERE digest = ?", digest)), ("",))[0])
        signs = [sketch[i : i + 8] for i in range(0, len(sketch), 8)][:SIGNS]
        near = " OR ".join(["instr(sketch, ?)"] * len(signs)) or "0"
        found = self._read(f"SELECT digest, sketch FROM documents WHERE NOT out AND ({near})", *signs)
        alike = {other for other, its in found if likeness(sketch, as_text(its)) >= ALIKE}
        alike |= {other for (other,) in self._read(_KIN, digest)}
        rows = self._read(
            f"{_ROWS} NOT out AND digest IN {EACH} ORDER BY added DESC, rowid DESC LIMIT {MOST}", json_array(alike)
        )
        return [_row(row) for row in rows if row[1] != digest]


_KIN = """
    WITH RECURSIVE kin (digest) AS (
        SELECT ?1 UNION
        SELECT iif(documents.digest = kin.digest, documents.former, documents.digest) FROM documents
        JOIN kin ON documents.digest = kin.digest OR documents.former = kin.digest WHERE documents.former IS NOT NULL)
    SELECT digest FROM kin"""


def _row(row: tuple[Any, ...]) -> DocumentRow:
    folder, labels = map(as_text, row[12:])
    return replace(document_row_of(row[1:12]), folder=folder, labels=tuple(labels.splitlines()))


def _in_order(words: object) -> bytes:
    """The key by which Chinese is sorted: the frequent characters of GB 18030 stand in the order of their pinyin."""
    return str(words or "").casefold().encode("gb18030", "replace")
