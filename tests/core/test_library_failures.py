"""A library that cannot be opened or written gets one sentence, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core import opening
from core.library import Library
from core.model import Annotation, Change, Document, Span
from core.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
SPEECH = Document("d", "修渠", "", "", "", "先把渠修好。", ())
MARK = Annotation("a", "d", Span(0, 5), "先把渠修好")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one speech and one mark."""
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.add(SPEECH)
        library.apply(Change({"a": MARK}))
    return path


@contextmanager
def problem(key: str, path: Path) -> Iterator[None]:
    with pytest.raises(Problem) as raised:
        yield
    assert raised.value.key == key
    for language in ("zh", "en"):
        assert str(path) in raised.value.say(language)


def other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE moz_places (id INTEGER)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda path: path.mkdir(), "library.folder"),
        (lambda path: path.write_text("同志们：\n" * 900, encoding="utf-8"), "library.not_database"),
        (lambda path: path.write_bytes(b"SQL"), "library.not_database"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096), "library.not_database"),
        (other_program, "library.foreign"),
    ],
)
def test_what_is_no_library_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], object], key: str
) -> None:
    path = tmp_path / "库.sqlite"
    make(path)
    before = path.is_file() and path.read_bytes()
    with problem(key, path):
        Library(path)
    assert (path.is_file() and path.read_bytes()) == before
    assert [file.name for file in tmp_path.iterdir()] == ["库.sqlite"]


@pytest.mark.skipif(os.name == "nt", reason="pipes need POSIX")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with problem("library.not_database", path):
        Library(path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "library.sqlite"
    with problem("library.cannot_open", path):
        Library(path)


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    with Library(path) as library:
        assert len(library.tags()) == 9


def test_a_damaged_library_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with problem("library.damaged", path), Library(path) as library:
        library.annotations("d")


def test_a_library_without_permission_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0)
    if os.access(path, os.R_OK):  # nothing is closed to root: let the system say so
        access = os.access
        monkeypatch.setattr(opening.os, "access", lambda place, mode: Path(place) != path and access(place, mode))
    with problem("library.no_permission", path):
        Library(path)


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_read_only_library_can_be_read_and_says_that_it_cannot_be_written(
    path: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = path if closed == "file" else path.parent
    mode = target.stat().st_mode
    target.chmod(mode & ~0o222)
    if os.access(target, os.W_OK):  # nothing is closed to root: let the system say so
        access = os.access
        monkeypatch.setattr(
            opening.os, "access", lambda place, mode: access(place, mode) and (Path(place) != target or mode != os.W_OK)
        )
    before = path.read_bytes()
    with Library(path) as library:
        assert library.read_only
        assert list(library.annotations("d")) == ["a"]
        assert len(library.tags()) == 9
        for write in (lambda: library.apply(Change({"a": None})), lambda: library.add(SPEECH)):
            with problem("library.read_only", path):
                write()
        library.set_position("d", 3)
        assert library.position("d") == 0
        assert list(library.annotations("d")) == ["a"]
    target.chmod(mode)
    assert path.read_bytes() == before


def test_a_file_that_became_read_only_says_so(path: Path) -> None:
    with Library(path) as library:
        library._connection.execute("PRAGMA query_only = ON")
        with problem("library.read_only", path):
            library.apply(Change({"a": None}))
        library._connection.execute("PRAGMA query_only = OFF")
        library.apply(Change({"a": None}))
        assert library.annotations("d") == {}


def test_a_full_disk_says_so_and_changes_nothing(path: Path) -> None:
    with Library(path) as library:
        (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        long = {f"m{i}": Annotation(f"m{i}", "d", Span(0, 1), "先", note="渠" * 2000) for i in range(40)}
        with problem("library.full", path):
            library.apply(Change({"a": None, **long}))
        assert list(library.annotations("d")) == ["a"]
        library._connection.execute("PRAGMA max_page_count = 1000000")
        library.apply(Change(long))
        assert len(library.annotations("d")) == 41


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
if sys.argv[2] == "everything":
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, what: str) -> Iterator[None]:
    """Another process that holds the library until the block ends."""
    command = [sys.executable, "-c", HOLD, str(path), what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def test_a_library_that_another_process_holds_is_refused(path: Path) -> None:
    with held(path, "everything"), problem("library.locked", path):
        Library(path, patience=0.1)
    with Library(path) as library:
        assert list(library.annotations("d")) == ["a"]


def test_a_library_that_another_process_writes_can_be_read(path: Path) -> None:
    with Library(path, patience=0.1) as library, held(path, "writing"):
        assert list(library.annotations("d")) == ["a"]
        library.set_position("d", 3)
        assert library.position("d") == 0
        with problem("library.locked", path):
            library.apply(Change({"a": None}))
        assert list(library.annotations("d")) == ["a"]


WRITE = """
import sys
from core.library import Library
from core.model import Annotation, Change, Span
library = Library(sys.argv[1])
for number in range(100000):
    id = f"m{number}"
    library.apply(Change({id: Annotation(id, "d", Span(0, 5), "先把渠修好", note="渠" * 500)}))
    print(id, flush=True)
"""


@pytest.mark.parametrize("after", [1, 40])
def test_a_killed_process_loses_nothing_that_was_applied(path: Path, after: int) -> None:
    command = [sys.executable, "-c", WRITE, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        seen = [process.stdout.readline().strip() for _ in range(after)]
        process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        seen += process.stdout.read().split()
    with Library(path) as library:
        assert set(seen) <= set(library.annotations("d"))
        assert library._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_opening_and_marking_need_no_slow_import(path: Path) -> None:
    program = """
import sys
from core.library import Library
from core.model import Annotation, Change, Span
with Library(sys.argv[1]) as library:
    assert library.annotations("d") and library.tags() and library.recall("d")
    library.apply(Change({"b": Annotation("b", "d", Span(0, 1), "先")}))
with Library(sys.argv[1] + ".new"):
    pass
print([name for name in ("sqlite_utils", "platformdirs", "jieba", "PySide6") if name in sys.modules])
"""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


def test_opening_a_second_connection_drops_no_lock_of_the_first(path: Path) -> None:
    """POSIX drops a process's locks on a file as soon as it closes any handle of it."""
    with Library(path) as first:
        first._execute("BEGIN IMMEDIATE")
        with Library(path) as second:
            assert second.annotations("d")
        writer = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        done = subprocess.run([sys.executable, "-c", writer, str(path)], capture_output=True, text=True, check=False)
        assert "database is locked" in done.stderr
        first._execute("ROLLBACK")


@pytest.mark.parametrize("size", [1, 511])
def test_a_file_too_small_for_a_database_is_never_taken_for_an_empty_one(path: Path, size: int) -> None:
    path.write_bytes(b"x" * size)
    with problem("library.not_database", path):
        Library(path)
    assert path.read_bytes() == b"x" * size
