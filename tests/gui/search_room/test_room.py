"""All speeches are searched from the window: as one types, to the place of a hit, and on to marks in one step."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from core.library import Library
from core.readers import build
from core.search.listing import Head
from core.search.rows import Row
from gui.rooms import READ
from gui.search_room import SearchRoom
from gui.search_room.hit_model import LINE
from gui.search_room.search_bar import Asked
from tests.gui.conftest import Opening
from tests.gui.desk import Desk, speech_file
from tests.gui.pixels import colours

FIRST = "修渠的讲话\n（2026年1月5日）\n赵𫖯\n同志们：\n一、过去一年\n今年修渠三里。渠道通了。\n二、今后\n再修新渠。\n"
OTHER = "种树的讲话\n（2024年3月1日）\n种树十里，修渠一里。國家发展。\n"
PATIENCE = 20_000


@pytest.fixture
def desk(opening: Opening, tmp_path: Path) -> Desk:
    """A window in the search room, with two speeches and the one that is open."""
    with Library(tmp_path / "library.sqlite") as library:
        library.add(build(FIRST))
        library.add(build(OTHER))
    desk = opening(speech_file(tmp_path))
    desk.action("search.library").trigger()
    return desk


def room(desk: Desk) -> SearchRoom:
    return desk.find(SearchRoom, "searchRoom")


def lines(desk: Desk) -> list[Head | Row]:
    model = room(desk).model
    desk.qtbot.waitUntil(lambda: all(model.at(row) for row in range(model.rowCount())), timeout=PATIENCE)
    return [model.index(row, 0).data(LINE) for row in range(model.rowCount())]


def ask(desk: Desk, words: str) -> list[str]:
    """Type a question; what the list then shows, a speech by its title, a hit by what stands around."""
    place = room(desk)
    place.bar.field.setText(words)
    settled(desk)
    shown = lines(desk)
    return [
        line.title if isinstance(line, Head) else f"{line.left[-1:]}[{line.match}]{line.right[:1]}" for line in shown
    ]


def settled(desk: Desk) -> None:
    place = room(desk)
    place.ask()
    desk.qtbot.waitUntil(lambda: place._done, timeout=PATIENCE)


def test_the_hit_of_the_line_that_is_chosen_shows_on_its_colour(desk: Desk) -> None:
    ask(desk, "修渠")
    view, model = room(desk).list, room(desk).model
    for row in (1, 0):
        view.selectionModel().select(model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        line = view.visualRect(model.index(1, 0))
        line.setLeft(line.left() + 10)
        assert (desk.window.look.accent.lower() in colours(view.viewport().grab().toImage(), line)) == (row == 1)


def test_hits_stand_below_their_speeches_in_the_order_asked_for(desk: Desk) -> None:
    first, other = "修渠的讲话", "种树的讲话"
    assert ask(desk, "修渠") == [first, "[修渠]的", "年[修渠]三", other, "，[修渠]一"]
    assert room(desk).bar.count.text() == "3 hits in 2 speeches"
    bar = room(desk).bar
    bar.orders["oldest"].trigger()
    assert ask(desk, "修渠")[0] == other
    bar.orders["right"].trigger()
    assert ask(desk, "修渠") == ["，[修渠]一", "年[修渠]三", "[修渠]的"]
    bar.orders["left"].trigger()
    assert ask(desk, "修渠") == ["[修渠]的", "年[修渠]三", "，[修渠]一"]


def test_what_is_taken_for_the_same_and_where_is_looked_can_be_chosen(desk: Desk) -> None:
    assert ask(desk, "国家发展") == []
    assert room(desk).hint.isVisible()
    room(desk).bar.folds["script"].setChecked(True)
    assert ask(desk, "国家发展") == ["种树的讲话", "。[國家发展]。"]
    bar = room(desk).bar
    bar.scopes["titles"].setChecked(True)
    bar.scopes["text"].setChecked(False)
    assert ask(desk, "种树") == ["种树的讲话", "[种树]的"]


def test_what_is_wrong_is_said_and_underlined_in_place(desk: Desk) -> None:
    ask(desk, "渠 与 (修")
    place = room(desk)
    desk.qtbot.waitUntil(lambda: place.bar.problem.isVisible(), timeout=PATIENCE)
    assert place.bar.problem.text() == "The bracket at character 5 is never closed."
    assert place.bar.field._wrong == (4, 5)
    plain = place.bar.field.grab().toImage()
    place.bar.field.mark_wrong(None)
    assert place.bar.field.grab().toImage() != plain
    assert ask(desk, "渠 与 修") != []
    assert not place.bar.problem.isVisible()


def test_enter_opens_the_place_of_a_hit(desk: Desk) -> None:
    ask(desk, "再修")
    place = room(desk)
    QTest.keyClick(place.bar.field, Qt.Key.Key_Down)
    desk.qtbot.waitUntil(place.list.hasFocus)
    with desk.qtbot.waitSignal(desk.session.went, timeout=PATIENCE) as went:
        QTest.keyClick(place.list, Qt.Key.Key_Return)
    assert went.args is not None
    start, stop = went.args
    assert desk.window.rooms.current == READ
    assert desk.text[start:stop] == "再修"


def test_escape_leads_back_to_the_field_and_to_the_desk(desk: Desk) -> None:
    ask(desk, "修渠")
    place = room(desk)
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Escape)
    assert place.bar.field.hasFocus()
    QTest.keyClick(place.bar.field, Qt.Key.Key_Escape)
    assert place.bar.field.text() == ""
    QTest.keyClick(place.bar.field, Qt.Key.Key_Escape)
    assert desk.window.rooms.current == READ


def test_what_is_typed_in_the_list_goes_on_in_the_field(desk: Desk) -> None:
    ask(desk, "修")
    room(desk).list.setFocus()
    QTest.keyClicks(room(desk).list, "x")
    assert room(desk).bar.field.text() == "修x"


def test_hits_in_many_speeches_are_marked_in_one_step_that_can_be_undone(desk: Desk) -> None:
    ask(desk, "修渠")
    place, library = room(desk), desk.session.library
    assert library is not None
    tag = next(iter(desk.session.tags))

    def marks() -> dict[str, int]:
        return {row.title: row.marks for row in library.documents() if "的讲话" in row.title and row.marks}

    with desk.qtbot.waitSignal(desk.session.changed, timeout=PATIENCE):
        place.deeds.mark(tag)
    assert marks() == {"修渠的讲话": 2, "种树的讲话": 1}
    with desk.qtbot.waitSignal(place.process.marked, timeout=PATIENCE):
        place.deeds.mark(tag)
    assert marks() == {"修渠的讲话": 2, "种树的讲话": 1}
    desk.action("edit.undo").trigger()
    assert marks() == {}


def test_only_the_chosen_hits_are_marked(desk: Desk) -> None:
    ask(desk, "修渠")
    place = room(desk)
    place.list.setCurrentIndex(place.model.index(1, 0))
    QTest.keyClick(place.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert place.chosen() == [1, 2]
    with desk.qtbot.waitSignal(desk.session.changed, timeout=PATIENCE) as changed:
        place.deeds.mark(next(iter(desk.session.tags)))
    assert changed.args is not None
    assert len(changed.args[0].annotations) == 2


def test_hits_are_copied_and_written_as_a_table(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(desk, "修渠")
    place, target = room(desk), tmp_path / "hits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with desk.qtbot.waitSignal(place.process.written, timeout=PATIENCE):
        place.deeds.export()
    with target.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert [row[5] for row in table] == ["命中", "修渠", "修渠", "修渠"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "hits"), "XLSX (*.xlsx)"))
    with desk.qtbot.waitSignal(place.process.written, timeout=PATIENCE):
        place.deeds.export()
    sheet = load_workbook(tmp_path / "hits.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in list(sheet.columns)[5]] == ["命中", "修渠", "修渠", "修渠"]
    with desk.qtbot.waitSignal(place.process.copied, timeout=PATIENCE):
        place.deeds.copy()
    assert QGuiApplication.clipboard().text().count("【修渠】") == 3
    place.list.setCurrentIndex(place.model.index(2, 0))
    with desk.qtbot.waitSignal(place.process.copied, timeout=PATIENCE):
        QTest.keyClick(place.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("【修渠】") == 1


def test_a_table_is_never_written_over_the_library(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(desk, "修渠")
    before = desk.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.path), ""))
    monkeypatch.setattr("gui.search_room.hit_deeds.CSV", desk.path.suffix)
    with desk.qtbot.waitSignal(desk.session.failed, timeout=PATIENCE):
        room(desk).deeds.export()
    assert desk.path.read_bytes() == before


def test_searches_are_kept(desk: Desk) -> None:
    ask(desk, "修渠 year:2026")
    place = room(desk)
    place.saved.save()
    ask(desk, "种树")
    place.saved.fill()
    words = [action.text() for action in place.bar.saved_menu.actions() if action.text()]
    assert {"修渠 year:2026", "种树"} <= set(words)
    next(each for each in place.bar.saved_menu.actions() if each.text() == "修渠 year:2026").trigger()
    assert place.bar.field.text() == "修渠 year:2026"
    place.saved.forget(place.bar.asked)
    place.saved.fill()
    assert "Forget" not in [action.text() for action in place.bar.saved_menu.actions()]


def test_a_condition_is_chosen_from_a_menu(desk: Desk) -> None:
    ask(desk, "修渠")
    place = room(desk)
    place._narrowing.fill()
    menus = {action.text(): action.menu() for action in place.bar.narrow_menu.actions()}
    years = menus["Year"]
    assert isinstance(years, QMenu)
    next(action for action in years.actions() if action.text() == "2024").trigger()
    assert place.bar.field.text() == "修渠 year:2024"
    assert ask(desk, place.bar.field.text()) == ["种树的讲话", "，[修渠]一"]


def test_what_is_selected_on_the_desk_is_searched_for(desk: Desk) -> None:
    desk.action("room.read").trigger()
    desk.session.select(type(desk.session.selection)(0, 3))
    desk.action("search.library").trigger()
    assert room(desk).bar.field.text() == desk.text[:3]


@pytest.mark.parametrize("record", [None, 1, {}, {"words": 1}, {"words": "x", "fold": 3, "order": "?", "scopes": 7}])
def test_a_kept_search_that_makes_no_sense_is_let_be(record: object) -> None:
    assert Asked.of(record) in (None, Asked("x"))


def test_a_million_lines_are_gone_through_without_looking_at_them(desk: Desk) -> None:
    place = room(desk)
    asked: list[int] = []
    ask(desk, "修渠")
    place.process.lines = lambda first, last: asked.append(first)  # type: ignore[method-assign]
    place.model.clear()
    place.model.grow(1_000_000)
    bar = place.list.verticalScrollBar()
    assert bar.maximum() + place.list.viewport().height() == 30_000_000
    bar.setValue(bar.maximum())
    place.list.viewport().grab()
    QTest.keyClick(place.list, Qt.Key.Key_End)
    assert place.list.currentIndex().row() == 999_999
    QTest.keyClick(place.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert place.chosen() is None
    assert len(asked) < 10


def test_a_search_that_is_killed_is_told_and_the_next_is_answered(desk: Desk) -> None:
    ask(desk, "修渠")
    place = room(desk)
    assert place.process._asking is not None
    with desk.qtbot.waitSignal(desk.session.failed, timeout=PATIENCE):
        place.process._asking.process.kill()
    assert ask(desk, "种树")[0] == "种树的讲话"
