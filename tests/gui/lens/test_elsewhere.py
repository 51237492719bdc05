"""Where else a passage occurs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.lens.elsewhere import ElsewherePage
from gui.lens.view import TableView
from gui.parts import Elided
from tests.gui.conftest import Opening
from tests.gui.desk import LONG, Desk, speech_file
from tests.gui.own_speech import TEXT

PASSAGE = "一段一个河长，一口一个对策，一周一次通报"
OTHER = f"在治河现场会上的讲话\n同志们：\n去年我们说过，{PASSAGE}。今年还要这样做。"


@pytest.fixture
def two(opening: Opening, tmp_path: Path) -> Desk:
    """A window on our own speech; another one in the library has a passage of it."""
    desk = opening(speech_file(tmp_path, "other.txt", OTHER), speech_file(tmp_path))
    desk.wait_until_read()
    return desk


def look(desk: Desk) -> TableView:
    desk.press("w", on=desk.pane)
    page = desk.find(ElsewherePage, "lensPage.elsewhere")
    desk.qtbot.waitUntil(lambda: not page.working.busy, timeout=LONG)
    return desk.find(TableView, "lensElsewhere")


def test_w_tells_where_else_what_is_selected_occurs_and_enter_goes_there(two: Desk) -> None:
    two.select(PASSAGE)
    view = look(two)
    assert [row[:2] for row in view.model_.shown.rows] == [("在治河现场会上的讲话", 100)]
    assert two.find(Elided, "lensElsewherePassage").text() == PASSAGE
    view.setFocus()
    view.setCurrentIndex(view.model_.index(0, 0))
    two.press(Qt.Key.Key_Return, on=view)
    two.qtbot.waitUntil(lambda: two.text == OTHER and two.selected == PASSAGE, timeout=LONG)
    assert len(view.model_.shown.rows) == 1


def test_that_it_is_nowhere_else_is_said(two: Desk) -> None:
    two.select("河水清不清，两岸群众看得最真切")
    view = look(two)
    assert view.model_.shown.rows == []
    assert "nowhere else" in two.find(QLabel, "lensElsewhereSaid").text()


def test_without_a_selection_it_is_said_what_to_do(two: Desk) -> None:
    two.press("w", on=two.pane)
    assert "press W" in two.message


def test_the_place_in_the_same_speech_is_found_too(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, "twice.txt", f"{TEXT}\n再说一遍：{PASSAGE}。"))
    start = desk.text.index(PASSAGE)
    desk.drag(start, start + len(PASSAGE))
    view = look(desk)
    view.setCurrentIndex(view.model_.index(0, 0))
    view.setFocus()
    desk.press(Qt.Key.Key_Return, on=view)
    desk.qtbot.waitUntil(lambda: desk.pane.caret.span.start > start + 20, timeout=LONG)
    assert desk.selected == PASSAGE
