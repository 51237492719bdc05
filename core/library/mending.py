"""A new library made of what was left of a damaged one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress

from core.library import Library
from core.library.connection import Item
from core.library.pouring import Raw, pour
from core.records import annotation_from, tag_from

_LATEST = """
    SELECT item, after, max(change) FROM history LEFT JOIN changes ON number = change
    WHERE kind = ? AND coalesce(undone, 0) = 0 GROUP BY item"""
MENDING = (
    """DELETE FROM annotation_tags WHERE annotation NOT IN (SELECT id FROM annotations)
        OR tag NOT IN (SELECT id FROM tags)""",
    "UPDATE tags SET parent = NULL WHERE parent NOT IN (SELECT id FROM tags)",
    """DELETE FROM annotation_tags WHERE tag NOT IN (SELECT id FROM tags)""",
    """INSERT INTO documents (digest, title, speaker, date, venue, chars, added, opened)
        SELECT DISTINCT lost.document, '', '', '', '', coalesce(length(text), 0), '', '' FROM (
            SELECT document FROM annotations UNION SELECT document FROM corrections UNION SELECT digest FROM texts
        ) AS lost LEFT JOIN texts ON digest = lost.document
        WHERE lost.document NOT IN (SELECT digest FROM documents)""",
    "UPDATE documents SET former = NULL WHERE former NOT IN (SELECT digest FROM documents)",
    "DELETE FROM outlines WHERE digest NOT IN (SELECT digest FROM documents)",
    "INSERT INTO changes (number, time) SELECT DISTINCT change, '' FROM history "
    "WHERE change NOT IN (SELECT number FROM changes)",
)
"""What makes whole a library that was put together from what was left of a damaged one."""


class Mending(Library):
    """A new library that is filled with rows."""

    def take_rows(self, rows: Iterable[Raw]) -> int:
        """Fill a new library with rows that were found in a damaged one; says how many could be placed.

        What was lost and stands in the history comes back from there. What points nowhere is let go,
        but for marks: a speech that is named and not there is put in by its digest, without a text.
        """
        self._execute("PRAGMA foreign_keys = OFF")
        with self._writing():
            placed = pour(self._connection, rows)
            self._mend()
        self._execute("PRAGMA foreign_keys = ON")
        return placed

    def _mend(self) -> None:
        self._put_tags(self._lost_items("tag", "tags", lambda record: tag_from(json.loads(record))))
        marks = self._lost_items("annotation", "annotations", lambda record: annotation_from(json.loads(record)))
        for statement in MENDING[:2]:
            self._execute(statement)
        self._put_annotations(marks)
        for statement in MENDING[2:]:
            self._execute(statement)

    def _lost_items(self, kind: str, table: str, make: Callable[[str], Item]) -> list[Item]:
        """What the history says there is, and the table has not."""
        known = {id for (id,) in self._read(f"SELECT id FROM {table}")}
        found = list[Item]()
        for id, record, _ in self._read(_LATEST, kind):
            if record is not None and id not in known:
                with suppress(ValueError, TypeError, KeyError):
                    found.append(make(record))
        return found
