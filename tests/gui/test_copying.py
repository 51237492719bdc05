"""Marks are copied in every form that is text, and dragged out as quotations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.clock import today
from core.exporters import EXPORTERS
from core.exporters.rich import fragment, quotations
from core.model import Notebook
from core.templates import found, render
from gui import copying
from gui.actions import COPIED
from tests.gui.desk import CTRL, OFFSCREEN, SHIFT, Desk
from tests.gui.own_speech import DATE, TITLE

ALT = Qt.KeyboardModifier.AltModifier
SOURCE = f"（《{TITLE}》，{DATE}，第二部分）"
TIME = 20_000
"""Milliseconds after which a test stops waiting for another process."""


@pytest.fixture
def marked(desk: Desk) -> Iterator[Desk]:
    QGuiApplication.clipboard().clear()
    for words in ("四十天", "谁来守"):
        desk.tag(words, "2")
    desk.window.marking.note(desk.marks[1].id, "好句\n再看")
    yield desk
    QGuiApplication.clipboard().clear()


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def notebook(desk: Desk, *quotes: str) -> Notebook:
    """The marks with these quotes as an exporter takes them."""
    assert desk.session.current is not None
    marks = tuple(mark for mark in desk.session.current.in_order() if mark.quote in quotes)
    return Notebook(desk.session.current.document, marks, desk.session.tags)


def test_every_format_that_is_text_can_be_copied() -> None:
    assert set(COPIED) == {name for name, exporter in EXPORTERS.items() if exporter.is_text}


@pytest.mark.parametrize("name", [name for name in COPIED if name != "html"])
def test_the_current_mark_is_copied_as_the_format_has_it(marked: Desk, name: str) -> None:
    marked.action(f"edit.copyAs.{name}").trigger()
    options = {"bom": False} if name == "csv" else {}
    assert clipboard().text() == EXPORTERS[name].written(notebook(marked, "谁来守"), options)
    assert clipboard().hasHtml() == (name == "markdown")
    assert marked.message.startswith("1 mark copied as ")


def test_as_a_web_page_it_is_simple_set_text(marked: Desk) -> None:
    marked.press("h", on=marked.pane, held=CTRL | ALT | SHIFT)
    assert clipboard().html() == clipboard().text() == fragment(notebook(marked, "谁来守"))
    assert "好句<br>再看" in clipboard().html()


def test_all_marks_chosen_are_copied_with_a_key(marked: Desk) -> None:
    marked.window.marks.list.setFocus()
    marked.window.marks.list.selectAll()
    marked.press("m", on=marked.window.marks.list, held=CTRL | ALT | SHIFT)
    both = notebook(marked, "四十天", "谁来守")
    assert clipboard().text() == EXPORTERS["markdown"].render(both)
    assert clipboard().html() == fragment(both)
    assert marked.message == "2 marks copied as Markdown."


def test_many_marks_are_copied_behind(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "FEW_MARKS", 0)
    marked.action("edit.copyAs.json").trigger()
    assert QGuiApplication.clipboard().text() == ""
    marked.qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()), timeout=TIME)
    assert clipboard().text() == EXPORTERS["json"].render(notebook(marked, "谁来守"))


def test_without_a_mark_it_is_said_what_to_do(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("kept")
    desk.action("edit.copyAs.markdown").trigger()
    assert clipboard().text() == "kept"
    assert desk.message.startswith("Choose marks in the list first")


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


@OFFSCREEN
def test_the_menus_offer_formats_and_templates(marked: Desk) -> None:
    wanted = [f"edit.copyAs.{name}" for name in (*COPIED, *(each.name for each in found()))]
    above = marked.window.top.copies
    assert entries(above) == wanted
    assert entries(above) == wanted  # and none of them twice
    menu = QMenu(marked.window)
    marked.window.deeds.marks.fill_menu(menu)
    (below,) = [each for each in menu.findChildren(QMenu) if each.title() == "Copy as"]
    assert entries(below) == wanted
    menu.deleteLater()


def test_a_template_is_copied_as_it_renders(marked: Desk) -> None:
    menu = marked.window.top.copies
    entries(menu)
    (entry,) = [each for each in menu.actions() if each.objectName() == "edit.copyAs.by-tag"]
    entry.trigger()
    marked.qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()), timeout=TIME)
    (template,) = [each for each in found() if each.name == "by-tag"]
    assert clipboard().text() == render(template, [notebook(marked, "谁来守")], today=today())


# -- out of the window -------------------------------------------------------------------------


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What was dragged out and dropped somewhere."""
    taken: list[QMimeData] = []

    def drop(drag: QDrag, *_: object) -> Qt.DropAction:
        assert not drag.pixmap().isNull()
        taken.append(drag.mimeData())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    return taken


def drag(desk: Desk, row: int) -> None:
    """Take hold of a card and move the mouse."""
    cards = desk.window.marks.list
    view = cards.viewport()
    at = cards.visualRect(cards.model().index(row, 0)).topLeft() + QPoint(60, 20)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    for step in (5, 20, 40):
        QTest.mouseMove(view, at + QPoint(step, step))
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 40))


def test_a_card_is_dragged_out_as_a_quotation(marked: Desk, dropped: list[QMimeData]) -> None:
    drag(marked, 1)
    (data,) = dropped
    assert data.text() == f"“谁来守”{SOURCE}"
    assert data.html() == fragment(notebook(marked, "谁来守"))
    assert not data.hasUrls()


def test_all_cards_chosen_are_dragged_together(marked: Desk, dropped: list[QMimeData]) -> None:
    marked.window.marks.list.setFocus()
    marked.window.marks.list.selectAll()
    drag(marked, 0)
    (data,) = dropped
    assert data.text() == quotations(notebook(marked, "四十天", "谁来守"))
    assert marked.quotes == ["四十天", "谁来守"]
    assert marked.window.marks.list.model().rowCount() == 2


def test_a_click_without_moving_drags_nothing(marked: Desk, dropped: list[QMimeData]) -> None:
    cards = marked.window.marks.list
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.visualRect(cards.model().index(0, 0)).center()
    )
    assert dropped == []
    assert marked.session.mark is not None
    assert marked.session.mark.quote == "四十天"
