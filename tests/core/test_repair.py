"""A damaged library: what can be read is saved, what was hit is counted, and the damaged file is kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.library import Library
from core.library.contents import survey
from core.model import Annotation, Change, Correction, Document, Span
from core.pages import Pages
from core.problem import Problem
from core.readers import build
from core.repair import repair
from core.text import digest

TEXT = "关于修渠的讲话\n同志们：今年的任务很重，办法也要跟上。\n一、把渠修好\n" + "先修主渠，再修支渠。" * 900
PAGE = 4096
NOW = "2026-01-05T08:00:00Z"


def marks(document: Document, count: int, tags: tuple[str, ...] = ()) -> dict[str, Annotation]:
    """Marks with none to all of some tags, one in fifty with a note that is longer than a page."""
    made = {}
    for number in range(count):
        span = Span(number, number + 9)
        note = f"第{number}条" + "很长的笔记。" * (900 if number % 50 == 7 else 0)
        id, quote = f"m{number:04}", document.text[span.start : span.stop]
        made[id] = Annotation(id, document.digest, span, quote, tags=tags[: number % 3], note=note)
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a speech with 400 marks, of which 40 were deleted, and two hundred small changes."""
    path = tmp_path_factory.mktemp("whole") / "library.sqlite"
    document = build(TEXT)
    with Library(path) as library:
        library.add(document)
        made = marks(document, 400, tuple(library.tags()))
        for number in range(0, 400, 20):
            library.apply(Change(dict(list(made.items())[number : number + 20])), "Mark")
        library.apply(Change(dict.fromkeys(list(made)[::10])), "Delete")
        heading = Correction("c", document.digest, Span(8, 12), 1, TEXT[8:12])
        library.apply(Change(corrections={"c": heading}), "Heading")
    return path


def state(path: Path) -> tuple[object, ...]:
    with Library(path) as library:
        rows = [(row.digest, row.title, row.chars, row.marks) for row in library.documents()]
        name = rows[0][0]
        steps = [(step.words, step.undone) for step in library.steps()]
        return rows, library.tags(), library.annotations(name), library.corrections(name), steps, library.bin()


def damaged(whole: Path, folder: Path, hurt: Callable[[bytearray], None]) -> Path:
    path = folder / "library.sqlite"
    data = bytearray(whole.read_bytes())
    hurt(data)
    path.write_bytes(data)
    return path


