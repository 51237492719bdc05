"""Undo and redo at the window: what they change is seen, also in another speech or out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file
from tests.gui.own_speech import SECOND, TITLE

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("held", [CTRL, CTRL_SHIFT], ids=["undo", "redo"])
def test_a_step_taken_in_another_speech_shows_that_speech(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.tag("一口一个对策")
    if held == CTRL_SHIFT:
        desk.press("z", held=CTRL)
    desk.app.opener.open(speech_file(desk.folder, "second.txt", SECOND))
    desk.press("z", held=held)
    assert desk.session.current is not None
    assert desk.session.current.document.title == TITLE
    assert desk.quotes == (["一口一个对策"] if held == CTRL_SHIFT else [])


def test_a_step_taken_out_of_sight_is_brought_into_sight(desk: Desk) -> None:
    path = speech_file(desk.folder, "long.txt", "长讲话\n\n" + "河要一段一段地治，账要一笔一笔地算。\n" * 200)
    desk.app.opener.open(path)
    desk.select_here("一笔一笔")
    desk.press("1", on=desk.pane)
    desk.press(Qt.Key.Key_End, on=desk.pane, held=CTRL)
    far = desk.pane.verticalScrollBar().value()
    desk.press("z", held=CTRL)
    assert desk.pane.verticalScrollBar().value() < far // 2


def test_steps_outlive_a_restart(opening: Opening, tmp_path: Path) -> None:
    path = speech_file(tmp_path)
    desk = opening(path)
    desk.tag("一口一个对策")
    desk.tag("谁来守", "2")
    desk.press("z", held=CTRL)
    desk.close()
    again = opening(path)
    assert again.quotes == ["一口一个对策"]
    again.press("z", held=CTRL_SHIFT)
    assert again.quotes == ["一口一个对策", "谁来守"]
    again.press("z", held=CTRL)
    again.press("z", held=CTRL)
    assert again.quotes == []
    assert again.marks == []


def test_with_nothing_left_to_undo_the_text_stays_where_it_is(desk: Desk) -> None:
    desk.tag("一口一个对策")
    desk.press("z", held=CTRL)
    desk.app.opener.open(speech_file(desk.folder, "second.txt", SECOND))
    desk.press("z", held=CTRL)
    assert desk.text == SECOND
