"""Several windows and the command line on one library: each sees what the others do, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.library import Library
from core.model import Annotation, Change, Span, Tag
from core.readers import build
from gui.refreshing import EVERY
from tests.conftest import ROOT
from tests.gui.conftest import Opening
from tests.gui.desk import LONG, Desk, speech_file
from tests.gui.own_speech import TEXT

NOW = "2026-01-05T08:00:00Z"
SECOND = 1000 + EVERY
WRITES = int(os.environ.get("PIYUE_WRITES", "300"))
"""Writes of all three writers together; the long form has 10,000."""


@pytest.fixture
def two(opening: Opening, tmp_path: Path) -> tuple[Desk, Desk]:
    """Two windows on one speech in one library."""
    file = speech_file(tmp_path)
    return opening(file), opening(file)


def at(desk: Desk) -> Desk:
    """Go to a window: keys reach the one in front."""
    desk.show()
    return desk


def both_show(first: Desk, second: Desk) -> None:
    """Wait until two windows show the same."""
    first.qtbot.waitUntil(lambda: shown(first) == shown(second), timeout=SECOND)


def shown(desk: Desk) -> tuple[object, ...]:
    speech = desk.session.current
    assert speech is not None
    return dict(speech.marks), dict(desk.session.tags), dict(speech.corrections), len(desk.quotes)


def test_each_window_shows_what_the_other_does_within_a_second(two: tuple[Desk, Desk]) -> None:
    first, second = two
    at(first).tag("谁来守")
    both_show(first, second)
    at(second).tag("一周一次通报", "2")
    both_show(first, second)
    at(first).press("3", on=first.pane)
    both_show(first, second)
    first.window.deeds.undo()
    both_show(first, second)
    first.window.deeds.redo()
    at(first).press(Qt.Key.Key_Delete, on=first.pane)
    both_show(first, second)
    assert len(first.marks) == 1


def test_a_tag_and_a_heading_made_elsewhere_are_shown(two: tuple[Desk, Desk]) -> None:
    first, second = two
    first.session.do(Change(tags={"t": Tag("t", "水利", "#aabbcc")}), "Tag")
    at(first).select("一段一个河长")
    at(first).press("H", on=first.pane)
    both_show(first, second)
    assert "t" in second.session.tags
    assert second.row("一段一个河长").isValid()


def test_what_others_do_is_no_step_of_undo_here(two: tuple[Desk, Desk]) -> None:
    first, second = two
    at(second).tag("一周一次通报")
    steps = second.session.undo_stack.count()
    at(first).tag("谁来守")
    both_show(first, second)
    assert second.session.undo_stack.count() == steps
    second.window.deeds.undo()
    both_show(first, second)
    assert [mark.quote for mark in first.marks] == ["谁来守"]


def test_the_command_line_s_mark_is_shown(desk: Desk) -> None:
    words = ["annotate", str(desk.folder / "speech.txt"), "--quote", "谁来守", "--tag", "新标签"]
    subprocess.run([sys.executable, "-m", "gui", *words, "--library", str(desk.path)], cwd=ROOT, check=True)
    desk.qtbot.waitUntil(lambda: desk.quotes == ["谁来守"], timeout=SECOND)
    assert desk.tags_of(desk.mark) == ["新标签"]


def test_a_note_that_is_being_typed_wins_and_keeps_what_others_did(two: tuple[Desk, Desk]) -> None:
    first, second = two
    mark = at(first).tag("谁来守")
    both_show(first, second)
    at(first).press("N", on=first.pane)
    first.type("半句")
    theirs = second.session.find(mark.id)
    assert theirs is not None
    second.session.do(Change({mark.id: replace(theirs, note="别人的", stars=3)}), "Note")
    first.app.keeper._refreshing.look()
    assert first.window.note.editor.toPlainText() == "半句"
    first.type("写完")
    first.wait_until_saved()
    both_show(first, second)
    assert (first.mark.note, first.mark.stars) == ("半句写完", 3)


def test_a_note_that_is_being_typed_brings_its_mark_back(two: tuple[Desk, Desk]) -> None:
    first, second = two
    mark = at(first).tag("谁来守")
    both_show(first, second)
    at(first).press("N", on=first.pane)
    first.type("写到一半")
    second.session.do(Change({mark.id: None}), "Delete")
    first.app.keeper._refreshing.look()
    assert first.window.note.editor.toPlainText() == "写到一半"
    first.type("。")
    first.wait_until_saved()
    both_show(first, second)
    assert first.mark.note == "写到一半。"


def test_two_edits_of_one_mark_at_once_both_hold(two: tuple[Desk, Desk]) -> None:
    first, second = two
    mark = at(first).tag("谁来守")
    both_show(first, second)
    for desk in two:
        desk.session.pick(mark.id)
    at(first).press("2", on=first.pane)
    second.window.marking.note(mark.id, "记下")
    assert first.tags_of(first.mark) == ["金句", "数据"]
    assert first.mark.note == "记下"


def test_ten_thousand_marks_that_come_from_elsewhere_and_one_more(opening: Opening, tmp_path: Path) -> None:
    file = speech_file(tmp_path, text=TEXT * 60)
    desk = opening(file)
    document = build(TEXT * 60)
    made = {}
    for number in range(10_000):
        span = Span(number, number + 5)
        quote = document.text[span.start : span.stop]
        made[f"m{number}"] = Annotation(f"m{number}", document.digest, span, quote)
    with Library(desk.path) as other:
        other.apply(Change(made))
        many = looking(desk)
        desk.qtbot.waitUntil(lambda: len(desk.quotes) == 10_000, timeout=LONG)
        other.apply(Change({"m7": None}))
        one = looking(desk)
    assert len(desk.quotes) == 9_999
    none = min(looking(desk) for _ in range(10))
    assert one < many / 3
    assert none < one / 3


def looking(desk: Desk) -> float:
    """How long the window works when it looks whether others wrote, in seconds of the process."""
    started = time.process_time()
    desk.app.keeper._refreshing.look()
    return time.process_time() - started


WRITER = """
import sys
from core.library import Library
from core.model import Annotation, Change, Span
library, name, digest, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
with Library(library, patience=60) as library:
    for number in range(count):
        id = f"{name}{number}"
        library.apply(Change({id: Annotation(id, digest, Span(number % 90, number % 90 + 5), name)}), "Mark")
