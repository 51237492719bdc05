"""One damaged record never hides the rest; times never go back; a library that is not there is not written."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.changes import rebased
from core.library import Library
from core.model import Annotation, Change, Correction, Span
from core.problem import Problem
from core.readers import build

TEXT = "修渠的讲话\n同志们：\n一、先把渠修好\n" + "先修主渠，再修支渠。" * 20


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with a speech, five marks and a correction."""
    with Library(tmp_path / "library.sqlite") as library:
        document = build(TEXT)
        library.add(document)
        tag = next(iter(library.tags()))
        for number in range(5):
            id = f"m{number}"
            mark = Annotation(id, document.digest, Span(number, number + 5), TEXT[number : number + 5], tags=(tag,))
            library.apply(Change({id: mark}), "Mark")
        library.apply(Change(corrections={"c": Correction("c", document.digest, Span(11, 14), 1, TEXT[11:14])}))
        yield library


def rebuild(library: Library, table: str) -> None:
    """The table as one in which anything may stand."""
    columns = [row[1] for row in library._execute(f"PRAGMA table_info({table})")]
    library._execute("PRAGMA foreign_keys = OFF")
    library._execute("PRAGMA legacy_alter_table = ON")
    library._execute(f"CREATE TABLE loose ({', '.join(columns)})")
    library._execute(f"INSERT INTO loose SELECT * FROM {table}")
    library._execute(f"DROP TABLE {table}")
    library._execute(f"ALTER TABLE loose RENAME TO {table}")


@pytest.mark.parametrize(
    ("table", "harm", "orphan"),
    [
        ("annotations", "quote = NULL", False),
        ("annotations", "note = NULL, creator = NULL, modified = NULL", False),
        ("annotations", "stars = 'many'", False),
        ("annotations", "note = CAST(x'ff80c3' AS TEXT)", False),
        ("annotations", "start = 5000, stop = 5010", True),
        ("annotations", "start = 7, stop = 3", True),
        ("annotations", "start = -1", True),
        ("annotations", "start = 'x'", True),
        ("annotations", "stop = NULL", True),
    ],
)
def test_a_damaged_mark_is_mended_or_an_orphan_and_the_rest_is_there(
    library: Library, table: str, harm: str, orphan: bool
) -> None:
    rebuild(library, table)
    library._execute(f"UPDATE {table} SET {harm} WHERE id = 'm2'")
    (row,) = library.documents()
    marks = library.annotations(row.digest)
    assert set(marks) == {"m0", "m1", "m2", "m3", "m4"}
    assert (marks["m2"].span is None, marks["m2"].state == "orphan") == (orphan, orphan)
    assert library.faulty == (set() if "CAST" in harm else {"m2"})
    assert all(isinstance(value, str) for value in (marks["m2"].quote, marks["m2"].note, marks["m2"].modified))
    notebook = library.notebook(row.digest)
    assert notebook
    assert len(notebook.annotations) == 5


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE documents SET title = NULL, opened = NULL, position = 'x'",
        "UPDATE documents SET chars = NULL",
        "UPDATE tags SET name = NULL, colour = 7",
        "UPDATE annotation_tags SET tag = 'nobody' WHERE annotation = 'm2'",
        "UPDATE texts SET text = '别的文字'",
        "UPDATE texts SET text = NULL",
        "DELETE FROM texts",
        "UPDATE outlines SET record = '{['",
        "UPDATE outlines SET record = '[[1]]'",
        "UPDATE corrections SET start = 9000, stop = 9001",
        "UPDATE history SET after = '{', before = 'x' WHERE item = 'm2'",
        "DELETE FROM history WHERE item = 'm2'",
        "UPDATE changes SET time = NULL, words = 7",
    ],
)
def test_whatever_record_is_damaged_everything_can_still_be_read_and_marked(library: Library, harm: str) -> None:
    rebuild(library, harm.split()[2 if harm.startswith("DELETE") else 1])
    library._execute(harm)
    (row,) = library.documents()
    marks = library.annotations(row.digest)
    assert len(marks) == 5
    notebook = library.notebook(row.digest)
    assert notebook
    assert len(notebook.annotations) == 5
    library.recall(row.digest)
    library.corrections(row.digest)
    library.bin()
    for id, mark in marks.items():
        library.history(id)
        library.apply(Change({id: mark}), "again")


