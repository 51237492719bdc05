"""A mark without a tag may have a colour of its own; the palette can be read in both themes."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMenu

from core.colour import READABLE, contrast, distance
from gui.colours import palette
from gui.theme import theme
from tests.gui.desk import CTRL, OFFSCREEN, Desk
from tests.gui.own_speech import find
from tests.gui.pixels import colours

PLACE = "谁来守"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.usefixtures("qapp")
def test_ink_can_be_read_on_every_colour_and_each_is_seen_on_the_page(name: str) -> None:
    look = theme(name)
    shown = [look.tag(colour) for colour in palette()]
    for colour in shown:
        assert contrast(colour, look.ink) >= READABLE, colour
        assert distance(colour, look.page) >= 0.06, colour
    for first, second in combinations(shown, 2):
        assert distance(first, second) >= 0.02, (first, second)


@pytest.fixture
def untagged(desk: Desk) -> Desk:
    """A window with a mark that has no tag."""
    desk.select(PLACE)
    desk.press("n")
    desk.press(Qt.Key.Key_Escape)
    return desk


def coloured(desk: Desk) -> dict[str, str]:
    """The colour of each mark, by its words."""
    speech = desk.window.session.current
    assert speech is not None
    return {mark.quote: mark.colour for mark in speech.marks.values()}


def choose(desk: Desk, name: str) -> None:
    """Call the palette by its key, and choose from it."""
    desk.press("p", held=ALT)
    (menu,) = (m for m in desk.window.findChildren(QMenu, "colourMenu") if m.isVisible())
    entry = menu.findChild(QAction, name)
    assert isinstance(entry, QAction)
    menu.setActiveAction(entry)
    desk.press(Qt.Key.Key_Return, on=menu)


@OFFSCREEN
def test_a_colour_is_chosen_seen_in_the_text_taken_back_and_taken_off(untagged: Desk) -> None:
    desk, colour = untagged, next(iter(palette()))
    choose(desk, "colour.1")
    assert desk.mark.colour == colour
    assert QColor(colour).name() in colours(desk.pane.viewport().grab().toImage())
    desk.press("z", held=CTRL, on=desk.pane)
    assert desk.mark.colour == ""
    choose(desk, "colour.2")
    choose(desk, "colour.none")
    assert desk.mark.colour == ""


@OFFSCREEN
def test_a_selection_that_is_coloured_becomes_a_mark_in_one_step_and_no_other_mark_is_touched(untagged: Desk) -> None:
    desk, (first, _, third, *_) = untagged, palette()
    desk.select("四十天")
    choose(desk, "colour.3")
    assert coloured(desk) == {"四十天": third, PLACE: ""}
    desk.press("z", held=CTRL, on=desk.pane)
    assert coloured(desk) == {PLACE: ""}
    desk.select(PLACE)
    choose(desk, "colour.1")
    assert coloured(desk) == {PLACE: first}


def test_a_selection_that_is_starred_becomes_a_mark_in_one_step_and_no_other_mark_is_touched(untagged: Desk) -> None:
    desk = untagged
    desk.select("四十天")
    desk.press("4", held=ALT, on=desk.pane)
    assert {mark.quote: mark.stars for mark in desk.marks} == {"四十天": 4, PLACE: 0}
    desk.press("z", held=CTRL, on=desk.pane)
    assert {mark.quote: mark.stars for mark in desk.marks} == {PLACE: 0}
    desk.select("四十天")
    desk.press("0", held=ALT, on=desk.pane)
    assert len(desk.marks) == 1, "no stars are no reason for a mark"
    desk.select(PLACE)
    desk.press("2", held=ALT, on=desk.pane)
    assert {mark.quote: mark.stars for mark in desk.marks} == {PLACE: 2}


@OFFSCREEN
def test_a_tag_goes_before_a_colour(untagged: Desk) -> None:
    desk, colour = untagged, next(iter(palette()))
    choose(desk, "colour.1")
    desk.click(find(PLACE)[0] + 1)
    desk.press("2", on=desk.pane)
    assert desk.mark.colour == colour
    assert QColor(colour).name() not in colours(desk.pane.viewport().grab().toImage())
