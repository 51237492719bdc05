"""What readers put right in the outlines."""

from __future__ import annotations

from collections.abc import Iterable

from core.library.connection import EACH, Connection, array
from core.model import Change, Correction
from core.records import correction_of, correction_row, sound_correction

_CORRECTIONS = """
    SELECT id, document, start, stop, level, quote, prefix, suffix, created FROM corrections WHERE {0}
    ORDER BY start IS NULL, start, id"""


class Corrections(Connection):
    """Readers' corrections of outlines."""

    def corrections(self, digest: str) -> dict[str, Correction]:
        """What readers put right in a speech's outline, by id in document order."""
        rows = self._read(_CORRECTIONS.format("document = ?"), digest)
        chars = self._chars({digest})
        return {row[0]: sound_correction(correction_of(row), chars.get(digest, 0)) for row in rows if row[0]}

    def _present(self, ids: Iterable[str]) -> dict[str, Correction]:
        rows = self._read(_CORRECTIONS.format(f"id IN {EACH}"), array(ids)) if ids else ()
        return {row[0]: correction_of(row) for row in rows}

    def _put_corrections(self, change: Change) -> None:
        self._execute(f"DELETE FROM corrections WHERE id IN {EACH}", array(change.corrections))
        rows = (correction_row(each) for each in change.corrections.values() if each)
        self._connection.executemany("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
