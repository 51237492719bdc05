"""The rooms of the window: one is in one of them, and what means another rests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gui.rooms import READ, ROOMS, words
from tests.gui.conftest import Opening
from tests.gui.desk import Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND

LEFT = Qt.MouseButton.LeftButton
OTHERS = [room.name for room in ROOMS if room.name != READ]


def button(desk: Desk, name: str) -> QToolButton:
    return desk.find(QToolButton, f"button.room.{name}")


@pytest.mark.parametrize("name", OTHERS)
def test_a_room_is_entered_by_the_rail_and_left_by_its_key(desk: Desk, name: str) -> None:
    rooms = desk.window.rooms
    desk.qtbot.mouseClick(button(desk, name), LEFT)
    assert rooms.current == name
    assert rooms.page(name).isVisible()
    assert not desk.pane.isVisible()
    assert button(desk, name).isChecked()
    assert desk.action(f"room.{name}").isChecked()
    desk.action("room.read").trigger()
    assert rooms.current == READ
    assert desk.pane.isVisible()
    assert desk.pane.hasFocus()
    assert not button(desk, name).isChecked()


@pytest.mark.parametrize("name", OTHERS)
def test_entering_a_room_twice_leaves_one_there(desk: Desk, name: str) -> None:
    for _ in range(2):
        desk.action(f"room.{name}").trigger()
        assert desk.action(f"room.{name}").isChecked()
    assert desk.window.rooms.current == name


@pytest.mark.parametrize("name", OTHERS)
def test_every_widget_of_a_room_has_its_names(desk: Desk, name: str) -> None:
    desk.action(f"room.{name}").trigger()
    assert nameless(desk.window.rooms.page(name)) == []


def test_every_room_has_a_word_on_the_rail() -> None:
    assert {room.name for room in ROOMS} <= set(words())


def test_what_means_the_speech_on_the_desk_rests_elsewhere(desk: Desk) -> None:
    window, enabled = desk.window, {n for n, each in desk.window.actions_by_name.items() if each.isEnabled()}
    desk.action("room.library").trigger()
    assert not desk.action("search.document").isEnabled()
    assert not desk.action("file.export").isEnabled()
    assert desk.action("file.open").isEnabled()
    assert not window.top.search.isVisible()
    desk.action("room.read").trigger()
    assert {n for n, each in window.actions_by_name.items() if each.isEnabled()} == enabled
    assert window.top.search.isVisible()


def test_a_sentence_about_what_went_wrong_is_seen_in_every_room(desk: Desk) -> None:
    desk.action("room.library").trigger()
    desk.window.messages.say("Something went wrong.")
    assert desk.window.messages.isVisible()
    desk.action("room.read").trigger()
    desk.qtbot.waitUntil(desk.window.messages.isVisible)


@pytest.mark.parametrize("way", ["file", "tab", "welcome", "place"])
def test_whatever_is_shown_on_the_desk_leads_there(opening: Opening, tmp_path: Path, way: str) -> None:
    desk = opening(speech_file(tmp_path), speech_file(tmp_path, "second.txt", SECOND))
    desk.action("room.library").trigger()
    if way == "file":
        desk.app.opener.open(tmp_path / "speech.txt")
    elif way == "tab":
        desk.window.top.tabs.tabBarClicked.emit(0)
    elif way == "welcome":
        desk.action("help.welcome").trigger()
    else:
        desk.session.go(desk.session.selection)
    assert desk.window.rooms.current == READ


def test_nothing_of_a_room_is_loaded_before_it_is_entered(tmp_path: Path) -> None:
    program = (
        "import sys; from gui.app import build;"
        f"window = build({str(tmp_path / 'library.sqlite')!r}, settings={str(tmp_path / 'settings.ini')!r});"
        "print([name for name in sys.modules if 'library_room' in name or name == 'core.library.shelf'])"
    )
    words = [sys.executable, "-c", program]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip() == "[]"
