"""Copies of a library: when they are made, which are kept, and what putting one back does."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core import migrations
from core.backups import back_up, contents, daily, keep, listed, put_back, put_in_place
from core.library import Library
from core.model import Annotation, Change, Document, Span
from core.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
SPEECH = Document("d", "修渠", "", "", "", "先把渠修好。", ())
DAY = timedelta(days=1)
START = datetime(2026, 1, 5, 8)


def mark(id: str, note: str = "") -> Annotation:
    return Annotation(id, "d", Span(0, 5), "先把渠修好", note=note)


def stamp(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with one speech and one mark."""
    with Library(tmp_path / "library.sqlite", patience=0.2) as library:
        library.add(SPEECH)
        library.apply(Change({"a": mark("a")}), "Mark")
        yield library


def test_a_copy_is_made_once_a_day(library: Library) -> None:
    hours = [0, 3, 23, 25, 30, 50]
    made = [daily(library.path, stamp(START + timedelta(hours=hour))) for hour in hours]
    assert [path is not None for path in made] == [True, False, False, True, False, True]
    assert [copy.path for copy in listed(library.path)] == [path for path in reversed(made) if path]
    assert listed(library.path)[0].path.name == "library.20260107-100000.sqlite"


def test_a_clock_set_back_does_not_keep_the_day_s_copy_from_being_made(library: Library) -> None:
    assert daily(library.path, stamp(START + 400 * DAY))
    assert daily(library.path, stamp(START))
    assert daily(library.path, stamp(START)) is None


@pytest.mark.parametrize(
    ("ages", "kept"),
    [
        (range(7), range(7)),
        (range(40), [*range(7), 7, 14, 21, 35]),
        ([0, 0.01, 0.02, 0.9, 3], [0, 0.01, 0.02, 0.9, 3]),
        ([1 + n / 100 for n in range(20)], [1 + n / 100 for n in range(10)]),
        ([30 * n for n in range(20)], [30 * n for n in range(12)]),
        ([], []),
    ],
    ids=["a week", "forty days", "one day's", "too many of one day", "months", "none"],
)
def test_which_copies_are_kept(ages: list[float], kept: list[float]) -> None:
    times = {START.replace(day=4) - DAY * age: age for age in ages}  # a Sunday
    assert sorted(times[time] for time in keep(times)) == pytest.approx(sorted(kept))


def test_no_day_of_three_years_loses_its_newest_copy_and_the_number_stays_small() -> None:
    times: set[datetime] = set()
    for number in range(1000):
        times = keep({*times, START + DAY * number})
        assert START + DAY * number in times
    assert 7 + 3 + 10 <= len(times) <= 7 + 4 + 12


def test_a_copy_can_be_read_by_itself_and_leaves_nothing_beside_it(library: Library) -> None:
    copy = back_up(library.path, stamp(START))
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    with Library(copy) as again:
        assert list(again.annotations("d")) == ["a"]
    assert contents(copy, library.path) == (1, 1, 0, 0, 0)


def test_what_a_copy_would_cost_and_bring_is_told(library: Library) -> None:
    library.apply(Change({"b": mark("b"), "gone": mark("gone")}))
    copy = back_up(library.path, stamp(START))
    library.add(Document("e", "", "", "", "", "修路。", ()))
    library.apply(Change({"a": mark("a", "改过"), "gone": None, "c": mark("c"), "d": mark("d")}))
    assert contents(copy, library.path) == (1, 3, 3, 1, 1)


def test_two_copies_of_one_second_are_two(library: Library) -> None:
    names = [back_up(library.path, stamp(START), "hand").name for _ in range(2)]
    assert names == ["library.20260105-080000-hand.sqlite", "library.20260105-080001-hand.sqlite"]


def test_a_damaged_library_takes_the_place_of_no_sound_copy(library: Library) -> None:
    back_up(library.path, stamp(START))
    library.close()
    data = bytearray(library.path.read_bytes())
    data[8 * 4096 : 12 * 4096] = b"\xff" * (4 * 4096)
    library.path.write_bytes(data)
    with pytest.raises(Problem) as problem:
        daily(library.path, stamp(START + 2 * DAY))
    assert problem.value.key == "library.damaged"
    assert [file.name for file in listed(library.path)[0].path.parent.iterdir()] == ["library.20260105-080000.sqlite"]


