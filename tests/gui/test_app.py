"""The application: a library that cannot be opened, themes, languages, its own failures."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Span
from gui.app import build
from gui.crash import CrashHook
from gui.settings import Settings
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import SECOND, TITLE, find
from tests.gui.pixels import colours

# -- a library that cannot be opened -----------------------------------------------------------


def newer(path: Path) -> None:
    Library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")


LIBRARIES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (
        lambda path: path.write_text("这是一份讲话稿，不是资料库。" * 9, encoding="utf-8"),
        "“{}” is not a Piyue library and was left as it is. Choose another file.",
    ),
    "a folder": (
        Path.mkdir,
        "The library “{0}” is a folder. Name a file instead, for example “{0}/library.sqlite”.",
    ),
    "newer": (
        newer,
        "The library “{}” was made by a newer version of Piyue and was left as it is. Update Piyue, then open it.",
    ),
    "another program's": (
        of_another_program,
        "“{}” is another program's database and was left as it is. Choose another file.",
    ),
}


@pytest.fixture(params=LIBRARIES)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A library that cannot be opened, and the sentence that says so."""
    make, sentence = LIBRARIES[request.param]
    path = tmp_path / "broken.sqlite"
    make(path)
    return path, sentence.format(path)


def held(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_a_library_that_cannot_be_opened_gets_one_sentence_and_speeches_can_be_read(
    opening: Opening, tmp_path: Path, broken: tuple[Path, str]
) -> None:
    path, sentence = broken
    before = held(path)
    desk = opening(speech_file(tmp_path), library=path)
    assert desk.message == sentence
    assert desk.status == "No library"
    assert desk.row("一、").isValid()
    desk.click(find("谁来守")[0], times=3)
    assert desk.selected.startswith("谁的河段")
    desk.press("1")
    assert desk.message == "No library is open, so nothing was saved. Open a library or choose another one first."
    assert desk.quotes == []
    desk.close()
    assert held(path) == before


def test_another_library_can_be_chosen_and_shows_its_marks(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.sqlite", tmp_path / "bad.sqlite"
    first = opening(speech_file(tmp_path), library=good)
    mark = first.tag("谁来守", "4")
    first.close()
    bad.write_text("不是资料库" * 20, encoding="utf-8")
    desk = opening(tmp_path / "speech.txt", library=bad)
    answers = iter([str(bad), "", str(good)])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (next(answers), ""))
    for _ in range(2):  # the bad one again, then none: still the same sentence
        desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
        desk.window.messages.show()
        assert desk.message.startswith(f"“{bad}” is not a Piyue library")
    desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
    assert (desk.quotes, desk.status) == (["谁来守"], "Saved")
    desk.click(find("谁来守")[0] + 1)
    assert desk.session.mark_id == mark.id
    desk.path = good
    desk.press("1")
    assert desk.tags_of(desk.mark) == ["案例", "金句"]
    desk.tag("四十天")
    assert desk.quotes == ["四十天", "谁来守"]


def test_the_sentence_stays_while_a_large_file_is_read(opening: Opening, tmp_path: Path) -> None:
    bad = tmp_path / "bad.sqlite"
    bad.write_text("不是资料库" * 20, encoding="utf-8")
    desk = opening(speech_file(tmp_path, "long.txt", "河" * 100_000), library=bad)
    desk.wait_until_read()
    assert list(desk.session.speeches)
    assert desk.message.startswith(f"“{bad}” is not a Piyue library")


def test_an_open_library_can_be_handed_over(qtbot: QtBot, tmp_path: Path) -> None:
    library = Library(tmp_path / "handed.sqlite")
    window = build(library, [speech_file(tmp_path)], Settings(tmp_path / "settings.ini"))
    assert len(library.documents()) == 1
    window.close()
    window.deleteLater()


# -- themes and languages ----------------------------------------------------------------------


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """A window on our own speech with a mark in the middle of it, the caret beside it."""
    desk.tag("谁来守", "4")
    desk.session.go(Span(*find("（二）时机")))
    return desk


def test_another_theme_keeps_speech_marks_and_place(marked: Desk) -> None:
    at, caret = marked.pane.top_point(), marked.pane.caret
    for name in ("dark", "light", "dark"):
        marked.press("t", held=CTRL | SHIFT)
        look = marked.app.look
        assert (look.name, marked.settings.theme) == (name, name)
        assert (marked.quotes, marked.pane.top_point(), marked.pane.caret) == (["谁来守"], at, caret)
        seen = colours(marked.window.grab().toImage())
        tag = next(tag for tag in marked.session.tags.values() if tag.key == "4")
        assert {look.page.lower(), look.panel.lower(), look.tag(tag.colour).lower()} <= seen


def test_another_language_keeps_speeches_marks_and_place(marked: Desk) -> None:
    marked.app.opener.open(speech_file(marked.folder, "second.txt", SECOND))
    marked.press(Qt.Key.Key_Tab, held=CTRL)
    position = marked.session.current.position if marked.session.current else -1
    for language, words, tree in (("zh", "已保存", "称谓 · 同志们："), ("en", "Saved", "Salutation · 同志们：")):
        assert marked.app.window is not None
        marked.app.window.language_wanted.emit(language)
        again = marked.again()
        assert (again.window.isVisible(), again.status) == (True, words)
        assert again.row(tree).isValid()
        assert again.quotes == ["谁来守"]
        assert [again.window.top.tabs.tabText(i) for i in range(again.window.top.tabs.count())] == [TITLE, "第二篇讲话"]
        assert again.session.current is not None
        assert (again.session.current.document.title, again.session.current.position) == (TITLE, position)
        assert marked.settings.language == language
        marked = again
    marked.tag("四十天", "2")
    assert marked.quotes == ["四十天", "谁来守"]
    marked.press("z", held=CTRL)
    assert marked.quotes == ["谁来守"]


def test_with_no_speech_open_another_language_shows_the_welcome_page(opening: Opening) -> None:
    desk = opening()
    desk.window.language_wanted.emit("zh")
    again = desk.again()
    assert again.window.welcome is not None
    assert again.window.welcome.isVisible()
    assert again.find(QPushButton, "welcomeOpen").text() == "打开文件…"


def test_everything_is_said_in_one_language(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path), language="zh")
    words = [action.text() for action in desk.window.actions_by_name.values()]
    words += [button.toolTip() for button in desk.window.findChildren(QToolButton) if button.objectName()]
    proper = {"Markdown", "JSON", "W3C Web Annotation", "REFI-QDA 编码本", "Hypothesis", "doccano"}
    latin = [word for word in words if word and word[0].isascii() and word[0].isalpha()]
    assert set(latin) <= proper


def test_the_line_of_folded_adverts_counts_in_its_language(opening: Opening, tmp_path: Path) -> None:
    for language, words in (("en", "2 lines of adverts and watermarks"), ("zh", "网站水印与广告 · 2 行")):
        desk = opening(speech_file(tmp_path), language=language)
        assert desk.pane.fold_words(2) == words
        desk.close()


# -- when the program itself fails -------------------------------------------------------------


def test_a_failure_of_the_program_saves_the_note_says_one_sentence_and_goes_on(desk: Desk) -> None:
    log = desk.folder / "piyue.log"
    hook = CrashHook(log, desk.app.save, desk.app.say_crash)
    desk.tag("四十天")
    desk.press("n")
    desk.type("写到一半")
    try:
        raise ZeroDivisionError("a slip of ours")
    except ZeroDivisionError as error:
        hook(type(error), error, error.__traceback__)
    assert desk.mark.note == "写到一半"
    assert desk.message.startswith("Something went wrong in the program; what was saved is safe.")
    assert str(log) in desk.message
    assert "a slip of ours" in log.read_text(encoding="utf-8")
    desk.press(Qt.Key.Key_Escape)
    desk.tag("谁来守")
    assert desk.quotes == ["四十天", "谁来守"]
