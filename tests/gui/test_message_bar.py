"""What is said above the text: every failure is read, what is over goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from gui import message_bar
from gui.message_bar import MessageBar
from tests.gui.conftest import Opening
from tests.gui.desk import LONG, OFFSCREEN, Desk, speech_file

pytestmark = OFFSCREEN


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    return MessageBar()


def test_each_of_several_files_that_cannot_be_opened_is_named(opening: Opening) -> None:
    first = opening()
    folder = first.folder
    (folder / "empty.txt").touch()
    desk = opening(folder / "没有.txt", folder / "empty.txt", folder, folder / "没有.txt")
    said = desk.message.split("\n")
    assert len(said) == 3
    assert [name in line for name, line in zip(("empty.txt", str(folder), "没有.txt"), said, strict=True)] == [True] * 3


def test_no_more_failures_are_said_at_once_than_leave_room_for_the_text(bar: MessageBar) -> None:
    for number in range(20):
        bar.fail(f"File {number}.")
    assert bar.words.split("\n") == [f"File {number}." for number in range(20 - message_bar.MOST, 20)]


def test_a_failure_takes_the_place_of_what_was_said_otherwise(bar: MessageBar) -> None:
    bar.say("Reading.", "Cancel", lambda: None)
    bar.fail("It could not be read.")
    assert bar.words == "It could not be read."


def test_good_news_pass_and_a_failure_stays(bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "PASSING", 1)
    short = MessageBar()
    short.tell("Done.")
    assert short.words == "Done."
    qtbot.waitUntil(lambda: short.words == "", timeout=LONG)
    short.tell("Done.")
    short.fail("Not done.")
    qtbot.wait(20)
    assert short.words == "Not done."


def test_that_nothing_was_saved_is_not_said_any_longer_once_something_is(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        desk.select("一口一个对策")
        desk.press("1", on=desk.pane)
        assert "library.sqlite" in desk.message
        other.execute("ROLLBACK")
    desk.press("1", on=desk.pane)
    assert desk.mark.quote == "一口一个对策"
    assert desk.message == ""


def test_a_file_that_could_not_be_opened_is_still_named_after_something_was_saved(desk: Desk) -> None:
    desk.app.opener.open(desk.folder / "没有.txt")
    desk.tag("一口一个对策")
    assert "没有.txt" in desk.message
    desk.app.opener.open(speech_file(desk.folder, "again.txt"))
    assert "没有.txt" in desk.message
