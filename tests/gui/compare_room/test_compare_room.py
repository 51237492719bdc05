"""The room in which speeches are compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QToolButton

from core.model import Span
from gui.compare_room import CompareRoom
from gui.compare_room.chooser import SpeechChooser
from gui.compare_room.pane import ComparedText
from gui.lens.view import TableView
from tests.gui.conftest import Opening
from tests.gui.desk import LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT

PASSAGE = "一段一个河长，一口一个对策，一周一次通报"
LATER = (
    "在全镇河道整治总结会上的讲话\n（2025年3月10日）\n同志们：\n"
    f"一、看清变化，把治河的担子挑下去\n河水清了，拆除违建210处。\n二、压实责任，把治河的账算明白\n还是去年春天大家一起定下来的那几句老话：{PASSAGE}。\n"
)


@pytest.fixture
def room(opening: Opening, tmp_path: Path) -> Desk:
    """Our own speech and one of a year later, compared; a third one is in the library."""
    files = ("second.txt", SECOND), ("later.txt", LATER), ("speech.txt", TEXT)
    desk = opening(*(speech_file(tmp_path, name, text) for name, text in files))
    desk.wait_until_read()
    desk.session.close(next(iter(desk.session.speeches)))
    desk.action("room.compare").trigger()
    wait(desk)
    return desk


def wait(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: "stand together" in said(desk) or "shared" in said(desk), timeout=LONG)


def said(desk: Desk) -> str:
    return desk.find(QLabel, "compareSaid").text()


def rows(desk: Desk) -> list[tuple[str, ...]]:
    model = desk.find(TableView, "compareTable").model_
    return [tuple(str(cell) for cell in row[:-1]) for row in model.shown.rows]


def text_of(desk: Desk, number: int) -> ComparedText:
    return desk.find(ComparedText, f"compareText.{number}")


def selected(desk: Desk, number: int) -> str:
    text = text_of(desk, number)
    assert text.page is not None
    return text.page.text[text.caret.span.start : text.caret.span.stop]


def stand(desk: Desk, row: int) -> TableView:
    view = desk.find(TableView, "compareTable")
    view.setCurrentIndex(view.model_.index(row, 0))
    return view


def test_outlines_stand_side_by_side_and_a_row_shows_its_place_in_both_texts(room: Desk) -> None:
    assert rows(room) == [
        ("一、看清形势，把治河的担子挑起来", "一、看清变化，把治河的担子挑下去"),
        ("\u3000（一）难题还在", ""),
        ("\u3000（二）时机正好", ""),
        ("二、压实责任，把治河的账算清楚", "二、压实责任，把治河的账算明白"),
    ]
    stand(room, 3)
    assert (selected(room, 1), selected(room, 2)) == rows(room)[3]
    stand(room, 1)
    assert selected(room, 1) == "（一）难题还在"
    assert selected(room, 2) == "二、压实责任，把治河的账算明白"


def test_shared_passages_are_listed_with_their_speeches_and_shown_in_both(room: Desk) -> None:
    room.find(QPushButton, "compareShared").click()
    assert said(room) == "1 passage shared"
    assert rows(room) == [(PASSAGE, "1 · 2", str(len(PASSAGE)), "100")]
    stand(room, 0)
    assert (selected(room, 1), selected(room, 2)) == (PASSAGE, PASSAGE)


def test_enter_goes_to_the_place_on_the_desk(room: Desk) -> None:
    view = stand(room, 3)
    room.press(Qt.Key.Key_Return, on=view)
    room.qtbot.waitUntil(lambda: room.window.rooms.current == "read", timeout=LONG)
    room.qtbot.waitUntil(lambda: room.selected == "二、压实责任，把治河的账算清楚", timeout=LONG)


def test_esc_leads_back_to_the_desk(room: Desk) -> None:
    view = stand(room, 0)
    room.press(Qt.Key.Key_Escape, on=view)
    assert room.window.rooms.current == "read"


@OFFSCREEN
def test_a_third_speech_is_chosen_by_its_name_and_taken_out_again(room: Desk) -> None:
    room.find(QPushButton, "compareAdd").click()
    field, list_ = room.find(QLineEdit, "compareField"), room.find(QListWidget, "compareList")
    assert list_.count() == 1
    room.type("什么都没有", on=field)
    assert list_.count() == 0
    field.clear()
    room.press(Qt.Key.Key_Return, on=field)
    room.qtbot.waitUntil(lambda: room.window.findChild(ComparedText, "compareText.3") is not None, timeout=LONG)
    wait(room)
    assert all(len(row) == 3 for row in rows(room))
    assert min(room.splitter("compareTexts").sizes()) > 100
    room.find(QToolButton, "compareOut.3").click()
    wait(room)
    assert all(len(row) == 2 for row in rows(room))
    assert room.window.findChild(SpeechChooser, "compareChooser") is None


def test_with_one_speech_it_is_said_what_to_do(desk: Desk) -> None:
    desk.action("room.compare").trigger()
    assert desk.find(QLabel, "compareHint").isVisible()
    assert not desk.find(TableView, "compareTable").isVisible()
    desk.find(QPushButton, "compareAdd").click()
    assert "No other speech" in desk.message


def test_four_are_the_most(room: Desk) -> None:
    page = room.find(CompareRoom, "compareView")
    digest = next(iter(room.session.speeches))
    page.add(digest)
    page.add(digest)
    assert not room.find(QPushButton, "compareAdd").isVisible()
    wait(room)
    assert all(len(row) == 4 for row in rows(room))


def test_everything_has_a_name_and_takes_another_theme(room: Desk) -> None:
    assert nameless(room.find(CompareRoom, "compareView")) == []
    light = text_of(room, 1).theme
    room.action("view.theme").trigger()
    assert text_of(room, 1).theme != light


def test_what_is_shared_is_set_apart_in_the_text(room: Desk) -> None:
    text = text_of(room, 2)
    assert text.view is not None
    start = LATER.index(PASSAGE)
    assert list(text.ink(text.view).hits) == [Span(start, start + len(PASSAGE))]
