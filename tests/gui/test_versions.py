"""A file that was changed, moved or renamed: its marks are found again, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from core.model import Annotation
from gui import opening as reading
from gui.report import ReportDialog
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, LONG, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT, find
from tests.gui.test_outlining import headings

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEW = TEXT.replace("今天开会，", "今天把大家请来，").replace(
    "23个直排口，雨一大水就返浑", "23个排污的口子，雨一大水就返浑"
)
GONE = TEXT.replace("干部不能只在岸上看，要到水边去。", "")


def write(path: Path, text: str) -> None:
    """As editors do: written beside, then put in place."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def passage(desk: Desk, mark: Annotation) -> str:
    return desk.text[mark.span.start : mark.span.stop] if mark.span else ""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return speech_file(tmp_path)


@pytest.fixture
def marked(opening: Opening, path: Path) -> Desk:
    """Three marks, and a heading that is none."""
    desk = opening(path)
    desk.tag("拆除违建120处")
    desk.tag("23个直排口，雨一大水就返浑", "2")
    desk.tag("干部不能只在岸上看", "3")
    desk.go(find("（二）时机")[0] + 2)
    desk.press("h", held=SHIFT)
    return desk


def test_a_file_changed_while_it_is_closed_brings_its_marks_along(marked: Desk, path: Path, opening: Opening) -> None:
    marked.close()
    path.write_text(NEW, encoding="utf-8")
    desk = opening(path)
    assert desk.text == NEW
    assert [passage(desk, mark) for mark in desk.marks] == [
        "拆除违建120处",
        "23个排污的口子，雨一大水就返浑",
        "干部不能只在岸上看",
    ]
    assert [mark.state for mark in desk.marks] == ["anchored", "changed", "anchored"]
    assert desk.marks[1].quote == "23个直排口，雨一大水就返浑"
    assert not any("时机" in heading for heading in headings(desk))
    assert desk.message.endswith("Of the marks: 2 kept, 1 changed.")


def test_a_file_changed_while_it_is_open_is_shown_anew(marked: Desk, path: Path) -> None:
    write(path, NEW)
    marked.qtbot.waitUntil(lambda: marked.text == NEW, timeout=LONG)
    assert len(marked.marks) == 3
    assert list(marked.session.speeches) == [marked.session.current.digest]  # type: ignore[union-attr]
    assert marked.window.top.tabs.count() == 1
    write(path, TEXT)
    marked.qtbot.waitUntil(lambda: marked.text == TEXT, timeout=LONG)
    assert passage(marked, marked.marks[1]) == "23个直排口，雨一大水就返浑"


def test_a_note_being_typed_survives_a_change_on_the_disk(marked: Desk, path: Path) -> None:
    marked.click(find("拆除违建120处")[0] + 1)
    marked.press("n")
    marked.type("核对数字")
    write(path, NEW)
    marked.qtbot.waitUntil(lambda: marked.text == NEW, timeout=LONG)
    assert [mark.note for mark in marked.marks] == ["核对数字", "", ""]


def test_what_is_gone_is_kept_and_comes_back(marked: Desk, path: Path) -> None:
    write(path, GONE)
    marked.qtbot.waitUntil(lambda: marked.text == GONE, timeout=LONG)
    orphan = marked.marks[-1]
    assert (orphan.span, orphan.state, orphan.quote) == (None, "orphan", "干部不能只在岸上看")
    assert orphan.former == "一、看清形势，把治河的担子挑起来 › （一）难题还在"
    write(path, TEXT)
    marked.qtbot.waitUntil(lambda: marked.text == TEXT, timeout=LONG)
    assert [mark.state for mark in marked.marks] == ["anchored"] * 3


def test_a_replacement_is_undone(marked: Desk, path: Path) -> None:
    before = marked.marks
    write(path, GONE)
    marked.qtbot.waitUntil(lambda: marked.text == GONE, timeout=LONG)
    marked.press("z", held=CTRL)
    assert marked.marks == []
    with marked.library() as library:
        assert list(library.annotations(before[0].document).values()) == before
    marked.press("z", held=CTRL | SHIFT)
    assert len(marked.marks) == 3


