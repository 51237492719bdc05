"""Tabs: several speeches, each where it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QTabBar

from core.model import Span
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file
from tests.gui.own_speech import TITLE, find

LONG = "第二篇讲话\n\n同志们：\n" + "\n".join(f"第{i}段，说的是修路。" for i in range(120))


@pytest.fixture
def two(opening: Opening, tmp_path: Path) -> Desk:
    """A window with two speeches; our own is the first, the longer second one is in front."""
    return opening(speech_file(tmp_path), speech_file(tmp_path, "second.txt", LONG))


def tabs(desk: Desk) -> QTabBar:
    return desk.find(QTabBar, "speechTabs")


def titles(desk: Desk) -> list[str]:
    return [tabs(desk).tabText(i) for i in range(tabs(desk).count())]


def click_tab(desk: Desk, number: int) -> None:
    at = tabs(desk).tabRect(number).center() - QPoint(20, 0)
    desk.qtbot.mouseClick(tabs(desk), Qt.MouseButton.LeftButton, pos=at)


def in_front(desk: Desk) -> str:
    speech = desk.session.current
    return speech.document.title if speech else ""


def test_each_speech_has_its_tab_and_the_last_opened_is_in_front(two: Desk) -> None:
    assert titles(two) == [TITLE, "第二篇讲话"]
    assert tabs(two).currentIndex() == 1
    assert two.window.windowTitle() == "第二篇讲话 — Piyue"


def test_tabs_and_ctrl_tab_bring_a_speech_to_the_front(two: Desk) -> None:
    seen = []
    for step in (lambda: click_tab(two, 0), lambda: click_tab(two, 1), lambda: two.press(Qt.Key.Key_Tab, held=CTRL)):
        step()
        seen.append((in_front(two), tabs(two).currentIndex(), two.pane.hasFocus()))
    assert seen == [(TITLE, 0, True), ("第二篇讲话", 1, True), (TITLE, 0, True)]
    assert two.row("一、").isValid()


def test_a_file_that_is_open_comes_to_the_front(two: Desk) -> None:
    two.app.opener.open(two.folder / "speech.txt")
    assert titles(two) == [TITLE, "第二篇讲话"]
    assert in_front(two) == TITLE


def test_each_speech_keeps_its_caret_and_its_place(two: Desk) -> None:
    at = LONG.index("第90段")
    two.session.go(Span(at, at + 4))
    scrolled = two.pane.verticalScrollBar().value()
    assert scrolled > 0
    click_tab(two, 0)
    two.select("谁来守")
    click_tab(two, 1)
    assert (two.selected, two.pane.verticalScrollBar().value()) == ("第90段", scrolled)
    click_tab(two, 0)
    assert two.selected == "谁来守"


def test_a_selection_shown_again_after_a_change_of_tabs_can_be_marked(two: Desk) -> None:
    click_tab(two, 0)
    two.select("谁来守")
    click_tab(two, 1)
    assert two.window.status.chosen.text() == ""
    click_tab(two, 0)
    assert two.window.status.chosen.text() == "3 characters selected"
    two.press("2")
    assert [mark.quote for mark in two.marks] == ["谁来守"]


def test_marks_belong_to_their_speech_and_undo_reaches_both(two: Desk) -> None:
    two.select_here("第3段")
    two.press("1")
    click_tab(two, 0)
    two.tag("谁来守", "2")
    assert two.quotes == ["谁来守"]
    two.press("z", held=CTRL)
    two.press("z", held=CTRL)
    assert (two.quotes, two.marks) == ([], [])
    click_tab(two, 1)
    assert (two.quotes, two.marks) == ([], [])
    two.press("y", held=CTRL)
    assert two.quotes == ["第3段"]


def test_a_closed_tab_brings_the_other_to_the_front_and_the_last_one_the_welcome_page(two: Desk) -> None:
    two.press("w", held=CTRL)
    assert (titles(two), in_front(two)) == ([TITLE], TITLE)
    (button,) = [each for each in tabs(two).findChildren(QAbstractButton) if each.isVisible()]
    two.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (titles(two), in_front(two)) == ([], "")
    assert two.window.welcome is not None
    assert two.window.welcome.isVisible()
    assert two.window.windowTitle() == "Piyue"


def test_a_speech_opened_again_stands_where_it_was_left(two: Desk) -> None:
    at = LONG.index("第70段")
    two.session.go(Span(at, at))
    two.press("w", held=CTRL)
    two.app.opener.open(two.folder / "second.txt")
    assert two.session.current is not None
    assert two.session.current.position == at
    assert two.pane.viewport().rect().contains(two.edge(at))


def test_moved_tabs_stay_with_their_speeches(two: Desk) -> None:
    tabs(two).moveTab(0, 1)
    assert titles(two) == ["第二篇讲话", TITLE]
    click_tab(two, 1)
    assert in_front(two) == TITLE
    tabs(two).tabCloseRequested.emit(0)
    assert titles(two) == [TITLE]


def test_a_speech_without_a_title_is_called_after_its_file(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, "一段话.txt", "只有一句，没有题目。"))
    assert titles(desk) == ["一段话"]


def test_a_long_title_is_cut_and_shown_whole_as_a_hint(opening: Opening, tmp_path: Path) -> None:
    name = "一个很长很长的名字" * 4
    desk = opening(speech_file(tmp_path, f"{name}.txt", "只有一句，没有题目。"))
    assert len(titles(desk)[0]) <= 18
    assert tabs(desk).tabToolTip(0).startswith(name)


def test_a_title_with_an_ampersand_is_shown_as_it_is(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, "R&D.txt", "只有一句，没有题目。"))
    assert titles(desk)[0].replace("&&", "&") == "R&D"
    assert "&&" in titles(desk)[0]


def test_a_mark_made_in_one_speech_is_not_current_in_another(two: Desk) -> None:
    click_tab(two, 0)
    two.tag("谁来守")
    click_tab(two, 1)
    two.press(Qt.Key.Key_Delete, "4")
    click_tab(two, 0)
    assert [mark.span for mark in two.marks] == [Span(*find("谁来守"))]
    assert two.tags_of(two.mark) == ["金句"]


def test_the_files_opened_lately_stand_in_one_menu_alone(desk: Desk) -> None:
    recent = desk.window.top.recent.menuAction()
    menus = [menu.objectName() for menu in desk.window.top.menu.findChildren(QMenu) if recent in menu.actions()]
    assert menus == ["menu.file"]
