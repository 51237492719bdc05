"""A screen reader is told what the keys lead to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.gui.desk import Desk
from tests.gui.own_speech import find


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_characters_lines_and_selections_are_said(desk: Desk) -> None:
    desk.go(find("谁来守")[0])
    desk.press(Qt.Key.Key_Right)
    assert desk.pane.accessibleDescription() == "来"
    desk.extend(Qt.Key.Key_Right, 2)
    assert desk.pane.accessibleDescription() == "来守"
    desk.press(Qt.Key.Key_Home)
    line = desk.pane.accessibleDescription()
    assert len(line) > 10
    assert line in desk.text


def test_nothing_is_worked_out_where_nobody_listens(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Right)
    assert desk.pane.accessibleDescription() == ""
