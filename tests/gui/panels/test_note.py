"""Notes are saved while they are typed, and whenever the reader turns to something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels import note
from gui.panels.note import NoteField
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, TAGS, Desk
from tests.gui.own_speech import SECOND, find

WORDS, OTHER = "一口一个对策", "谁来守"


@pytest.fixture
def noting(desk: Desk) -> Desk:
    """A window with one mark and the caret in its note."""
    desk.tag(WORDS)
    desk.press("n")
    return desk


def editor(desk: Desk) -> NoteField:
    return desk.find(NoteField, "noteEditor")


def notes(desk: Desk) -> dict[str, str]:
    return {mark.quote: mark.note for mark in desk.marks}


@pytest.mark.parametrize("key", ["n", Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_leads_to_the_note_of_the_current_mark_and_escape_back(desk: Desk, key: Qt.Key | str) -> None:
    desk.tag(WORDS)
    desk.press(key, on=desk.pane)
    assert editor(desk).hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.pane.hasFocus()


def test_without_a_mark_there_is_no_note_to_write(desk: Desk) -> None:
    assert not editor(desk).isEnabled()
    desk.press("n")
    assert desk.pane.hasFocus()


def test_a_selection_that_is_not_marked_yet_is_marked_for_its_note(desk: Desk) -> None:
    desk.select(WORDS)
    desk.press("n")
    desk.type("先记一笔")
    desk.press(Qt.Key.Key_Escape)
    assert (desk.mark.quote, desk.mark.tags, desk.mark.note) == (WORDS, (), "先记一笔")


def test_the_note_of_a_marked_passage_selected_again_costs_no_change(desk: Desk) -> None:
    desk.tag(WORDS)
    desk.select(WORDS)
    desk.press("n")
    assert editor(desk).hasFocus()
    assert desk.session.undo_stack.count() == 1
    assert desk.tags_of(desk.mark) == [TAGS[0]]


def test_what_is_typed_is_saved_after_a_pause(noting: Desk) -> None:
    noting.type("开篇可用")
    assert noting.status == "Saving…"
    assert noting.mark.note == ""
    noting.wait_until_saved()
    assert noting.mark.note == "开篇可用"
    assert editor(noting).hasFocus()


def test_while_one_types_on_nothing_is_written(noting: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note, "PAUSE", 600_000)
    timer = noting.window.note._timer
    for character in "一句一句写":
        noting.type(character)
        QTest.qWait(10)
        assert timer.remainingTime() > 500_000  # every key begins the pause anew
    assert noting.mark.note == ""
    timer.start(0)
    noting.wait_until_saved()
    assert noting.mark.note == "一句一句写"
    assert noting.session.undo_stack.count() == 2


def leave_for_the_text(desk: Desk) -> None:
    desk.pane.setFocus()


def press_escape(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)


def click_another_mark(desk: Desk) -> None:
    desk.click(find(OTHER)[0] + 1)


def close_the_window(desk: Desk) -> None:
    desk.close()


def close_the_speech(desk: Desk) -> None:
    desk.action("file.close").trigger()


def close_the_tab(desk: Desk) -> None:
    desk.window.top.tabs.tabCloseRequested.emit(0)


def switch_speeches(desk: Desk) -> None:
    desk.app.opener.open(desk.folder / "second.txt")


def switch_languages(desk: Desk) -> None:
    desk.window.language_wanted.emit("zh")


@pytest.mark.parametrize(
    "leave",
    [
        *(leave_for_the_text, press_escape, click_another_mark, close_the_window, close_the_speech),
        *(close_the_tab, switch_speeches, switch_languages),
    ],
)
def test_turning_to_something_else_saves_at_once(desk: Desk, leave: object) -> None:
    (desk.folder / "second.txt").write_text(SECOND, encoding="utf-8")
    speech = desk.session.current
    assert speech is not None
    desk.tag(OTHER)
    desk.tag(WORDS)
    desk.press("n")
    desk.type("刚写下的")
    leave(desk)  # type: ignore[operator]
    with desk.library() as library:
        written = {mark.quote: mark.note for mark in library.annotations(speech.digest).values()}
    assert written == {WORDS: "刚写下的", OTHER: ""}


def test_each_mark_shows_its_own_note(desk: Desk) -> None:
    for words, typed in ((WORDS, "甲"), (OTHER, "乙")):
        desk.tag(words)
        desk.press("n")
        desk.type(typed)
        desk.press(Qt.Key.Key_Escape)
    shown = []
    for words in (WORDS, OTHER, "群众看得"):
        desk.click(find(words)[0] + 1)
        shown.append(editor(desk).toPlainText())
    assert shown == ["甲", "乙", ""]
    assert notes(desk) == {WORDS: "甲", OTHER: "乙"}


def test_lines_blanks_and_emoji_are_kept_as_typed(noting: Desk) -> None:
    for words in ("第一行", "\u3000\u3000缩进 与\u00a0空格", "赵𫖯😀"):
        noting.type(words)
        noting.press(Qt.Key.Key_Return)
    noting.press(Qt.Key.Key_Return, held=SHIFT)
    noting.press(Qt.Key.Key_Escape)
    assert noting.mark.note == "第一行\n\u3000\u3000缩进 与\u00a0空格\n赵𫖯😀\n\n"


def test_a_note_is_undone_in_one_step_and_shown_as_it_was(noting: Desk) -> None:
    noting.type("第一次")
    noting.press(Qt.Key.Key_Escape, "n", Qt.Key.Key_End)
    noting.type("，再写")
    noting.press(Qt.Key.Key_Escape)
    assert noting.mark.note == "第一次，再写"
    noting.press("z", held=CTRL)
    assert (noting.mark.note, editor(noting).toPlainText()) == ("", "")
    noting.press("z", held=CTRL | SHIFT)
    assert noting.mark.note == editor(noting).toPlainText() != ""


def test_undo_within_the_field_takes_back_what_was_typed_and_no_mark(noting: Desk) -> None:
    noting.type("写错了")
    noting.press("z", held=CTRL)
    assert editor(noting).toPlainText() == ""
    noting.press(Qt.Key.Key_Escape)
    assert [mark.note for mark in noting.marks] == [""]


def test_single_keys_typed_in_the_note_never_act(noting: Desk) -> None:
    before = noting.mark
    typed = "1234567890snejk][?E"
    for character in typed:
        noting.press(character)
    noting.press(Qt.Key.Key_Home, Qt.Key.Key_Delete)
    noting.press(Qt.Key.Key_Escape)
    mark = noting.mark
    assert mark.note.lower() == typed[1:].lower()
    assert (mark.tags, mark.span) == (before.tags, before.span)
    assert not noting.action("annotate.sticky").isChecked()


def test_with_the_last_speech_its_note_is_gone(noting: Desk) -> None:
    noting.type("记下")
    noting.action("file.close").trigger()
    assert (editor(noting).toPlainText(), editor(noting).isEnabled()) == ("", False)


def test_the_list_shows_that_there_is_a_note(noting: Desk) -> None:
    noting.type("看得见")
    noting.press(Qt.Key.Key_Escape)
    assert noting.window.marks._model.mark_at(0).note == "看得见"


def test_hidden_panels_come_back_for_a_note(desk: Desk) -> None:
    desk.tag(WORDS)
    desk.action("view.marks").trigger()
    assert not editor(desk).isVisible()
    desk.press("n")
    assert editor(desk).hasFocus()
    assert desk.action("view.marks").isChecked()


def test_a_note_comes_back_with_a_mark_that_was_deleted(noting: Desk) -> None:
    noting.type("不能丢")
    noting.press(Qt.Key.Key_Escape, Qt.Key.Key_Delete)
    assert noting.marks == []
    noting.press("z", held=CTRL)
    assert noting.mark.note == "不能丢"


def test_a_note_written_in_one_window_is_there_in_the_next(noting: Desk, opening: Opening) -> None:
    noting.type("明天再看")
    noting.close()
    again = opening(Path(noting.folder / "speech.txt"))
    again.click(find(WORDS)[0] + 1)
    assert editor(again).toPlainText() == "明天再看"
