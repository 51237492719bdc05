"""The first page: a sample to try, files to open, and a way back to the speech."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from gui.app import build
from gui.settings import Settings
from gui.welcome import WelcomePage
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, Desk, speech_file
from tests.gui.own_speech import SECOND, TITLE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def first(opening: Opening) -> Desk:
    """A first start: no speech, no library, no settings."""
    return opening()


def page(desk: Desk) -> WelcomePage:
    return desk.find(WelcomePage, "welcomePage")


def recent(desk: Desk) -> list[QPushButton]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]
    return page(desk).findChildren(QPushButton, "recentFile")


def press(desk: Desk, name: str) -> None:
    desk.qtbot.mouseClick(desk.find(QPushButton, name), LEFT)


def test_a_first_start_shows_three_steps_the_keys_and_no_panels(first: Desk) -> None:
    assert page(first).isVisible()
    assert len(page(first).findChildren(QLabel, "stepNumber")) == 3
    keys = {label.text() for label in page(first).findChildren(QLabel, "keyCap")}
    assert {"1 … 9", "0", "S", "E", "N", "J  K", "]  [", "?"} <= keys
    assert not first.window.outline.isVisible()
    assert not first.window.side.isVisible()
    assert recent(first) == []
    assert first.window.windowTitle() == "Piyue"


def test_the_sample_is_one_click_away(first: Desk, sample_path: Path) -> None:
    press(first, "welcomeSample")
    assert first.text == sample_path.read_text(encoding="utf-8")
    assert not page(first).isVisible()
    assert first.window.outline.isVisible()
    assert first.pane.hasFocus()
    assert first.row("一、").isValid()


def test_files_are_opened_from_here(first: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = speech_file(first.folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    press(first, "welcomeOpen")
    assert first.session.current is not None
    assert first.session.current.document.title == TITLE


def test_files_opened_lately_stand_here_while_they_are_there(opening: Opening, tmp_path: Path) -> None:
    files = [speech_file(tmp_path), speech_file(tmp_path, "R&D.txt", SECOND)]
    desk = opening(*files)
    desk.press("w", held=CTRL)
    desk.press("w", held=CTRL)
    assert [button.accessibleName() for button in recent(desk)] == ["R&D.txt", "speech.txt"]
    assert [button.text() for button in recent(desk)] == ["R&&D.txt", "speech.txt"]
    desk.qtbot.mouseClick(recent(desk)[1], LEFT)
    assert desk.text == files[0].read_text(encoding="utf-8")
    files[1].unlink()
    desk.press("w", held=CTRL)
    assert [button.accessibleName() for button in recent(desk)] == ["speech.txt"]


def leave_by_escape(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)


def leave_by_the_tab(desk: Desk) -> None:
    tabs = desk.find(QTabBar, "speechTabs")
    desk.qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(0).center())


def leave_by_opening_it_again(desk: Desk) -> None:
    desk.app.opener.open(desk.folder / "speech.txt")


@pytest.mark.parametrize("leave", [leave_by_escape, leave_by_the_tab, leave_by_opening_it_again])
def test_asked_for_beside_a_speech_the_page_is_left_again(desk: Desk, leave: object) -> None:
    desk.action("help.welcome").trigger()
    assert page(desk).isVisible()
    leave(desk)  # type: ignore[operator]
    assert not page(desk).isVisible()
    assert desk.pane.isVisible()
    assert desk.pane.hasFocus()
    assert desk.window.outline.isVisible()


def test_without_a_speech_escape_leaves_the_page_where_it_is(first: Desk) -> None:
    first.press(Qt.Key.Key_Escape)
    assert page(first).isVisible()


def test_after_the_first_picture_of_the_page_menu_and_icons_are_there(qtbot: QtBot, tmp_path: Path) -> None:
    """As a start without files makes it: what the first picture can do without follows it."""
    settings = Settings(tmp_path / "settings.ini")
    window = build(tmp_path / "library.sqlite", [], settings, language="en", theme="light", whole=False)
    button = window.findChild(QToolButton, "menuButton")
    assert isinstance(button, QToolButton)
    assert button.icon().isNull()
    window.show()
    qtbot.waitUntil(lambda: not button.icon().isNull(), timeout=LONG)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]
