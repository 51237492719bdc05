"""The thin map of marks: a tick for each, and the paper seen through it where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from gui.theme import theme
from tests.gui.conftest import Opening
from tests.gui.desk import Desk, speech_file
from tests.gui.own_speech import TEXT, find


def map_colours(desk: Desk) -> set[str]:
    """The colours in the strip of the map, as the window shows it."""
    picture, strip = desk.window.grab().toImage(), desk.pane.map
    corner = strip.mapTo(desk.window, strip.rect().topLeft())
    places = ((x, y) for x in range(2, strip.width() - 2) for y in range(strip.height()))
    return {QColor(picture.pixel(corner.x() + x, corner.y() + y)).name() for x, y in places}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_without_a_mark_only_paper_is_seen(opening: Opening, tmp_path, look: str) -> None:
    desk = opening(speech_file(tmp_path), theme=look)
    assert map_colours(desk) == {theme(look).page.lower()}


def test_a_mark_has_a_tick_of_its_colour_at_its_place(desk: Desk) -> None:
    mark = desk.tag("谁来守", "1")
    colour = theme("light").rule(desk.session.tags[mark.tags[0]].colour).lower()
    assert colour in map_colours(desk)
    strip = desk.pane.map
    picture, corner = desk.window.grab().toImage(), strip.mapTo(desk.window, strip.rect().topLeft())
    middle = corner.x() + strip.width() // 2
    heights = [y for y in range(strip.height()) if QColor(picture.pixel(middle, corner.y() + y)).name() == colour]
    assert abs(heights[0] / strip.height() - find("谁来守")[0] / len(TEXT)) < 0.02


def test_a_mark_taken_out_leaves_paper(desk: Desk) -> None:
    desk.tag("谁来守", "1")
    desk.session.undo_stack.undo()
    assert map_colours(desk) == {theme("light").page.lower()}


def test_hits_have_ticks_of_their_own_beside_the_marks(desk: Desk) -> None:
    desk.tag("谁来守", "1")
    marks = map_colours(desk)
    desk.window.top.search.setText("河")
    hit = theme("light").rule(theme("light").hit).lower()
    assert map_colours(desk) >= marks | {hit}
    desk.window.top.search.clear()
    assert map_colours(desk) == marks