def ok(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_sound_library_comes_out_of_repair_as_it_was(whole: Path, tmp_path: Path) -> None:
    path = damaged(whole, tmp_path, lambda data: None)
    done = repair(path, NOW)
    assert (done.speeches, done.marks, done.lost) == (1, 360, 0)
    assert state(path) == state(whole)
    assert ok(path)
    assert done.kept == tmp_path / "library.damaged-2026-01-05.sqlite"
    assert done.kept.read_bytes() == whole.read_bytes()
    assert {file.name for file in tmp_path.iterdir()} == {path.name, done.kept.name}


def test_what_only_the_log_holds_is_saved_too(tmp_path: Path) -> None:
    path, copy = tmp_path / "library.sqlite", tmp_path / "copy.sqlite"
    document = build(TEXT)
    with Library(path) as library:
        library.add(document)
        library.apply(Change(marks(document, 30)))
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    repair(copy, NOW)
    assert state(copy)[2] == state(path)[2]


def places(count: int) -> list[float]:
    return [number / count for number in range(count)]


@pytest.mark.parametrize("share", places(24))
@pytest.mark.parametrize("kind", ["zeros", "noise"])
def test_one_page_that_is_lost_costs_its_own_rows_only(whole: Path, tmp_path: Path, share: float, kind: str) -> None:
    noise = random.Random(f"{share}{kind}")

    def hurt(data: bytearray) -> None:
        start = int(len(data) // PAGE * share) * PAGE
        data[start : start + PAGE] = bytes(PAGE) if kind == "zeros" else noise.randbytes(PAGE)

    path = damaged(whole, tmp_path, hurt)
    before = path.read_bytes()
    done = repair(path, NOW)
    assert ok(path)
    assert done.kept.read_bytes() == before
    had, has = survey(whole), survey(path)
    assert has.speeches == had.speeches
    assert set(has.marks) <= set(had.marks)
    assert len(had.marks) - len(has.marks) <= 2, "what a page held stands in the history too"


def test_a_fifth_of_all_pages_gone_leaves_most_of_the_rest(whole: Path, tmp_path: Path) -> None:
    chosen = random.Random(7)

    def hurt(data: bytearray) -> None:
        for start in range(0, len(data), PAGE):
            if chosen.random() < 0.2:
                data[start : start + PAGE] = chosen.randbytes(PAGE)

    path = damaged(whole, tmp_path, hurt)
    done = repair(path, NOW)
    assert ok(path)
    assert done.lost > 0
    assert done.marks > 250
    assert repair(path, NOW).kept.name == "library.damaged-2026-01-05-2.sqlite"


@pytest.mark.parametrize("keep", [0.5, 0.8, 0.99])
def test_a_file_that_was_cut_off_is_saved_up_to_its_end(whole: Path, tmp_path: Path, keep: float) -> None:
    path = damaged(whole, tmp_path, lambda data: data.__delitem__(slice(int(len(data) * keep), None)))
    done = repair(path, NOW)
    assert ok(path)
    assert done.marks > 360 * keep * 0.5


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_makes_the_repair_fail(whole: Path, tmp_path: Path, seed: int) -> None:
    chosen = random.Random(seed)

    def hurt(data: bytearray) -> None:
        for _ in range(4 ** (seed % 6)):
            data[chosen.randrange(len(data))] = chosen.randrange(256)

    path = damaged(whole, tmp_path, hurt)
    repair(path, NOW)
    assert ok(path)
    with Library(path) as library:
        for row in library.documents():
            assert library.annotations(row.digest)
            assert library.notebook(row.digest)
        library.bin()
        library.steps()


@pytest.mark.parametrize("data", [b"", b"x" * 9000, b"SQLite format 3\0" + bytes(9000)])
def test_what_holds_nothing_is_left_as_it_was(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(data)
    with pytest.raises(Problem) as problem:
        repair(path, NOW)
    assert problem.value.key == "repair.nothing"
    assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_marks_of_a_speech_that_is_lost_come_back_to_their_places_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    document = build(TEXT)
    with Library(path) as library:
        library.add(document)
        library.apply(Change(marks(document, 20)))
        library._execute("PRAGMA foreign_keys = OFF")
        library._execute("DELETE FROM documents")
        library._execute("DELETE FROM texts")
    repair(path, NOW)
    with Library(path) as library:
        assert all(mark.state == "orphan" for mark in library.annotations(document.digest).values())
        library.add(document)
        found = library.annotations(document.digest)
        assert [mark.span for mark in found.values()] == [mark.span for mark in marks(document, 20).values()]


def test_a_speech_whose_text_is_all_that_is_left_is_named_again(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.add(build(TEXT))
        library._execute("PRAGMA foreign_keys = OFF")
        library._execute("DELETE FROM documents")
    repair(path, NOW)
    with Library(path) as library:
        (row,) = library.documents()
        assert (row.digest, row.title, row.chars) == (digest(TEXT), "关于修渠的讲话", len(TEXT))


def test_rows_are_read_as_sqlite_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "any.sqlite"
    values = [0, 1, -1, 127, -129, 40_000, -9_000_000, 1 << 40, -(1 << 62), 2.5, "", "渠" * 9000, b"\0\xff", None]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a, b)")
        connection.executemany("INSERT INTO t VALUES (?, 'b')", [(value,) for value in values])
        connection.commit()
    assert [row.values[0] for row in Pages(path).rows() if row.values[1] == "b"] == values