def test_an_undo_whose_record_is_damaged_is_refused_and_others_are_not(library: Library) -> None:
    steps = library.steps()
    library._execute("UPDATE history SET before = 'x{' WHERE item = 'm2'")
    with pytest.raises(Problem) as problem:
        library.turn(steps[2].number, back=True)
    assert problem.value.key == "library.record"
    assert set(library.turn(steps[3].number, back=True).annotations) == {"m3"}


def test_a_text_that_is_not_what_its_digest_says_is_put_right_when_the_speech_is_opened(library: Library) -> None:
    library._execute("UPDATE texts SET text = '坏'")
    document = build(TEXT)
    notebook = library.notebook(document.digest)
    assert notebook
    assert notebook.annotations[-1].state == "orphan"
    assert library.faulty == {document.digest}
    library.add(document)
    notebook = library.notebook(document.digest)
    assert notebook
    assert [mark.state for mark in notebook.annotations] == ["anchored"] * 5


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        (["2026-01-05T08:00:00Z", "2026-01-05T07:00:00Z"], "2026-01-05T08:00:00Z"),
        (["2026-01-05T08:00:00Z", "2026-01-04T08:00:00Z"], "2026-01-05T08:00:00Z"),
        (["2026-01-05T08:00:00Z", "2026-01-05T08:00:01Z"], "2026-01-05T08:00:01Z"),
        (["2099-01-05T08:00:00Z", "2026-01-05T08:00:00Z"], "2026-01-05T08:00:00Z"),
    ],
    ids=["an hour back", "a day back", "going on", "a clock that was years ahead"],
)
def test_times_never_go_back_unless_the_clock_was_plainly_wrong(tmp_path: Path, clock: list[str], told: str) -> None:
    time = clock[0]
    document = build(TEXT)
    with Library(tmp_path / "library.sqlite", clock=lambda: time) as library:
        library.add(document)
        library.apply(Change({"a": Annotation("a", document.digest, Span(0, 2), TEXT[:2])}), "first")
    time = clock[1]
    with Library(tmp_path / "library.sqlite", clock=lambda: time) as library:
        library.apply(Change({"b": Annotation("b", document.digest, Span(0, 2), TEXT[:2])}), "second")
        assert library.annotations(document.digest)["b"].created == told
        assert [step.words for step in library.steps()] == ["first", "second"]
        library.apply(Change({"b": None}), "third")
        assert [state.words for state in library.history("b")] == ["second", "third"]


def test_a_library_that_was_moved_away_is_not_written_and_goes_on_when_it_is_back(library: Library) -> None:
    document = build(TEXT)
    change = Change({"x": Annotation("x", document.digest, Span(0, 2), TEXT[:2])})
    away = library.path.rename(library.path.with_name("elsewhere"))
    assert library.away
    with pytest.raises(Problem) as problem:
        library.apply(change)
    assert problem.value.key == "library.away"
    assert not library.path.exists()
    away.rename(library.path)
    library.apply(change)
    assert "x" in library.annotations(document.digest)


def test_what_two_do_to_one_mark_at_once_both_holds() -> None:
    before = Annotation("a", "d", Span(0, 2), "修渠", note="", stars=0)
    mine = Annotation("a", "d", Span(0, 2), "修渠", note="我的", stars=0, modified="2")
    theirs = Annotation("a", "d", Span(0, 2), "修渠", note="", stars=3, modified="1")
    made = rebased(mine, before, theirs)
    assert made
    assert (made.note, made.stars, made.modified) == ("我的", 3, "2")
    assert rebased(mine, before, None) == mine
    assert rebased(None, before, theirs) is None
    assert rebased(mine, None, theirs) == mine


@pytest.mark.skipif(os.name == "nt", reason="limits need POSIX")
def test_a_disk_that_is_full_says_so_keeps_everything_and_goes_on_with_room(library: Library) -> None:
    import resource

    document = build(TEXT)
    long = Annotation("long", document.digest, Span(0, 2), TEXT[:2], note="渠" * 400_000)
    wal = library.path.with_name(f"{library.path.name}-wal").stat().st_size
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal + 8192, hard))
    try:
        with pytest.raises(Problem) as problem:
            library.apply(Change({"long": long}))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert problem.value.key in ("library.full", "library.unreachable")
    assert set(library.annotations(document.digest)) == {"m0", "m1", "m2", "m3", "m4"}
    library.apply(Change({"long": long}))
    assert len(library.annotations(document.digest)) == 6
