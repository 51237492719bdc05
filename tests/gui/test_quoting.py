"""Passages are copied with their source, in the reader's style."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QToolButton

from core.quotation import LINE, REFERENCE
from gui.quotation_dialog import QuotationDialog
from gui.settings import OWN, Settings
from tests.gui.desk import CTRL, OFFSCREEN, SHIFT, Desk, Found
from tests.gui.names import nameless
from tests.gui.own_speech import DATE, TITLE

SOURCE = f"（《{TITLE}》，{DATE}，第二部分）"


def copied(desk: Desk) -> str:
    QGuiApplication.clipboard().clear()
    desk.press("c", held=CTRL | SHIFT)
    return QGuiApplication.clipboard().text()


def dialog(desk: Desk) -> QuotationDialog:
    """The dialog, reached by keys from the settings."""
    desk.press(",", held=CTRL)
    button = desk.find(QPushButton, "settingQuotation")
    desk.press(Qt.Key.Key_Space, on=button)
    found = desk.window.findChild(QuotationDialog)
    assert isinstance(found, QuotationDialog)
    desk.qtbot.waitUntil(found.isVisible)
    return found


def leave(desk: Desk) -> None:
    """Close the dialogs, the upper one first."""
    for each in reversed(desk.window.findChildren(QDialog)):
        each.close()
    desk.pane.setFocus()


def part(dialog: QuotationDialog, kind: type[Found], name: str) -> Found:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_a_selection_a_mark_and_nothing(desk: Desk) -> None:
    assert copied(desk) == ""
    desk.select("谁来守")
    assert copied(desk) == f"“谁来守”{SOURCE}"
    desk.press("1", on=desk.pane)
    assert copied(desk) == f"“谁来守”{SOURCE}"


def test_several_marks_are_copied_in_the_order_of_the_text_one_a_line(desk: Desk) -> None:
    for words in ("谁守不住", "一口一个对策", "谁来守"):
        desk.tag(words)
    cards = desk.window.marks.list
    cards.setFocus()
    cards.selectAll()
    assert copied(desk) == "\n".join(f"“{words}”{SOURCE}" for words in ("一口一个对策", "谁来守", "谁守不住"))
    desk.pane.setFocus()
    desk.select("一周一次")
    assert copied(desk) == f"“一周一次”{SOURCE}"


@OFFSCREEN
def test_a_style_is_chosen_and_shown_on_the_selection(desk: Desk) -> None:
    desk.select("谁来守")
    made = dialog(desk)
    assert nameless(made) == []
    preview = part(made, QPlainTextEdit, "quotationPreview")
    assert preview.toPlainText() == f"“谁来守”{SOURCE}"
    box = part(made, QComboBox, "quotationStyle")
    box.setFocus()
    desk.press(Qt.Key.Key_Down, on=box)
    wanted = f"“谁来守”\n{TITLE}[Z]. 全镇河道整治动员会, {DATE}: 第二部分."
    assert (part(made, QPlainTextEdit, "quotationTemplate").toPlainText(), preview.toPlainText()) == (REFERENCE, wanted)
    leave(desk)
    assert copied(desk) == wanted


@OFFSCREEN
def test_who_changes_a_style_makes_it_their_own(desk: Desk) -> None:
    mark = desk.tag("谁来守", "2")
    desk.window.marking.note(mark.id, "好句")
    made = dialog(desk)
    template = part(made, QPlainTextEdit, "quotationTemplate")
    template.setFocus()
    desk.press(Qt.Key.Key_A, on=template, held=CTRL)
    for name in ("tags", "quote", "note"):
        part(made, QToolButton, f"quotationPlace.{name}").click()
        desk.type("|", on=template)
    assert part(made, QComboBox, "quotationStyle").currentData() == OWN
    assert part(made, QPlainTextEdit, "quotationPreview").toPlainText() == "数据|谁来守|好句|"
    leave(desk)
    assert copied(desk) == "数据|谁来守|好句|"
    again = Settings(desk.folder / "settings.ini")
    desk.settings.sync()
    assert (again.quotation_style, again.quotation) == (OWN, "{tags}|{quote}|{note}|")


@OFFSCREEN
def test_an_unknown_placeholder_is_said_and_not_kept(desk: Desk) -> None:
    desk.select("谁来守")
    made = dialog(desk)
    template, problem = part(made, QPlainTextEdit, "quotationTemplate"), part(made, QLabel, "quotationProblem")
    desk.type("{weather}", on=template)
    assert "{weather}" in problem.text()
    assert problem.isVisible()
    assert desk.settings.quotation == LINE
    for _ in "{weather}":
        desk.press(Qt.Key.Key_Backspace, on=template)
    assert problem.isHidden()
    assert desk.settings.quotation_style == "line"


@pytest.mark.parametrize("value", ["nonsense", ""])
def test_a_style_that_is_none_is_ours(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[quotation]\nstyle={value}\n", encoding="utf-8")
    assert Settings(tmp_path / "settings.ini").quotation == LINE
