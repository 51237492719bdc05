"""A library that cannot be written for a while: one sentence, nothing lost, and on with it afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import core.library
from core import opening as connecting
from core.problem import Problem
from gui import app
from gui.panels import note
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import SECOND, find

LOCKED = "Another program is holding the library “{}”, so it was not opened or saved. "
LOCKED += "Try again shortly or close that program."
READ_ONLY = "The library “{}” is read-only, so nothing was saved. "
READ_ONLY += "Make the file and its folder writable or choose another library."

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
connection.rollback()
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the other program: it holds on until it is told to let go."""
    monkeypatch.setattr(app, "PATIENCE", 0.05)


@contextmanager
def held(path: Path, program: str = HOLD) -> Iterator[None]:
    """Another process that is writing to the library until the block ends."""
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """Every sentence about something that failed."""
    sentences: list[str] = []
    desk.session.failed.connect(sentences.append)
    return sentences


def note_of(desk: Desk) -> str:
    return desk.window.note.editor.toPlainText()


# -- locked by another process -----------------------------------------------------------------


def test_while_locked_a_mark_is_refused_in_one_sentence_and_made_afterwards(desk: Desk, said: list[str]) -> None:
    first = desk.tag("四十天")
    with held(desk.path):
        desk.select("谁来守")
        desk.press("2")
        assert said == [desk.message] == [LOCKED.format(desk.path)]
        assert desk.status == "Not saved"
        assert (desk.quotes, desk.selected) == (["四十天"], "谁来守")
        desk.click(find("四十天")[0] + 1)
        assert desk.session.mark_id == first.id
        desk.press(Qt.Key.Key_BracketLeft)
        assert desk.pane.caret.point == find("（二）时机")[0]
    assert [mark.id for mark in desk.marks] == [first.id]
    desk.select("谁来守")
    desk.press("2")
    assert desk.quotes == [mark.quote for mark in desk.marks] == ["四十天", "谁来守"]
    assert desk.status == "Saved"


def test_while_locked_undo_stays_possible(desk: Desk) -> None:
    desk.tag("四十天")
    desk.press(Qt.Key.Key_Delete)
    with held(desk.path):
        desk.press("z", held=CTRL)
        assert desk.message == LOCKED.format(desk.path)
        assert desk.quotes == []
    desk.press("z", held=CTRL)
    assert desk.quotes == [mark.quote for mark in desk.marks] == ["四十天"]
    with held(desk.path):
        desk.press("z", held=CTRL | SHIFT)
        assert desk.quotes == ["四十天"]
    desk.press("z", held=CTRL | SHIFT)
    assert desk.quotes == desk.marks == []


def test_a_note_typed_while_locked_is_kept_and_written_later(desk: Desk, said: list[str]) -> None:
    desk.tag("四十天")
    other = desk.tag("谁来守")
    desk.click(find("四十天")[0] + 1)
    desk.press("n")
    with held(desk.path):
        desk.type("锁着也要写")
        desk.press(Qt.Key.Key_Escape)
        assert said == [LOCKED.format(desk.path)]
        assert desk.status == "Not saved"
        desk.click(find("谁来守")[0] + 1)
        assert (desk.session.mark_id, note_of(desk)) == (other.id, "")
        desk.click(find("四十天")[0] + 1)
        assert note_of(desk) == "锁着也要写"
    desk.click(find("群众看得")[0])
    assert {mark.quote: mark.note for mark in desk.marks} == {"四十天": "锁着也要写", "谁来守": ""}
    assert desk.status == "Saved"


def test_a_note_typed_while_locked_is_written_without_another_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note, "AGAIN", 30)
    desk.tag("四十天")
    desk.press("n")
    with held(desk.path):
        desk.type("等着")
        desk.qtbot.waitUntil(lambda: desk.status == "Not saved")
    desk.wait_until_saved()
    assert desk.mark.note == "等着"


LEAVING = {
    "window": lambda desk: desk.window.close(),
    "speech": lambda desk: desk.action("file.close").trigger(),
    "tab": lambda desk: desk.window.top.tabs.tabCloseRequested.emit(0),
    "language": lambda desk: desk.window.language_wanted.emit("zh"),
}


@pytest.mark.parametrize("way", LEAVING)
def test_with_an_unsaved_note_nothing_is_closed_before_it_was_said(desk: Desk, way: str) -> None:
    desk.tag("四十天")
    desk.press("n")
    with held(desk.path):
        desk.type("还没存上")
        LEAVING[way](desk)
        assert desk.window is desk.app.window
        assert desk.window.isVisible()
        assert list(desk.session.speeches)
        assert (desk.message, desk.status) == (LOCKED.format(desk.path), "Not saved")
    LEAVING[way](desk)
    with desk.library() as library:
        (speech,) = library.documents()
        assert [mark.note for mark in library.annotations(speech.digest).values()] == ["还没存上"]


def test_what_was_typed_since_is_asked_for_anew(desk: Desk) -> None:
    desk.tag("四十天")
    desk.press("n")
    with held(desk.path):
        for words in ("先写", "又写"):
            desk.type(words)
            desk.window.close()
            assert desk.window.isVisible()


