"""The lenses that list passages: fill list, data cards, terms, suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from core.lens.suggestions import Suggestion, suggestions
from core.model import Span
from core.readers import read
from gui.lens.panel import LensPanel
from gui.lens.passages import PassagesPage
from gui.lens.view import TableView
from gui.lens.working import PATIENCE
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, SHIFT, Desk

TABLES = {"blanks": "lensBlanks", "data": "lensData", "glossary": "lensGlossary", "suggestions": "lensSuggestions"}


@pytest.fixture
def lens(opening: Opening, sample_path: Path) -> Desk:
    """A window on the sample speech, with the lens beside it."""
    desk = opening(sample_path)
    desk.press(Qt.Key.Key_F10)
    return desk


def page(desk: Desk, name: str) -> PassagesPage:
    """A page of the lens, filled."""
    chosen = desk.find(LensPanel, "lensPanel").choose(name)
    assert isinstance(chosen, PassagesPage)
    desk.qtbot.waitUntil(lambda: not chosen.working.busy, timeout=LONG)
    return chosen


def table(desk: Desk, name: str) -> TableView:
    page(desk, name)
    view = desk.find(TableView, TABLES[name])
    view.setFocus()
    return view


def cells(view: TableView, column: int = 0) -> list[str]:
    return [str(row[column]) for row in view.model_.shown.rows]


def stand(view: TableView, row: int) -> None:
    view.setCurrentIndex(view.model_.index(row, 0))


def offered(path: Path) -> list[Suggestion]:
    return [each for each in suggestions(read(path)) if not each.weak]


@pytest.mark.parametrize(
    ("name", "row", "selected"),
    [
        ("blanks", 1, "XX"),
        ("data", 1, "工业投资XX亿元"),
        ("glossary", 0, "一刻钟就餐圈"),
        ("suggestions", 0, "确保上半年"),
    ],
)
def test_enter_goes_to_the_passage(lens: Desk, name: str, row: int, selected: str) -> None:
    view = table(lens, name)
    stand(view, row)
    lens.press(Qt.Key.Key_Return, on=view)
    assert lens.selected.startswith(selected)


def test_f4_goes_on_and_back_round_the_ends(lens: Desk) -> None:
    page(lens, "data")
    view = lens.find(TableView, "lensData")
    lens.press(Qt.Key.Key_F4)
    assert lens.selected == "XX等X个项目如期开工"
    lens.press(Qt.Key.Key_F4)
    assert lens.selected == "工业投资XX亿元"
    lens.press(Qt.Key.Key_F4, Qt.Key.Key_F4, held=SHIFT)
    assert lens.selected == "低产茶园5000亩"
    assert view.currentIndex().row() == len(cells(view)) - 1


def test_f4_shows_the_lens_where_it_is_not(opening: Opening, sample_path: Path) -> None:
    desk = opening(sample_path)
    desk.settings.keep("lens/page", "data")
    desk.press(Qt.Key.Key_F4)
    assert desk.find(LensPanel, "lensPanel").isVisible()


def test_esc_leads_back_to_the_text(lens: Desk) -> None:
    view = table(lens, "data")
    lens.press(Qt.Key.Key_Escape, on=view)
    assert lens.pane.hasFocus()


def test_the_fill_list_tells_numbers_from_names_and_puts_the_same_names_together(lens: Desk) -> None:
    view = table(lens, "blanks")
    assert len(cells(view)) == 10
    lens.find(QPushButton, "lensBlankNumbers").click()
    assert set(cells(view, 1)) == {"Place", "Organ", "Name"}
    lens.find(QPushButton, "lensBlankTogether").click()
    assert cells(view) == ["XX镇", "XX局", "XX敬老院"]


def test_data_become_marks_in_one_step(lens: Desk) -> None:
    view = table(lens, "data")
    lens.find(QPushButton, "lensDataMark").click()
    quotes = [mark.quote for mark in lens.marks]
    assert "工业投资XX亿元、增长XX%" in quotes
    assert all(lens.tags_of(mark) == ["数据"] for mark in lens.marks)
    lens.press("z", held=CTRL)
    assert lens.marks == []
    assert len(cells(view)) == 11


def test_several_chosen_data_alone_are_marked(lens: Desk) -> None:
    view = table(lens, "data")
    stand(view, 4)
    lens.press(Qt.Key.Key_Down, on=view, held=SHIFT)
    lens.find(QPushButton, "lensDataMark").click()
    assert [mark.quote for mark in lens.marks] == ["农村道路42公里", "供水管网16公里"]


def test_a_table_is_copied_with_all_its_columns(lens: Desk) -> None:
    view = table(lens, "data")
    lens.press("c", on=view, held=CTRL)
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Indicator", "Value", "Unit", "Direction", "Heading", "No."]
    assert lines[2] == ["工业投资", "XX", "亿元", "reached", "产业项目加快推进", "2"]


def test_terms_go_from_use_to_use(lens: Desk) -> None:
    view = table(lens, "glossary")
    assert cells(view) == ["一刻钟就餐圈", "十件实事", "二传手", "太平官"]
    lens.find(QPushButton, "lensGlossaryNumbered").click()
    assert "太平官" not in cells(view)


# -- suggestions --------------------------------------------------------------------------------


def test_a_suggestion_is_accepted_by_space_with_its_tag_and_undone(lens: Desk, sample_path: Path) -> None:
    view, all_ = table(lens, "suggestions"), offered(sample_path)
    assert len(cells(view)) == len(all_)
    stand(view, 0)
    lens.press(Qt.Key.Key_Space, on=view)
    assert (lens.mark.span, lens.tags_of(lens.mark)) == (all_[0].span, [all_[0].tag])
    assert len(cells(view)) == len(all_) - 1
    lens.press("z", held=CTRL)
    assert lens.marks == []
    assert len(cells(view)) == len(all_)


def test_all_are_accepted_in_one_step_and_a_missing_tag_is_made(lens: Desk, sample_path: Path) -> None:
    view = table(lens, "suggestions")
    view.selectAll()
    assert lens.find(QPushButton, "lensAccept").isEnabled()
    lens.press(Qt.Key.Key_Space, on=view)
    assert cells(view) == []
    assert not lens.find(QPushButton, "lensAccept").isEnabled()
    assert {name for mark in lens.marks for name in lens.tags_of(mark)} == {each.tag for each in offered(sample_path)}
    lens.press("z", held=CTRL)
    assert lens.marks == []


def test_what_is_turned_down_is_not_offered_again_until_it_is_wanted(
    lens: Desk, opening: Opening, sample_path: Path
) -> None:
    view, all_ = table(lens, "suggestions"), len(offered(sample_path))
    first = cells(view)[0]
    stand(view, 0)
    lens.press(Qt.Key.Key_Delete, on=view)
    assert len(cells(view)) == all_ - 1
    lens.close()
    again = opening(sample_path)
    again.press(Qt.Key.Key_F10)
    view = table(again, "suggestions")
    assert len(cells(view)) == all_ - 1
    again.find(QPushButton, "lensSuggestDown").click()
    assert cells(view) == [first]
    stand(view, 0)
    again.press(Qt.Key.Key_Space, on=view)
    again.find(QPushButton, "lensSuggestDown").click()
    assert len(cells(view)) == all_
    assert again.marks == []


def test_the_reason_is_said_and_weak_ones_are_called_so(lens: Desk) -> None:
    view = table(lens, "suggestions")
    reason = lens.find(QLabel, "lensReason")
    stand(view, cells(view).index("工业投资XX亿元、增长XX%"))
    assert reason.text() == "It names a measure and its value: 工业投资, XX亿元."
    lens.find(QPushButton, "lensSuggestWeak").click()
    stand(
        view,
        next(
            row for row, words in enumerate(cells(view)) if words.startswith("同时也要看到，产业链条偏短、青年人才偏少")
        ),
    )
    assert reason.text().endswith("(weak)")
    view.selectAll()
    assert "chosen" in reason.text()


def test_tags_are_shown_and_hidden_by_their_chips(lens: Desk) -> None:
    view = table(lens, "suggestions")
    lens.find(QPushButton, "lensSuggest.1").click()
    assert "数据" not in cells(view, 1)
    lens.find(QPushButton, "lensSuggest.1").click()
    assert "数据" in cells(view, 1)


def test_suggestions_have_a_dotted_line_in_the_text_while_they_are_listed(lens: Desk) -> None:
    def drawn(name: str) -> QImage:
        page(lens, name)
        lens.find(QLineEdit, f"{TABLES[name]}Filter").setFocus()  # the caret in the text would blink
        lens.session.go(Span(300, 300))
        QApplication.processEvents()
        return lens.pane.viewport().grab().toImage()

    plain = drawn("data")
    assert drawn("suggestions") != plain
    assert drawn("data") == plain


def test_another_speech_has_its_own_passages(lens: Desk, tmp_path: Path) -> None:
    view = table(lens, "data")
    other = tmp_path / "other.txt"
    other.write_text("同志们：\n今年修路3公里。", encoding="utf-8")
    lens.app.opener.open(other)
    lens.qtbot.waitUntil(lambda: cells(view) == ["修路"], timeout=LONG)


def test_a_long_look_is_told_and_can_be_left(lens: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from gui import tasks

    work = page(lens, "data").working
    monkeypatch.setattr(tasks.Tasks, "run", lambda self, *_, **__: tasks.Task(str, ()))
    work.run(str, then=lambda _: None)
    lens.qtbot.waitUntil(work.isVisible, timeout=PATIENCE + LONG)
    lens.find(QPushButton, "lensCancel.data").click()
    assert not work.busy
    assert not work.isVisible()
