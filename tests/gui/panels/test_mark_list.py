"""The list of marks is sorted and filtered; what is done with several marks is one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from core.model import Annotation, Change, Notebook
from gui.export_dialog import ExportDialog
from gui.filter_sheet import FilterSheet
from gui.mark_card import STAR, card_of, star_row
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LEFT, LONG, OFFSCREEN, SHIFT, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, find

ALT = Qt.KeyboardModifier.AltModifier
HELD = {"": Qt.KeyboardModifier.NoModifier, "ctrl": CTRL, "shift": SHIFT}
PLACES = ("赵𫖯同志", "23个直排口", "四十天", "谁来守")
"""In document order; their tags are 2, 4, 1, 3."""


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """A window with four marks, made out of order; the last made is current."""
    for words, key in zip((PLACES[2], PLACES[0], PLACES[3], PLACES[1]), "1234", strict=True):
        desk.tag(words, key)
    return desk


def row(desk: Desk, number: int) -> QModelIndex:
    return desk.window.marks.list.model().index(number, 0)


def click(desk: Desk, number: int, held: str = "") -> None:
    view = desk.window.marks.list
    view.scrollTo(row(desk, number))
    desk.qtbot.mouseClick(view.viewport(), LEFT, HELD[held], view.visualRect(row(desk, number)).center())


def count(desk: Desk) -> str:
    return desk.find(QLabel, "markCount").text()


def filter_by(desk: Desk, words: str) -> None:
    """Call the filter's field by its key, and type into it."""
    desk.press("l", held=CTRL | SHIFT)
    desk.type(words)


def sheet(desk: Desk) -> FilterSheet:
    """Open what stands below the filter's button."""
    desk.qtbot.mouseClick(desk.find(QWidget, "markFilterButton"), LEFT)
    made = desk.window.marks.filter.sheet
    assert made is not None
    return made


def press(desk: Desk, parent: QWidget, *names: str) -> None:
    for name in names:
        button = parent.findChild(QPushButton, name)
        assert isinstance(button, QPushButton), name
        desk.qtbot.mouseClick(button, LEFT)


def shown_chips(desk: Desk) -> list[str]:
    return [chip.text() for chip in desk.window.marks.findChildren(QPushButton) if chip.isVisible()]


def tag_chip(desk: Desk, key: str) -> str:
    return next(f"filterTag.{tag.id}" for tag in desk.session.tags.values() if tag.key == key)


def keys(desk: Desk) -> list[list[str]]:
    """The keys of the tags of each mark, in document order."""
    return [[desk.session.tags[tag].key for tag in mark.tags] for mark in desk.marks]


# -- filtering and sorting -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "shown"),
    [("守", [PLACES[3]]), ("十 天", [PLACES[2]]), ("23", [PLACES[1]]), ("记", [PLACES[1]]), ("没有", [])],
)
def test_words_of_quote_or_note_filter_the_list(marked: Desk, words: str, shown: list[str]) -> None:
    marked.window.marking.note(marked.session.mark_id, "记下来")
    filter_by(marked, words)
    assert marked.quotes == shown
    assert count(marked) == f"{len(shown)} of 4"
    assert marked.find(QLabel, "emptyHint").isVisible() is not bool(shown)
    marked.press(Qt.Key.Key_Escape)
    assert marked.quotes == list(PLACES)
    assert count(marked) == "4 marks · in text order"
    marked.press(Qt.Key.Key_Escape)
    assert marked.window.marks.list.hasFocus()