def test_a_speech_that_was_moved_and_changed_is_known_by_its_likeness(
    marked: Desk, path: Path, opening: Opening, tmp_path: Path
) -> None:
    marked.close()
    path.unlink()
    desk = opening(speech_file(tmp_path, "改名.txt", NEW))
    assert len(desk.marks) == 3


def test_a_copy_beside_the_original_is_asked_about(marked: Desk, opening: Opening, tmp_path: Path) -> None:
    marked.close()
    desk = opening(speech_file(tmp_path, "copy.txt", NEW))
    assert desk.marks == []
    assert "another version" in desk.message
    desk.qtbot.mouseClick(desk.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
    assert len(desk.marks) == 3
    assert desk.session.current is not None
    assert len(desk.session.current.marks) == 3


def test_another_speech_under_the_same_name_takes_no_marks(marked: Desk, path: Path, opening: Opening) -> None:
    marked.close()
    path.write_text(SECOND * 3, encoding="utf-8")
    desk = opening(path)
    assert desk.marks == []
    with desk.library() as library:
        assert sum(row.marks for row in library.documents()) == 3


def test_a_file_that_vanishes_or_cannot_be_read_leaves_the_speech_as_it_is(marked: Desk, path: Path) -> None:
    path.unlink()
    marked.qtbot.wait(700)
    path.write_bytes(b"\0\1\2\3" * 50)
    marked.qtbot.wait(700)
    assert marked.text == TEXT
    assert marked.message == ""
    assert len(marked.marks) == 3


def test_a_long_text_is_replaced_behind(
    marked: Desk, path: Path, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.close()
    monkeypatch.setattr(reading, "AT_ONCE", 10)
    path.write_text(NEW, encoding="utf-8")
    desk = opening(path)
    desk.wait_until_read()
    desk.qtbot.waitUntil(lambda: desk.session.current is not None, timeout=LONG)
    assert [mark.state for mark in desk.marks] == ["anchored", "changed", "anchored"]


@pytest.fixture
def report(marked: Desk, path: Path) -> ReportDialog:
    write(path, GONE.replace("23个直排口，雨一大水就返浑", "23个排污的口子，雨一大水就返浑"))
    marked.qtbot.waitUntil(lambda: "排污的口子" in marked.text, timeout=LONG)
    marked.qtbot.mouseClick(marked.find(QPushButton, "messageButton"), Qt.MouseButton.LeftButton)
    dialog = marked.window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    return dialog


def press(desk: Desk, dialog: ReportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@OFFSCREEN
def test_the_report_shows_what_became_of_each_and_lets_it_be_accepted(marked: Desk, report: ReportDialog) -> None:
    assert nameless(report) == []
    assert report.summary.text() == "lost 1 · changed 1"
    report.list.setCurrentRow(1)
    assert "<u" in report.before.text()
    assert "污的</u>" in report.after.text()
    press(marked, report, "reportAccept")
    assert [mark.state for mark in marked.marks] == ["anchored", "anchored", "orphan"]
    assert marked.marks[1].quote == "23个直排口，雨一大水就返浑"
    assert report.list.count() == 1


@OFFSCREEN
def test_an_orphan_is_put_in_its_place_by_hand(marked: Desk, report: ReportDialog) -> None:
    report.list.setCurrentRow(0)
    marked.select_here("谁来守")
    press(marked, report, "reportSelection")
    (placed,) = [mark for mark in marked.marks if mark.quote == "干部不能只在岸上看"]
    assert (passage(marked, placed), placed.state, placed.former) == ("谁来守", "anchored", "")
    marked.press("z", held=CTRL, on=report)
    assert marked.marks[-1].state == "orphan"


@OFFSCREEN
def test_where_an_orphan_may_stand_is_offered(opening: Opening, path: Path) -> None:
    desk = opening(path)
    desk.tag("干部不能只在岸上看，要到水边去")
    changed = TEXT.replace("干部不能只在岸上看，要到水边去。", "").replace(
        "今天开会", "干部莫在岸上站着看，水边总得去一去。今天开会"
    )
    write(path, changed)
    desk.qtbot.waitUntil(lambda: desk.text == changed, timeout=LONG)
    desk.action("annotate.report").trigger()
    dialog = desk.window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    dialog.places.setCurrentRow(0)
    press(desk, dialog, "reportPlace")
    assert passage(desk, desk.mark) == "干部莫在岸上站着看，水边总得去"
    assert desk.mark.state == "anchored"
