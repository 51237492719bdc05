"""Four marks over one another: each is seen, each is reached by clicks, and a list offers them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from gui.faces import LINES, SIZES, Setting
from tests.gui.conftest import Opening
from tests.gui.desk import OFFSCREEN, Desk, speech_file
from tests.gui.own_speech import find
from tests.gui.pixels import colours

LAYERS = (
    ("赵𫖯同志带队走完了九道湾，回来只说了三个字", "1"),
    ("赵𫖯同志带队走完了九道湾", "5"),
    ("同志带队走完了", "6"),
    ("带队", "3"),
)
"""Passages within one another, with the keys of their tags."""
INNERMOST = find("带队")[0]


def marked(desk: Desk) -> list[str]:
    """Make the marks; their ids, the outermost first."""
    ids = []
    for words, key in LAYERS:
        desk.select(words)
        desk.press(key, on=desk.pane)
        ids.append(desk.session.mark_id)
    desk.session.pick("")
    return ids


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "setting", [Setting(), Setting(size=SIZES[0], line=LINES[0]), Setting(size=SIZES[1], line=LINES[0])]
)
def test_all_four_colours_are_in_the_picture(opening: Opening, tmp_path: Path, theme: str, setting: Setting) -> None:
    desk = opening(speech_file(tmp_path), theme=theme)
    desk.window.set_page(setting)
    marked(desk)
    at = desk.place(INNERMOST)
    page, look = desk.pane.page, desk.window.look
    assert page is not None
    size = setting.size
    around = QRect(at - QPoint(size // 2, size), at + QPoint(size // 2, 2 * size))
    seen = colours(desk.pane.viewport().grab(around).toImage())
    tags = {tag.key: tag.colour for tag in desk.session.tags.values()}
    wanted = {look.tag(tags["1"]).lower(), *(look.rule(tags[key]).lower() for _, key in LAYERS[1:])}
    assert wanted <= seen


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_clicks_cycle_through_all_four_from_the_innermost_out(opening: Opening, tmp_path: Path, theme: str) -> None:
    desk = opening(speech_file(tmp_path), theme=theme)
    ids = marked(desk)
    seen = []
    for _ in range(5):
        desk.click(INNERMOST)
        seen.append(desk.session.mark_id)
    assert seen == [*reversed(ids), ids[-1]]


def menu() -> QMenu:
    made = QApplication.activePopupWidget()
    assert isinstance(made, QMenu)
    return made


@OFFSCREEN
def test_a_key_lists_the_marks_at_the_caret_and_picks_one(desk: Desk) -> None:
    ids = marked(desk)
    desk.go(INNERMOST)
    desk.press("p", on=desk.pane)
    entries = menu().actions()
    assert [entry.objectName() for entry in entries] == [f"pick.{id_}" for id_ in reversed(ids)]
    assert entries[0].text() == "提法　带队"
    assert entries[-1].text().startswith("金句　赵𫖯同志带队")
    assert not entries[0].icon().isNull()
    entries[2].trigger()
    menu().close()
    assert desk.session.mark_id == ids[1]


@OFFSCREEN
@pytest.mark.parametrize(("inside", "listed"), [("带队", 4), ("走完", 3), ("三个字", 1)])
def test_the_menu_under_the_pointer_lists_several_marks(desk: Desk, inside: str, listed: int) -> None:
    ids = marked(desk)
    at = desk.place(find(inside)[0])
    port = desk.pane.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    names = [entry.objectName() for entry in menu().actions() if entry.objectName().startswith("pick.")]
    menu().close()
    assert names == ([f"pick.{id_}" for id_ in reversed(ids[:listed])] if listed > 1 else [])
    assert desk.session.mark_id == ids[listed - 1]


def test_a_single_mark_is_picked_at_once(desk: Desk) -> None:
    ids = marked(desk)
    desk.go(find("三个字")[0])
    desk.session.pick("")
    desk.press("p", on=desk.pane)
    assert QApplication.activePopupWidget() is None
    assert desk.session.mark_id == ids[0]
