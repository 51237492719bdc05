"""Keys move the caret as they do everywhere, and with Shift they select."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.caret import Caret, move, move_of, moves
from gui.faces import Setting
from gui.page import Page
from gui.typesetting import blocks

pytestmark = pytest.mark.usefixtures("qapp")
SETTING = Setting(size=16, line=1.75, measure=24)
TEXT = "河清岸绿，人欢鱼跃。\n\u3000\u3000赵𫖯说😀好。\n" + "一年接着一年干，一锤接着一锤敲。" * 4
FIRST, SECOND, THIRD = 0, 13, 20
"""Where the three lines of the source begin, their indent left out."""
SCREEN = 10 * SETTING.pitch


@pytest.fixture
def page() -> Page:
    return Page(TEXT, blocks(TEXT, ()), SETTING, 400)


@pytest.mark.parametrize(
    ("name", "point", "to"),
    [
        ("right", 0, 1),
        ("right", 10, SECOND),
        ("right", SECOND + 3, SECOND + 4),
        ("right", len(TEXT), len(TEXT)),
        ("left", 1, 0),
        ("left", SECOND, 10),
        ("left", 0, 0),
        ("down", 2, SECOND + 2),
        ("down", SECOND + 1, THIRD + 1),
        ("down", len(TEXT), len(TEXT)),
        ("up", SECOND + 2, 2),
        ("up", 0, 0),
        ("home", 5, FIRST),
        ("end", 5, 10),
        ("home", SECOND + 4, SECOND),
        ("start", 40, 0),
        ("stop", 3, len(TEXT)),
        ("next_word", 0, 5),
        ("next_word", 5, 10),
        ("previous_word", 9, 5),
    ],
)
@pytest.mark.parametrize("select", [False, True])
def test_a_move_leads_to_its_place_and_selects_on_demand(
    page: Page, name: str, point: int, to: int, select: bool
) -> None:
    moved = move(Caret(point, point), name, select, page, SCREEN)
    assert (moved.anchor, moved.point) == (point if select else to, to)


@pytest.mark.parametrize(("name", "to"), [("left", 2), ("right", 7)])
def test_without_shift_an_arrow_goes_to_the_end_of_the_selection(page: Page, name: str, to: int) -> None:
    assert move(Caret(7, 2), name, False, page, SCREEN) == Caret(to, to)


def test_a_page_is_a_screen_less_one_line() -> None:
    text = "\n".join("河清岸绿" for _ in range(60))
    page = Page(text, blocks(text, ()), SETTING, 400)
    caret = move(Caret(2, 2), "page_down", False, page, SCREEN)
    assert caret.point % 5 == 2
    down = page.caret(caret.point).top() - page.caret(2).top()
    assert SCREEN - 2 * SETTING.pitch <= down <= SCREEN
    assert move(caret, "page_up", True, page, SCREEN).span.start == 2


def test_beyond_the_ends_a_page_stops_at_the_last_line(page: Page) -> None:
    assert move(Caret(THIRD, THIRD, 0.0), "page_down", False, page, 10**5).point == page.line_ends(len(TEXT)).start
    assert move(Caret(THIRD, THIRD, 0.0), "page_up", False, page, 10**5).point == FIRST


def test_a_selection_can_be_turned_round_its_anchor(page: Page) -> None:
    caret = Caret(3, 3)
    for name, point in (("right", 4), ("left", 3), ("left", 2)):
        caret = move(caret, name, True, page, SCREEN)
        assert (caret.anchor, caret.point) == (3, point)
    assert (caret.span.start, caret.span.stop) == (2, 3)


def test_going_down_over_a_short_line_keeps_the_column(page: Page) -> None:
    caret = Caret(9, 9)
    columns = [page.caret(9).x()]
    for name in ("down", "down", "up", "up"):
        caret = move(caret, name, False, page, SCREEN)
        columns.append(page.caret(caret.point).x())
    assert columns[1] < columns[0]
    assert abs(columns[2] - columns[0]) <= SETTING.size
    assert caret.point == 9


def test_a_move_to_the_side_forgets_the_column(page: Page) -> None:
    caret = move(Caret(9, 9), "down", False, page, SCREEN)
    assert caret.goal is not None
    assert move(caret, "left", False, page, SCREEN).goal is None


def key_of(sequence: QKeySequence) -> QKeyEvent:
    combination = sequence[0]  # type: ignore[index]
    return QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(("plain", "selecting", "name"), moves(), ids=[row[2] for row in moves()])
def test_every_move_has_its_system_s_keys(
    plain: QKeySequence.StandardKey, selecting: QKeySequence.StandardKey, name: str
) -> None:
    for standard, select in ((plain, False), (selecting, True)):
        bindings = QKeySequence.keyBindings(standard)
        assert bindings
        assert {move_of(key_of(binding)) for binding in bindings} == {(name, select)}


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Escape])
def test_other_keys_are_no_moves(key: Qt.Key) -> None:
    assert move_of(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)) is None
