"""The library's schema, step by step, and what brings a file up to date.

``PRAGMA user_version`` counts the steps a file has had. A step is a row of SQL statements, or a
function of a ``sqlite_utils.Database`` where a table must be rebuilt (``table.transform``). New
steps go at the end of STEPS; none is ever changed. The steps of one opening are one transaction.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import write_failures
from core.opening import APPLICATION_ID
from core.problem import Problem

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = tuple[str, ...] | Callable[["Database"], None]

FIRST: Step = (
    """CREATE TABLE documents (
        digest TEXT PRIMARY KEY, title TEXT NOT NULL, speaker TEXT NOT NULL, date TEXT NOT NULL,
        venue TEXT NOT NULL, source TEXT, chars INTEGER NOT NULL,
        added TEXT NOT NULL, opened TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0)""",
    # Texts lie apart, for a document's row is written anew with every reading position.
    """CREATE TABLE texts (
        digest TEXT PRIMARY KEY REFERENCES documents (digest) ON DELETE CASCADE, text TEXT NOT NULL)""",
    # The outline as the grammar of that name made it; whatever else it says is parsed anew.
    """CREATE TABLE outlines (
        digest TEXT PRIMARY KEY REFERENCES documents (digest) ON DELETE CASCADE,
        grammar TEXT NOT NULL, record TEXT NOT NULL)""",
    # ``gone`` keeps the place of a deleted tag, so that undo brings it back where it stood.
    """CREATE TABLE tags (
        position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, colour TEXT NOT NULL,
        key TEXT NOT NULL, parent TEXT REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
        hint TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE annotations (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (digest),
        start INTEGER, stop INTEGER, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
        note TEXT NOT NULL, creator TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
        state TEXT NOT NULL)""",
    "CREATE INDEX annotations_in_order ON annotations (document, start)",
    """CREATE TABLE annotation_tags (
        annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, tag TEXT NOT NULL REFERENCES tags (id),
        PRIMARY KEY (annotation, position)) WITHOUT ROWID""",
    "CREATE INDEX annotations_by_tag ON annotation_tags (tag)",
    "CREATE TABLE changes (number INTEGER PRIMARY KEY, time TEXT NOT NULL)",
    # One row for every annotation or tag a change touched: its record before and after, null for none.
    """CREATE TABLE history (
        change INTEGER NOT NULL REFERENCES changes (number), kind TEXT NOT NULL, item TEXT NOT NULL,
        before TEXT, after TEXT)""",
    "CREATE INDEX history_of_item ON history (item, change)",
)

CORRECTIONS: Step = (
    """CREATE TABLE corrections (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (digest),
        start INTEGER, stop INTEGER, level INTEGER NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL,
        suffix TEXT NOT NULL, created TEXT NOT NULL)""",
    "CREATE INDEX corrections_of_document ON corrections (document)",
)

NOTHING_LOST: Step = (
    "ALTER TABLE annotations ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE annotations ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    # The headings over an orphan before it was lost.
    "ALTER TABLE annotations ADD COLUMN former TEXT NOT NULL DEFAULT ''",
    # What a change is called in the menu; without a name it is no step of undo.
    "ALTER TABLE changes ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    # 0: it holds; 1: undone, to be redone; 2: undone, and something else was done since.
    "ALTER TABLE changes ADD COLUMN undone INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX changes_undone ON changes (undone)",
    "CREATE INDEX history_of_change ON history (change)",
    # The version of the speech that this one took the place of, and a sketch that tells likeness.
    "ALTER TABLE documents ADD COLUMN former TEXT REFERENCES documents (digest)",
    "ALTER TABLE documents ADD COLUMN sketch TEXT NOT NULL DEFAULT ''",
)

BESIDE: Step = (
    # What stood beside the text in its file: hints of its formatting, and where its pages begin.
    "ALTER TABLE texts ADD COLUMN beside TEXT NOT NULL DEFAULT ''",
)

ORDER_OF_TAGS: Step = (
    # Among those of one parent, from 1 up; 0 comes last. (``position`` is the order in which they were made.)
    "ALTER TABLE tags ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
)

REJECTIONS: Step = (
    # Suggestions for marks that a reader turned down, by the rule's tag and a checksum of the words.
    """CREATE TABLE rejections (
        document TEXT NOT NULL, suggestion TEXT NOT NULL, time TEXT NOT NULL,
        PRIMARY KEY (document, suggestion)) WITHOUT ROWID""",
)

USED: Step = (
    # The papers in which a reader has used a passage, one a line.
    "ALTER TABLE annotations ADD COLUMN used TEXT NOT NULL DEFAULT ''",
)

FACTS: Step = (
    # What readers say of speeches. ``labels`` are lines; ``own``: they put the facts right; ``out``: they took it out.
    "ALTER TABLE documents ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE documents ADD COLUMN labels TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE documents ADD COLUMN own INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE documents ADD COLUMN out INTEGER NOT NULL DEFAULT 0",
    # Files that are to be taken in, in their order. ``state`` 0: to be read, 1: taken in, 2: there already, 3: failed
    # for ``reason``, a Problem as JSON; ``tries`` counts how often it was begun with.
    """CREATE TABLE intake (
        number INTEGER NOT NULL, path TEXT NOT NULL, tries INTEGER NOT NULL, state INTEGER NOT NULL,
        reason TEXT NOT NULL, PRIMARY KEY (number)) WITHOUT ROWID""",
)

STEPS: tuple[Step, ...] = (FIRST, CORRECTIONS, NOTHING_LOST, BESIDE, ORDER_OF_TAGS, REJECTIONS, USED, FACTS)


def version(connection: sqlite3.Connection) -> int:
    """How many steps the library has had, 0 for an empty file. Raises Problem for one that is not ours."""
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return 0
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise Problem("library.foreign", path=_path(connection))
    return _pragma(connection, "user_version")


def upgrade(connection: sqlite3.Connection, fill: Callable[[], None], steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the library up to date in one transaction; a new one is filled by ``fill()`` in the same.

    An existing library is first copied to a file beside it. Foreign keys are off while tables may
    be rebuilt, and checked at the end; the caller turns them on. Raises Problem for a library from
    a newer version of the program, which stays untouched.
    """
    before = version(connection)
    if before > len(steps):
        raise Problem("library.newer", path=_path(connection))
    if before == len(steps):
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = version(connection)  # another window may have been quicker
        if 0 < before < len(steps):
            back_up(_path(connection), before)
        for step in steps[before:]:
            _take(connection, step)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(before, len(steps))}")
        if before == 0:
            fill()
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a migration left a row that points nowhere")
        connection.execute("COMMIT")
    finally:
        connection.rollback()  # does nothing after the commit


def back_up(path: Path, number: int) -> Path:
    """Copy the library, whole or not at all, to ``NAME.version-NUMBER.backup`` beside it."""
    target = path.with_name(f"{path.name}.version-{number}.backup")
    copy_whole(path, target)
    return target


def copy_whole(path: Path, target: Path, check: bool = False) -> None:
    """Copy a library that others may be writing to, whole or not at all; with ``check`` a damaged one is refused.

    Raises Problem for what the system refuses to write, sqlite3.Error for what cannot be read.
    """
    beside = target.with_name(f"{target.name}.part")
    with write_failures(target):
        beside.unlink(missing_ok=True)
        try:
            source, copy = sqlite3.connect(path), sqlite3.connect(beside)
            try:
                source.backup(copy)
                if check and copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise Problem("library.damaged", path=path)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
                source.close()
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _take(connection: sqlite3.Connection, step: Step) -> None:
    if callable(step):
        from sqlite_utils import Database

        step(Database(connection))
    else:
        for statement in step:
            connection.execute(statement)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _path(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
