"""A reader's own styles of heading: written in a dialog, seen at once in the open speech, kept, checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from core.outline.own import OwnStyle, own_styles
from core.places import own_headings_path
from gui.dialogs import SettingDialog
from gui.own_styles import OwnStylesDialog
from tests.core.outline import LONG, MORE
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, OFFSCREEN, Desk, speech_file
from tests.gui.names import nameless

HEAD = "在全镇大会上的讲话\n同志们：\n今天开个会。\n"
TEXT = f"{HEAD}第一回 修渠三里。{LONG}\n第二回 今年修路12公里，明年再修8公里。{MORE}\n"

ROUNDS = ["第一回 修渠三里", "第二回 今年修路12公里，明年再修8公里"]

pytestmark = OFFSCREEN


@pytest.fixture
def desk(opening: Opening, tmp_path: Path) -> Iterator[Desk]:
    yield opening(speech_file(tmp_path, "rounds.txt", TEXT))
    own_headings_path().unlink(missing_ok=True)


@pytest.fixture
def dialog(desk: Desk) -> OwnStylesDialog:
    desk.action("outline.styles").trigger()
    made = desk.window.findChild(OwnStylesDialog)
    assert isinstance(made, OwnStylesDialog)
    desk.qtbot.waitUntil(made.isVisible)
    return made


def write(dialog: OwnStylesDialog, desk: Desk, name: str, pattern: str, like: str = "cn_dun") -> None:
    desk.qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    desk.type(name, on=dialog.name)
    desk.type(pattern, on=dialog.pattern)
    dialog.like.setCurrentIndex(dialog.like.findData(like))
    dialog.like.activated.emit(dialog.like.currentIndex())
    dialog.show_preview()


def press(dialog: OwnStylesDialog, desk: Desk, kind: str) -> None:
    button = dialog.findChild(QPushButton, kind)
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tree(desk: Desk) -> list[str]:
    model = desk.tree.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def shown(dialog: OwnStylesDialog) -> list[str]:
    return [dialog.preview.item(row).text() for row in range(dialog.preview.count())]


def test_a_style_shows_while_it_is_written_and_holds_when_it_is_saved(desk: Desk, dialog: OwnStylesDialog) -> None:
    assert nameless(dialog) == []
    assert shown(dialog) == []
    write(dialog, desk, "回目", "第{n}回")
    assert shown(dialog) == ROUNDS
    assert dialog.count.text() == "In the open speech: 2 such headings"
    assert ROUNDS[0] not in tree(desk)
    press(dialog, desk, "styleSave")
    assert own_styles() == (OwnStyle("回目", "cn_dun", "第{n}回"),)
    assert set(ROUNDS) <= set(tree(desk))


@pytest.mark.parametrize("pattern", ["第({n}回", "第*", "(一|一一)+回", ""])
def test_what_is_not_sound_is_said_and_not_saved(desk: Desk, dialog: OwnStylesDialog, pattern: str) -> None:
    write(dialog, desk, "回目", pattern)
    assert dialog.problem.text()
    press(dialog, desk, "styleSave")
    assert dialog.isVisible()
    assert own_styles() == ()


def test_one_bad_row_hides_no_other_from_the_preview(desk: Desk, dialog: OwnStylesDialog) -> None:
    write(dialog, desk, "回目", "第{n}回")
    write(dialog, desk, "坏", "(")
    assert shown(dialog) == ROUNDS
    dialog.list.setCurrentRow(0)
    assert dialog.problem.text() == ""
    press(dialog, desk, "styleSave")
    assert dialog.list.currentRow() == 1
    press(dialog, desk, "styleRemove")
    press(dialog, desk, "styleSave")
    assert [each.name for each in own_styles()] == ["回目"]


def test_nothing_is_kept_where_the_dialog_is_left(desk: Desk, dialog: OwnStylesDialog) -> None:
    write(dialog, desk, "回目", "第{n}回")
    press(dialog, desk, "styleCancel")
    assert own_styles() == ()
    assert ROUNDS[0] not in tree(desk)


def test_a_file_that_cannot_be_written_is_said(
    desk: Desk, dialog: OwnStylesDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(dialog, desk, "回目", "第{n}回")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "file" / "library.sqlite"))
    press(dialog, desk, "styleSave")
    assert dialog.isVisible()
    assert "headings.txt" in dialog.problem.text()


def test_the_settings_lead_to_it(desk: Desk) -> None:
    desk.press(",", held=CTRL)
    setting = desk.window.findChild(SettingDialog)
    assert isinstance(setting, SettingDialog)
    button = setting.findChild(QPushButton, "settingHeadings")
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.window.findChild(OwnStylesDialog) is not None
    assert setting.findChild(QDialogButtonBox) is not None