"""


def test_interleaved_writes_of_two_windows_and_a_process_are_all_kept(two: tuple[Desk, Desk]) -> None:
    first, second = two
    assert first.session.current is not None
    digest, share = first.session.current.digest, -(-WRITES // 3)
    command = [sys.executable, "-c", WRITER, str(first.path), "p", digest, str(share)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        for number in range(share):
            for name, desk in (("a", first), ("b", second)):
                span = Span(number % 90, number % 90 + 5)
                mark = Annotation(f"{name}{number}", digest, span, name, created=NOW, modified=NOW)
                while not desk.session.do(Change({mark.id: mark}), "Mark"):  # held for longer than a window waits
                    time.sleep(0.01)
            first.qtbot.wait(0)
        assert process.wait(600) == 0
    both_show(first, second)
    wanted = {f"{name}{number}" for name in "abp" for number in range(share)}
    assert {mark.id for mark in first.marks} == wanted
    assert set(first.session.speeches[digest].marks) == wanted


@pytest.fixture
def drive(opening: Opening, tmp_path: Path) -> Desk:
    """A window whose library lies in a folder that can go."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return opening(speech_file(tmp_path), library=folder / "library.sqlite")


def test_a_library_that_vanishes_is_said_and_comes_back_with_all_that_was_typed(drive: Desk) -> None:
    desk, folder = drive, drive.path.parent
    mark = desk.tag("谁来守")
    desk.press("N", on=desk.pane)
    away = folder.rename(folder.with_name("pulled out"))
    desk.type("没有丢")
    desk.qtbot.waitUntil(lambda: desk.status == "Not saved", timeout=SECOND)
    assert "is not where it was" in desk.message
    desk.session.pick(mark.id)
    assert desk.window.note.editor.toPlainText() == "没有丢"
    desk.pane.setFocus()
    desk.select("一周一次通报")
    desk.press("2", on=desk.pane)
    assert desk.quotes == ["谁来守"], "a mark that was not written is not shown"
    assert not folder.exists()
    away.rename(folder)
    desk.wait_until_saved()
    assert desk.message == ""
    assert desk.mark.note == "没有丢"
    desk.press("2", on=desk.pane)
    assert len(desk.marks) == 2


def test_a_copy_put_in_the_library_s_place_is_gone_on_with(drive: Desk) -> None:
    desk, folder = drive, drive.path.parent
    desk.tag("谁来守")
    with desk.library() as copy:
        kept = copy.path
    folder.rename(folder.with_name("old"))
    desk.qtbot.waitUntil(lambda: "is not where it was" in desk.message, timeout=SECOND)
    folder.mkdir()
    kept.rename(desk.path)
    desk.qtbot.waitUntil(lambda: desk.status == "Saved", timeout=SECOND)
    desk.tag("一周一次通报", "2")
    assert [mark.quote for mark in desk.marks] == ["一周一次通报", "谁来守"]
    desk.window.deeds.undo()
    assert [mark.quote for mark in desk.marks] == ["谁来守"]


def test_a_library_that_becomes_read_only_and_writable_again(desk: Desk) -> None:
    assert desk.session.library is not None
    mark = desk.tag("谁来守")
    desk.session.library._execute("PRAGMA query_only = ON")
    desk.press("N", on=desk.pane)
    desk.type("留着")
    desk.qtbot.waitUntil(lambda: desk.status == "Not saved", timeout=SECOND)
    assert "read-only" in desk.message
    assert desk.window.note.editor.toPlainText() == "留着"
    desk.session.library._execute("PRAGMA query_only = OFF")
    desk.session.noted.emit()
    assert desk.mark.note == "留着"
    assert desk.mark.id == mark.id


def test_a_library_that_another_holds_for_a_while_is_no_failure_of_looking(desk: Desk) -> None:
    with Library(desk.path) as other, other._writing():
        desk.qtbot.wait(2 * EVERY)
    assert desk.message == ""
