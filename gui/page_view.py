"""Shows one page: scrolls it, paints what is visible, draws the caret. Nothing here knows of a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui import painter
from gui.caret import Caret
from gui.faces import Setting, font
from gui.mark_index import MarkIndex
from gui.mark_map import MarkMap
from gui.page import Page
from gui.speech import Speech
from gui.theme import Theme

TOP = 36
"""Pixels of paper above the text."""

SIDE = 26
"""Pixels of paper kept free on each side of the column."""


class View:
    """What is remembered of one open speech: its page, its marks by place, caret and scroll position."""

    def __init__(self, speech: Speech, setting: Setting, width: int) -> None:
        self.speech = speech
        self.page = Page(speech.text, speech.blocks, setting, width)
        self._index = MarkIndex(self.page.starts, speech.sight.values())
        self.caret = Caret(*[self.page.shown(speech.position)] * 2)
        self.scroll: int | None = None

    @property
    def index(self) -> MarkIndex:
        """The marks by the blocks of the page as they are now."""
        if self._index.starts is not self.page.starts:
            self._index = MarkIndex(self.page.starts, self.speech.sight.values())
        return self._index

    def forget_marks(self) -> None:
        """Look at the speech's marks anew when they are wanted."""
        self._index = MarkIndex(())


class PageView(QAbstractScrollArea):
    """A scrolled page. ``painted`` is emitted after each picture, ``scrolled`` when a person moved it."""

    painted = Signal()
    scrolled = Signal()

    def __init__(self, setting: Setting, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(QWidget())  # one that Python knows: Qt's own takes PySide 10 ms to tell what it is
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._setting, self._theme = setting, theme
        self._view: View | None = None
        self._moving = self._unplaced = False
        self._caret_on = True
        self.map = MarkMap(self)
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._flash)

    @property
    def view(self) -> View | None:
        """The open speech as it is shown."""
        return self._view

    @property
    def theme(self) -> Theme:
        """The theme in which the page is painted."""
        return self._theme

    @property
    def page(self) -> Page | None:
        return self._view.page if self._view else None

    @property
    def caret(self) -> Caret:
        return self._view.caret if self._view else Caret()

    def ink(self, view: View) -> painter.Ink:
        """Colours, tags, selection, hits: what is painted beside the text."""
        return painter.Ink(self._theme, {}, view.caret.span, "")

    def paint_over(self, paper: QPainter, left: float, top: float) -> None:
        """Paint what stands over the text; (left, top) is where the page begins."""

    def fold_words(self, lines: int) -> str:
        """What stands for folded adverts."""
        return str(lines)

    def show_view(self, view: View | None) -> None:
        """Show another speech where it was left, or none."""
        if self._view is not None:
            self._view.scroll = self.verticalScrollBar().value()
        self._view = view
        if view is None:
            self.viewport().update()
        elif self.isVisible():
            self._place(view)
        else:
            self._unplaced = True  # until there is a size to lay it out for

    def _place(self, view: View) -> None:
        """Lay a speech out where it was left."""
        self._unplaced = False
        if view.scroll is None:
            if view.page.width != self._column() or view.page.setting != self._setting:
                view.page.reset(self._setting, self._column())
            self.scroll_to(view.speech.position)
        else:
            self._fit()
            self.verticalScrollBar().setValue(view.scroll)

    def set_setting(self, setting: Setting) -> None:
        """Set the page in another size, line, face or measure."""
        self._setting = setting
        self._fit()

    def rearrange(self, view: View, how: Callable[[], object]) -> None:
        """Set a page by other blocks; the line with the caret, or else the upper one, stays in place."""
        if view is not self._view or self._unplaced:
            how()
            view.scroll = None
            return
        box = self.caret_box()
        in_sight = box is not None and 0 <= box.top() <= self.viewport().height()
        point = view.caret.point if in_sight else self.top_point()
        y = int(box.top()) if box is not None and in_sight else 0
        how()
        view.page.settle_above(point, self.viewport().height())
        self._set_range()
        self._move(int(view.page.caret(point).top()) + TOP - y)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.map.set_theme(theme)
        self.viewport().update()

    # -- places --------------------------------------------------------------------------------

    def _column(self) -> int:
        return max(self._setting.size * 12, min(self._setting.width, self.viewport().width() - 2 * SIDE))

    def _left(self) -> int:
        return (self.viewport().width() - (self.page.width if self.page else 0)) // 2

    def place(self, at: QPoint) -> tuple[float, float]:
        """A point of the viewport as x and y on the page."""
        return at.x() - self._left(), at.y() + self.verticalScrollBar().value() - TOP

    def caret_box(self) -> QRectF | None:
        """Where the caret is drawn in the viewport, None where it is folded away."""
        if self._view is None:
            return None
        page, point = self._view.page, self._view.caret.point
        if page.hidden(page.block_of(point)):
            return None
        return page.caret(point).translated(self._left(), TOP - self.verticalScrollBar().value())

    # -- scrolling -----------------------------------------------------------------------------

    def _fit(self) -> None:
        """Set the page to the column there is room for; what stands at the top stays there."""
        view = self._view
        if view is None:
            return
        column = self._column()
        if view.page.width != column or view.page.setting != self._setting:
            point = self.top_point()
            view.page.reset(self._setting, column)
            self.scroll_to(point, margin=0)
        self.refresh()

    def top_point(self) -> int:
        """The position at the upper edge of the view."""
        if self.page is None:
            return 0
        return self.page.point_at(0, max(0, self.verticalScrollBar().value() - TOP))

    def reading_point(self) -> int:
        """Where a reader is taken to read: near the upper edge."""
        if self.page is None:
            return 0
        y = self.verticalScrollBar().value() - TOP + int(self.viewport().height() * 0.16)
        return self.page.point_at(0, max(0, y))

    def scroll_to(self, point: int, margin: float = 0.12) -> None:
        """Put a position near the upper edge, ``margin`` of the view's height below it."""
        page = self.page
        if page is None:
            return
        room = int(self.viewport().height() * margin)
        page.settle_above(point, room)
        self._set_range()
        y = int(page.caret(point).top()) + TOP - room if point > page.shown(0) else 0
        self._move(y)
        self.refresh()

    def ensure_visible(self, point: int) -> None:
        """Scroll only if a position is out of sight, and no further than needed."""
        page, height = self.page, self.viewport().height()
        if page is None:
            return
        if page.reveal(point):
            self.scroll_to(point, 0.3)
        box, top = page.caret(point), self.verticalScrollBar().value() - TOP
        if top + 8 <= box.top() and box.bottom() <= top + height - 8:
            return
        if box.bottom() < top - height or box.top() > top + 2 * height:
            self.scroll_to(point, 0.3)
        elif box.top() < top + 8:
            self._move(int(box.top()) + TOP - 24)
        else:
            self._move(int(box.bottom()) + TOP - height + 24)

    def _move(self, value: int) -> None:
        """Scroll without taking it for the reader's own doing."""
        with self._unread():
            self.verticalScrollBar().setValue(value)

    @contextmanager
    def _unread(self) -> Iterator[None]:
        """What scrolls inside the block is not the reader's doing."""
        before, self._moving = self._moving, True
        yield
        self._moving = before

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.refresh()
        if self._view is not None and not self._moving:
            self.scrolled.emit()

    def _set_range(self) -> None:
        if self.page is None:
            return
        height, bar = self.viewport().height(), self.verticalScrollBar()
        whole = TOP + self.page.height
        with self._unread():  # a page that became shorter takes the view along
            bar.setRange(0, max(0, whole - int(height * 0.4)) if whole > height else 0)
        bar.setPageStep(height)
        bar.setSingleStep(self._setting.pitch)

    def refresh(self) -> None:
        """Lay out what is visible; what has been read does not move while it settles."""
        page, bar = self.page, self.verticalScrollBar()
        if page is not None:
            y = bar.value() - TOP
            grown = page.settle(y, y + self.viewport().height())
            self._set_range()
            if grown:
                bar.blockSignals(True)
                bar.setValue(bar.value() + grown)
                bar.blockSignals(False)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        if self._unplaced and self._view is not None:
            self._place(self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._unplaced:
            self._fit()
            self._set_range()
        area = self.viewport().geometry()
        self.map.setGeometry(area.right() - MarkMap.WIDTH - 4, area.top(), MarkMap.WIDTH, area.height())

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        paper = QPainter(self.viewport())
        paper.fillRect(event.rect(), self._theme.page)
        if self._view is not None:
            self._paint_blocks(paper, event.rect(), self._view)
            self.paint_over(paper, self._left(), TOP - self.verticalScrollBar().value())
            box = self.caret_box()
            if box is not None and self._caret_on and self.hasFocus():
                paper.fillRect(box, self._theme.accent)
        paper.end()
        self.painted.emit()

    def _paint_blocks(self, paper: QPainter, area: QRect, view: View) -> None:
        page, left, scroll = view.page, self._left(), self.verticalScrollBar().value() - TOP
        ink, index = self.ink(view), view.page.block_at(max(0, scroll + area.top()))
        while index < len(page.blocks) and (y := page.heights.top(index) - scroll) <= area.bottom():
            if index in page.folds:
                self._paint_fold(paper, QRectF(left, y, page.width, page.fold_height), index)
            if not page.hidden(index):
                marks = view.index.block_marks(index)
                lanes = view.index.lanes(marks)
                painter.paint(paper, page.laid(index), left, page.text_top(index) - scroll, marks, lanes, ink)
                if page.blocks[index].fold:
                    painter.paint_sign(paper, page.laid(index), left, page.text_top(index) - scroll, self._theme)
            index += 1

    def _paint_fold(self, paper: QPainter, rect: QRectF, head: int) -> None:
        assert self.page is not None
        blocks = self.page.blocks[head : self.page.folds[head] + 1]
        words = self.fold_words(sum(block.role == "advert" for block in blocks))
        paper.setFont(font("hei", 12))
        painter.paint_fold(paper, rect, words, self._theme, open_=head not in self.page.folded)

    def _flash(self) -> None:
        self._caret_on = not self._caret_on
        box = self.caret_box()
        if box is not None:
            self.viewport().update(box.toAlignedRect().adjusted(-1, -1, 1, 1))

    def show_caret(self) -> None:
        """Let the caret be seen at once after it moved."""
        self._caret_on = True
        if self._blink.isActive():
            self._blink.start()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._caret_on = True
        if (time := QGuiApplication.styleHints().cursorFlashTime()) > 0:
            self._blink.start(time // 2)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._blink.stop()
        self.viewport().update()
