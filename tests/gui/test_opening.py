"""Opening files: by dialog, by drag and drop, again from a list; and what cannot be opened."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QToolButton

from core.readers import reading as read
from core.readers.format import Reading
from gui import opening as reading
from gui.opening import AT_ONCE
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, Desk, speech_file
from tests.gui.own_speech import SECOND, TITLE, find

NONE = Qt.KeyboardModifier.NoModifier


def open_titles(desk: Desk) -> list[str]:
    return [speech.document.title for speech in desk.session.speeches.values()]


# -- ways to open ------------------------------------------------------------------------------


def test_the_dialog_opens_all_that_was_chosen(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(speech_file(tmp_path)), str(speech_file(tmp_path, "second.txt", SECOND))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    desk = opening()
    desk.press("o", held=CTRL)
    assert open_titles(desk) == [TITLE, "第二篇讲话"]


def test_a_dialog_that_is_left_opens_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[str] = []

    def leave(parent: object, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        folders.append(folder)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", leave)
    desk.press("o", held=CTRL)
    assert open_titles(desk) == [TITLE]
    assert folders == [str(desk.folder)]


def drop(desk: Desk, *urls: QUrl) -> bool:
    """Drag some addresses over the window and drop them; whether they were taken."""
    data, at = QMimeData(), QPoint(200, 200)
    data.setUrls(list(urls))
    button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, data, button, NONE)
    enter.ignore()
    QApplication.sendEvent(desk.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(desk.window, QDropEvent(QPointF(at), copy, data, button, NONE))
    return enter.isAccepted()


def test_files_dropped_on_the_window_are_opened(opening: Opening, tmp_path: Path) -> None:
    files = [speech_file(tmp_path), speech_file(tmp_path, "名 字%20#.txt", SECOND)]
    desk = opening()
    assert drop(desk, *(QUrl.fromLocalFile(str(path)) for path in files))
    assert open_titles(desk) == [TITLE, "第二篇讲话"]


def test_what_is_no_file_is_not_taken(desk: Desk) -> None:
    assert not drop(desk, QUrl("https://example.org/speech.txt"))
    assert not drop(desk)
    assert open_titles(desk) == [TITLE]


def test_a_large_file_is_read_in_the_background(opening: Opening, tmp_path: Path) -> None:
    text = "长篇讲话\n\n同志们：\n" + "说的是河。" * (AT_ONCE // 14)
    desk = opening(speech_file(tmp_path, "long.txt", text), show=False)
    assert (open_titles(desk), desk.app.tasks.busy) == ([], True)
    desk.wait_until_read()
    assert open_titles(desk) == ["长篇讲话"]
    assert desk.message == ""


def test_reading_that_takes_long_is_said_and_can_be_given_up(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def slowly(path: Path) -> Reading:
        go.wait(20)
        return read(path)

    monkeypatch.setattr(reading, "reading", slowly)
    monkeypatch.setattr(reading, "PATIENCE", 0)
    desk = opening(speech_file(tmp_path))
    desk.app.opener._timer.setInterval(0)
    desk.app.opener.open(speech_file(tmp_path, "long.txt", "长" * AT_ONCE))
    desk.qtbot.waitUntil(lambda: desk.message == "Reading “long.txt”…")
    desk.tag("谁来守")  # the window stays usable
    desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
    assert desk.message == ""
    go.set()
    desk.wait_until_read()
    assert open_titles(desk) == [TITLE]


def test_recent_files_stand_in_the_menu_newest_first(opening: Opening, tmp_path: Path) -> None:
    files = [speech_file(tmp_path), speech_file(tmp_path, "second.txt", SECOND)]
    desk = opening(*files)
    desk.press("w", held=CTRL)
    menu = desk.window.top.recent
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [str(files[1]), str(files[0])]
    menu.actions()[0].trigger()
    assert open_titles(desk) == [TITLE, "第二篇讲话"]


# -- what cannot be opened ---------------------------------------------------------------------


def no_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = speech_file(folder, "closed.txt")
    path.chmod(0)
    if os.access(path, os.R_OK):  # nothing is closed to root: let the system refuse
        whole = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if self == path:
                raise PermissionError(13, "Permission denied")
            return whole(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    return path


def written(name: str, data: bytes) -> Callable[[Path, pytest.MonkeyPatch], Path]:
    def make(folder: Path, _: pytest.MonkeyPatch) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def made_folder(folder: Path, _: pytest.MonkeyPatch) -> Path:
    (folder / "材料").mkdir()
    return folder / "材料"


BAD = {
    "missing": (lambda folder, _: folder / "没有.txt", "There is no file “{}”. Check its name and place."),
    "folder": (made_folder, "“{}” is a folder. Choose a file in it."),
    "empty": (written("空.txt", b""), "“{}” holds no text. Choose a file that does."),
    "blank": (written("白.txt", " \n\u3000\n".encode()), "“{}” holds no text. Choose a file that does."),
    "binary": (
        written("图.txt", bytes(range(256)) * 40),
        "“{}” is not a text file. Choose the text of a speech, or save it as .txt first.",
    ),
    "large binary": (
        written("影.txt", bytes(range(256)) * 1000),
        "“{}” is not a text file. Choose the text of a speech, or save it as .txt first.",
    ),
    "no permission": (no_permission, "You may not read “{}”. Change its permissions or choose another file."),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_opened_gets_one_sentence_and_the_window_stays_usable(
    desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, sentence = BAD[kind]
    said: list[str] = []
    desk.session.failed.connect(said.append)
    mark = desk.tag("谁来守")
    path = make(desk.folder, monkeypatch)
    desk.app.opener.open(path)
    desk.wait_until_read()
    desk.qtbot.waitUntil(lambda: bool(said))
    assert said == [desk.message] == [sentence.format(path)]
    assert open_titles(desk) == [TITLE]
    assert desk.settings.recent == [str(desk.folder / "speech.txt")]
    assert desk.marks == [mark]
    desk.tag("四十天", "2")
    assert desk.quotes == ["四十天", "谁来守"]


@pytest.mark.parametrize("kind", ["missing", "binary"])
def test_started_on_a_file_that_cannot_be_opened_the_window_says_so_and_welcomes(
    opening: Opening, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, sentence = BAD[kind]
    path = make(tmp_path, monkeypatch)
    desk = opening(path)
    assert desk.message == sentence.format(path)
    assert desk.window.welcome is not None
    assert desk.window.welcome.isVisible()
    desk.app.opener.open(speech_file(tmp_path))
    desk.tag("谁来守")
    assert find("谁来守")[0] == desk.mark.span.start  # type: ignore[union-attr]


def test_a_message_is_closed_by_its_button(desk: Desk) -> None:
    desk.app.opener.open(desk.folder / "没有.txt")
    assert desk.message
    desk.qtbot.mouseClick(desk.find(QToolButton, "messageClose"), Qt.MouseButton.LeftButton)
    assert desk.message == ""


def test_the_sentence_is_said_in_the_reader_s_language(opening: Opening, tmp_path: Path) -> None:
    desk = opening(tmp_path / "没有.txt", language="zh")
    assert desk.message == f"找不到文件“{tmp_path / '没有.txt'}”。请检查文件名和位置。"
