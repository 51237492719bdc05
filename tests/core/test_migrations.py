"""A library of any older version is brought up to date, with a copy kept; a newer one is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from core import migrations
from core.library import Library
from core.migrations import STEPS, Step, upgrade
from core.model import Annotation, Change, Document, Span
from core.opening import SCHEMA
from core.problem import Problem


def rename_venue(database: Database) -> None:
    database.table("documents").transform(rename={"venue": "place"})


LATER: tuple[Step, ...] = (*STEPS, ("ALTER TABLE documents ADD COLUMN shelf TEXT",), rename_venue)
"""The present steps and two to come, one of either kind."""


def fill() -> None:
    """A library made for these tests needs no tags."""


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def make(path: Path, steps: tuple[Step, ...]) -> None:
    """A library as the version with these steps made it, with a speech and a mark in it."""
    connection = connect(path)
    upgrade(connection, fill, steps)
    if steps:
        connection.execute(
            f"""INSERT INTO documents (digest, title, speaker, date, {venue(connection)}, chars, added, opened)
            VALUES ('d', '修渠', '', '', '', 2, 'then', 'then')"""
        )
        connection.execute("INSERT INTO texts (digest, text) VALUES ('d', '修渠')")
        columns = "id, document, start, stop, quote, prefix, suffix, note, creator, created, modified, state"
        values = "'a', 'd', 0, 1, '修', '', '渠', '', '', '', '', ''"
        connection.execute(f"INSERT INTO annotations ({columns}) VALUES ({values})")
    connection.close()


def venue(connection: sqlite3.Connection) -> str:
    columns = [row[1] for row in connection.execute("PRAGMA table_info(documents)")]
    return "place" if "place" in columns else "venue"


@pytest.mark.parametrize("older", range(len(LATER)))
def test_every_older_version_is_brought_up_to_date(tmp_path: Path, older: int) -> None:
    path = tmp_path / "library.sqlite"
    make(path, LATER[:older])
    connection = connect(path)
    upgrade(connection, fill, LATER)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(documents)")]
    assert {"place", "shelf"} < set(columns)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(LATER),)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    if older:
        rows = connection.execute("SELECT quote, title, text FROM annotations JOIN documents JOIN texts")
        assert rows.fetchall() == [("修", "修渠", "修渠")]
    connection.close()
    backups = list(tmp_path.glob("*.backup"))
    assert [file.name for file in backups] == ([f"library.sqlite.version-{older}.backup"] if older else [])
    for file in backups:
        kept = connect(file)
        assert kept.execute("PRAGMA user_version").fetchone() == (older,)
        assert kept.execute("SELECT quote FROM annotations").fetchall() == [("修",)]
        kept.close()
    assert not list(tmp_path.glob("*.part"))


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    make(path, STEPS)
    connection = connect(path)
    with pytest.raises(sqlite3.OperationalError):
        upgrade(connection, fill, (*LATER, ("DROP TABLE annotations", "no such statement")))
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert connection.execute("SELECT quote FROM annotations").fetchall() == [("修",)]
    assert venue(connection) == "venue"
    connection.close()


def test_a_step_that_breaks_a_reference_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    make(path, STEPS)
    connection = connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        upgrade(connection, fill, (*STEPS, ("DELETE FROM documents",)))
    assert connection.execute("SELECT title FROM documents").fetchall() == [("修渠",)]
    connection.close()


def test_a_library_that_cannot_be_copied_first_is_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite"
    make(path, STEPS)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrations.os, "fsync", full)
    connection = connect(path)
    with pytest.raises(Problem) as problem:
        upgrade(connection, fill, LATER)
    assert problem.value.key == "write.full"
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    connection.close()
    assert not list(tmp_path.glob("*.backup"))


def test_a_library_from_a_newer_version_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    make(path, LATER)
    before = path.read_bytes()
    with pytest.raises(Problem) as problem:
        Library(path)
    assert problem.value.key == "library.newer"
    assert path.read_bytes() == before


def test_an_up_to_date_library_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.add(Document("d", "", "", "", "", "修渠", ()))
        library.apply(Change({"a": Annotation("a", "d", Span(0, 1), "修")}))
    with Library(path) as library:
        assert list(library.annotations("d")) == ["a"]
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite"]


def test_sqlite_utils_works_on_the_same_connection(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        library.add(Document("d", "修渠", "", "", "", "修渠", ()))
        (row,) = library.db["documents"].rows
        assert row["title"] == "修渠"
        assert library.db.conn is library.db.conn


def test_a_library_is_up_to_date_when_it_has_had_every_step() -> None:
    assert len(STEPS) == SCHEMA
