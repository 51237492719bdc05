"""Deleted marks lie in the bin until it is emptied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from core.model import Change
from gui.bin import BinDialog
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless

ALT = Qt.KeyboardModifier.AltModifier
PLACES = ("四十天", "谁来守", "23个直排口")
pytestmark = OFFSCREEN


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A window with one mark; two others were deleted, one with a note."""
    for words in PLACES:
        desk.tag(words, "5")
    desk.press(Qt.Key.Key_Delete, on=desk.pane)
    desk.window.marking.note(desk.marks[1].id, "**谁**守")
    desk.window.marking.delete([desk.marks[1].id])
    return desk


def bin_of(desk: Desk) -> BinDialog:
    desk.press("d", held=CTRL | ALT, on=desk.pane)
    dialog = desk.window.findChild(BinDialog)
    assert isinstance(dialog, BinDialog)
    desk.qtbot.waitUntil(dialog.isVisible)
    return dialog


def quotes(dialog: BinDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def press(desk: Desk, dialog: BinDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: BinDialog) -> str:
    label = dialog.findChild(QLabel, "binCount")
    assert isinstance(label, QLabel)
    return label.text()


def test_what_was_deleted_is_listed_the_last_first(desk: Desk) -> None:
    dialog = bin_of(desk)
    assert quotes(dialog) == [PLACES[1], PLACES[2]]
    assert said(dialog) == "2 marks"
    assert nameless(dialog) == []
    dialog.grab()  # it is painted without a fault


def test_a_mark_is_put_back_as_it_was_in_one_step(desk: Desk) -> None:
    dialog = bin_of(desk)
    press(desk, dialog, "binBack")
    assert quotes(dialog) == [PLACES[2]]
    assert [(mark.quote, mark.note) for mark in desk.marks] == [(PLACES[0], ""), (PLACES[1], "**谁**守")]
    dialog.close()
    desk.press("z", held=CTRL, on=desk.pane)
    assert [mark.quote for mark in desk.marks] == [PLACES[0]]


def test_several_are_put_back_at_once_without_a_tag_that_is_gone(desk: Desk) -> None:
    tag = next(tag for tag in desk.session.tags.values() if tag.key == "5")
    desk.session.do(Change({}, {tag.id: None}), "Delete tag")
    dialog = bin_of(desk)
    desk.press("a", held=CTRL, on=dialog.list)
    press(desk, dialog, "binBack")
    assert {mark.quote for mark in desk.marks} == set(PLACES)
    assert desk.message == ""
    assert said(dialog) == "Nothing was deleted."


@pytest.mark.parametrize(("button", "left"), [("binAskCancel", 2), ("binAskEmpty", 0)])
def test_the_bin_is_emptied_for_good_after_a_question(desk: Desk, button: str, left: int) -> None:
    dialog = bin_of(desk)
    press(desk, dialog, "binEmpty")
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    found = box.findChild(QPushButton, button)
    assert isinstance(found, QPushButton)
    desk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert len(quotes(dialog)) == left
    with desk.library() as library:
        assert len(library.bin()) == left
    assert [mark.quote for mark in desk.marks] == [PLACES[0]]


def test_an_empty_bin_says_so(opening: Opening, tmp_path: Path) -> None:
    other = opening(speech_file(tmp_path), library=tmp_path / "other.sqlite")
    dialog = bin_of(other)
    assert said(dialog) == "Nothing was deleted."
    assert not dialog.back.isEnabled()
    assert not dialog.empty.isEnabled()
