"""Folders and many files are taken into the library; a text is pasted; a file is shown in its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton

from core.library import Library
from core.model import Span
from core.problem import Problem
from core.readers.format import Reading, Remark
from gui.intake_bar import IntakeBar
from gui.intake_report import IntakeReport
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND

SHIFT = Qt.KeyboardModifier.ShiftModifier


def drop(desk: Desk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    desk.window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, none))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "讲话"
    top.mkdir()
    for number in range(12):
        speech_file(top, f"{number}.txt", f"第{number}次会上的讲话\n\n同志们：\n说第{number}件事。")
    (top / "空.txt").touch()
    return top


def bar(desk: Desk) -> IntakeBar:
    return desk.find(IntakeBar, "intakeBar")


def words(desk: Desk) -> str:
    return desk.find(QLabel, "intakeWords").text()


def press(desk: Desk, name: str) -> None:
    button = desk.find(QPushButton, name)
    desk.qtbot.waitUntil(button.isVisible, timeout=LONG)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_until_taken(desk: Desk) -> None:
    taking = desk.app.opener.taking_in
    desk.qtbot.waitUntil(lambda: not taking.busy, timeout=4 * LONG)


def test_a_folder_is_taken_into_the_library_and_what_fails_is_told(desk: Desk, folder: Path) -> None:
    (folder / "又一.txt").write_bytes((folder / "1.txt").read_bytes())
    drop(desk, folder)
    wait_until_taken(desk)
    assert words(desk) == "12 speeches taken into the library. 1 file there already. 1 file could not be."
    assert nameless(bar(desk)) == []
    assert desk.window.top.tabs.count() == 1
    with desk.library() as library:
        assert len(library.documents()) == 13


@OFFSCREEN
def test_which_files_failed_and_why_is_listed_and_copied_and_then_forgotten(desk: Desk, folder: Path) -> None:
    drop(desk, folder)
    wait_until_taken(desk)
    press(desk, "intakeReport")
    (dialog,) = desk.window.findChildren(IntakeReport)
    (shown,) = dialog.findChildren(QListWidget, "intakeFailures")
    assert nameless(dialog) == []
    assert shown.count() == 1
    assert "空.txt" in shown.item(0).text()
    (copy,) = dialog.findChildren(QPushButton, "intakeCopy")
    desk.qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == shown.item(0).text()
    dialog.accept()
    press(desk, "intakeStop")
    assert not bar(desk).isVisible()
    with desk.library() as library:
        assert not library.awaits_intake


def test_where_all_went_well_it_is_told_for_a_while(desk: Desk, folder: Path) -> None:
    (folder / "空.txt").unlink()
    drop(desk, folder)
    wait_until_taken(desk)
    assert desk.message == "12 speeches taken into the library."
    assert not bar(desk).isVisible()


def test_it_is_paused_gone_on_with_and_stopped(desk: Desk, folder: Path) -> None:
    taking = desk.app.opener.taking_in
    taking.take([folder])
    taking.pause(True)
    desk.qtbot.waitUntil(lambda: taking.progress.all > 0, timeout=2 * LONG)
    assert "paused" in words(desk)
    press(desk, "intakePause")
    assert not taking.paused
    wait_until_taken(desk)
    assert taking.progress.done == 13
    taking.take([folder])
    taking.pause(True)
    desk.qtbot.waitUntil(lambda: taking.progress.all == 26, timeout=2 * LONG)
    press(desk, "intakeStop")
    assert not taking.busy
    with desk.library() as library:
        assert library.intake.progress().all == library.intake.progress().done


def test_what_was_not_done_is_gone_on_with_at_the_next_start(opening: Opening, tmp_path: Path, folder: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        library.intake.put(str(path) for path in sorted(folder.iterdir()))
    desk = opening()
    wait_until_taken(desk)
    with desk.library() as library:
        assert len(library.documents()) == 12


def test_a_process_that_ends_of_itself_is_begun_anew(desk: Desk, folder: Path) -> None:
    taking = desk.app.opener.taking_in
    taking.take([folder])
    taking.pause(True)
    desk.qtbot.waitUntil(lambda: taking.progress.all > 0, timeout=2 * LONG)
    assert taking._process is not None
    taking._process.kill()
    wait_until_taken(desk)
    assert taking.progress.taken == 12


def test_the_window_made_anew_in_another_language_shows_it_too(desk: Desk, folder: Path) -> None:
    drop(desk, folder)
    wait_until_taken(desk)
    desk.app.set_language("zh")
    assert bar(desk.again()) is not None


def test_a_repair_has_the_library_to_itself_and_then_it_goes_on(desk: Desk, folder: Path) -> None:
    taking = desk.app.opener.taking_in
    taking.take([folder])
    taking.pause(True)
    desk.qtbot.waitUntil(lambda: taking.progress.all > 0, timeout=2 * LONG)
    desk.app.keeper.repair()
    assert taking._process is None
    desk.qtbot.waitUntil(lambda: taking.progress.done == 13, timeout=4 * LONG)
    wait_until_taken(desk)
    with desk.library() as library:
        assert len(library.documents()) == 13


def test_a_folder_is_asked_for(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    desk.action("file.takeIn").trigger()
    wait_until_taken(desk)
    assert desk.app.opener.taking_in.progress.taken == 12


def test_a_few_files_are_opened_side_by_side(desk: Desk, folder: Path) -> None:
    drop(desk, folder / "1.txt", folder / "2.txt")
    assert desk.window.top.tabs.count() == 3


def test_a_text_is_pasted_as_a_new_speech(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(SECOND.replace("\n", "\r\n"))
    desk.press("v", held=CTRL | SHIFT)
    assert desk.text == SECOND
    assert desk.session.current is not None
    assert desk.session.current.document.source is None
    desk.select_here("把路修好")
    desk.press("1", on=desk.pane)
    assert len(desk.marks) == 1


def test_rich_text_is_pasted_without_its_markup(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<p><b>在修路会上的讲话</b></p><p>同志们：</p><p>一、<b>先修桥</b></p><p>桥修好了再修路。</p>")
    data.setText("在修路会上的讲话\n同志们：\n一、先修桥\n桥修好了再修路。")
    QGuiApplication.clipboard().setMimeData(data)
    desk.press("v", held=CTRL | SHIFT)
    assert desk.text.split() == ["在修路会上的讲话", "同志们：", "一、先修桥", "桥修好了再修路。"]
    assert desk.session.current is not None
    assert any(hint.bold for hint in desk.session.current.document.hints)


def test_pages_that_are_pictures_are_recognised_where_that_can_be_done(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF")

    def scanned(_: object) -> Reading:
        raise Problem("file.scanned", path=path)

    def recognise(_: object, progress: Callable[[int, int], None], __: object) -> Reading:
        progress(1, 1)
        return Reading(SECOND, notices=("notice.recognised",))

    monkeypatch.setattr("gui.opening.reading", scanned)
    monkeypatch.setattr("core.readers.recognise.available", lambda: True)
    monkeypatch.setattr("core.readers.recognise.recognise", recognise)
    desk.app.opener.open(path)
    assert "pictures" in desk.message
    desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.text == SECOND, timeout=LONG)
    assert desk.session.current is not None
    assert desk.session.current.document.source == path


def test_an_empty_clipboard_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.press("v", held=CTRL | SHIFT)
    assert desk.message.startswith("There is no text on the clipboard.")


def test_a_file_is_shown_in_its_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    desk.action("file.showFile").trigger()
    assert shown == [str(desk.folder)]
    QGuiApplication.clipboard().setText(SECOND)
    desk.action("file.paste").trigger()
    desk.action("file.showFile").trigger()
    assert len(shown) == 1
    assert "has no file" in desk.message


def test_what_a_file_marks_itself_becomes_marks_that_can_be_undone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = Reading(
        SECOND,
        remarks=(Remark(Span(SECOND.index("把路修好"), len(SECOND) - 1), "几里？", "办公室"),),
        pages=(0, SECOND.index("同志们")),
        notices=("notice.tracked_changes",),
    )
    monkeypatch.setattr("gui.opening.reading", lambda _: said)
    path = speech_file(tmp_path, "commented.docx", SECOND)
    desk.app.opener.open(path)
    (mark,) = desk.marks
    assert (mark.quote, mark.note, mark.creator) == ("把路修好", "几里？", "办公室")
    assert "tracked changes" in desk.message.lower()
    desk.press("z", held=CTRL)
    assert desk.marks == []
    desk.session.go(Span(len(SECOND) - 2, len(SECOND) - 2))
    assert desk.window.status.share.text().startswith("page 2 · ")
