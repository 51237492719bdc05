"""What the mouse does in the text: put the caret, select by character, word and sentence, pick marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.page_view import PageView

STEP = 3
"""Pixels the mouse moves before a click becomes a selection."""


class EdgeScroll(QObject):
    """While the mouse is held beyond the edge of a page, scrolls on, and says so."""

    def __init__(self, view: PageView, then: Callable[[QPoint], None]) -> None:
        super().__init__(view)
        self._view, self._then = view, then
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._scroll)

    def watch(self, at: QPoint) -> None:
        """The mouse has come to a place of the viewport."""
        if self._view.viewport().rect().contains(at):
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _scroll(self) -> None:
        at = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        over = min(0, at.y()) + max(0, at.y() - self._view.viewport().height())
        if over:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + over)
            self._then(at)


class Pointer(QObject):
    """Turns mouse events over a page into positions; what becomes of them is the pane's business."""

    placed = Signal(int, bool)
    """A position, and whether the selection is to be extended to it."""
    clicked = Signal(object)
    """The character under a plain click, None beside the text."""
    doubled = Signal(int)
    tripled = Signal(int)
    hovered = Signal(object)
    """The character the pointer rests on, None beside the text."""
    finished = Signal()
    """A selection was made."""
    signed = Signal(int)
    """A press on the sign of a paragraph: a position in it."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._dragged = False
        self._last, self._last_time, self._clicks = QPoint(), 0, 0
        self._edge = EdgeScroll(view, self._extend)

    def press(self, event: QMouseEvent) -> None:
        page, at = self._view.page, event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or page is None:
            return
        x, y = self._view.place(at)
        if (head := page.fold_at(y)) is not None:
            page.toggle_fold(head)
            self._view.refresh()
        elif (point := page.sign_at(x, y)) is not None:
            self.signed.emit(point)
        elif self._count(at, event.timestamp()) == 3:
            self._emit_character(self.tripled, at)
        else:
            self._pressed, self._dragged = at, False
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.placed.emit(page.point_at(x, y), shift)

    def double(self, event: QMouseEvent) -> None:
        """The second press of a double-click; Qt sends it in place of a press."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._view.page is not None:
            self._count(at, event.timestamp())
            self._clicks, self._pressed = 2, None
            self._emit_character(self.doubled, at)

    def _emit_character(self, signal: object, at: QPoint) -> None:
        assert self._view.page is not None
        self._pressed = None
        point = self._view.page.character_at(*self._view.place(at))
        if point is not None:
            signal.emit(point)  # type: ignore[attr-defined]

    def _count(self, at: QPoint, when: int) -> int:
        """Which click of a series this is: 1, 2 or 3."""
        near = (at - self._last).manhattanLength() <= QApplication.startDragDistance()
        soon = when - self._last_time <= QApplication.doubleClickInterval()
        self._clicks = self._clicks % 3 + 1 if near and soon and self._clicks else 1
        self._last, self._last_time = at, when
        return self._clicks

    @property
    def word_pending(self) -> bool:
        """Whether the last thing done was a double-click."""
        return self._clicks == 2

    def move(self, event: QMouseEvent) -> None:
        page, at = self._view.page, event.position().toPoint()
        if page is None:
            return
        if self._pressed is None:
            x, y = self._view.place(at)
            over = page.fold_at(y) is not None or page.sign_at(x, y) is not None
            self.hovered.emit(page.character_at(x, y))
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self._view.viewport().setCursor(shape)
        elif self._dragged or (at - self._pressed).manhattanLength() >= STEP:
            self._dragged = True
            self._extend(at)
            self._edge.watch(at)

    def _extend(self, at: QPoint) -> None:
        if self._view.page is not None:
            self.placed.emit(self._view.page.point_at(*self._view.place(at)), True)

    def release(self, event: QMouseEvent) -> None:
        self._edge.stop()
        page = self._view.page
        if event.button() != Qt.MouseButton.LeftButton or page is None:
            return
        plain, self._pressed = self._pressed is not None and not self._dragged, None
        if plain and not len(self._view.caret.span):
            self.clicked.emit(page.character_at(*self._view.place(event.position().toPoint())))
        elif len(self._view.caret.span):
            self.finished.emit()
