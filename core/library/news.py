"""What others have done to the file, and what this library tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from core.changes import Row
from core.library.connection import EACH, array
from core.library.corrections import Corrections
from core.library.facts import KnownFacts
from core.library.marks import Marks
from core.library.tags import Tags
from core.model import Change
from core.opening import library_failures
from core.records import as_text


class News(Marks, Corrections, KnownFacts, Tags):
    """Knows how far the history was read, and what stands there since."""

    def _make_ready(self) -> None:
        super()._make_ready()
        self._seen = self._newest()
        self._version, self._schema = self._pragma("data_version"), self._pragma("schema_version")

    def stirred(self) -> str:
        """What others have done since this was last asked: "" nothing, ``changes``, or ``all``: it is another library.

        This costs some microseconds, and may be asked all the time.
        """
        with library_failures(self.path):
            version, schema = self._pragma("data_version"), self._pragma("schema_version")
        said = "all" if schema != self._schema else "changes" if version != self._version else ""
        self._version, self._schema = version, schema
        if said == "all":
            self._seen = self._newest()
        return said

    def news(self) -> Change:
        """All that was changed since this was last asked, as it now is; what this library itself wrote may be in it."""
        newest = self._newest()
        items = defaultdict[str, list[str]](list)
        for kind, item in self._read("SELECT DISTINCT kind, item FROM history WHERE change > ?", self._seen):
            items[kind].append(item)
        self._seen = newest
        ids, tags = items["annotation"], self.tags() if items["tag"] else {}
        marks = self._annotations(f"id IN {EACH}", array(ids)) if ids else {}
        right = self._present(items["correction"])
        return Change(
            {id: marks.get(id) for id in ids},
            {id: tags.get(id) for id in items["tag"]},
            {id: right.get(id) for id in items["correction"]},
            self.facts(items["facts"]) if items["facts"] else {},
        )

    def _newest(self) -> int:
        """The number of the last change; its time is kept too."""
        rows = self._read("SELECT number, time FROM changes ORDER BY number DESC LIMIT 1")
        number, time = rows[0] if rows else (0, "")
        self._last = as_text(time)
        return number

    def _tell(self, rows: Iterable[Row]) -> None:
        """Note for others which items were touched by what is no change of its own: it stands in no history."""
        insert = "INSERT INTO changes (time, words, undone) VALUES (?, '', 2)"
        number = self._execute(insert, self.now()).lastrowid or 0
        named = ((number, kind, item) for kind, item, _, _ in rows)
        self._connection.executemany("INSERT INTO history (change, kind, item) VALUES (?, ?, ?)", named)
        self.note_own(number)

    def note_own(self, number: int) -> None:
        """What this library wrote, and nobody else before it, is no news to it."""
        if number == self._seen + 1:
            self._seen = number
