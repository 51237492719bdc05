"""All speeches in one list: sorted, filtered, looked at, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from core.library import Library
from core.model import Change, Document
from core.readers import build
from gui.library_room import LibraryRoom
from gui.library_room.cover import Headings
from gui.library_room.shelf_model import COLUMNS, KEPT, PAGE
from gui.rooms import READ
from tests.gui.conftest import Opening
from tests.gui.desk import Desk, speech_file
from tests.gui.own_speech import SECOND, TITLE

MANY = PAGE * (KEPT + 4)


@pytest.fixture
def filled(opening: Opening, tmp_path: Path) -> Desk:
    """A window in the library's room: our two speeches, and one without facts."""
    with Library(tmp_path / "library.sqlite") as library:
        library.add(build(SECOND))
        library.add(Document("0" * 64, "", "", "", "", "渠" * 30, ()))
    desk = opening(speech_file(tmp_path))
    desk.action("room.library").trigger()
    return desk


def room(desk: Desk) -> LibraryRoom:
    return desk.find(LibraryRoom, "libraryView")


def titles(desk: Desk) -> list[str]:
    model = room(desk).model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def sort_by(desk: Desk, column: str) -> None:
    head = room(desk).list.header()
    at = head.sectionViewportPosition(COLUMNS.index(column)) + 5
    desk.qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, head.height() // 2))


def test_all_speeches_stand_there_the_last_read_first(filled: Desk) -> None:
    assert len(titles(filled)) == 3
    assert titles(filled)[0] == TITLE
    assert "Untitled" in titles(filled)
    assert filled.find(QLabel, "shelfCount").text() == "3 speeches"


def test_a_click_on_a_head_sorts_and_a_second_one_turns_it_round(filled: Desk) -> None:
    sort_by(filled, "chars")
    lengths = [room(filled).model.at(row).chars for row in range(3)]  # type: ignore[union-attr]
    assert lengths == sorted(lengths, reverse=True)
    sort_by(filled, "chars")
    assert [room(filled).model.at(row).chars for row in range(3)] == lengths[::-1]  # type: ignore[union-attr]


def test_what_is_typed_in_the_list_filters_it_and_escape_shows_all_again(filled: Desk) -> None:
    filled.type(TITLE[:2], on=room(filled).list)
    filled.qtbot.waitUntil(lambda: titles(filled) == [TITLE])
    assert filled.find(QLabel, "shelfCount").text() == "1 / 3 speeches"
    filled.press(Qt.Key.Key_Escape, on=filled.find(QLineEdit, "shelfFilter"))
    filled.qtbot.waitUntil(lambda: len(titles(filled)) == 3)
    filled.press(Qt.Key.Key_Escape, on=room(filled).list)
    assert filled.window.rooms.current == READ


def test_the_cover_shows_the_chosen_speech_with_its_outline(filled: Desk) -> None:
    filled.qtbot.waitUntil(lambda: filled.find(QLabel, "coverTitle").text() == TITLE)
    assert "一、看清形势" in filled.find(Headings, "coverOutline").accessibleDescription()
    room(filled).list.setCurrentIndex(room(filled).model.index(titles(filled).index("Untitled"), 0))
    filled.qtbot.waitUntil(lambda: filled.find(QLabel, "coverTitle").text() == "Untitled")


@pytest.mark.parametrize("way", ["enter", "button"])
def test_a_speech_is_opened_on_the_desk_though_its_file_is_gone(filled: Desk, way: str) -> None:
    shown, second = room(filled), build(SECOND)
    shown.list.setCurrentIndex(shown.model.index(titles(filled).index(second.title), 0))
    if way == "enter":
        filled.press(Qt.Key.Key_Return, on=shown.list)
    else:
        filled.qtbot.mouseClick(filled.find(QPushButton, "coverOpen"), Qt.MouseButton.LeftButton)
    filled.qtbot.waitUntil(lambda: filled.window.rooms.current == READ)
    assert filled.session.current is not None
    assert filled.session.current.digest == second.digest


def test_however_many_speeches_there_are_few_are_kept(opening: Opening, tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        for number in range(MANY):
            library.add(Document(f"{number:064x}", f"第{number:04}次讲话", "", "", "", "渠", ()))
    desk = opening()
    desk.action("room.library").trigger()
    model = room(desk).model
    sort_by(desk, "title")
    assert titles(desk) == [f"第{number:04}次讲话" for number in range(MANY)]
    assert desk.find(QLabel, "shelfCount").text() == f"{MANY:,} speeches"
    assert len(model._pages) == KEPT
    assert sum(map(len, model._pages.values())) <= KEPT * PAGE


def test_in_a_small_window_the_list_has_the_room(filled: Desk) -> None:
    filled.window.resize(filled.window.minimumSize())
    filled.qtbot.waitUntil(lambda: not room(filled).cover.isVisible())
    assert room(filled).list.columnWidth(0) >= 200
    filled.window.resize(1280, 800)
    filled.qtbot.waitUntil(room(filled).cover.isVisible)


def test_after_an_edit_one_stands_where_one_stood(filled: Desk) -> None:
    shown = room(filled)
    sort_by(filled, "title")
    row = titles(filled).index(TITLE)
    shown.list.setCurrentIndex(shown.model.index(row, 0))
    digest = shown.chosen()[0].digest
    assert filled.session.library is not None
    facts = filled.session.library.facts([digest])[digest]
    filled.session.do(Change(facts={digest: facts._replace(title="安全讲话")}), "x")
    assert [each.digest for each in shown.chosen()] == [digest]
    assert shown.chosen()[0].title == "安全讲话"
