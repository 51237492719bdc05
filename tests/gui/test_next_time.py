"""What was left is there again next time: place, panels, sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Span
from gui.app import build
from gui.panels.marks import AnnotationList
from gui.settings import Settings
from tests.gui.conftest import Opening
from tests.gui.desk import speech_file
from tests.gui.own_speech import TEXT, find

SIZE = (790, 600)
"""Smaller than the screen that there is without a screen: Qt brings larger windows back to it."""


@pytest.mark.parametrize("point", [300, 2500, 6000, 9000, 12000])
def test_reading_goes_on_where_it_stopped(opening: Opening, seed_path: Path, point: int) -> None:
    desk = opening(seed_path)
    desk.session.go(Span(point, point))
    assert desk.session.current is not None
    left = desk.session.current.position
    desk.close()
    for _ in range(2):  # opening and closing alone never moves it
        again = opening(seed_path)
        assert again.session.current is not None
        assert again.session.current.position == left
        assert again.pane.caret.point == point
        box = again.pane.caret_box()
        assert box is not None
        assert again.pane.viewport().rect().contains(box.center().toPoint())
        again.close()


def test_hidden_panels_and_their_widths_are_as_they_were_left(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path))
    desk.window.resize(*SIZE)
    desk.window.splitter.setSizes([190, 330, 250])
    sizes = desk.window.splitter.sizes()
    desk.press(Qt.Key.Key_F7)
    assert not desk.window.outline.isVisible()
    desk.close()
    again = opening(tmp_path / "speech.txt")
    assert again.window.size().toTuple() == SIZE
    assert not again.window.outline.isVisible()
    assert not again.action("view.outline").isChecked()
    assert again.window.side.isVisible()
    again.press(Qt.Key.Key_F7)
    assert again.window.outline.isVisible()
    again.qtbot.waitUntil(lambda: again.window.splitter.sizes() == sizes)
    again.press(Qt.Key.Key_F8)
    again.close()
    third = opening(tmp_path / "speech.txt")
    assert (third.window.outline.isVisible(), third.window.side.isVisible()) == (True, False)


def test_the_room_between_marks_and_note_is_as_it_was_left(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path))
    desk.window.resize(*SIZE)
    splitter = desk.splitter("notesSplitter")
    splitter.setSizes([200, 300])
    sizes = splitter.sizes()
    desk.close()
    assert opening(tmp_path / "speech.txt").splitter("notesSplitter").sizes() == sizes


def test_settings_that_make_no_sense_give_a_usable_window(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        "[window]\ngeometry=@ByteArray(x)\nsplitter=7\nnotes=@ByteArray(\\xff)\noutline=perhaps\n[page]\nsize=-4\n",
        encoding="utf-8",
    )
    desk = opening(speech_file(tmp_path))
    assert desk.window.size().toTuple() == (1280, 800)
    assert desk.window.outline.isVisible()
    desk.tag("谁来守")
    assert desk.quotes == ["谁来守"]


def test_a_window_made_in_two_steps_shows_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    path, settings = tmp_path / "library.sqlite", Settings(tmp_path / "settings.ini")
    whole = build(path, [speech_file(tmp_path)], settings, language="en", theme="light")
    assert len(whole.session.tags) == 9
    whole.session.select(Span(*find("谁来守")))
    whole.marking.tag([next(iter(whole.session.tags))])
    whole.close()
    window = build(path, [tmp_path / "speech.txt"], settings, language="en", theme="light", whole=False)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(AnnotationList) is not None)
    qtbot.waitUntil(window.marks.list.isVisible)
    assert window.marks.list.model().rowCount() == 1
    assert window.pane.page is not None
    assert window.pane.page.text == TEXT
    for each in (whole, window):
        each.close()
        each.deleteLater()
