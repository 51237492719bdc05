"""The list of marks: in document order, led by the text and leading to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from core.marks import mark
from core.model import Change, Span
from gui.mark_model import BULK
from tests.gui.desk import CTRL, Desk
from tests.gui.own_speech import SECOND, find
from tests.gui.pixels import colours

LEFT = Qt.MouseButton.LeftButton
PLACES = ("赵𫖯同志", "23个直排口", "四十天", "谁来守")


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """A window with four marks, made out of order; the last made is current."""
    for words, key in zip((PLACES[2], PLACES[0], PLACES[3], PLACES[1]), "1234", strict=True):
        desk.tag(words, key)
    return desk


def row(desk: Desk, number: int) -> QModelIndex:
    return desk.window.marks.list.model().index(number, 0)


def click(desk: Desk, number: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = desk.window.marks.list
    view.scrollTo(row(desk, number))
    desk.qtbot.mouseClick(view.viewport(), LEFT, held, view.visualRect(row(desk, number)).center())


def current_quote(desk: Desk) -> str:
    mark = desk.session.mark
    return mark.quote if mark else ""


def test_marks_stand_in_document_order_and_are_counted(marked: Desk) -> None:
    assert marked.quotes == list(PLACES)
    assert marked.find(QLabel, "markCount").text() == "4 marks · in text order"


def test_without_marks_the_list_says_how_to_make_one(desk: Desk) -> None:
    hint = desk.find(QLabel, "emptyHint")
    assert hint.isVisible()
    desk.tag("谁来守")
    assert not hint.isVisible()
    desk.press(Qt.Key.Key_Delete)
    assert hint.isVisible()


def test_a_click_on_a_card_picks_the_mark_and_shows_it(marked: Desk) -> None:
    for number in (3, 0, 2):
        click(marked, number)
        assert current_quote(marked) == PLACES[number]
        box = marked.place(find(PLACES[number])[0])
        assert marked.pane.viewport().rect().contains(box)


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_a_click_on_the_card_that_the_list_went_to_by_itself_picks_its_mark(
    marked: Desk, button: Qt.MouseButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.session.pick("")
    cards = marked.window.marks.list
    monkeypatch.setattr(cards, "hasFocus", lambda: False)  # as while another program is in front
    cards.setCurrentIndex(cards.model().index(0, 0))
    assert marked.session.mark is None
    where = cards.visualRect(cards.currentIndex()).center()
    marked.qtbot.mousePress(cards.viewport(), button, pos=where)
    assert marked.session.mark is not None
    assert marked.session.mark.id == cards.chosen()[0]


def test_arrow_keys_in_the_list_go_from_mark_to_mark(marked: Desk) -> None:
    click(marked, 0)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        marked.press(key)
        seen.append(current_quote(marked))
    assert seen == [PLACES[1], PLACES[2], PLACES[1], PLACES[3]]


def test_enter_in_the_list_goes_to_the_passage_and_writes_no_note(marked: Desk) -> None:
    click(marked, 3)
    marked.press(Qt.Key.Key_Return)
    assert marked.selected == PLACES[3]
    assert not marked.window.note.editor.hasFocus()


def test_a_number_in_the_list_tags_the_chosen_mark(marked: Desk) -> None:
    click(marked, 0)
    marked.press("9")
    assert marked.tags_of(marked.marks[0]) == ["数据", "待查"]


def test_delete_in_the_list_takes_out_all_that_are_chosen_in_one_step(marked: Desk) -> None:
    click(marked, 0)
    click(marked, 2, Qt.KeyboardModifier.ControlModifier)
    marked.press(Qt.Key.Key_Delete)
    assert marked.quotes == [mark.quote for mark in marked.marks] == [PLACES[1], PLACES[3]]
    marked.press("z", held=CTRL)
    assert marked.quotes == list(PLACES)


def test_deleting_in_the_text_leaves_the_view_where_it_is(marked: Desk) -> None:
    marked.click(find(PLACES[1])[0] + 1)
    marked.pane.setFocus()
    at = marked.pane.verticalScrollBar().value()
    marked.press(Qt.Key.Key_Delete)
    assert current_quote(marked) == ""
    assert marked.pane.verticalScrollBar().value() == at
    assert not marked.window.marks.list.selectedIndexes()
    marked.press(Qt.Key.Key_Delete)
    assert len(marked.marks) == 3


def test_very_many_marks_at_once_leave_the_chosen_card(marked: Desk) -> None:
    speech = marked.session.current
    assert speech is not None
    click(marked, 2)
    many = [mark(speech.document, Span(at, at + 2), id=f"m{at}", now="2026-01-05T08:30:00Z") for at in range(BULK + 9)]
    marked.session.do(Change({each.id: each for each in many}), "Import")
    assert len(marked.marks) == BULK + 13
    assert current_quote(marked) == PLACES[2]
    assert marked.window.marks.list.currentIndex().data() == PLACES[2]
    marked.press("z", held=CTRL)
    assert marked.quotes == list(PLACES)
    assert marked.window.marks.list.currentIndex().data() == PLACES[2]


def test_a_card_shows_quote_note_tags_and_heading(marked: Desk) -> None:
    click(marked, 1)
    view = marked.window.marks.list
    marked.pane.setFocus()

    def picture() -> object:
        QApplication.processEvents()
        return view.viewport().grab(view.visualRect(row(marked, 1))).toImage()

    seen = colours(view.viewport().grab(view.visualRect(row(marked, 1))).toImage())
    look = marked.app.look
    tag = next(tag for tag in marked.session.tags.values() if tag.key == "4")
    assert {QColor(look.tag(tag.colour)).name(), look.accent.lower(), look.field.lower()} <= seen
    before = picture()
    marked.press("n")
    marked.type("记下来")
    marked.press(Qt.Key.Key_Escape)
    noted = picture()
    assert noted != before
    marked.press("1")
    assert picture() != noted


def test_the_list_keeps_to_the_speech_in_front(marked: Desk) -> None:
    other = marked.folder / "second.txt"
    other.write_text(SECOND, encoding="utf-8")
    marked.app.opener.open(other)
    assert marked.quotes == []
    marked.press(Qt.Key.Key_Tab, held=CTRL)
    assert marked.quotes == list(PLACES)