@pytest.mark.usefixtures("patient")
def test_pinyin_initials_are_found_too(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    for words in PLACES:
        desk.tag(words)
    desk.window.marking.note(desk.session.mark_id, "待核：2023年")
    filter_by(desk, "sls")
    desk.qtbot.waitUntil(lambda: desk.quotes == [PLACES[3]], timeout=4 * LONG)
    desk.window.marks.filter.field.clear()
    filter_by(desk, "dh2023")
    desk.qtbot.waitUntil(lambda: desk.quotes == [PLACES[3]], timeout=4 * LONG)


@OFFSCREEN
def test_filters_combine_show_as_chips_and_go_one_by_one_or_all_at_once(marked: Desk) -> None:
    marked.window.marking.star(3)
    made = sheet(marked)
    assert nameless(made) == []
    press(marked, made, tag_chip(marked, "4"), tag_chip(marked, "1"))
    assert marked.quotes == [PLACES[1], PLACES[2]]
    press(marked, made, "filterStars.2", "filterDate.7", "filterState.anchored")
    assert marked.quotes == [PLACES[1]]
    assert made.count.text() == count(marked) == "1 of 4"
    made.close()
    panel = marked.window.marks
    chips = ["金句 / 案例  ×", "In place  ×", "★ ≥ 2  ×", "7 days  ×", "Show all"]
    marked.qtbot.waitUntil(lambda: shown_chips(marked) == chips)
    press(marked, panel, "filterChip.stars")
    assert marked.quotes == [PLACES[1], PLACES[2]]
    press(marked, panel, "filterClear")
    assert marked.quotes == list(PLACES)
    assert shown_chips(marked) == []


@OFFSCREEN
@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("filterHow.none",), [0, 2, 3]),
        (("filterHow.all",), [1]),
        (("filterStars.5",), []),
        (("filterState.orphan",), []),
        (("filterDate.1",), [1]),
        (("markOrder.date",), [1]),
        (("filterSheetClear",), [0, 1, 2, 3]),
    ],
)
def test_what_the_sheet_asks_for_is_shown(marked: Desk, names: tuple[str, ...], shown: list[int]) -> None:
    made = sheet(marked)
    press(marked, made, tag_chip(marked, "4"), *names)
    assert marked.quotes == [PLACES[number] for number in shown]


@OFFSCREEN
def test_a_section_is_chosen_or_the_one_that_is_read(marked: Desk) -> None:
    made = sheet(marked)
    field = made.findChild(QComboBox, "filterSection")
    assert isinstance(field, QComboBox)
    at = next(n for n in range(field.count()) if "难题还在" in field.itemText(n))
    for _ in range(at):
        marked.press(Qt.Key.Key_Down, on=field)
    assert marked.quotes == [PLACES[1]]
    marked.press(Qt.Key.Key_Home, on=field)
    marked.press(Qt.Key.Key_Down, on=field)
    made.close()
    marked.go(find("四十天")[0])
    assert marked.quotes == [PLACES[2]]
    marked.go(find("谁来守")[0])
    assert marked.quotes == [PLACES[3]]


@OFFSCREEN
def test_since_a_day(marked: Desk) -> None:
    made = sheet(marked)
    field = made.findChild(QDateEdit, "filterSince")
    assert isinstance(field, QDateEdit)
    field.setDate(QDate.currentDate().addDays(2))
    assert marked.quotes == []
    field.setDate(QDate.currentDate().addDays(-2))
    assert marked.quotes == list(PLACES)


@OFFSCREEN
@pytest.mark.parametrize(
    ("by", "order", "words"),
    [("tag", [2, 0, 3, 1], "by tag"), ("place", [0, 1, 2, 3], "in text order")],
)
def test_the_list_is_sorted(marked: Desk, by: str, order: list[int], words: str) -> None:
    made = sheet(marked)
    press(marked, made, "markOrder.date", f"markOrder.{by}")
    assert marked.quotes == [PLACES[number] for number in order]
    assert count(marked) == f"4 marks · {words}"
    made.close()
    marked.tag("一口一个对策", "5")
    assert marked.quotes[-1 if by == "tag" else 3] == "一口一个对策"


def test_what_comes_and_goes_while_the_list_is_filtered(marked: Desk) -> None:
    filter_by(marked, "守")
    marked.pane.setFocus()
    marked.tag("谁守不住")
    assert marked.quotes == [PLACES[3], "谁守不住"]
    marked.tag("水边")
    assert marked.quotes == [PLACES[3], "谁守不住"]
    assert count(marked) == "2 of 6"
    marked.press("z", "z", held=CTRL, on=marked.pane)
    assert marked.quotes == [PLACES[3]]
    marked.press("l", held=CTRL | ALT, on=marked.pane)
    assert marked.quotes == list(PLACES)


