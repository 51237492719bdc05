"""Tagging by name: typed, completed, made on the way; several at once, taken off again, all in one step of undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from core.tag_tree import path
from gui.tag_popup import TagPopup
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file
from tests.gui.names import nameless

WORDS, ELSE = "把门前的河治好", "谁来守"
ENTER, TAB, ESC, BACK = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backspace


def popup(desk: Desk) -> TagPopup:
    desk.press("t", on=desk.pane)
    (made,) = (each for each in desk.window.findChildren(TagPopup) if each.isVisible())
    assert made.chooser.field.hasFocus()
    return made


def is_gone(desk: Desk) -> bool:
    return not any(each.isVisible() for each in desk.window.findChildren(TagPopup))


def offered(sheet: TagPopup) -> list[str]:
    rows = sheet.findChild(QListWidget, "tagList")
    assert isinstance(rows, QListWidget)
    return [rows.item(row).text() for row in range(rows.count())]


def chips(sheet: TagPopup) -> list[str]:
    return [chip.text() for chip in sheet._chips.chips]


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("数", ["数据"]),
        ("据", ["数据"]),
        ("数据,目标", ["数据", "目标"]),
        ("数据，", ["数据"]),
        ("水利", ["水利"]),
        ("水利/支渠", ["水利/支渠"]),
        ("水利／支渠,水利", ["水利/支渠", "水利"]),
        ("数据/增速,金", ["数据/增速", "金句"]),
    ],
)
def test_what_is_typed_becomes_the_tags_of_the_selection_in_one_step(desk: Desk, typed: str, tags: list[str]) -> None:
    desk.select(WORDS)
    popup(desk)
    desk.type(typed)
    desk.press(ENTER)
    assert [path(desk.session.tags, id_) for id_ in desk.mark.tags] == tags
    assert desk.mark.quote == WORDS
    assert is_gone(desk)
    assert desk.pane.hasFocus()
    desk.press("z", held=CTRL)
    assert desk.marks == []
    assert len(desk.session.tags) == 9
    assert not desk.session.undo_stack.canUndo()


def test_a_new_tag_has_a_colour_of_its_own_and_serves_again(desk: Desk) -> None:
    for words in (WORDS, ELSE):
        desk.select(words)
        popup(desk)
        desk.type("水利")
        desk.press(ENTER)
    assert {desk.tags_of(mark)[0] for mark in desk.marks} == {"水利"}
    assert len(desk.session.tags) == 10


def test_escape_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.tag(WORDS, "1")
    popup(desk)
    desk.type("水利,数据,")
    desk.press(ESC)
    assert is_gone(desk)
    assert desk.tags_of(desk.mark) == ["金句"]
    assert len(desk.session.tags) == 9
    assert desk.pane.hasFocus()


def test_the_mark_s_tags_are_shown_and_taken_off(desk: Desk) -> None:
    desk.tag(WORDS, "1")
    desk.press("2", "3", on=desk.pane)
    sheet = popup(desk)
    assert nameless(sheet) == []
    assert chips(sheet) == ["金句", "数据", "提法"]
    desk.press(BACK)
    desk.qtbot.mouseClick(sheet._chips.chips[0], Qt.MouseButton.LeftButton)
    assert chips(sheet) == ["数据"]
    assert sheet.chooser.field.hasFocus()
    desk.type("目")
    desk.press(TAB)
    assert chips(sheet) == ["数据", "目标"]
    desk.press(ENTER)
    assert desk.tags_of(desk.mark) == ["数据", "目标"]
    desk.press("z", held=CTRL)
    assert desk.tags_of(desk.mark) == ["金句", "数据", "提法"]


def test_a_selection_that_is_marked_already_shows_its_tags(desk: Desk) -> None:
    desk.tag(WORDS, "4")
    desk.select(WORDS)
    sheet = popup(desk)
    assert chips(sheet) == ["案例"]
    desk.press(BACK, ENTER)
    assert desk.mark.tags == ()


def test_arrows_and_clicks_choose_among_what_fits_and_the_last_row_makes_a_tag(desk: Desk) -> None:
    desk.select(WORDS)
    sheet = popup(desk)
    desk.type("目")
    assert offered(sheet) == ["目标", "New tag “目”"]
    desk.press(Qt.Key.Key_Up, ENTER)
    assert desk.tags_of(desk.mark) == ["目"]
    desk.select(ELSE)
    sheet = popup(desk)
    desk.type("目")
    rows = sheet.chooser.list
    assert offered(sheet) == ["目", "目标"]
    desk.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    assert {tuple(desk.tags_of(mark)) for mark in desk.marks} == {("目",), ("目标",)}


def test_the_tags_are_taken_again_by_the_key_for_repeating(desk: Desk) -> None:
    desk.select(WORDS)
    popup(desk)
    desk.type("水利,数据")
    desk.press(ENTER)
    desk.select(ELSE)
    desk.press("0", on=desk.pane)
    assert {tuple(desk.tags_of(mark)) for mark in desk.marks} == {("水利", "数据")}


def test_with_nothing_to_tag_it_says_so(desk: Desk) -> None:
    desk.pane.setFocus()
    desk.press("t", on=desk.pane)
    assert is_gone(desk)
    assert "passage" in desk.message


def test_it_goes_when_one_goes_on_elsewhere(desk: Desk) -> None:
    desk.select(WORDS)
    popup(desk)
    desk.type("水利,")
    desk.find(QLineEdit, "searchField").setFocus()
    assert is_gone(desk)
    assert desk.marks == []


def test_it_stands_within_the_window_wherever_the_passage_is(desk: Desk) -> None:
    desk.window.resize(900, 520)
    for words in (WORDS, ELSE, "能治好！”😀下面"):
        desk.select(words)
        sheet = popup(desk)
        assert desk.window.rect().contains(sheet.geometry())
        desk.type("数")
        assert desk.window.rect().contains(sheet.geometry())
        desk.press(ESC)


@pytest.mark.usefixtures("patient")
def test_pinyin_initials_find_a_tag(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    desk.select(WORDS)
    sheet = popup(desk)
    desk.type("sj")
    desk.qtbot.waitUntil(lambda: offered(sheet)[0] == "数据", timeout=20_000)
    desk.press(ENTER)
    assert desk.tags_of(desk.mark) == ["数据"]


@pytest.mark.usefixtures("patient")
def test_initials_typed_before_they_are_known_make_no_tag(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    desk.select(WORDS)
    sheet = popup(desk)
    desk.type("sj")
    assert "New tag “sj”" not in offered(sheet)
    desk.press(ENTER)
    assert desk.marks == []
    desk.qtbot.waitUntil(lambda: offered(sheet)[0] == "数据", timeout=20_000)
    assert offered(sheet)[-1] == "New tag “sj”"