def test_a_window_that_cannot_save_a_note_can_be_closed_all_the_same(desk: Desk) -> None:
    desk.tag("四十天")
    desk.press("n")
    with held(desk.path):
        desk.type("还没存上")
        desk.window.close()
        desk.window.close()
        assert not desk.window.isVisible()
    with desk.library() as library:
        (speech,) = library.documents()
        assert [mark.note for mark in library.annotations(speech.digest).values()] == [""]


def test_a_speech_opened_while_locked_can_be_read_and_marked_later(desk: Desk, said: list[str]) -> None:
    with held(desk.path):
        desk.app.opener.open(speech_file(desk.folder, "second.txt", SECOND))
        assert said == [desk.message] == [LOCKED.format(desk.path)]
        assert desk.text == SECOND
        desk.select_here("把路修好")
        desk.press("1")
        assert desk.quotes == []
    desk.press("1")
    assert (desk.mark.quote, desk.quotes) == ("把路修好", ["把路修好"])


def test_a_speech_known_to_a_locked_library_shows_its_marks(opening: Opening, tmp_path: Path) -> None:
    first = opening(speech_file(tmp_path))
    first.tag("谁来守")
    first.close()
    with held(first.path):
        desk = opening(tmp_path / "speech.txt")
        assert desk.quotes == ["谁来守"]
        assert desk.message == LOCKED.format(desk.path)
        desk.close()


def test_two_windows_on_one_library_both_write(desk: Desk, opening: Opening) -> None:
    other = opening(speech_file(desk.folder, "second.txt", SECOND))
    for each, words in ((desk, "谁来守"), (other, "把路修好"), (desk, "四十天")):
        each.show()
        each.select_here(words)
        each.press("2")
    assert (desk.message, other.message) == ("", "")
    with desk.library() as library:
        assert [row.marks for row in library.documents()] == [1, 2]


HOLD_ALL = HOLD.replace(
    "connection.execute", 'connection.execute("PRAGMA locking_mode = EXCLUSIVE")\nconnection.execute'
)


def test_a_library_wholly_locked_at_the_start_is_used_once_it_is_free(opening: Opening, tmp_path: Path) -> None:
    first = opening(speech_file(tmp_path))
    first.tag("谁来守", "4")
    first.close()
    with held(first.path, HOLD_ALL):
        desk = opening(tmp_path / "speech.txt")
        assert (desk.message, desk.status) == (LOCKED.format(desk.path), "No library")
        desk.select("四十天")
        desk.press("2")
        assert desk.message.startswith("No library is open, so nothing was saved.")
        assert desk.quotes == []
    desk.select("四十天")
    desk.press("2")
    assert desk.quotes == [mark.quote for mark in desk.marks] == ["四十天", "谁来守"]
    assert desk.status == "Saved"


def test_a_library_that_turns_out_damaged_leaves_speeches_readable(
    desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(library: core.library.Library, *_: object) -> None:
        raise Problem("library.damaged", path=library.path)

    for name in ("recall", "annotations", "add"):
        monkeypatch.setattr(core.library.Library, name, fail)
    desk.app.opener.open(speech_file(desk.folder, "second.txt", SECOND))
    assert desk.text == SECOND
    assert said == [desk.message]
    assert desk.message.startswith(f"The library “{desk.path}” is damaged")


# -- read only ---------------------------------------------------------------------------------


@pytest.fixture
def read_only(opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window on a library with one mark that may be read and not written."""
    first = opening(speech_file(tmp_path))
    first.tag("四十天", "2")
    first.close()
    path = first.path
    mode = path.stat().st_mode
    path.chmod(0o400)
    if connecting.os.access(path, connecting.os.W_OK):  # nothing is closed to root: let the system say so
        access = connecting.os.access
        refuse = lambda place, how: access(place, how) and (Path(place) != path or how != connecting.os.W_OK)  # noqa: E731
        monkeypatch.setattr(connecting.os, "access", refuse)
    before = path.read_bytes()
    desk = opening(tmp_path / "speech.txt")
    yield desk
    desk.close()
    path.chmod(mode)
    assert path.read_bytes() == before


def test_a_read_only_library_shows_its_marks_and_says_once_that_it_cannot_be_written(read_only: Desk) -> None:
    desk, said = read_only, list[str]()
    desk.session.failed.connect(said.append)
    assert (desk.quotes, desk.status, desk.message) == (["四十天"], "Read only", "")
    desk.select("谁来守")
    desk.press("1")
    assert said == [desk.message] == [READ_ONLY.format(desk.path)]
    assert desk.quotes == ["四十天"]
    desk.press("k", Qt.Key.Key_Delete)
    assert desk.quotes == ["四十天"]
    assert said == [READ_ONLY.format(desk.path)] * 2


def test_a_new_speech_can_be_read_beside_a_read_only_library(read_only: Desk) -> None:
    desk = read_only
    desk.app.opener.open(speech_file(desk.folder, "second.txt", SECOND))
    assert (desk.text, desk.quotes, desk.message) == (SECOND, [], "")
    desk.select_here("把路修好")
    desk.press("1")
    assert desk.message == READ_ONLY.format(desk.path)