@OFFSCREEN
def test_a_section_is_forgotten_in_another_speech_and_words_are_not(marked: Desk) -> None:
    press(marked, sheet(marked), "filterStars.1")
    scope = next(iter(marked.window.marks.filter.sections()))
    marked.window.marks.filter.ask(section=scope, text="修")
    marked.app.opener.open(speech_file(marked.folder, "second.txt", SECOND))
    query = marked.window.marks.filter.query
    assert (query.section, query.text, query.stars) == (None, "修", 1)


def test_a_tag_that_goes_is_not_asked_for_any_more(marked: Desk) -> None:
    tag = next(tag for tag in marked.session.tags.values() if tag.key == "4")
    marked.window.marks.filter.ask(tags=frozenset((tag.id,)))
    assert marked.quotes == [PLACES[1]]
    marked.session.do(Change({}, {tag.id: None}), "Delete tag")
    assert marked.quotes == list(PLACES)


def test_a_section_that_is_none_any_more_is_not_asked_for(marked: Desk) -> None:
    scope = next(s for s, words in marked.window.marks.filter.sections().items() if "难题还在" in words)
    marked.window.marks.filter.ask(section=scope)
    assert marked.quotes == [PLACES[1]]
    marked.go(find("难题还在")[0])
    marked.press("h", held=SHIFT, on=marked.pane)
    marked.qtbot.waitUntil(lambda: marked.quotes == list(PLACES), timeout=LONG)


def test_orphans_stand_last_below_a_heading_that_cannot_be_chosen(marked: Desk) -> None:
    lost: Annotation = replace(marked.marks[0], span=None, state="orphan", former="一、看清形势")
    marked.session.do(Change({lost.id: lost}), "Moved")
    assert marked.quotes == [*PLACES[1:], None, PLACES[0]]
    click(marked, 2)
    marked.press(Qt.Key.Key_Down)
    assert marked.session.mark_id == lost.id
    marked.press("a", held=CTRL)
    assert len(marked.window.marks.list.chosen()) == 4
    marked.window.marks.list.grab()  # the heading and the former section are painted without a fault
    marked.press("z", held=CTRL)
    assert marked.quotes == list(PLACES)


# -- several at once -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clicks", "pressed", "expected"),
    [
        ((("", 0), ("ctrl", 2)), (), [["2", "9"], ["4"], ["1", "9"], ["3"]]),
        ((("", 1), ("shift", 3)), (), [["2"], ["4", "9"], ["1", "9"], ["3", "9"]]),
        ((("", 0),), ((Qt.Key.Key_Down, SHIFT),), [["2", "9"], ["4", "9"], ["1"], ["3"]]),
        ((("", 0),), (("a", CTRL),), [["2", "9"], ["4", "9"], ["1", "9"], ["3", "9"]]),
    ],
)
def test_a_number_tags_all_that_are_chosen_in_one_step(
    marked: Desk,
    clicks: tuple[tuple[str, int], ...],
    pressed: tuple[tuple[Qt.Key | str, Qt.KeyboardModifier], ...],
    expected: list[list[str]],
) -> None:
    for held, number in clicks:
        click(marked, number, held)
    for key, modifier in pressed:
        marked.press(key, held=modifier)
    before = keys(marked)
    assert count(marked) == f"{sum(now != then for now, then in zip(expected, before, strict=True))} chosen"
    marked.press("9")
    assert keys(marked) == expected
    marked.press("9")
    assert keys(marked) == before
    marked.press("z", "z", held=CTRL)
    assert keys(marked) == before


def test_stars_are_given_by_a_key_to_all_that_are_chosen(marked: Desk) -> None:
    click(marked, 0)
    marked.press(Qt.Key.Key_Down, held=SHIFT)
    for key, stars in (("4", [4, 4, 0, 0]), ("0", [0, 0, 0, 0]), ("5", [5, 5, 0, 0])):
        marked.press(key, held=ALT)
        assert [mark.stars for mark in marked.marks] == stars
    marked.press("z", held=CTRL)
    assert [mark.stars for mark in marked.marks] == [0, 0, 0, 0]