def test_a_copy_that_cannot_be_written_is_said_and_leaves_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrations.os, "fsync", full)
    with pytest.raises(Problem) as problem:
        back_up(library.path, stamp(START))
    assert problem.value.key == "write.full"
    assert list((library.path.parent / "backups").iterdir()) == []


def test_putting_back_keeps_what_was_and_shows_others_another_library(library: Library) -> None:
    copy = back_up(library.path, stamp(START))
    library.apply(Change({"b": mark("b")}))
    with Library(library.path) as other:
        assert other.stirred() == ""
        kept = put_back(library, copy)
        assert list(library.annotations("d")) == ["a"]
        assert other.stirred() == "all"
        assert list(other.annotations("d")) == ["a"]
        library.apply(Change({"z": mark("z")}))
        assert other.stirred() == "changes"
        assert list(other.news().annotations) == ["z"]
    assert contents(kept, library.path) == (1, 2, 1, 1, 0)
    with Library(kept) as was:
        assert set(was.annotations("d")) == {"a", "b"}


def test_a_library_that_is_being_written_is_not_waited_for_without_end(library: Library) -> None:
    copy = back_up(library.path, stamp(START))
    with Library(library.path) as other, other._writing(), pytest.raises(Problem) as problem:
        library.restore(copy)
    assert problem.value.key == "library.locked"
    library.restore(copy)


def test_a_copy_that_is_damaged_or_another_s_is_refused(library: Library, tmp_path: Path) -> None:
    copy = back_up(library.path, stamp(START))
    data = bytearray(copy.read_bytes())
    data[8 * 4096 : 12 * 4096] = b"\xff" * (4 * 4096)
    copy.write_bytes(data)
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    none = tmp_path / "none.sqlite"
    for path, key in ((copy, "library.damaged"), (foreign, "library.foreign"), (none, "library.cannot_open")):
        with pytest.raises(Problem) as problem:
            library.restore(path)
        assert problem.value.key == key
    assert list(library.annotations("d")) == ["a"]


def test_a_library_beyond_opening_is_kept_and_replaced(library: Library) -> None:
    copy = back_up(library.path, stamp(START))
    library.close()
    library.path.write_bytes(b"\xff" * 9000)
    kept = put_in_place(library.path, copy, stamp(START))
    assert kept
    assert kept.read_bytes() == b"\xff" * 9000
    with Library(library.path) as again:
        assert list(again.annotations("d")) == ["a"]


def test_emptying_the_bin_makes_a_copy_first(library: Library) -> None:
    library.apply(Change({"a": None}), "Delete")
    library.empty_bin()
    assert library.bin() == []
    (copy,) = listed(library.path)
    assert copy.reason == "bin"
    with Library(copy.path) as was:
        assert [mark.id for mark in was.bin()] == ["a"]


def piyue(library: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gui", *words, "--library", str(library), "--language", "en"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_line_copies_lists_restores_and_repairs(library: Library) -> None:
    path = library.path
    assert "no backup" in piyue(path, "restore").stderr
    name = Path(piyue(path, "backup").stdout.strip()).name
    library.apply(Change({"b": mark("b")}))
    listing = piyue(path, "restore").stdout
    assert listing.startswith(f"{name}\t")
    assert listing.endswith("1 speeches, 1 marks\n")
    assert "was restored" in piyue(path, "restore", name).stdout
    assert list(library.annotations("d")) == ["a"]
    assert piyue(path, "restore", "nothing").returncode == 1
    library.close()
    path.write_bytes(path.read_bytes()[:-8192])
    done = piyue(path, "repair")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 speeches and 1 marks" in done.stdout
    path.write_bytes(b"\xff" * 9000)
    assert piyue(path, "repair").returncode == 1
    assert "was restored" in piyue(path, "restore", name).stdout
    assert [row["id"] for row in json.loads(piyue(path, "annotations", "--json").stdout)] == ["a"]
    none = path.with_name("none.sqlite")
    assert piyue(none, "backup").returncode == 1
    assert not none.exists()
