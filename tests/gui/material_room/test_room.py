"""The marks of all speeches gather in one room: narrowed, grouped, on a board, and a click from their places."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton

from core.exporting import Export, Gathered
from core.library import Library
from core.library.material import Wanted
from core.marks import mark
from core.model import Annotation, Change, Document, Span
from core.readers import build
from gui.export_dialog import ExportDialog
from gui.material_room import MaterialRoom, looking, views
from gui.material_room.using import UsedDialog
from gui.rooms import READ
from gui.settings import Settings
from tests.gui.conftest import Opening
from tests.gui.desk import OFFSCREEN, Desk, speech_file

FIRST = "修渠的讲话\n（2026年1月5日）\n同志们：\n一、过去一年\n今年修渠三里，赵𫖯同志带头。\n二、今后\n再修新渠。\n"
OTHER = "种树的讲话\n（2024年3月1日）\n种树十里，修渠一里。\n"
PLACES = (
    (FIRST, "修渠三里", (0,), 5, "带上数字"),
    (FIRST, "再修新渠", (1,), 0, ""),
    (OTHER, "种树十里", (0, 1), 2, ""),
)


def marked(library: Library, text: str, words: str, numbers: tuple[int, ...], stars: int, note: str) -> Annotation:
    document, tags = build(text), list(library.tags())
    start = document.text.index(words)
    span = Span(start, start + len(words))
    made = mark(document, span, [tags[n] for n in numbers], id=library.new_id(), now="2026-02-03T08:00:00Z")
    return replace(made, stars=stars, note=note)


@pytest.fixture
def desk(opening: Opening, tmp_path: Path) -> Desk:
    """A window in the room, with three marks in two speeches; a third speech is on the desk."""
    with Library(tmp_path / "library.sqlite") as library:
        for text in (FIRST, OTHER):
            library.add(build(text))
        marks = [marked(library, *place) for place in PLACES]
        library.apply(Change({each.id: each for each in marks}))
    desk = opening(speech_file(tmp_path))
    desk.action("room.material").trigger()
    return desk


def room(desk: Desk) -> MaterialRoom:
    return desk.find(MaterialRoom, "materialView")


def listed(desk: Desk) -> list[str]:
    """What the list shows: a passage by its words, a group by its words and its size."""
    pieces = room(desk).cards.pieces
    rows = range(pieces.rowCount())
    return [
        piece.mark.quote if (piece := pieces.at(row)) else "{}:{}".format(*(pieces.group(row) or ())) for row in rows
    ]


def choose(desk: Desk, name: str, words: str) -> None:
    box = desk.find(QComboBox, name)
    row = next(row for row in range(box.count()) if box.itemText(row).startswith(words))
    box.setCurrentIndex(row)
    box.activated.emit(row)


def pick(desk: Desk, *words: str) -> None:
    """Click the tags with these names."""
    tags = room(desk).narrowing.tags
    for row in range(tags.count()):
        if tags.item(row).text() in words:
            at = tags.visualItemRect(tags.item(row)).center()
            desk.qtbot.mouseClick(tags.viewport(), Qt.MouseButton.LeftButton, pos=at)


def select(desk: Desk, *words: str) -> None:
    cards = room(desk).cards
    cards.clearSelection()
    cards.setFocus()
    for row in range(cards.pieces.rowCount()):
        piece = cards.pieces.at(row)
        if piece is not None and piece.mark.quote in words:
            flag = cards.selectionModel().SelectionFlag.Select
            cards.selectionModel().setCurrentIndex(cards.pieces.index(row), flag)


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    desk.qtbot.keyClick(room(desk).cards, key, modifier)


def marks(desk: Desk) -> dict[str, Annotation]:
    library = desk.window.session.library
    assert library is not None
    return {each.quote: each for text in (FIRST, OTHER) for each in library.annotations(build(text).digest).values()}


ORDERS = {
    "By year": ["2026:2", "修渠三里", "再修新渠", "2024:1", "种树十里"],
    "By speech": [
        "修渠的讲话  ·  2026-01-05:2",
        "修渠三里",
        "再修新渠",
        "种树的讲话  ·  2024-03-01:1",
        "种树十里",
    ],
    "By tag": ["金句:2", "修渠三里", "种树十里", "数据:1", "再修新渠"],
    "By stars": ["修渠三里", "种树十里", "再修新渠"],
}


@pytest.mark.parametrize("words", ORDERS)
def test_marks_are_grouped_as_one_asks(desk: Desk, words: str) -> None:
    choose(desk, "materialOrder", words)
    assert listed(desk) == ORDERS[words]


def _type(words: str) -> Callable[[Desk], None]:
    def type_(desk: Desk) -> None:
        room(desk).field.setText(words)
        room(desk).look()

    return type_


NARROWED: dict[str, tuple[Callable[[Desk], None], list[str]]] = {
    "a word of a passage": (_type("种树十"), ["种树十里"]),
    "a word of a note": (_type("数字"), ["修渠三里"]),
    "a word of a title": (_type("种树的"), ["种树十里"]),
    "nothing": (_type("没有的话"), []),
    "a tag": (lambda desk: pick(desk, "数据"), ["再修新渠", "种树十里"]),
    "two tags": (lambda desk: pick(desk, "数据", "金句"), ["修渠三里", "再修新渠", "种树十里"]),
    "a speech": (lambda desk: choose(desk, "materialSpeech", "种树"), ["种树十里"]),
    "a year": (lambda desk: choose(desk, "materialYear", "2026"), ["修渠三里", "再修新渠"]),
    "stars": (lambda desk: choose(desk, "materialStars", "★★+"), ["修渠三里", "种树十里"]),
}


@pytest.mark.parametrize("name", NARROWED)
def test_the_base_is_narrowed_by(desk: Desk, name: str) -> None:
    narrow, expected = NARROWED[name]
    narrow(desk)
    assert [words for words in listed(desk) if ":" not in words] == expected
    assert room(desk).bar.count.text() == f"{len(expected)} mark{'' if len(expected) == 1 else 's'}"
    assert room(desk).stack.currentWidget() is (room(desk).cards if expected else room(desk).empty)


def test_enter_leads_to_the_place_of_a_card(desk: Desk) -> None:
    select(desk, "再修新渠")
    press(desk, Qt.Key.Key_Return)
    session = desk.window.session
    desk.qtbot.waitUntil(lambda: session.current is not None and session.current.digest == build(FIRST).digest)
    assert desk.window.rooms.current == READ
    assert session.mark is not None
    assert session.mark.quote == "再修新渠"


def test_copies_come_with_their_source_from_whatever_speech(desk: Desk) -> None:
    select(desk, "修渠三里", "种树十里")
    press(desk, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "“修渠三里”（《修渠的讲话》，2026-01-05，第一部分）",
        "“种树十里”（《种树的讲话》，2024-03-01）",
    ]


@OFFSCREEN
def test_where_passages_were_used_is_noted_in_one_step_and_shown(desk: Desk) -> None:
    select(desk, "修渠三里", "种树十里")
    press(desk, Qt.Key.Key_U)
    dialog = desk.find(UsedDialog, "usedDialog")
    assert not dialog.ok.isEnabled()
    dialog.paper.setEditText("年终汇报")
    desk.find(QPushButton, "usedTake").click()
    assert {words: each.used for words, each in marks(desk).items()} == {
        "修渠三里": "年终汇报",
        "再修新渠": "",
        "种树十里": "年终汇报",
    }
    choose(desk, "materialUse", "Not used yet")
    assert [words for words in listed(desk) if ":" not in words] == ["再修新渠"]
    desk.action("edit.undo").trigger()
    assert not any(each.used for each in marks(desk).values())


@OFFSCREEN
def test_a_second_paper_is_added_to_the_first(desk: Desk) -> None:
    for paper in ("年终汇报", "  动员  讲话 ", "年终汇报"):
        select(desk, "修渠三里")
        desk.window.marking.use(paper, room(desk).deeds.marks(room(desk).cards.chosen()))
    assert marks(desk)["修渠三里"].used == "年终汇报\n动员 讲话"
    select(desk, "修渠三里")
    press(desk, Qt.Key.Key_U)
    desk.find(QPushButton, "usedNot").click()
    assert marks(desk)["修渠三里"].used == ""


def test_stars_and_deleting_act_on_speeches_that_are_not_open(desk: Desk) -> None:
    select(desk, "再修新渠")
    press(desk, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert marks(desk)["再修新渠"].stars == 4
    select(desk, "再修新渠", "种树十里")
    press(desk, Qt.Key.Key_Delete)
    assert set(marks(desk)) == {"修渠三里"}
    assert [words for words in listed(desk) if ":" not in words] == ["修渠三里"]
    desk.action("edit.undo").trigger()
    assert len(marks(desk)) == 3


def test_the_board_has_a_column_for_each_tag_in_use(desk: Desk) -> None:
    desk.find(QPushButton, "materialBoardButton").click()
    board = room(desk).board
    found = [
        [piece.mark.quote for row in range(c.pieces.rowCount()) if (piece := c.pieces.at(row))] for c in board.columns
    ]
    assert [sorted(column) for column in found] == [["修渠三里", "种树十里"], ["再修新渠", "种树十里"]]
    assert [column.accessibleName() for column in board.columns] == ["金句", "数据"]


@OFFSCREEN
def test_a_view_is_saved_and_asked_for_again(desk: Desk) -> None:
    choose(desk, "materialStars", "★★+")
    pick(desk, "金句")
    room(desk).field.setText("修渠")
    room(desk).save_view(" 修渠金句 ")
    room(desk).show_view(Wanted())
    assert len([words for words in listed(desk) if ":" not in words]) == 3
    desk.find(QPushButton, "materialViewsButton").click()
    menu = desk.find(QMenu, "materialViewsMenu")
    next(action for action in menu.actions() if action.text() == "修渠金句").trigger()
    assert [words for words in listed(desk) if ":" not in words] == ["修渠三里"]
    menu.close()


DAMAGED = ("", "nonsense", "[]", '{"a": 1}', '{"a": {"words": 3}}', '{"a": {"tags": [1]}}', '{"a": {"order": "no"}}')


@pytest.mark.parametrize("words", DAMAGED)
def test_a_damaged_view_is_left_out(tmp_path: Path, words: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.keep(views.KEY, words)
    assert views.saved(settings) == {}
    both = json.dumps({"good": {"words": "渠", "tags": ["a"]}, "bad": {"stars": "five"}})
    settings.keep(views.KEY, both)
    assert views.saved(settings) == {"good": Wanted("渠", frozenset({"a"}))}


def test_typing_in_the_list_goes_to_the_field_and_escape_leads_out(desk: Desk) -> None:
    room(desk).cards.setFocus()
    desk.qtbot.keyClicks(room(desk).cards, "x")
    assert room(desk).field.text() == "x"
    desk.qtbot.keyClick(room(desk).field, Qt.Key.Key_Escape)
    assert room(desk).field.text() == ""
    desk.qtbot.keyClick(room(desk).field, Qt.Key.Key_Escape)
    assert desk.window.rooms.current == READ


def test_a_passage_that_was_lost_is_copied_with_its_words(desk: Desk) -> None:
    library = desk.window.session.library
    assert library is not None
    document: Document = build(FIRST)
    lost = Annotation("lost", document.digest, None, "不见了的话", state="orphan", former="二、今后")
    desk.window.session.do(Change({"lost": lost}), "test")
    room(desk).look()
    select(desk, "不见了的话")
    press(desk, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "“不见了的话”（《修渠的讲话》，2026-01-05）"


@OFFSCREEN
def test_marks_of_several_speeches_are_exported_as_they_are_chosen(desk: Desk, tmp_path: Path) -> None:
    select(desk, "再修新渠", "种树十里")
    desk.find(QPushButton, "materialExportButton").click()
    dialog = desk.find(ExportDialog, "exportDialog")
    assert dialog.scope.name == "material"
    assert dialog.scope.size == 2
    order = dialog.order
    assert order is not None
    target = Export(order._replace(form="json", template=None, options={})).write(
        tmp_path / "out.json", lambda *_: None
    )
    notebooks = json.loads(target.read_text(encoding="utf-8"))
    assert [[mark["quote"] for mark in each["annotations"]] for each in notebooks] == [["再修新渠"], ["种树十里"]]
    dialog.reject()


@OFFSCREEN
def test_without_a_choice_all_that_is_listed_is_exported(desk: Desk) -> None:
    choose(desk, "materialYear", "2026")
    room(desk).export_marks()
    dialog = desk.find(ExportDialog, "exportDialog")
    what = dialog.scope.what
    assert isinstance(what, Gathered)
    assert len(what.ids) == 2
    dialog.reject()


def test_a_large_base_is_asked_behind_the_window_and_the_last_question_counts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "AT_ONCE", 0)
    room(desk).field.setText("修渠")
    room(desk).look()
    assert desk.window.opener.tasks.busy
    room(desk).field.setText("种树")
    room(desk).look()
    desk.qtbot.waitUntil(lambda: [words for words in listed(desk) if ":" not in words] == ["种树十里"])
    desk.qtbot.waitUntil(lambda: not desk.window.opener.tasks.busy)
    assert [words for words in listed(desk) if ":" not in words] == ["种树十里"]
