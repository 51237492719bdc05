"""The lens beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.lens.table import Column, Table
from gui.lens import LENSES
from gui.lens.panel import LensPanel
from gui.lens.view import FIRST, TableView
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, Desk, speech_file
from tests.gui.lens.conftest import WORDS
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT


@pytest.fixture
def lens(lens: Desk) -> Desk:
    """A window whose word list is filled."""
    lens.window.deeds.lens.panel.choose("words")
    lens.qtbot.waitUntil(lambda: rows(lens) != [], timeout=LONG)
    return lens


def panel(desk: Desk) -> LensPanel:
    return desk.find(LensPanel, "lensPanel")


def table(desk: Desk) -> TableView:
    return desk.find(TableView, "lensWords")


def rows(desk: Desk) -> list[str]:
    """The words of the list from top to bottom."""
    model = table(desk).model_
    return [str(row[0]) for row in model.shown.rows]


def test_the_lens_is_made_when_it_is_first_wanted(desk: Desk) -> None:
    assert desk.window.findChild(QWidget, "lensPanel") is None
    desk.press(Qt.Key.Key_F10)
    assert panel(desk).isVisible()
    desk.press(Qt.Key.Key_F10)
    assert not panel(desk).isVisible()


def test_tags_and_marks_make_room_and_come_back(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    assert desk.window.side.isVisible()
    desk.press(Qt.Key.Key_F10)
    assert not desk.window.side.isVisible()
    desk.find(QWidget, "lensClose").click()  # type: ignore[attr-defined]
    assert desk.window.side.isVisible()
    assert not panel(desk).isVisible()
    assert desk.settings.flag("window/marks")


def test_the_lens_is_not_beside_the_welcome_page(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.press("w", held=CTRL)
    assert not panel(desk).isVisible()


def test_words_are_listed_with_the_most_frequent_first(lens: Desk) -> None:
    model = table(lens).model_
    counts = [row[1] for row in model.shown.rows]
    assert counts == sorted(counts, reverse=True)  # type: ignore[type-var]
    assert "的" not in rows(lens)
    assert all(TEXT.count(word) >= 1 for word in rows(lens))


def test_everyday_words_come_and_go_by_a_chip_that_is_remembered(lens: Desk) -> None:
    before = len(rows(lens))
    lens.find(QPushButton, "lensStopWords").click()
    assert len(rows(lens)) > before
    assert not lens.settings.flag("lens/lensStopWords")


def test_words_are_filtered_by_what_is_typed(lens: Desk) -> None:
    field = lens.find(QLineEdit, "lensWordsFilter")
    field.setFocus()
    lens.type("河")
    assert rows(lens)
    assert all("河" in word for word in rows(lens))
    lens.press(Qt.Key.Key_Down)
    assert table(lens).hasFocus()


def test_enter_on_a_word_goes_to_its_places_one_after_the_other(lens: Desk) -> None:
    view = table(lens)
    word = rows(lens)[0]
    view.setFocus()
    view.setCurrentIndex(view.model_.index(0, 0))
    lens.press(Qt.Key.Key_Return)
    first = lens.pane.caret.span
    assert lens.selected == word
    lens.press(Qt.Key.Key_Return, on=view)
    assert lens.selected == word
    assert lens.pane.caret.span != first


def test_a_click_on_a_head_sorts(lens: Desk) -> None:
    table(lens).sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert rows(lens) == sorted(rows(lens))


def test_ctrl_c_copies_the_table_while_it_has_the_focus(lens: Desk) -> None:
    table(lens).setFocus()
    lens.press("c", held=CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(rows(lens)) + 1
    assert lines[1].split("\t")[0] == rows(lens)[0]


@pytest.mark.parametrize("name", ["words.csv", "words.xlsx"])
def test_a_table_becomes_a_file(lens: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    lens.action("lensWordsExport").trigger()
    assert (tmp_path / name).stat().st_size > 100
    assert name in lens.message


def test_another_speech_has_its_own_words(lens: Desk, tmp_path: Path) -> None:
    lens.app.opener.open(speech_file(tmp_path, "second.txt", SECOND))
    lens.qtbot.waitUntil(lambda: 0 < len(rows(lens)) < 12, timeout=LONG)
    assert all(word in SECOND for word in rows(lens))


def test_everything_in_the_lens_has_a_name(lens: Desk) -> None:
    assert nameless(panel(lens)) == []
    assert len({each.name for each in LENSES}) == len(LENSES)


def test_without_a_dictionary_it_is_said_that_words_cannot_be_counted(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.find(QPushButton, "lens.words").click()
    desk.qtbot.waitUntil(lambda: "Words cannot be counted" in desk.message, timeout=LONG)


def test_the_words_process_itself_answers(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    desk.press(Qt.Key.Key_F10)
    desk.window.deeds.lens.panel.choose("words")
    desk.qtbot.waitUntil(lambda: rows(desk) != [], timeout=WORDS)


def test_the_first_column_has_its_room_however_many_there_are(qtbot: QtBot) -> None:
    view = TableView("many", "Many")
    qtbot.addWidget(view)
    view.resize(300, 200)
    columns = (Column("Part"), *(Column(f"Tag {number}", 0) for number in range(12)))
    view.show_table(Table("", columns, [("the first part", *range(12))]))
    view.show()
    assert view.header().sectionSize(0) == FIRST
    view.show_table(Table("", columns[:2], [("the first part", 1)]))
    assert view.header().sectionSize(0) + view.header().sectionSize(1) == view.viewport().width()