def test_a_click_on_a_star_gives_so_many_and_the_same_again_takes_them(marked: Desk) -> None:
    view = marked.window.marks.list
    stars = star_row(card_of(view.visualRect(row(marked, 0))))
    seen = []
    for number in (3, 5, 5, 1):
        at = QPoint(int(stars.left() + (number - 0.5) * STAR), int(stars.center().y()))
        marked.qtbot.mouseClick(view.viewport(), LEFT, pos=at)
        seen.append(marked.marks[0].stars)
    assert seen == [3, 5, 0, 1]
    assert marked.session.mark is not None
    assert marked.session.mark.quote == PLACES[1]


def test_going_on_in_the_text_acts_on_one_mark_again(marked: Desk) -> None:
    click(marked, 0)
    marked.press("a", held=CTRL)
    marked.click(find(PLACES[1])[0] + 1)
    marked.pane.setFocus()
    marked.press("9")
    assert keys(marked) == [["2"], ["4", "9"], ["1"], ["3"]]
    click(marked, 0)
    marked.press("a", held=CTRL)
    marked.tag("一口一个对策", "5")
    assert keys(marked) == [["2"], ["4", "9"], ["1"], ["5"], ["3"]]


def test_what_is_chosen_stays_so_when_it_is_sorted_or_tagged(marked: Desk) -> None:
    marked.window.marks.filter.sort("tag")
    click(marked, 0)
    marked.press("a", held=CTRL)
    chosen = set(marked.window.marks.list.chosen())
    marked.press("9")
    assert set(marked.window.marks.list.chosen()) == chosen
    marked.window.marks.filter.sort("place")
    assert set(marked.window.marks.list.chosen()) == chosen
    assert len(chosen) == 4


def test_a_double_click_goes_to_the_passage(marked: Desk) -> None:
    view = marked.window.marks.list
    click(marked, 3)
    at = view.visualRect(row(marked, 3)).center()
    marked.qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    assert marked.selected == PLACES[3]


@OFFSCREEN
def test_the_chosen_marks_alone_are_exported(marked: Desk) -> None:
    click(marked, 3)
    click(marked, 1, "ctrl")
    marked.press("e", held=CTRL | SHIFT)
    (dialog,) = marked.window.findChildren(ExportDialog)
    assert isinstance(dialog.scope.what, Notebook)
    assert [each.quote for each in dialog.scope.what.annotations] == [PLACES[1], PLACES[3]]
    dialog.close()


@OFFSCREEN
def test_the_menu_of_the_list_acts_on_all_that_are_chosen(marked: Desk) -> None:
    click(marked, 0)
    marked.press("a", held=CTRL)
    view = marked.window.marks.list
    view.customContextMenuRequested.emit(view.visualRect(row(marked, 1)).center())
    (menu,) = (each for each in marked.window.findChildren(QMenu, "markMenu") if each.isVisible())
    names = {action.objectName() for action in menu.findChildren(QAction)}
    assert {"colour.1", "colour.none"} <= names
    marked.action("annotate.star.2").trigger()
    menu.close()
    assert [mark.stars for mark in marked.marks] == [2, 2, 2, 2]


# -- the note, set ---------------------------------------------------------------------------------


def test_a_note_with_markdown_is_set_while_it_is_not_written(marked: Desk) -> None:
    view = marked.find(QWidget, "noteView")
    marked.press("n", on=marked.pane)
    marked.type("- **核对**")
    assert not view.isVisible()
    marked.press(Qt.Key.Key_Escape)
    assert view.isVisible()
    assert marked.window.note._set.toPlainText() == "核对"
    marked.qtbot.mouseClick(marked.window.note._set.viewport(), LEFT)
    assert not view.isVisible()
    assert marked.window.note.editor.hasFocus()
    assert marked.window.note.editor.toPlainText() == "- **核对**"
    click(marked, 3)
    assert not view.isVisible()


def test_the_filter_is_found_by_its_key_when_the_panel_is_hidden(marked: Desk) -> None:
    marked.press(Qt.Key.Key_F8)
    filter_by(marked, "守")
    assert marked.find(QLineEdit, "markFilter").isVisible()
    assert marked.quotes == [PLACES[3]]
