"""The library: speeches, tags and annotations in one SQLite file, on one connection of one thread.

Opening an up-to-date library and all that is done at the reading desk runs on ``sqlite3`` alone;
``Library.db`` is the same connection as a ``sqlite_utils.Database``, made when first asked for.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core import clock as clocks
from core.changes import Row, changes_from, complete, gone_tags, history, still
from core.likeness import ALIKE, likeness, sketch
from core.migrations import upgrade
from core.model import (
    Annotation,
    Change,
    Correction,
    Document,
    DocumentRow,
    Hint,
    Notebook,
    Section,
    State,
    Step,
    Tag,
)
from core.opening import PATIENCE, connect, library_failures
from core.outline_record import grammar, outline_from, outline_record
from core.problem import Problem
from core.records import (
    annotation_from,
    annotation_of,
    annotation_row,
    beside_from,
    beside_record,
    correction_of,
    correction_row,
)
from core.tags import default_tags

if TYPE_CHECKING:
    from sqlite_utils import Database

NEAR = 6000
"""Code points on either side of a place that a screen may show."""
Parse = Callable[[str, Sequence[Hint], Collection[Correction]], tuple[Section, ...]]

_DOCUMENTS = """
    SELECT digest, title, speaker, date, venue, source, chars, coalesce(marks, 0) AS marks, added, opened, position
    FROM documents LEFT JOIN (SELECT document, count(*) AS marks FROM annotations GROUP BY document)
    ON document = digest ORDER BY opened DESC, documents.rowid DESC"""
_PUT_DOCUMENT = """
    INSERT INTO documents (digest, title, speaker, date, venue, source, chars, added, opened, sketch)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest)
    DO UPDATE SET source = coalesce(excluded.source, source), opened = excluded.opened"""
_IN_USE = """digest != ?1 AND (digest IN (SELECT document FROM annotations)
    OR digest IN (SELECT document FROM corrections))"""
_PUT_TAG = """
    INSERT INTO tags (id, name, colour, key, parent, hint, place) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour, key = excluded.key,
        parent = excluded.parent, hint = excluded.hint, place = excluded.place, gone = 0"""
_TAGS = """
    SELECT id, name, colour, key, parent, hint, place FROM tags WHERE NOT gone
    ORDER BY place = 0, place, position"""
_PUT_ANNOTATION = """
    INSERT INTO annotations (id, document, start, stop, quote, prefix, suffix, note, creator, created, modified,
        state, stars, colour, former) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET document = excluded.document, start = excluded.start,
        stop = excluded.stop, quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
        note = excluded.note, creator = excluded.creator, created = excluded.created,
        modified = excluded.modified, state = excluded.state, stars = excluded.stars,
        colour = excluded.colour, former = excluded.former"""
_ANNOTATIONS = """
    SELECT id, document, start, stop, quote, prefix, suffix, note, creator, created, modified, state, stars,
        colour, former
    FROM annotations WHERE {0} ORDER BY start IS NULL, start, stop DESC, created, id"""
_TAGS_OF_ANNOTATIONS = """
    SELECT annotation, tag FROM annotation_tags
    WHERE annotation IN (SELECT id FROM annotations WHERE {0}) ORDER BY annotation, position"""
_CORRECTIONS = """
    SELECT id, document, start, stop, level, quote, prefix, suffix, created FROM corrections WHERE {0}
    ORDER BY start IS NULL, start, id"""
_BIN = """
    SELECT {0} FROM history JOIN changes ON number = change
    WHERE kind = 'annotation' AND after IS NULL AND undone = 0 AND item NOT IN (SELECT id FROM annotations)
    AND change = (SELECT max(change) FROM history AS later JOIN changes ON number = later.change
        WHERE later.item = history.item AND undone = 0) ORDER BY change DESC, history.rowid"""
_STEPS = "SELECT number, words, undone FROM changes WHERE undone < 2 AND words != '' ORDER BY undone, number"
_EACH = "(SELECT value FROM json_each(?))"
_BEARERS = f"SELECT annotation FROM annotation_tags WHERE tag IN {_EACH}"


class Library:
    """One SQLite file; made, with its folder and the default tags, where there is none.

    ``now()`` and ``new_id()`` are the clock and the ids it was given, for whoever makes annotations.
    Every method raises Problem where the file cannot do what is asked. A file that may be read and
    not written is ``read_only``: everything can be read, ``add`` and ``apply`` raise Problem.
    ``patience`` is how many seconds another process that holds the file is waited for.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        clock: Callable[[], str] = clocks.now,
        new_id: Callable[[], str] = clocks.new_id,
        patience: float = PATIENCE,
    ) -> None:
        self.path = Path(path).absolute()
        self.now, self.new_id, self._patience = clock, new_id, patience
        self.written = 0
        with library_failures(self.path):
            self._connection, self.read_only = connect(self.path, patience)
            try:
                upgrade(self._connection, fill=lambda: self._put_tags(default_tags()))
                self._execute("PRAGMA foreign_keys = ON")
                self._execute("PRAGMA synchronous = FULL")
            except BaseException:
                self._connection.close()
                raise

    @cached_property
    def db(self) -> Database:
        """The same connection in sqlite-utils' hands, for work that may take its time."""
        from sqlite_utils import Database

        return Database(self._connection)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # Speeches

    def add(self, document: Document, former: str | None = None) -> None:
        """Take a speech in; of one that is there, note that it was opened, and where it now lies.

        ``former`` is the digest of the version whose place it takes.
        """
        now, source = self.now(), document.source and str(document.source)
        facts = (document.digest, document.title, document.speaker, document.date, document.venue)
        with self._writing():
            known = self._read("SELECT 1 FROM documents WHERE digest = ?", document.digest)
            signs = "" if known else sketch(document.text)
            self._execute(_PUT_DOCUMENT, *facts, source, len(document.text), now, now, signs)
            if former is not None:
                self._execute("UPDATE documents SET former = ? WHERE digest = ?", former, document.digest)
            row = (document.digest, document.text, beside_record(document))
            self._execute("INSERT OR IGNORE INTO texts (digest, text, beside) VALUES (?, ?, ?)", *row)
            self._remember(document)

    def _remember(self, document: Document) -> None:
        """Keep the outline, unless the one of this grammar is there already. One that a reader has put right
        is parsed whenever it is wanted: corrections change more often than speeches are opened."""
        known = "SELECT 1 FROM outlines WHERE digest = ?1 AND grammar = ?2 UNION SELECT 1 FROM corrections"
        if not self._read(f"{known} WHERE document = ?1", document.digest, grammar()):
            row = (document.digest, grammar(), outline_record(document.sections))
            self._execute("INSERT OR REPLACE INTO outlines VALUES (?, ?, ?)", *row)

    def document(self, digest: str) -> Document | None:
        """The speech. Its outline is remembered, or parsed anew where the grammar has changed since."""
        return self._document(digest, _parse)

    def recall(self, digest: str) -> Document | None:
        """The speech as ``document`` gives it, but None where its outline would have to be parsed."""
        return self._document(digest, None)

    def _document(self, digest: str, parse: Parse | None) -> Document | None:
        rows = self._read(
            """SELECT title, speaker, date, venue, text, beside, source, record FROM documents JOIN texts USING (digest)
            LEFT JOIN outlines ON outlines.digest = documents.digest AND grammar = ? WHERE documents.digest = ?""",
            grammar(),
            digest,
        )
        if not rows:
            return None
        title, speaker, date, venue, text, beside, source, record = rows[0]
        corrections = self.corrections(digest)
        hints, pages = beside_from(beside)
        known = outline_from(text, record) if record and not corrections else None
        sections = known if known is not None else parse and parse(text, hints, corrections.values())
        if sections is None:
            return None
        place = Path(source) if source else None
        return Document(digest, title, speaker, date, venue, text, sections, place, hints, pages)

    def documents(self) -> list[DocumentRow]:
        """All speeches, the last opened first. No text is read."""
        with library_failures(self.path):
            rows = list(self.db.query(_DOCUMENTS))
        return [DocumentRow(**{**row, "source": row["source"] and Path(row["source"])}) for row in rows]

    def marked(self, digest: str) -> bool:
        """Whether a speech bears marks or corrections."""
        query = "SELECT 1 FROM annotations WHERE document = ?1 UNION SELECT 1 FROM corrections WHERE document = ?1"
        return bool(self._read(query, digest))

    def version_at(self, source: Path, digest: str) -> str | None:
        """The digest of another text that was read from this place last, and bears marks or corrections."""
        query = f"SELECT digest FROM documents WHERE {_IN_USE} AND source = ?2 ORDER BY opened DESC, rowid DESC LIMIT 1"
        rows = self._read(query, digest, str(source))
        return rows[0][0] if rows else None

    def versions_like(self, text: str, digest: str) -> list[DocumentRow]:
        """The speeches that bear marks or corrections and are so like a text that they may be versions of it,
        the likest first. No text is read."""
        signs = sketch(text)
        rows = self._read(f"SELECT digest, sketch FROM documents WHERE {_IN_USE} AND sketch != ''", digest)
        shares = {digest: likeness(signs, other) for digest, other in rows}
        alike = [row for row in self.documents() if shares.get(row.digest, 0.0) >= ALIKE] if shares else []
        return sorted(alike, key=lambda row: -shares[row.digest])

    def position(self, digest: str) -> int:
        """Where reading stopped, a code point; 0 for a speech that is not there."""
        rows = self._read("SELECT position FROM documents WHERE digest = ?", digest)
        return rows[0][0] if rows else 0

    def set_position(self, digest: str, start: int) -> None:
        """Keep where reading stopped. Where that cannot be written at once it is no loss: nothing is raised."""
        with suppress(Problem), self._writing(patience=0):
            self._execute("UPDATE documents SET position = ? WHERE digest = ?", start, digest)

    # Tags and annotations

    def tags(self) -> dict[str, Tag]:
        """All tags by id, in their order."""
        return {row[0]: Tag(*row) for row in self._read(_TAGS)}

    def bearers(self, tags: Iterable[str]) -> dict[str, Annotation]:
        """The annotations of all speeches that have one of some tags, by id."""
        return self._annotations(f"id IN ({_BEARERS})", _array(tags))

    def tag_counts(self) -> dict[str, int]:
        """How many annotations have a tag, over all speeches; a tag that none has is left out."""
        return dict(self._read("SELECT tag, count(*) FROM annotation_tags GROUP BY tag"))

    def annotations(self, digest: str) -> dict[str, Annotation]:
        """A speech's annotations by id in document order, outer before inner, orphans last."""
        return self._annotations("document = ?", digest)

    def annotations_near(self, digest: str, point: int, most: int) -> dict[str, Annotation] | None:
        """The annotations that begin within NEAR code points of a place, where a speech has more than ``most``;
        None where it has not."""
        (count,) = self._read("SELECT count(*) FROM annotations WHERE document = ?", digest)[0]
        if count <= most:
            return None
        near = f"document = ? AND start BETWEEN {max(0, point - NEAR)} AND {point + NEAR}"
        return self._annotations(near, digest)

    def corrections(self, digest: str) -> dict[str, Correction]:
        """What readers put right in a speech's outline, by id in document order."""
        rows = self._read(_CORRECTIONS.format("document = ?"), digest)
        return {row[0]: correction_of(row) for row in rows}

    def history(self, annotation: str) -> list[State]:
        """What an annotation became by each change that holds, oldest first, also of one that is gone."""
        rows = self._read(
            """SELECT time, words, after FROM history JOIN changes ON number = change
            WHERE item = ? AND kind = 'annotation' AND undone = 0 ORDER BY change""",
            annotation,
        )
        return [
            State(time, words, annotation_from(json.loads(after)) if after else None) for time, words, after in rows
        ]

    def bin(self) -> list[Annotation]:
        """The annotations that were deleted, as they were, the last deleted first."""
        rows = self._read(_BIN.format("before"))
        return [annotation_from(json.loads(before)) for (before,) in rows]

    def empty_bin(self) -> None:
        """Forget the deleted annotations for good: they are in no step of undo any more."""
        with self._writing():
            self._execute(f"DELETE FROM history WHERE item IN ({_BIN.format('item')})")

    def notebook(self, digest: str) -> Notebook | None:
        """What an exporter receives for one speech."""
        document = self.document(digest)
        return document and Notebook(document, tuple(self.annotations(digest).values()), self.tags())

    def notebooks(self) -> Iterator[Notebook]:
        """All speeches one at a time, in the order they were taken in."""
        for (digest,) in self._read("SELECT digest FROM documents ORDER BY rowid"):
            if notebook := self.notebook(digest):
                yield notebook

    # Changes

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

    def turn(self, number: int, back: bool) -> Change:
        """Undo (``back``) or redo a recorded change; returns what was written.

        What another program has changed since stays as it is; where that is all, and where the step was
        taken already, nothing is written. Raises Problem as ``apply`` does.
        """
        with self._writing():
            change = self._turned(number, back)
            change, _ = self._perform(change)
            self._execute("UPDATE changes SET undone = ? WHERE number = ?", int(back), number)
        return change

    def _turned(self, number: int, back: bool) -> Change:
        """What a step would write: the state before it, or after, of whatever is as the step left it."""
        if self._read("SELECT 1 FROM changes WHERE number = ? AND undone = ?", number, int(not back)) == []:
            return Change()
        rows = self._read("SELECT kind, item, before, after FROM history WHERE change = ?", number)
        want, leave = changes_from(rows, back), changes_from(rows, not back)
        tags, corrections = self.tags() if want.tags else {}, self._present(want.corrections)
        marks = self._annotations(f"id IN {_EACH}", _array(want.annotations)) if want.annotations else {}
        return still(want, leave, Change(marks, tags, corrections))

    def steps(self) -> list[Step]:
        """The steps that can be undone, in their order, then those that can be redone."""
        return [Step(number, words, bool(undone)) for number, words, undone in self._read(_STEPS)]

    def _perform(self, change: Change) -> tuple[Change, Change]:
        """Write a change; returns it with all that follows from it, and its inverse."""
        gone, tags = gone_tags(change), self.tags() if change.tags else {}
        bearers = (id for (id,) in self._read(_BEARERS, _array(gone))) if gone else ()
        marks = self._annotations(f"id IN {_EACH}", _array({**change.annotations, **dict.fromkeys(bearers)}))
        change, inverse = complete(change, marks, tags, self._present(change.corrections), self.now())
        self._put_tags(tag for tag in change.tags.values() if tag)
        self._execute(f"UPDATE tags SET gone = 1, parent = NULL WHERE id IN {_EACH}", _array(gone))
        self._check(change)
        self._put_annotations([mark for mark in change.annotations.values() if mark])
        removed = (id for id, mark in change.annotations.items() if mark is None)
        self._execute(f"DELETE FROM annotations WHERE id IN {_EACH}", _array(removed))
        self._put_corrections(change)
        return change, inverse

    def _present(self, ids: Iterable[str]) -> dict[str, Correction]:
        rows = self._read(_CORRECTIONS.format(f"id IN {_EACH}"), _array(ids)) if ids else ()
        return {row[0]: correction_of(row) for row in rows}

    def _put_corrections(self, change: Change) -> None:
        self._execute(f"DELETE FROM corrections WHERE id IN {_EACH}", _array(change.corrections))
        rows = (correction_row(each) for each in change.corrections.values() if each)
        self._connection.executemany("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _check(self, change: Change) -> None:
        """Raise Problem for a speech or tag that the change names and the library does not have."""
        marks = [mark for mark in change.annotations.values() if mark]
        documents = {each.document for each in (*marks, *change.corrections.values()) if each}
        tags = {tag for mark in marks for tag in mark.tags}
        tags |= {tag.parent for tag in change.tags.values() if tag and tag.parent}
        for key, ids, known in (
            ("library.unknown_document", documents, "SELECT digest FROM documents"),
            ("library.unknown_tag", tags, "SELECT id FROM tags WHERE NOT gone"),
        ):
            if unknown := self._read(f"{_EACH[1:-1]} WHERE value NOT IN ({known})", _array(ids)):
                raise Problem(key, id=unknown[0][0])

    def _put_tags(self, tags: Iterable[Tag]) -> None:
        rows = ((tag.id, tag.name, tag.colour, tag.key, tag.parent, tag.hint, tag.place) for tag in tags)
        self._connection.executemany(_PUT_TAG, rows)

    def _put_annotations(self, marks: list[Annotation]) -> None:
        self._connection.executemany(_PUT_ANNOTATION, map(annotation_row, marks))
        old = f"DELETE FROM annotation_tags WHERE annotation IN {_EACH}"
        self._execute(old, _array(mark.id for mark in marks))
        self._connection.executemany(
            "INSERT INTO annotation_tags (annotation, position, tag) VALUES (?, ?, ?)",
            ((mark.id, place, tag) for mark in marks for place, tag in enumerate(mark.tags)),
        )

    def _record(self, change: Change, inverse: Change, words: str, onto: int) -> None:
        rows = list(history(change, inverse))
        if onto and self._adds_to(onto, rows):
            after = ((after, onto, item) for _, item, _, after in rows)
            self._connection.executemany("UPDATE history SET after = ? WHERE change = ? AND item = ?", after)
            self.written = onto
            return
        if words:
            self._execute("UPDATE changes SET undone = 2 WHERE undone = 1")
        insert = "INSERT INTO changes (time, words) VALUES (?, ?)"
        self.written = self._execute(insert, self.now(), words).lastrowid or 0
        self._connection.executemany(
            "INSERT INTO history (change, kind, item, before, after) VALUES (?, ?, ?, ?, ?)",
            ((self.written, *row) for row in rows),
        )

    def _adds_to(self, onto: int, rows: list[Row]) -> bool:
        """Whether a step is the last one, holds, and touched the same things."""
        last = self._read("SELECT number FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT 1")
        items = self._read("SELECT item FROM history WHERE change = ? ORDER BY item", onto)
        return last == [(onto,)] and [item for (item,) in items] == sorted(item for _, item, _, _ in rows)

    # The connection

    @contextmanager
    def _writing(self, patience: float | None = None) -> Iterator[None]:
        """One transaction: written whole, or nothing written and a Problem raised.

        ``patience`` is how many seconds another process is waited for, if not as long as usual.
        """
        if self.read_only:
            raise Problem("library.read_only", path=self.path)
        with library_failures(self.path):
            self._wait(self._patience if patience is None else patience)
            try:
                self._execute("BEGIN IMMEDIATE")
                yield
                self._execute("COMMIT")
            finally:
                self._connection.rollback()  # does nothing after the commit
                self._wait(self._patience)

    def _wait(self, seconds: float) -> None:
        self._execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    def _execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with library_failures(self.path):
            return self._execute(query, *values).fetchall()

    def _annotations(self, condition: str, value: str) -> dict[str, Annotation]:
        """The annotations for which a condition with one value holds, in document order."""
        tags = defaultdict[str, list[str]](list)
        for id, tag in self._read(_TAGS_OF_ANNOTATIONS.format(condition), value):
            tags[id].append(tag)
        rows = self._read(_ANNOTATIONS.format(condition), value)
        return {row[0]: annotation_of(row, tags.get(row[0], ())) for row in rows}


def _parse(text: str, hints: Sequence[Hint], corrections: Collection[Correction]) -> tuple[Section, ...]:
    from core.outline import own_styles, parse

    return parse(text, hints, corrections, own_styles())


def _array(ids: Iterable[str]) -> str:
    """Any number of ids as the one value that _EACH takes."""
    return json.dumps(list(ids))
