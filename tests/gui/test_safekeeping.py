"""Backups, restoring and repairing from the window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTreeWidget

from core.backups import back_up, listed
from core.library import Library
from gui import safekeeping
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless

ALT = Qt.KeyboardModifier.AltModifier
PAGE = 4096


def show_copies(desk: Desk) -> QDialog:
    """Press the key of the dialog, and wait until everything in it has been counted."""
    desk.show()
    desk.press(Qt.Key.Key_B, on=desk.pane, held=CTRL | ALT)
    dialog = desk.find(QDialog, "restoreDialog")
    desk.wait_until_read()
    return dialog


def rows(dialog: QDialog) -> list[list[str]]:
    view = dialog.findChild(QTreeWidget, "restoreList")
    assert view is not None
    items = [view.topLevelItem(number) for number in range(view.topLevelItemCount())]
    return [[item.text(column) for column in range(1, 5)] for item in items if item is not None]


def cost(dialog: QDialog) -> str:
    label = dialog.findChild(QLabel, "restoreCost")
    assert label is not None
    return label.text()


def hurt(path: Path, first: int, count: int) -> None:
    """Damage some pages of a library that nobody has open."""
    data = bytearray(path.read_bytes())
    data[first * PAGE : (first + count) * PAGE] = b"\xff" * (count * PAGE)
    path.write_bytes(data)


@OFFSCREEN
def test_a_copy_is_restored_while_its_speech_is_open(desk: Desk) -> None:
    desk.tag("谁来守")
    back_up(desk.path, "2026-01-05T08:00:00Z")
    desk.tag("一周一次通报", "2")
    dialog = show_copies(desk)
    assert [(row[0], *row[2:]) for row in rows(dialog)] == [("of the day", "1", "1")]
    assert cost(dialog) == "1 mark made or changed since would go."
    desk.press(Qt.Key.Key_Return, on=dialog.findChild(QTreeWidget, "restoreList"))
    desk.qtbot.waitUntil(lambda: desk.quotes == ["谁来守"], timeout=LONG)
    assert [mark.quote for mark in desk.marks] == ["谁来守"]
    assert "was restored" in desk.message
    assert [copy.reason for copy in listed(desk.path)] == ["restore", ""]
    desk.window.deeds.undo()
    assert desk.marks == []
    desk.window.deeds.redo()
    desk.show()
    desk.tag("一口一个对策")
    assert len(desk.marks) == 2


@OFFSCREEN
def test_what_was_before_restoring_can_be_restored(desk: Desk) -> None:
    desk.tag("谁来守")
    assert desk.session.library is not None
    back_up(desk.path, "2026-01-05T08:00:00Z", "bin")
    desk.press(Qt.Key.Key_Delete, on=desk.pane)
    dialog = show_copies(desk)
    assert cost(dialog) == "1 deleted mark would come back."
    desk.find(QPushButton, "restoreTake").click()
    desk.qtbot.waitUntil(lambda: len(desk.marks) == 1, timeout=LONG)
    desk.wait_until_read()
    dialog = show_copies(desk)
    assert [row[0] for row in rows(dialog)] == ["before restoring", "before emptying the bin"]
    desk.find(QPushButton, "restoreTake").click()
    desk.qtbot.waitUntil(lambda: desk.marks == [], timeout=LONG)


@OFFSCREEN
def test_the_dialog_without_copies_and_a_copy_by_hand(desk: Desk) -> None:
    dialog = show_copies(desk)
    assert cost(dialog) == "There is no backup yet."
    take = desk.find(QPushButton, "restoreTake")
    assert not take.isEnabled()
    desk.find(QPushButton, "restoreMake").click()
    desk.qtbot.waitUntil(take.isEnabled, timeout=LONG)
    assert rows(dialog)[0][0] == "by hand"
    assert cost(dialog) == "The library is just as in this backup."
    assert nameless(dialog) == []
    dialog.reject()


@OFFSCREEN
def test_a_copy_that_cannot_be_read_is_listed_and_cannot_be_taken(desk: Desk) -> None:
    hurt(back_up(desk.path, "2026-01-05T08:00:00Z"), 0, 4)
    dialog = show_copies(desk)
    assert cost(dialog) == "This backup cannot be read."
    assert not desk.find(QPushButton, "restoreTake").isEnabled()
    dialog.reject()


def test_the_day_s_copy_is_made_behind_the_window(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safekeeping, "FIRST", 10)
    desk = opening(speech_file(tmp_path))
    desk.qtbot.waitUntil(lambda: len(listed(desk.path)) == 1, timeout=LONG)
    age = datetime.now(UTC).replace(tzinfo=None) - listed(desk.path)[0].time
    assert abs(age.total_seconds()) < 60
    desk.app.keeper.back_up_daily()
    desk.wait_until_read()
    assert len(listed(desk.path)) == 1


@pytest.mark.parametrize("first", [0, 1, 9])
def test_a_damaged_library_is_repaired_from_the_message_bar(opening: Opening, tmp_path: Path, first: int) -> None:
    desk = opening(speech_file(tmp_path))
    for words in ("谁来守", "一周一次通报", "一口一个对策"):
        desk.tag(words)
    back_up(desk.path, "2026-01-05T08:00:00Z")
    desk.discard()
    hurt(desk.path, first, 1)
    before = desk.path.read_bytes()
    again = opening(speech_file(tmp_path))
    again.app.keeper.back_up_daily()
    again.wait_until_read()
    assert "damaged" in again.message or "not a Piyue library" in again.message
    again.find(QPushButton, "messageButton").click()
    again.qtbot.waitUntil(lambda: "was repaired" in again.message, timeout=LONG)
    assert sorted(map(str, again.quotes)) == sorted(["谁来守", "一周一次通报", "一口一个对策"])
    kept = [file for file in tmp_path.iterdir() if "damaged" in file.name and file.suffix == ".sqlite"]
    assert [file.read_bytes() for file in kept] == [before]
    again.tag("谁的河段")
    assert len(again.marks) == 4


@OFFSCREEN
def test_a_library_beyond_repair_is_restored_from_a_copy(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path))
    desk.tag("谁来守")
    back_up(desk.path, "2026-01-05T08:00:00Z")
    desk.discard()
    desk.path.write_bytes(b"\xff" * 20_000)
    again = opening(speech_file(tmp_path))
    again.find(QPushButton, "messageButton").click()
    again.qtbot.waitUntil(lambda: "No speech and no mark" in again.message, timeout=LONG)
    show_copies(again)
    again.find(QPushButton, "restoreTake").click()
    again.qtbot.waitUntil(lambda: again.quotes == ["谁来守"], timeout=LONG)
    assert "was restored" in again.message


def test_one_damaged_record_is_said_and_the_rest_is_shown(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path))
    desk.tag("谁来守")
    desk.tag("一周一次通报")
    desk.discard()
    with Library(desk.path) as library:
        library._execute("UPDATE annotations SET start = 9000, stop = 9005 WHERE quote = '谁来守'")
    again = opening(speech_file(tmp_path))
    assert again.quotes == ["一周一次通报", None, "谁来守"]  # the heading above those without a place
    assert "1 records" in again.message
    assert again.find(QPushButton, "messageButton").text() == "Repair"


def test_a_full_disk_keeps_the_note_in_its_editor_and_goes_on_with_room(desk: Desk) -> None:
    assert desk.session.library is not None
    desk.tag("谁来守")
    (pages,) = desk.session.library._execute("PRAGMA page_count").fetchone()
    desk.session.library._execute(f"PRAGMA max_page_count = {pages}")
    desk.press("N", on=desk.pane)
    desk.window.note.editor.setPlainText("渠" * 30_000)
    desk.qtbot.waitUntil(lambda: desk.status == "Not saved", timeout=LONG)
    assert "disk is full" in desk.message
    assert len(desk.window.note.editor.toPlainText()) == 30_000
    assert desk.mark.note == ""
    desk.session.library._execute("PRAGMA max_page_count = 1000000")
    desk.session.noted.emit()
    assert desk.mark.note == "渠" * 30_000
    assert desk.message == ""
