"""The library: speeches, tags and annotations in one SQLite file, on one connection of one thread.

Opening an up-to-date library and all that is done at the reading desk runs on ``sqlite3`` alone;
``Library.db`` is the same connection as a ``sqlite_utils.Database``, made when first asked for.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from core import clock as clocks
from core.changes import Row, changes_from, complete, gone_tags, history, still
from core.clock import seconds_between
from core.migrations import STEPS, Raw, pour, upgrade, version
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
from core.opening import PATIENCE, connect, identity, library_failures, writable
from core.outline_record import grammar, outline_from, outline_record
from core.problem import Problem
from core.records import (
    annotation_from,
    annotation_of,
    annotation_row,
    as_text,
    beside_from,
    beside_record,
    correction_of,
    correction_row,
    document_row_of,
    found_in,
    sound_correction,
    tag_from,
    tag_of,
)
from core.tags import default_tags
from core.text import digest as digest_of

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = 86_400
"""Seconds by which the last change may be ahead of the clock and be believed."""
DIGEST = 64
"""Characters of a digest; other names of a speech say nothing of its text."""
NEAR = 6000
"""Code points on either side of a place that a screen may show."""
Item = TypeVar("Item")
Parse = Callable[[str, Sequence[Hint], Collection[Correction]], tuple[Section, ...]]

_DOCUMENTS = """
    SELECT digest, title, speaker, date, venue, source, chars, coalesce(marks, 0) AS marks, added, opened, position
    FROM documents LEFT JOIN (SELECT document, count(*) AS marks FROM annotations GROUP BY document)
    ON document = digest ORDER BY opened DESC, documents.rowid DESC"""
_PUT_DOCUMENT = """
    INSERT INTO documents (digest, title, speaker, date, venue, source, chars, added, opened, sketch)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest)
    DO UPDATE SET source = coalesce(excluded.source, source), opened = excluded.opened, chars = excluded.chars,
        title = coalesce(nullif(title, ''), excluded.title)"""
_PUT_TEXT = """
    INSERT INTO texts (digest, text, beside) VALUES (?, ?, ?)
    ON CONFLICT (digest) DO UPDATE SET text = excluded.text WHERE text IS NOT excluded.text"""
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
    WHERE annotation IN (SELECT id FROM annotations WHERE {0}) AND tag IN (SELECT id FROM tags WHERE NOT gone)
    ORDER BY annotation, position"""
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
_LATEST = """
    SELECT item, after, max(change) FROM history LEFT JOIN changes ON number = change
    WHERE kind = ? AND coalesce(undone, 0) = 0 GROUP BY item"""
_MARKS_OF_ALL = "SELECT id, document, start, stop, note, modified FROM annotations"
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
_BEARERS = f"SELECT annotation FROM annotation_tags WHERE tag IN {_EACH}"


