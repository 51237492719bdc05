"""The speeches as the library's room lists them: in any order, filtered, and read a page at a time.

What is kept of a list is one whole number a speech; all else is read when it is looked at.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from core.kinds import kind_of
from core.library.connection import EACH
from core.library.connection import array as json_array
from core.model import DocumentRow
from core.records import document_row_of

ORDERS = {
    "title": "in_order(title)",
    "speaker": "speaker = '', in_order(speaker)",
    "date": "date",
    "venue": "venue = '', in_order(venue)",
    "kind": "kind_of(title) = '', in_order(kind_of(title))",
    "chars": "chars",
    "marks": "(SELECT count(*) FROM annotations WHERE document = digest)",
    "opened": "opened",
}
"""What a list can be sorted by."""
_ROWS = f"""
    SELECT rowid, digest, title, speaker, date, venue, source, chars,
        (SELECT count(*) FROM annotations WHERE document = digest) AS marks, added, opened, position
    FROM documents WHERE rowid IN {EACH}"""
_FITS = """(? = '' OR instr(lower(title || char(10) || speaker || char(10) || venue || char(10) || date), ?))"""


class Wanted(NamedTuple):
    """What is to be listed: with all of some words, of a kind; by which of ORDERS, and whether it falls."""

    words: str = ""
    kind: str = ""
    order: str = "opened"
    falling: bool = True


class Shelf:
    """Lists of speeches, read with ``read(query, *values)``, which raises Problem."""

    def __init__(self, connection: sqlite3.Connection, read: Callable[..., list[tuple[Any, ...]]]) -> None:
        self._read = read
        connection.create_function("kind_of", 1, kind_of, deterministic=True)
        connection.create_function("in_order", 1, _in_order, deterministic=True)

    def numbers(self, wanted: Wanted) -> array[int]:
        """The numbers of the speeches that are wanted, in their order."""
        words = wanted.words.lower().split()
        fits = " AND ".join([_FITS] * len(words) or ["1"])
        way = " DESC" if wanted.falling else ""
        order = ", ".join(f"{each}{way}" for each in ORDERS[wanted.order].split(", "))
        query = f"""SELECT rowid FROM documents WHERE {fits} AND (? = '' OR kind_of(title) = ?)
            ORDER BY {order}, rowid DESC"""
        values = [value for word in words for value in (word, word)]
        return array("q", (number for (number,) in self._read(query, *values, wanted.kind, wanted.kind)))

    def rows(self, numbers: Iterable[int]) -> dict[int, DocumentRow]:
        """The speeches with these numbers."""
        return {row[0]: document_row_of(row[1:]) for row in self._read(_ROWS, json_array(map(str, numbers)))}

    def count(self) -> int:
        """How many speeches there are."""
        return self._read("SELECT count(*) FROM documents")[0][0]


def _in_order(words: object) -> bytes:
    """The key by which Chinese is sorted: the frequent characters of GB 18030 stand in the order of their pinyin."""
    return str(words or "").casefold().encode("gb18030", "replace")
