"""Windows small and large: nothing is pushed out, and what has no room is cut with an ellipsis."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.faces import font
from gui.panels.tags import TagButton
from gui.parts import Elided
from gui.rooms import RAIL
from tests.gui.desk import Desk, speech_file


def edges(desk: Desk, widget: QWidget) -> tuple[int, int]:
    """Left and right edge in the window."""
    left = widget.mapTo(desk.window, widget.rect().topLeft()).x()
    return left, left + widget.width()


def test_in_the_smallest_window_all_panels_stand_side_by_side(desk: Desk) -> None:
    desk.window.resize(desk.window.minimumSize())
    outline, pane, side = (edges(desk, part) for part in (desk.window.outline, desk.pane, desk.window.side))
    assert RAIL == outline[0] < outline[1] <= pane[0] < pane[1] <= side[0]
    assert side[1] == desk.window.width()


def test_tags_keep_their_names_in_the_narrowest_panel(desk: Desk) -> None:
    desk.window.resize(desk.window.minimumSize())
    for button in desk.window.palette_panel.findChildren(TagButton):
        assert button.name_room().width() >= QFontMetrics(font("hei", 13)).horizontalAdvance(button.tag.name)


@pytest.mark.parametrize("width", [400, 60, 0])
def test_a_line_without_room_leaves_out_its_middle(desk: Desk, width: int) -> None:
    line = Elided()
    line.setText("一、看清形势，把治河的担子挑起来 › （一）难题还在")
    line.resize(width, 20)
    room = line.fontMetrics().horizontalAdvance(line.shown)
    assert room <= width or line.shown == "…"
    assert (line.shown == line.text()) == (line.fontMetrics().horizontalAdvance(line.text()) <= width)


def test_a_long_place_does_not_widen_the_window(desk: Desk) -> None:
    path = speech_file(desk.folder, "long.txt", "很长的题目\n\n一、" + "治河" * 40 + "\n" + "正文。" * 50)
    desk.app.opener.open(path)
    desk.window.resize(desk.window.minimumSize())
    assert desk.window.width() == desk.window.minimumWidth()
    assert edges(desk, desk.window.status.share)[1] <= desk.window.width()


@pytest.mark.parametrize("name", ["sectionTree", "annotationList"])
def test_where_keys_act_can_be_seen(desk: Desk, name: str) -> None:
    desk.tag("一口一个对策")
    desk.tag("谁来守")
    view = desk.find(QAbstractItemView, name)
    view.setCurrentIndex(view.model().index(1, 0))
    desk.pane.setFocus()
    without = view.viewport().grab().toImage()
    view.setFocus()
    assert view.viewport().grab().toImage() != without
