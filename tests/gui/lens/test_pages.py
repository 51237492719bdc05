"""Keyness, collocates, repeats, dispersion and plots, asked as a reader does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from core.lens.table import Table
from core.model import Document, Span
from core.text import digest
from gui.lens.figure_view import FigureView
from gui.lens.view import TableView
from tests.gui.desk import LONG, OFFSCREEN, Desk
from tests.gui.names import nameless
from tests.gui.own_speech import TEXT

OTHERS = (
    ("张三", "2022-03-01", "修路修桥，把路修好。把路修好！修路要快，修桥要稳。一段一个河长。"),
    ("李四", "2023-05-01", "发展产业，把账算清楚。产业兴旺，产业要快。一段一个河长，一口一个对策。"),
    ("李四", "2024-01-01", "产业发展，产业兴旺，河水清澈。"),
)


@pytest.fixture
def stocked(lens: Desk) -> Desk:
    """A window whose library has other speeches too."""
    assert lens.session.library is not None
    for speaker, date, text in OTHERS:
        lens.session.library.add(Document(digest(text), text[:4], speaker, date, "", text, ()))
    return lens


def shown(desk: Desk, name: str) -> Table:
    return desk.find(TableView, name).model_.shown


def words(desk: Desk, name: str) -> list[object]:
    return [row[0] for row in shown(desk, name).rows]


def open_lens(desk: Desk, name: str) -> None:
    desk.find(QPushButton, f"lens.{name}").click()


def wait(desk: Desk, name: str) -> None:
    desk.qtbot.waitUntil(lambda: bool(shown(desk, name).rows), timeout=LONG)


def type_word(desk: Desk, field: str, word: str) -> None:
    found = desk.find(QLineEdit, field)
    found.setFocus()
    found.setText(word)
    desk.press(Qt.Key.Key_Return)


def test_the_words_of_the_whole_library_are_listed_with_how_many_speeches_have_them(stocked: Desk) -> None:
    open_lens(stocked, "words")
    wait(stocked, "lensWords")
    stocked.find(QComboBox, "lensWordsReference").setCurrentIndex(1)
    stocked.qtbot.waitUntil(lambda: "产业" in words(stocked, "lensWords"), timeout=LONG)
    assert shown(stocked, "lensWords").columns[3].title == "Speeches (4)"
    rows = {row[0]: list(row) for row in shown(stocked, "lensWords").rows}
    assert (rows["产业"][1], rows["产业"][3]) == (5, 2)


# -- keyness -----------------------------------------------------------------------------------


def test_key_words_are_those_of_this_speech(stocked: Desk) -> None:
    open_lens(stocked, "keyness")
    stocked.find(QPushButton, "lensKeynessStopWords").setChecked(False)
    stocked.find(QPushButton, "lensKeynessLess").setChecked(True)
    stocked.qtbot.waitUntil(lambda: "产业" in words(stocked, "lensKeyness"), timeout=LONG)
    rows = {row[0]: row for row in shown(stocked, "lensKeyness").rows}
    assert list(rows["产业"][1:3]) == [0, 5]
    assert float(rows["产业"][4] or 0) < 0


@OFFSCREEN
def test_what_is_compared_with_is_chosen(stocked: Desk) -> None:
    open_lens(stocked, "keyness")
    box = stocked.find(QComboBox, "lensKeynessReference")
    box.showPopup()
    box.hidePopup()
    choices = [box.itemText(number) for number in range(box.count())]
    assert choices[:2] == ["The whole library", "Speaker: 李四 (2)"]
    assert "Year: 2022 (1)" in choices
    assert sum(choice.startswith("Speech: ") for choice in choices) == len(OTHERS)
    stocked.find(QPushButton, "lensKeynessLess").setChecked(True)
    box.setCurrentIndex(choices.index("Year: 2022 (1)"))
    said = stocked.find(QWidget, "lensKeynessSaid")
    stocked.qtbot.waitUntil(lambda: "against 1 speech ·" in said.text(), timeout=LONG)  # type: ignore[attr-defined]


def test_without_a_library_it_is_said_that_there_is_nothing_to_compare_with(lens: Desk) -> None:
    lens.session.let_go()
    open_lens(lens, "keyness")
    assert "No library is open" in lens.find(QWidget, "lensKeynessSaid").text()  # type: ignore[attr-defined]


# -- collocates --------------------------------------------------------------------------------


def test_the_company_of_a_typed_word_is_shown(lens: Desk) -> None:
    open_lens(lens, "collocates")
    lens.find(QComboBox, "lensCollocatesWindow").setCurrentIndex(0)
    type_word(lens, "lensCollocatesWord", "河")
    lens.find(QPushButton, "lensCollocatesStopWords").setChecked(False)
    lens.qtbot.waitUntil(lambda: "“河”" in lens.find(QWidget, "lensCollocatesSaid").text(), timeout=LONG)  # type: ignore[attr-defined]
    assert all(TEXT.count(str(word)) > 1 for word in words(lens, "lensCollocates"))


def test_enter_goes_to_the_sentences_in_which_both_words_stand(lens: Desk) -> None:
    open_lens(lens, "collocates")
    lens.find(QComboBox, "lensCollocatesWindow").setCurrentIndex(0)
    lens.find(QPushButton, "lensCollocatesStopWords").setChecked(False)
    type_word(lens, "lensCollocatesWord", "谁")
    wait(lens, "lensCollocates")
    view = lens.find(TableView, "lensCollocates")
    view.setFocus()
    view.setCurrentIndex(view.model_.index(0, 0))
    lens.press(Qt.Key.Key_Return)
    assert "谁" in lens.selected
    assert str(words(lens, "lensCollocates")[0]) in lens.selected


def test_a_selected_word_is_taken(lens: Desk) -> None:
    lens.select("河长")
    open_lens(lens, "collocates")
    assert lens.find(QLineEdit, "lensCollocatesWord").text() == "河长"


# -- repeats -----------------------------------------------------------------------------------


def test_what_others_say_too_is_told(stocked: Desk) -> None:
    open_lens(stocked, "repeats")
    stocked.find(QPushButton, "lensRepeatsOthers").setChecked(True)
    wait(stocked, "lensRepeats")
    assert any("一段一个河长" in str(word) for word in words(stocked, "lensRepeats"))
    stocked.find(QPushButton, "lensRepeatsOthers").setChecked(False)
    assert not stocked.find(QWidget, "lensRepeatsReference").isVisible()


# -- dispersion --------------------------------------------------------------------------------


def test_a_word_is_shown_part_by_part_and_in_the_text(lens: Desk) -> None:
    open_lens(lens, "dispersion")
    type_word(lens, "lensDispersionWord", "河")
    rows = shown(lens, "lensDispersion").rows
    assert sum(int(row[1] or 0) for row in rows) == TEXT.count("河")
    assert lens.find(FigureView, "lensStrip").isVisible()
    assert lens.selected == "河"
    assert f"{TEXT.count('河')} times · D 0." in lens.find(QWidget, "lensDispersionSaid").text()  # type: ignore[attr-defined]


def test_enter_on_a_part_goes_there(lens: Desk) -> None:
    open_lens(lens, "dispersion")
    type_word(lens, "lensDispersionWord", "河")
    view = lens.find(TableView, "lensDispersion")
    view.setFocus()
    view.setCurrentIndex(view.model_.index(2, 0))
    lens.press(Qt.Key.Key_Return)
    assert lens.pane.caret.point == TEXT.index("二、压实责任")


def test_a_press_on_the_strip_goes_to_the_nearest_place(lens: Desk) -> None:
    open_lens(lens, "dispersion")
    type_word(lens, "lensDispersionWord", "谁来守")
    lens.pane.select(Span(0, 1))
    strip = lens.find(FigureView, "lensStrip")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, 10))
    assert lens.selected == "谁来守"


def test_a_word_that_is_not_there_is_told_so(lens: Desk) -> None:
    open_lens(lens, "dispersion")
    type_word(lens, "lensDispersionWord", "桥")
    assert not lens.find(FigureView, "lensStrip").isVisible()
    assert "0 times" in lens.find(QWidget, "lensDispersionSaid").text()  # type: ignore[attr-defined]


# -- plots -------------------------------------------------------------------------------------


def choose(desk: Desk, kind: str) -> None:
    open_lens(desk, "plots")
    box = desk.find(QComboBox, "lensPlotsKind")
    box.setCurrentIndex(box.findData(kind))


def test_shares_of_the_parts_make_up_the_whole(lens: Desk) -> None:
    choose(lens, "shares")
    rows = shown(lens, "lensPlots").rows
    assert len(rows) == 3
    assert sum(float(row[1] or 0) for row in rows) == pytest.approx(100)
    assert lens.find(FigureView, "lensPlot").isVisible()


def test_tags_are_plotted_and_follow_the_marks(lens: Desk) -> None:
    choose(lens, "tags")
    assert shown(lens, "lensPlots").rows == []
    lens.tag("谁来守")
    assert [column.title for column in shown(lens, "lensPlots").columns] == ["Part", "金句"]
    assert [row[1] for row in shown(lens, "lensPlots").rows] == [0, 0, 1]


def test_words_are_plotted_over_the_years(stocked: Desk) -> None:
    choose(stocked, "years")
    type_word(stocked, "lensPlotsWords", "产业 修路、河水")
    wait(stocked, "lensPlots")
    table = shown(stocked, "lensPlots")
    assert [column.title for column in table.columns] == ["Year", "产业", "修路", "河水"]
    assert [row[0] for row in table.rows] == ["2022", "2023", "2024"]
    assert [row[1] > 0 for row in table.rows] == [False, True, True]  # type: ignore[operator]


def test_a_plot_is_copied_as_svg_and_as_a_picture(lens: Desk) -> None:
    choose(lens, "shares")
    lens.action("lensPlotsCopySvg").trigger()
    data = QApplication.clipboard().mimeData()
    assert data.hasFormat("image/svg+xml")
    assert data.text().startswith("<svg ")
    lens.action("lensPlotsCopyPicture").trigger()
    image = QApplication.clipboard().image()
    figure = lens.find(FigureView, "lensPlot").figure
    assert (image.width(), image.height()) == (2 * figure.width, 2 * figure.height)
    accent = QColor(lens.window.look.accent).rgb()
    assert any(image.pixel(x, y) == accent for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))


@pytest.mark.parametrize(("name", "start"), [("plot.svg", b"<svg "), ("plot.png", b"\x89PNG")])
def test_a_plot_becomes_a_file(
    lens: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, start: bytes
) -> None:
    choose(lens, "shares")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    lens.action("lensPlotsExportPlot").trigger()
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_plot_takes_the_theme_s_colours(lens: Desk) -> None:
    choose(lens, "shares")
    lens.app.set_theme("dark")
    assert lens.window.look.page in lens.find(FigureView, "lensPlot").svg()


# -- the reader's own words --------------------------------------------------------------------


@OFFSCREEN
def test_a_word_of_one_s_own_counts_at_once(lens: Desk, tmp_path: Path) -> None:
    lens.select("九道湾")
    open_lens(lens, "words")
    wait(lens, "lensWords")
    lens.find(QPushButton, "lensOwnWords").click()
    text = lens.find(QPlainTextEdit, "ownWordsText")
    assert text.toPlainText() == "九道湾\n"
    text.setPlainText("九道湾\n谁来守")
    lens.find(QPushButton, "ownWordsSave").click()
    lens.qtbot.waitUntil(lambda: {"九道湾", "谁来守"} <= set(words(lens, "lensWords")), timeout=LONG)
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "九道湾\n谁来守\n"


@OFFSCREEN
def test_a_line_that_makes_no_sense_is_told_and_nothing_lost(lens: Desk, tmp_path: Path) -> None:
    open_lens(lens, "words")
    lens.find(QPushButton, "lensOwnWords").click()
    lens.find(QPlainTextEdit, "ownWordsText").setPlainText("九道湾 一 二")
    lens.find(QPushButton, "ownWordsSave").click()
    problem = lens.find(QWidget, "ownWordsProblem")
    assert problem.isVisible()
    assert "Line 1" in problem.text()  # type: ignore[attr-defined]
    assert not (tmp_path / "words.txt").exists()
    lens.find(QPushButton, "ownWordsCancel").click()


@OFFSCREEN
def test_everything_on_every_page_has_a_name(stocked: Desk) -> None:
    for name in ("words", "keyness", "collocates", "repeats", "dispersion", "plots"):
        open_lens(stocked, name)
    choose(stocked, "years")
    assert nameless(stocked.find(QWidget, "lensPanel")) == []
    open_lens(stocked, "words")
    stocked.find(QPushButton, "lensOwnWords").click()
    assert nameless(stocked.find(QWidget, "ownWordsDialog")) == []
