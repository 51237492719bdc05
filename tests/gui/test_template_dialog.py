"""Templates are written in their dialog: seen as they are typed, told what is wrong, saved, and never lost."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core.places import own_templates_folder
from core.templates import editing, found
from gui import template_preview
from gui.template_dialog import TemplateDialog
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk
from tests.gui.names import nameless

pytestmark = OFFSCREEN
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def folder() -> Iterator[None]:
    """The reader's own folder is empty before and after."""
    yield
    place = own_templates_folder()
    place.unlink() if place.is_file() else shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def dialog(desk: Desk) -> TemplateDialog:
    desk.tag("谁来守")
    return opened(desk)


def opened(desk: Desk) -> TemplateDialog:
    """The dialog, by its keys."""
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press("m", on=desk.window, held=CTRL | ALT)
    made = desk.window.findChildren(TemplateDialog)[-1]
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    rest(desk, made)
    return made


def rest(desk: Desk, dialog: TemplateDialog) -> None:
    """Wait until the preview shows what is written, or it was told what is wrong."""
    desk.qtbot.waitUntil(lambda: dialog.preview.idle, timeout=4 * LONG)


def press(desk: Desk, dialog: TemplateDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(desk: Desk, dialog: TemplateDialog, words: str) -> None:
    """Type something in place of the whole source."""
    dialog.code.setFocus()
    desk.press("a", on=dialog.code, held=CTRL)
    desk.type(words, on=dialog.code)
    rest(desk, dialog)


def seen(dialog: TemplateDialog) -> str:
    return dialog.preview.page.toPlainText()


def test_what_is_typed_is_seen_with_the_marks_of_the_speech(desk: Desk, dialog: TemplateDialog) -> None:
    assert nameless(dialog) == []
    assert dialog.list.titles[0] == "Built in"
    assert len(dialog.list.titles) == 7
    dialog.choose("by-tag")
    rest(desk, dialog)
    assert "谁来守" in seen(dialog)
    assert dialog.preview.count.text() == "1 mark"
    write(desk, dialog, "{% for mark in marks %}[{{ mark.quote }}]{% endfor %}")
    assert seen(dialog).strip() == "[谁来守]"
    assert dialog.problem.isHidden()


def test_what_is_wrong_is_said_and_its_line_is_marked(desk: Desk, dialog: TemplateDialog) -> None:
    write(desk, dialog, "[{{ marks|length }}]")
    assert seen(dialog).strip() == "[1]"
    dialog.code.replace_source("a\nb\n{{ nothing }}\nc")
    rest(desk, dialog)
    assert dialog.problem.text().startswith("Line 3 of the template: ")
    assert "nothing" in dialog.problem.text()
    assert dialog.code.wrong == 3
    assert seen(dialog).strip() == "[1]"
    dialog.code.replace_source("a\nb\n{{ 1 }}\nc")
    rest(desk, dialog)
    assert (dialog.code.wrong, dialog.problem.text()) == (0, "")


def test_of_another_template_that_is_wrong_nothing_is_shown(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.choose("by-tag")
    write(desk, dialog, "{{ nothing }}")
    dialog.choose("by-heading")
    rest(desk, dialog)
    assert "谁来守" in seen(dialog)
    dialog.choose("by-tag")
    rest(desk, dialog)
    assert seen(dialog) == ""
    assert dialog.code.wrong == 1


def test_what_is_not_saved_is_there_again(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.choose("by-tag")
    write(desk, dialog, "half a sen")
    assert "• By tag" in dialog.list.titles
    desk.press(Qt.Key.Key_Escape, on=dialog)
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(TemplateDialog))
    assert next(each for each in found() if each.name == "by-tag").built_in
    again = opened(desk)
    assert "• By tag" in again.list.titles
    again.choose("by-tag")
    assert again.code.toPlainText() == "half a sen"
    assert again.is_unsaved


def test_a_saved_one_takes_the_place_of_ours_until_it_is_deleted(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.choose("by-tag")
    ours = dialog.code.toPlainText()
    write(desk, dialog, "mine")
    desk.press("s", on=dialog.code, held=CTRL)
    assert dialog.list.titles[:2] == ["Your own", "by-tag"]
    assert not dialog.is_unsaved
    assert "Delete it" in dialog.fields.hint.text()
    assert next(each for each in found() if each.name == "by-tag").source() == "mine"
    dialog.list.setFocus()
    desk.press(Qt.Key.Key_Delete, on=dialog.list)
    assert dialog.list.titles[0] == "Built in"
    assert dialog.code.toPlainText() == ours
    press(desk, dialog, "templateUndo")
    assert dialog.code.toPlainText() == "mine"
    assert dialog.undo_button.isHidden()


def test_a_copy_is_named_and_used(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.choose("by-tag")
    press(desk, dialog, "templateCopy")
    assert dialog.current.name == "By-tag-2"
    assert dialog.fields.name.hasFocus()
    assert dialog.fields.name.selectedText() == "By-tag-2"
    desk.type("weekly", on=dialog.fields.name)
    desk.press(Qt.Key.Key_Return, on=dialog.fields.name)
    assert dialog.isVisible()
    assert dialog.list.titles[:2] == ["Your own", "weekly"]
    dialog.fields.suffix.setCurrentText(".txt")
    dialog.fields.suffix.activated.emit(dialog.fields.suffix.currentIndex())
    (own,) = [each for each in found() if not each.built_in]
    assert (own.name, own.suffix) == ("weekly", ".txt")


@pytest.mark.parametrize("name", ["", "a/b", "markdown", "by-tag"])
def test_a_name_that_cannot_be_is_said(desk: Desk, dialog: TemplateDialog, name: str) -> None:
    press(desk, dialog, "templateCopy")
    before = dialog.current
    dialog.fields.name.clear()
    desk.type(name, on=dialog.fields.name)
    desk.press(Qt.Key.Key_Return, on=dialog.fields.name)
    assert dialog.problem.isVisible()
    assert dialog.current == before
    assert before.source()


def test_what_was_typed_comes_back_after_it_was_reverted(desk: Desk, dialog: TemplateDialog) -> None:
    saved = dialog.code.toPlainText()
    write(desk, dialog, "x")
    press(desk, dialog, "templateReset")
    assert dialog.code.toPlainText() == saved
    assert not dialog.save_button.isEnabled()
    desk.press("z", on=dialog.code, held=CTRL)
    assert dialog.code.toPlainText() == "x"


def test_ours_can_be_neither_renamed_nor_deleted(desk: Desk, dialog: TemplateDialog) -> None:
    assert not dialog.fields.name.isEnabled()
    assert not dialog.delete_button.isEnabled()
    desk.press(Qt.Key.Key_Delete, on=dialog.list)
    assert len(found()) == 6


def test_a_stale_preview_is_dropped(desk: Desk, dialog: TemplateDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    first, shown = threading.Event(), list[str]()

    def slow(source: str, *_: object, **__: object) -> str:
        if source == "first":
            assert first.wait(LONG / 1000)
        return source

    monkeypatch.setattr(template_preview, "render", slow)
    dialog.preview.made.connect(lambda: shown.append(seen(dialog)))
    dialog.preview.ask("first", ".txt", now=True)
    QApplication.processEvents()
    dialog.preview.ask("second", ".txt", now=True)
    QApplication.processEvents()
    first.set()
    rest(desk, dialog)
    assert shown == ["second"]


def test_the_dialog_is_left_while_the_preview_is_made(
    desk: Desk, dialog: TemplateDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    monkeypatch.setattr(template_preview, "render", lambda *_, **__: str(go.wait(LONG / 1000)))
    dialog.preview.ask("a", ".txt", now=True)
    QApplication.processEvents()
    dialog.reject()
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(TemplateDialog))
    go.set()
    desk.qtbot.waitUntil(lambda: not desk.app.tasks.busy)
    assert desk.message == ""


def test_what_cannot_be_written_is_said_and_stays(desk: Desk, dialog: TemplateDialog) -> None:
    own_templates_folder().write_text("a file in the way", encoding="utf-8")
    dialog.choose("by-tag")
    write(desk, dialog, "kept")
    press(desk, dialog, "templateSave")
    assert dialog.problem.isVisible()
    assert dialog.is_unsaved
    dialog.choose("obsidian")
    assert dialog.current.name == "by-tag"
    desk.press(Qt.Key.Key_Escape, on=dialog)
    assert dialog.isVisible()
    assert dialog.code.toPlainText() == "kept"
    desk.press(Qt.Key.Key_Escape, on=dialog)
    assert not dialog.isVisible()


def test_a_template_that_cannot_be_read_is_said(desk: Desk, dialog: TemplateDialog) -> None:
    made = editing.save(found()[0], "一")
    made.path.write_bytes(b"\xff\xfe")
    dialog.reject()
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(TemplateDialog))
    again = opened(desk)
    assert "UTF-8" in again.problem.text()
    assert again.code.isReadOnly()
    again.choose("obsidian")
    assert not again.code.isReadOnly()
    assert made.path.read_bytes() == b"\xff\xfe"


def test_the_guide_and_the_plain_text_are_a_click_away(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.choose("by-heading")
    rest(desk, dialog)
    assert "# " not in seen(dialog)
    desk.qtbot.mouseClick(dialog.preview.views["plain"], Qt.MouseButton.LeftButton)
    assert seen(dialog).startswith("# ")
    desk.qtbot.mouseClick(dialog.preview.views["guide"], Qt.MouseButton.LeftButton)
    assert "What a template sees" in seen(dialog)
    write(desk, dialog, "x")
    assert "What a template sees" in seen(dialog)
    desk.qtbot.mouseClick(dialog.preview.views["set"], Qt.MouseButton.LeftButton)
    assert seen(dialog).strip() == "x"


def test_a_preview_stays_where_it_was_scrolled_to_and_ends_somewhere(desk: Desk, dialog: TemplateDialog) -> None:
    write(desk, dialog, "{% for n in range(9000) %}line {{ n }}  {% endfor %}")
    assert template_preview.LONGEST < len(dialog.preview._text) < template_preview.LONGEST + 10
    assert seen(dialog).endswith("……")
    dialog.code.replace_source("{% for n in range(200) %}{{ n }}\n\n{% endfor %}")
    rest(desk, dialog)
    bar = dialog.preview.page.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(700)
    dialog.code.replace_source("{% for n in range(200) %}{{ n }}!\n\n{% endfor %}")
    rest(desk, dialog)
    assert bar.value() == 700


def test_the_source_is_coloured_over_the_ends_of_lines(desk: Desk, dialog: TemplateDialog) -> None:
    dialog.code.show_source("text {{ a|md }} {# one\ntwo #} {% for b in c %}")
    first, second = (dialog.code.document().findBlockByNumber(n).layout().formats() for n in (0, 1))
    look = desk.window.look
    assert [(each.start, each.format.foreground().color().name().upper()) for each in first] == [
        (5, look.saved.upper()),
        (10, look.warning.upper()),
        (12, look.saved.upper()),
        (16, look.soft.upper()),
    ]
    assert (second[0].start, second[0].length) == (0, 6)
    assert [each.start for each in second if each.format.fontWeight() == 600] == [10, 16]
