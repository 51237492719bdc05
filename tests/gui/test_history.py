"""What a mark was, and when; a former state is taken again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.history import HistoryDialog
from tests.gui.desk import CTRL, OFFSCREEN, Desk
from tests.gui.names import nameless

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = OFFSCREEN


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A window with a mark that was tagged twice, starred, and noted."""
    desk.tag("谁来守", "1")
    desk.press("2", on=desk.pane)
    desk.press("4", held=ALT, on=desk.pane)
    desk.window.marking.note(desk.mark.id, "核对2025年")
    desk.session._merges = ""  # a new step, as after a pause elsewhere
    desk.window.marking.note(desk.mark.id, "核对2026年")
    return desk


def history_of(desk: Desk) -> HistoryDialog:
    desk.press("h", held=ALT, on=desk.pane)
    dialog = desk.window.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    desk.qtbot.waitUntil(dialog.isVisible)
    return dialog


def steps(dialog: HistoryDialog) -> list[str]:
    return [dialog.list.item(row).text().split("   ")[1] for row in range(dialog.list.count())]


def test_every_change_is_listed_the_newest_first(desk: Desk) -> None:
    dialog = history_of(desk)
    assert steps(dialog) == ["Note", "Note", "Stars", "Tag", "Mark"]
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("row", "words", "looks"),
    [
        (0, "核对20252026年", "line-through"),
        (2, "Stars\u2028★★★★", "underline"),
        (3, "金句、数据", "underline"),
        (4, "The mark was made.", ""),
    ],
)
def test_it_is_said_in_words_what_each_changed(desk: Desk, row: int, words: str, looks: str) -> None:
    dialog = history_of(desk)
    dialog.list.setCurrentRow(row)
    assert words in dialog.text.document().toRawText()
    assert looks in dialog.text.toHtml()


def test_a_former_state_is_taken_again_in_one_step(desk: Desk) -> None:
    dialog = history_of(desk)
    assert not dialog.take.isEnabled()
    desk.press(Qt.Key.Key_End, on=dialog.list)
    desk.qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert (desk.tags_of(desk.mark), desk.mark.stars, desk.mark.note) == (["金句"], 0, "")
    assert steps(dialog)[0] == "Former state"
    dialog.close()
    desk.press("z", held=CTRL, on=desk.pane)
    assert (desk.tags_of(desk.mark), desk.mark.stars, desk.mark.note) == (["金句", "数据"], 4, "核对2026年")


def test_without_a_mark_there_is_no_history(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Delete, on=desk.pane)
    desk.press("h", held=ALT, on=desk.pane)
    assert desk.window.findChild(HistoryDialog) is None
