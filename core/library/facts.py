"""What is said of the speeches as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from core.library.connection import EACH, Connection, array
from core.model import Change, Facts
from core.records import facts_of, facts_row

_FACTS = "SELECT digest, title, speaker, date, venue, folder, labels, own, out FROM documents WHERE "
_PUT_FACTS = """
    UPDATE documents SET title = ?, speaker = ?, date = ?, venue = ?, folder = ?, labels = ?, own = ?, out = ?
    WHERE digest = ?"""


class KnownFacts(Connection):
    """The facts of the speeches."""

    def facts(self, digests: Iterable[str]) -> dict[str, Facts]:
        """What is said of some speeches; one that is not there is left out."""
        return {row[0]: facts_of(row) for row in self._read(f"{_FACTS} digest IN {EACH}", array(digests))}

    def _facts_for(self, change: Change) -> dict[str, Facts]:
        """Those that a change names, and those of speeches that are out and get something back."""
        named = {each.document for each in (*change.annotations.values(), *change.corrections.values()) if each}
        rows = self._read(f"{_FACTS} out AND digest IN {EACH}", array(named)) if named else []
        return {**{row[0]: facts_of(row) for row in rows}, **(self.facts(change.facts) if change.facts else {})}

    def _put_facts(self, change: Change) -> None:
        self._connection.executemany(_PUT_FACTS, map(facts_row, change.facts.values()))
