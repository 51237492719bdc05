"""The caret and the selection: how keys move them. No widget here: positions in, positions out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.model import Span
from gui.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QKeySequence


class Caret(NamedTuple):
    """``point`` is where the caret stands, ``anchor`` where the selection was begun (code points).

    ``goal`` is the x, in pixels of the column, that moving up and down keeps to.
    """

    anchor: int = 0
    point: int = 0
    goal: float | None = None

    @property
    def span(self) -> Span:
        return Span(min(self.anchor, self.point), max(self.anchor, self.point))

    def to(self, point: int, *, keep: bool = False) -> Caret:
        """The caret moved; ``keep`` extends the selection instead of dropping it."""
        return Caret(self.anchor if keep else point, point)


def move_of(event: QKeyEvent) -> tuple[str, bool] | None:
    """The name of the move a key stands for, and whether it selects."""
    for plain, selecting, name in moves():
        if event.matches(plain):
            return name, False
        if event.matches(selecting):
            return name, True
    return None


@cache
def moves() -> tuple[tuple[QKeySequence.StandardKey, QKeySequence.StandardKey, str], ...]:
    """The keys of each move: plain, and selecting. Qt's table of standard keys loads when one is first pressed."""
    from PySide6.QtGui import QKeySequence

    key = QKeySequence.StandardKey
    return (
        (key.MoveToNextChar, key.SelectNextChar, "right"),
        (key.MoveToPreviousChar, key.SelectPreviousChar, "left"),
        (key.MoveToNextLine, key.SelectNextLine, "down"),
        (key.MoveToPreviousLine, key.SelectPreviousLine, "up"),
        (key.MoveToNextPage, key.SelectNextPage, "page_down"),
        (key.MoveToPreviousPage, key.SelectPreviousPage, "page_up"),
        (key.MoveToStartOfLine, key.SelectStartOfLine, "home"),
        (key.MoveToEndOfLine, key.SelectEndOfLine, "end"),
        (key.MoveToStartOfDocument, key.SelectStartOfDocument, "start"),
        (key.MoveToEndOfDocument, key.SelectEndOfDocument, "stop"),
        (key.MoveToNextWord, key.SelectNextWord, "next_word"),
        (key.MoveToPreviousWord, key.SelectPreviousWord, "previous_word"),
    )


def move(caret: Caret, name: str, select: bool, page: Page, screen: int) -> Caret:
    """Where a move leads; ``screen`` is the height of the view in pixels."""
    if name in ("up", "down", "page_up", "page_down"):
        return _vertical(caret, name, select, page, screen)
    if name in ("left", "right") and len(caret.span) and not select:
        return caret.to(caret.span.start if name == "left" else caret.span.stop)
    return caret.to(_target(caret.point, name, page), keep=select)


def _target(point: int, name: str, page: Page) -> int:
    if name in ("left", "right"):
        return page.step(point, 1 if name == "right" else -1)
    if name in ("home", "end"):
        ends = page.line_ends(point)
        return ends.start if name == "home" else ends.stop
    if name in ("next_word", "previous_word"):
        return page.clause(point, 1 if name == "next_word" else -1)
    return 0 if name == "start" else len(page.text)


def _vertical(caret: Caret, name: str, select: bool, page: Page, screen: int) -> Caret:
    box = page.caret(caret.point)
    goal = box.x() if caret.goal is None else caret.goal
    down = name in ("down", "page_down")
    if name in ("up", "down"):
        point = page.line_beside(caret.point, goal, 1 if down else -1)
    else:
        far = screen - page.setting.pitch
        point = page.point_at(goal, max(0.0, box.center().y() + (far if down else -far)))
    return Caret(caret.anchor if select else point, point, goal)
