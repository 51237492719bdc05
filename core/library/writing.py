"""A change is written, with all that follows from it, and recorded."""

from __future__ import annotations

from core.changes import Row, complete, gone_tags, history
from core.library.connection import EACH, array
from core.library.marks import BEARERS
from core.library.news import News
from core.model import Change
from core.problem import Problem


class Writing(News):
    """Writes changes and keeps their history."""

    def apply(self, change: Change, words: str = "", onto: int = 0) -> Change:
        """Write a change in one transaction and return its inverse; its number is then ``written``.

        A tag that goes is taken off the annotations and child tags that have it; the inverse names
        all that was touched. Empty times are filled in. With ``words``, which name it, the change is a
        step that ``turn`` can undo; it is one with the step of number ``onto`` where that is the last and
        touched the same things. Raises Problem, and then nothing is changed, where the file cannot be
        written or a speech or tag is not known.
        """
        with self._writing():
            change, inverse = self._perform(change)
            self._record(change, inverse, words, onto)
        return inverse

    def _perform(self, change: Change) -> tuple[Change, Change]:
        """Write a change; returns it with all that follows from it, and its inverse."""
        gone, tags = gone_tags(change), self.tags() if change.tags else {}
        bearers = (id for (id,) in self._read(BEARERS, array(gone))) if gone else ()
        marks = self._annotations(f"id IN {EACH}", array({**change.annotations, **dict.fromkeys(bearers)}))
        right, facts = self._present(change.corrections), self._facts_for(change)
        change, inverse = complete(change, marks, tags, right, facts, self.now())
        self._put_tags(tag for tag in change.tags.values() if tag)
        self._execute(f"UPDATE tags SET gone = 1, parent = NULL WHERE id IN {EACH}", array(gone))
        self._check(change)
        self._put_annotations([mark for mark in change.annotations.values() if mark])
        removed = (id for id, mark in change.annotations.items() if mark is None)
        self._execute(f"DELETE FROM annotations WHERE id IN {EACH}", array(removed))
        self._put_corrections(change)
        self._put_facts(change)
        return change, inverse

    def _check(self, change: Change) -> None:
        """Raise Problem for a speech or tag that the change names and the library does not have."""
        marks = [mark for mark in change.annotations.values() if mark]
        documents = {each.document for each in (*marks, *change.corrections.values(), *change.facts.values()) if each}
        tags = {tag for mark in marks for tag in mark.tags}
        tags |= {tag.parent for tag in change.tags.values() if tag and tag.parent}
        for key, ids, known in (
            ("library.unknown_document", documents, "SELECT digest FROM documents"),
            ("library.unknown_tag", tags, "SELECT id FROM tags WHERE NOT gone"),
        ):
            if unknown := self._read(f"{EACH[1:-1]} WHERE value NOT IN ({known})", array(ids)):
                raise Problem(key, id=unknown[0][0])

    def _record(self, change: Change, inverse: Change, words: str, onto: int) -> None:
        rows = list(history(change, inverse))
        if onto and self._adds_to(onto, rows):
            after = ((after, onto, item) for _, item, _, after in rows)
            self._connection.executemany("UPDATE history SET after = ? WHERE change = ? AND item = ?", after)
            self.written = onto
            self._tell(rows)
            return
        if words:
            self._execute("UPDATE changes SET undone = 2 WHERE undone = 1")
        insert = "INSERT INTO changes (time, words) VALUES (?, ?)"
        self._last = self.now()
        self.written = self._execute(insert, self._last, words).lastrowid or 0
        self.note_own(self.written)
        self._connection.executemany(
            "INSERT INTO history (change, kind, item, before, after) VALUES (?, ?, ?, ?, ?)",
            ((self.written, *row) for row in rows),
        )

    def _adds_to(self, onto: int, rows: list[Row]) -> bool:
        """Whether a step is the last one, holds, and touched the same things."""
        last = self._read("SELECT number FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT 1")
        items = self._read("SELECT item FROM history WHERE change = ? ORDER BY item", onto)
        return last == [(onto,)] and [item for (item,) in items] == sorted(item for _, item, _, _ in rows)
