"""The two ends of the current mark, as small handles that the mouse can drag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from core.model import Annotation, Span
from gui.page import Page
from gui.page_view import PageView
from gui.painter import band
from gui.pointer import EdgeScroll

if TYPE_CHECKING:
    from gui.marking import Marking
    from gui.session import Session

KNOB = 3.5
"""Pixels: the radius of a handle's knob."""
REACH = 7
"""Pixels around a knob in which a press takes hold of it; in narrow lines less, where selections begin."""
INSET = 4.5
"""Pixels from the edge of a line to the knob that hangs in it."""


class Knob(NamedTuple):
    """A handle on the page: its knob, its stem, and the height at which its line is read."""

    at: QPointF
    stem: QRectF
    middle: float


def knobs(page: Page, span: Span) -> Iterator[tuple[str, Knob]]:
    """The ``start`` and the ``stop`` of a passage as far as they are shown; the first hangs above, the other below."""
    for name, point in (("start", span.start), ("stop", span.stop - 1)):
        index = page.block_of(point)
        block = page.blocks[index]
        if page.hidden(index) or not block.first <= point < max(block.stop, block.first + 1):
            continue
        laid = page.laid(index)
        box = next(laid.rects(point, point + 1), None) or laid.caret(point)
        box = box.translated(0, page.text_top(index))
        tint = band(box, laid.style.size)
        x = box.left() if name == "start" else box.right()
        y = box.top() + INSET if name == "start" else box.bottom() - INSET
        top, bottom = (y, tint.bottom()) if name == "start" else (tint.top(), y)
        yield name, Knob(QPointF(x, y), QRectF(x - 0.75, top, 1.5, bottom - top), box.center().y())


class Handles(QObject):
    """Two ends that can be dragged; what becomes of them is told by ``span``, ``moved`` and ``dropped``."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._edge = EdgeScroll(view, self._drag)
        self._fixed: int | None = None
        self._shift = 0.0
        self._wanted: Span | None = None

    def span(self) -> Span | None:
        """The passage between the handles."""

    def moved(self, span: Span) -> None:
        """An end is being dragged: the passage would be this."""

    def dropped(self, span: Span | None) -> None:
        """An end was let go: the passage is to be this; None: what it was."""

    @property
    def dragging(self) -> bool:
        return self._fixed is not None

    def _at(self, at: QPoint) -> tuple[str, Knob] | None:
        page, span = self._view.page, self.span()
        if page is None or span is None:
            return None
        x, y = self._view.place(at)
        for name, knob in knobs(page, span):
            down = min(REACH, 0.6 * abs(knob.middle - knob.at.y()))
            if abs(x - knob.at.x()) <= REACH and abs(y - knob.at.y()) <= down:
                return name, knob
        return None

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of a handle, if there is one where the mouse is pressed."""
        found, span = self._at(event.position().toPoint()), self.span()
        if found is None or span is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        name, knob = found
        self._fixed = span.stop if name == "start" else span.start
        self._shift, self._wanted = knob.middle - self._view.place(event.position().toPoint())[1], None
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Drag the end that is held, or show that one can be."""
        at = event.position().toPoint()
        if self.dragging:
            self._drag(at)
            self._edge.watch(at)
            return True
        if event.buttons() or self._at(at) is None:
            return False
        self._view.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        return True

    def _drag(self, at: QPoint) -> None:
        page = self._view.page
        if page is None or self._fixed is None:
            return
        x, y = self._view.place(at)
        point = page.point_at(x, max(0.0, y + self._shift))
        if point != self._fixed:
            self._wanted = Span(min(point, self._fixed), max(point, self._fixed))
            self.moved(self._wanted)

    def release(self, event: QMouseEvent) -> bool:
        """Let go of the end where it is."""
        if not self.dragging or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._let_go(self._wanted)
        return True

    def cancel(self) -> bool:
        """Leave the mark as it was; says whether an end was being dragged."""
        was = self.dragging
        if was:
            self._let_go(None)
        return was

    def _let_go(self, span: Span | None) -> None:
        self._edge.stop()
        self._fixed = None
        self.dropped(span)

    def paint(self, painter: QPainter, left: float, top: float, colour: str) -> None:
        """Paint the handles of the current mark; (left, top) is where the page begins."""
        page, span = self._view.page, self.span()
        if page is None or span is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        for _, knob in knobs(page, span):
            painter.drawRect(knob.stem.translated(left, top))
            painter.drawEllipse(knob.at + QPointF(left, top), KNOB, KNOB)
        painter.restore()


class MarkHandles(Handles):
    """The handles of the session's current mark. While one is dragged only the pane's index knows of it."""

    put = Signal(int)
    """The caret is to stand here: at the end that was dragged."""

    def __init__(self, view: PageView, session: Session, marking: Marking) -> None:
        super().__init__(view)
        self._session, self._marking = session, marking
        self._preview: Annotation | None = None

    def span(self) -> Span | None:
        mark = self._preview or self._session.mark
        return mark.span if mark is not None else None

    def moved(self, span: Span) -> None:
        mark = self._session.mark
        if mark is not None:
            shown, self._preview = self._preview or mark, replace(mark, span=span)
            self._show(shown, self._preview)

    def dropped(self, span: Span | None) -> None:
        mark, shown, self._preview = self._session.mark, self._preview, None
        page = self._view.page
        if mark is None or mark.span is None or shown is None or page is None:
            return
        self._show(shown, mark)
        if span is not None:
            from core.ends import trimmed

            span = trimmed(page.text, span)
            self.put.emit(span.start if mark.span.stop == span.stop else span.stop)
            self._marking.resize(mark, span)

    def _show(self, old: Annotation, new: Annotation) -> None:
        if self._view.view is not None:
            self._view.view.index.replace(old, new)
            self._view.viewport().update()