class Lost:
    """Stands for what a record that cannot be read would have told."""


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
        self._clock, self.new_id, self._patience = clock, new_id, patience
        self.written = 0
        self.faulty: set[str] = set()
        """Ids of the records that were found damaged, and mended or left out; whoever says so sets ``told``."""
        self.told = False
        self._open()

    def _open(self) -> None:
        with library_failures(self.path):
            self._connection, self.read_only = connect(self.path, self._patience)
            try:
                self._make_ready()
            except BaseException:
                self._connection.close()
                raise

    def _make_ready(self) -> None:
        upgrade(self._connection, fill=lambda: self._put_tags(default_tags()))
        self._execute("PRAGMA foreign_keys = ON")
        self._execute("PRAGMA synchronous = FULL")
        self._file, self._last = identity(self.path), ""
        self._seen = self._newest()
        self._version, self._schema = self._pragma("data_version"), self._pragma("schema_version")

    def now(self) -> str:
        """The time by the clock; never before that of the last change, so that a clock set back mixes nothing up.

        A last change that lies more than a day ahead was made by a clock that was wrong, and is not followed.
        """
        now = self._clock()
        if now < self._last and seconds_between(now, self._last) <= DAY:
            return self._last
        return now

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
            signs = "" if known else _sketch(document.text)
            self._execute(_PUT_DOCUMENT, *facts, source, len(document.text), now, now, signs)
            if former is not None:
                self._execute("UPDATE documents SET former = ? WHERE digest = ?", former, document.digest)
            self._execute(_PUT_TEXT, document.digest, document.text, beside_record(document))
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
            """SELECT title, speaker, date, venue, text, beside, source, record FROM documents
            LEFT JOIN texts ON texts.digest = documents.digest
            LEFT JOIN outlines ON outlines.digest = documents.digest AND grammar = ? WHERE documents.digest = ?""",
            grammar(),
            digest,
        )
        if not rows:
            return None
        *facts, text, beside, source, record = rows[0]
        title, speaker, date, venue = map(as_text, facts)
        text = self._text(digest, text) if parse else as_text(text)
        corrections = self.corrections(digest)
        hints, pages = beside_from(as_text(beside))
        known = None
        with suppress(ValueError, TypeError):  # a damaged record of an outline is no loss
            known = outline_from(text, record) if record and not corrections else None
        sections = known if known is not None else parse and parse(text, hints, corrections.values())
        if sections is None:
            return None
        place = Path(source) if source else None
        return Document(digest, title, speaker, date, venue, text, sections, place, hints, pages)

    def documents(self) -> list[DocumentRow]:
        """All speeches, the last opened first. No text is read."""
        return [document_row_of(row) for row in self._read(_DOCUMENTS)]

    def marked(self, digest: str) -> bool:
        """Whether a speech bears marks or corrections."""
        query = "SELECT 1 FROM annotations WHERE document = ?1 UNION SELECT 1 FROM corrections WHERE document = ?1"
        return bool(self._read(query, digest))

    def version_at(self, source: Path, digest: str) -> str | None:
        """The digest of another text that was read from this place last, and bears marks or corrections."""
        query = f"SELECT digest FROM documents WHERE {_IN_USE} AND source = ?2 ORDER BY opened DESC, rowid DESC LIMIT 1"
        rows = self._read(query, digest, str(source))
        return rows[0][0] if rows else None

    def version_after(self, digest: str) -> str | None:
        """The digest of the text that took the place of this one."""
        query = (
            "SELECT digest FROM documents WHERE former = ?1 AND digest != ?1 ORDER BY opened DESC, rowid DESC LIMIT 1"
        )
        rows = self._read(query, digest)
        return rows[0][0] if rows else None

    def versions_like(self, text: str, digest: str) -> list[DocumentRow]:
        """The speeches that bear marks or corrections and are so like a text that they may be versions of it,
        the likest first. No text is read."""
        from core.likeness import ALIKE, likeness

        signs = _sketch(text)
        rows = self._read(f"SELECT digest, sketch FROM documents WHERE {_IN_USE} AND sketch != ''", digest)
        shares = {digest: likeness(signs, other) for digest, other in rows}
        alike = [row for row in self.documents() if shares.get(row.digest, 0.0) >= ALIKE] if shares else []
        return sorted(alike, key=lambda row: -shares[row.digest])

    def position(self, digest: str) -> int:
        """Where reading stopped, a code point; 0 for a speech that is not there."""
        rows = self._read("SELECT position FROM documents WHERE digest = ?", digest)
        return rows[0][0] if rows and isinstance(rows[0][0], int) else 0

    def set_position(self, digest: str, start: int) -> None:
        """Keep where reading stopped. Where that cannot be written at once it is no loss: nothing is raised."""
        with suppress(Problem), self._writing(patience=0):
            self._execute("UPDATE documents SET position = ? WHERE digest = ?", start, digest)

    # Tags and annotations

    def tags(self) -> dict[str, Tag]:
        """All tags by id, in their order."""
        return {row[0]: self._sound(row[0], tag_of(row)) for row in self._read(_TAGS)}

    def bearers(self, tags: Iterable[str]) -> dict[str, Annotation]:
        """The annotations of all speeches that have one of some tags, by id."""
        return self._annotations(f"id IN ({_BEARERS})", _array(tags))

    def tag_counts(self) -> dict[str, int]:
        """How many annotations have a tag, over all speeches; a tag that none has is left out."""
        return dict(self._read("SELECT tag, count(*) FROM annotation_tags GROUP BY tag"))

    def annotations(self, digest: str) -> dict[str, Annotation]:
        """A speech's annotations by id in document order, outer before inner, orphans last."""
        return self._annotations("document = ?", digest)

    def annotations_named(self, ids: Iterable[str]) -> dict[str, Annotation]:
        """The annotations with these ids, of whatever speech."""
        return self._annotations(f"id IN {_EACH}", _array(ids))

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
        chars = self._chars({digest})
        return {row[0]: sound_correction(correction_of(row), chars.get(digest, 0)) for row in rows if row[0]}

    def history(self, annotation: str) -> list[State]:
        """What an annotation became by each change that holds, oldest first, also of one that is gone."""
        rows = self._read(
            """SELECT time, words, after FROM history JOIN changes ON number = change
            WHERE item = ? AND kind = 'annotation' AND undone = 0 ORDER BY change""",
            annotation,
        )
        states = ((time, words, after and self._recorded(annotation, after)) for time, words, after in rows)
        return [State(time, words, mark or None) for time, words, mark in states if not isinstance(mark, Lost)]

    def bin(self) -> list[Annotation]:
        """The annotations that were deleted, as they were, the last deleted first."""
        found = (self._recorded(item, before) for item, before in self._read(_BIN.format("item, before")))
        return [mark for mark in found if isinstance(mark, Annotation)]

    def _recorded(self, id: str, record: str) -> Annotation | Lost:
        """The annotation in a record of the history, Lost where it cannot be read."""
        try:
            return annotation_from(json.loads(record))
        except (ValueError, TypeError, KeyError):
            self.faulty.add(id)
            return Lost()

    def empty_bin(self) -> None:
        """Forget the deleted annotations for good: they are in no step of undo any more. A backup is made first."""
        from core.backups import back_up

        back_up(self.path, self.now(), "bin")
        with self._writing():
            self._execute(f"DELETE FROM history WHERE item IN ({_BIN.format('item')})")

    def notebook(self, digest: str) -> Notebook | None:
        """What an exporter receives for one speech."""
        document = self.document(digest)
        if document is None:
            return None
        marks = self.annotations(digest).values()
        return Notebook(document, tuple(found_in(document.text, mark) for mark in marks), self.tags())

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

    # What others do

    @property
    def away(self) -> bool:
        """Whether there is no file any more where the library was: a drive that was pulled out, a folder moved."""
        return identity(self.path) is None

    @property
    def replaced(self) -> bool:
        """Whether another file than the one opened lies there, or it may be written now and could not be before."""
        now = identity(self.path)
        return now is not None and (now != self._file or (self.read_only and writable(self.path)))

    def reopen(self) -> None:
        """Go on with the file that lies there now. Raises Problem."""
        self._connection.close()
        self._open()

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
        marks = self._annotations(f"id IN {_EACH}", _array(ids)) if ids else {}
        right = self._present(items["correction"])
        return Change(
            {id: marks.get(id) for id in ids},
            {id: tags.get(id) for id in items["tag"]},
            {id: right.get(id) for id in items["correction"]},
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
        self._note_own(number)

    def _note_own(self, number: int) -> None:
        """What this library wrote, and nobody else before it, is no news to it."""
        if number == self._seen + 1:
            self._seen = number

    # Copies, and what can be saved of a damaged one

    def restore(self, backup: Path) -> None:
        """Become what a copy of this library was, in one transaction, for all who have it open. Raises Problem."""
        if self.read_only:
            raise Problem("library.read_only", path=self.path)
        until = monotonic() + self._patience

        def impatient(*_: int) -> None:
            if monotonic() > until:
                raise Problem("library.locked", path=self.path)

        with library_failures(backup), closing(_reading(backup)) as source:
            if version(source) > len(STEPS):
                raise Problem("library.newer", path=backup)
            if source.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise Problem("library.damaged", path=backup)
            with library_failures(self.path):
                self._stay()
                source.backup(self._connection, progress=impatient, sleep=0.05)
        with library_failures(self.path):
            self._make_ready()

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

    def turn(self, number: int, back: bool) -> Change:
        """Undo (``back``) or redo a recorded change; returns what was written.

        What another program has changed since stays as it is; where that is all, and where the step was
        taken already, nothing is written. Raises Problem as ``apply`` does.
        """
        with self._writing():
            change = self._turned(number, back)
            change, inverse = self._perform(change)
            self._execute("UPDATE changes SET undone = ? WHERE number = ?", int(back), number)
            self._tell(history(change, inverse))
        return change

    def _turned(self, number: int, back: bool) -> Change:
        """What a step would write: the state before it, or after, of whatever is as the step left it."""
        if self._read("SELECT 1 FROM changes WHERE number = ? AND undone = ?", number, int(not back)) == []:
            return Change()
        rows = self._read("SELECT kind, item, before, after FROM history WHERE change = ?", number)
        try:
            want, leave = changes_from(rows, back), changes_from(rows, not back)
        except (ValueError, TypeError, KeyError) as error:
            raise Problem("library.record", path=self.path) from error
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
            self._tell(rows)
            return
        if words:
            self._execute("UPDATE changes SET undone = 2 WHERE undone = 1")
        insert = "INSERT INTO changes (time, words) VALUES (?, ?)"
        self._last = self.now()
        self.written = self._execute(insert, self._last, words).lastrowid or 0
        self._note_own(self.written)
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
        self._stay()
        with library_failures(self.path):
            self._wait(self._patience if patience is None else patience)
            try:
                self._execute("BEGIN IMMEDIATE")
                yield
                self._execute("COMMIT")
            finally:
                self._connection.rollback()  # does nothing after the commit
                self._wait(self._patience)

    def _stay(self) -> None:
        """Raise Problem where the file is not there any more: SQLite would go on writing to what nobody finds again."""
        if identity(self.path) != self._file:
            raise Problem("library.away", path=self.path)

    def _pragma(self, name: str) -> int:
        return self._execute(f"PRAGMA {name}").fetchone()[0]

    def _wait(self, seconds: float) -> None:
        self._execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    def _execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with library_failures(self.path):
            try:
                return self._execute(query, *values).fetchall()
            except sqlite3.OperationalError as error:
                if "decode" not in str(error):
                    raise
            self._connection.text_factory = lambda data: data.decode("utf-8", "replace")
            try:  # bytes that are no text cost the characters they stand for, never the other rows
                return self._execute(query, *values).fetchall()
            finally:
                self._connection.text_factory = str

    def _sound(self, id: str, made: tuple[Item, bool]) -> Item:
        """What was made of a row; that it had to be mended is noted."""
        if not made[1]:
            self.faulty.add(str(id))
        return made[0]

    def _chars(self, digests: Collection[str]) -> dict[str, int]:
        """How long the texts of some speeches are."""
        rows = self._read(f"SELECT digest, chars FROM documents WHERE digest IN {_EACH}", _array(digests))
        return {digest: chars for digest, chars in rows if isinstance(chars, int)}

    def _text(self, digest: str, text: object) -> str:
        """A speech's text; that it is lost, or is not what its digest says, is noted."""
        if not isinstance(text, str) or (len(digest) == DIGEST and digest_of(text) != digest):
            self.faulty.add(digest)
        return as_text(text)

    def _annotations(self, condition: str, value: str) -> dict[str, Annotation]:
        """The annotations for which a condition with one value holds, in document order."""
        tags = defaultdict[str, list[str]](list)
        for id, tag in self._read(_TAGS_OF_ANNOTATIONS.format(condition), value):
            tags[id].append(tag)
        rows = self._read(_ANNOTATIONS.format(condition), value)
        chars = self._chars({row[1] for row in rows}) if rows else {}
        made = ((row[0], annotation_of(row, tags.get(row[0], ()), chars.get(row[1], 0))) for row in rows)
        return {id: self._sound(id, each) for id, each in made if id}


def _sketch(text: str) -> str:
    from core.likeness import sketch

    return sketch(text)


def _parse(text: str, hints: Sequence[Hint], corrections: Collection[Correction]) -> tuple[Section, ...]:
    from core.outline import own_styles, parse

    return parse(text, hints, corrections, own_styles())


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


class Survey(NamedTuple):
    """What is in a library, for comparison: digests of speeches, and each mark as far as it tells what was done."""

    speeches: frozenset[str]
    marks: dict[str, tuple[Any, ...]]


def survey(path: Path) -> Survey:
    """What is in the library at ``path``, of whatever version; nothing is written. Raises Problem."""
    with library_failures(path), closing(_reading(path)) as connection:
        speeches = frozenset(digest for (digest,) in connection.execute("SELECT digest FROM documents"))
        return Survey(speeches, {row[0]: row[1:] for row in connection.execute(_MARKS_OF_ALL)})


def _array(ids: Iterable[str]) -> str:
    """Any number of ids as the one value that _EACH takes."""
    return json.dumps(list(ids))
