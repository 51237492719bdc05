"""The text pane: shows a speech as a set page with its marks, and lets a reader move and select in it.

It holds no truth of its own: the text is the document's, the marks are the session's; caret and
scroll position are all it knows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QToolTip

from core.model import Annotation, Change, Span
from gui import growing, hints, painter
from gui.caret import Caret, move, move_of
from gui.faces import Setting, font
from gui.mark_index import MarkIndex
from gui.mark_map import MarkMap
from gui.marking import Marking
from gui.page import Page
from gui.session import Session
from gui.speech import Speech
from gui.theme import Theme
from gui.word_process import WordProcess

TOP = 36
"""Pixels of paper above the text."""

SIDE = 26
"""Pixels of paper kept free on each side of the column."""


class View:
    """What the pane remembers of one open speech: its page, caret and scroll position."""

    def __init__(self, speech: Speech, setting: Setting, width: int) -> None:
        self.speech = speech
        self.page = Page(speech.text, speech.document.sections, setting, width)
        self.index = MarkIndex(self.page.starts, speech.marks.values())
        self.caret = Caret(speech.position, speech.position)
        self.scroll: int | None = None


class TextPane(QAbstractScrollArea):
    """The reading pane. ``painted`` is emitted after each picture."""

    painted = Signal()
    menu_wanted = Signal(QMenu)

    def __init__(self, session: Session, marking: Marking, words: WordProcess, setting: Setting, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("textPane")
        self.setAccessibleName(self.tr("Text of the speech"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._session, self._marking, self._words = session, marking, words
        self._setting, self._theme = setting, theme
        self._views: dict[str, View] = {}
        self._view: View | None = None
        self.hits: list[Span] = []
        self._pressed: QPoint | None = None
        self._clicks = 0
        self._last_press = (QPoint(), 0)
        self._caret_on = True
        self._grown: list[Span] = []
        self.map = MarkMap(self)
        self._blink = QTimer(self, timeout=self._flash)
        self._drag_scroll = QTimer(self, interval=30, timeout=self._scroll_while_dragging)
        session.activated.connect(self._activate)
        session.closed.connect(lambda digest: self._views.pop(digest, None))
        session.changed.connect(self._repaint_change)
        session.picked.connect(self._show_picked)
        session.selected.connect(self._select_if_new)
        session.went.connect(self._go)
        words.ready.connect(self._refine_word)

    # -- what is shown -------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        return self._view.page if self._view else None

    @property
    def caret(self) -> Caret:
        return self._view.caret if self._view else Caret()

    def _activate(self, digest: str) -> None:
        if self._view is not None:
            self._view.scroll = self.verticalScrollBar().value()
        self.hits = []
        if not digest:
            self._view = None
            self.viewport().update()
            return
        speech = self._session.speeches[digest]
        if digest not in self._views:
            self._views[digest] = View(speech, self._setting, self._column())
        self._view = self._views[digest]
        self._fit()
        self.map.show_marks(list(speech.marks.values()), len(speech.text), self._session.tags, self._theme)
        if self._view.scroll is None:
            self._view.caret = Caret(*[self._view.page.shown(speech.position)] * 2)
            self.scroll_to(speech.position)
        else:
            self._refresh()
            self.verticalScrollBar().setValue(self._view.scroll)

    def set_setting(self, setting: Setting) -> None:
        """Set the page in another size, line, face or measure."""
        self._setting = setting
        self._fit(anew=True)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.map.set_theme(theme)
        self.viewport().update()

    def _column(self) -> int:
        return max(self._setting.size * 12, min(self._setting.width, self.viewport().width() - 2 * SIDE))

    def _left(self) -> int:
        return (self.viewport().width() - (self.page.width if self.page else 0)) // 2

    def _fit(self, *, anew: bool = False) -> None:
        """Set the page to the column there is room for; what stands at the top stays there."""
        view = self._view
        if view is None:
            return
        column = self._column()
        if anew or view.page.width != column or view.page.setting != self._setting:
            point = self.top_point()
            view.page.reset(self._setting, column)
            self.scroll_to(point, margin=0)
        self._refresh()

    # -- scrolling -----------------------------------------------------------------------------

    def top_point(self) -> int:
        """The position at the upper edge of the view."""
        if self.page is None:
            return 0
        return self.page.point_at(0, max(0, self.verticalScrollBar().value() - TOP))

    def scroll_to(self, point: int, margin: float = 0.12) -> None:
        """Put a position near the upper edge, ``margin`` of the view's height below it."""
        page, height = self.page, self.viewport().height()
        if page is None:
            return
        room = int(height * margin)
        page.settle_above(point, room)
        self._set_range()
        first = self.page.shown(0)
        y = int(page.caret(point).top()) + TOP - room if point > first else 0
        self.verticalScrollBar().setValue(y)
        self._refresh()

    def ensure_visible(self, point: int) -> None:
        """Scroll only if a position is out of sight, and no further than needed."""
        page, bar = self.page, self.verticalScrollBar()
        if page is None:
            return
        page.reveal(point)
        box = page.caret(point)
        top, bottom = bar.value() - TOP, bar.value() - TOP + self.viewport().height()
        if box.top() < top + 8 or box.bottom() > bottom - 8:
            far = box.bottom() < top - self.viewport().height() or box.top() > bottom + self.viewport().height()
            if far:
                self.scroll_to(point, 0.3)
            elif box.top() < top + 8:
                bar.setValue(int(box.top()) + TOP - 24)
            else:
                bar.setValue(int(box.bottom()) + TOP - self.viewport().height() + 24)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._refresh()
        if self._view is not None and not self._moving:
            self._session.read_at(self.reading_point())

    _moving = False

    def reading_point(self) -> int:
        """Where a reader is taken to read: near the upper edge."""
        if self.page is None:
            return 0
        y = self.verticalScrollBar().value() - TOP + int(self.viewport().height() * 0.16)
        return self.page.point_at(0, max(0, y))

    def _set_range(self) -> None:
        if self.page is None:
            return
        height = self.viewport().height()
        most = max(0, TOP + self.page.height - int(height * 0.4))
        bar = self.verticalScrollBar()
        bar.setRange(0, most if TOP + self.page.height > height else 0)
        bar.setPageStep(height)
        bar.setSingleStep(self._setting.pitch)

    def _refresh(self) -> None:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
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
            self._paint_caret(paper)
        paper.end()
        self.painted.emit()

    def _paint_blocks(self, paper: QPainter, area: QRect, view: View) -> None:
        page, left, scroll = view.page, self._left(), self.verticalScrollBar().value() - TOP
        ink = painter.Ink(self._theme, self._session.tags, view.caret.span, self._session.mark_id, self.hits)
        index = page.block_at(max(0, scroll + area.top()))
        while index < len(page.blocks):
            y = page.heights.top(index) - scroll
            if y > area.bottom():
                break
            if index in page.folds:
                self._paint_fold(paper, QRectF(left, y, page.width, page.fold_height), index)
            if not page.hidden(index):
                marks = view.index.block_marks(index)
                lanes = view.index.lanes(marks)
                laid = page.laid(index)
                painter.paint(paper, laid, left, page.text_top(index) - scroll, marks, lanes, ink)
            index += 1

    def _paint_fold(self, paper: QPainter, rect: QRectF, head: int) -> None:
        assert self.page is not None
        last = self.page.folds[head]
        lines = sum(self.page.blocks[i].role == "advert" for i in range(head, last + 1))
        words = self.tr("%n line(s) of adverts and watermarks", "", lines)
        paper.setFont(font("hei", 12))
        painter.paint_fold(paper, rect, words, self._theme, open_=head not in self.page.folded)

    def _paint_caret(self, paper: QPainter) -> None:
        box = self._caret_box()
        if box is not None and self._caret_on and self.hasFocus():
            paper.fillRect(box, self._theme.accent)

    def _caret_box(self) -> QRectF | None:
        if self._view is None:
            return None
        page, point = self._view.page, self._view.caret.point
        if page.hidden(page.block_of(point)):
            return None
        return page.caret(point).translated(self._left(), TOP - self.verticalScrollBar().value())

    def _flash(self) -> None:
        self._caret_on = not self._caret_on
        box = self._caret_box()
        if box is not None:
            self.viewport().update(box.toAlignedRect().adjusted(-1, -1, 1, 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._caret_on = True
        if (time := QGuiApplication.styleHints().cursorFlashTime()) > 0:
            self._blink.start(time // 2)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._blink.stop()
        self.viewport().update()

    def _repaint_change(self, change: Change, was: Change) -> None:
        for id_, new in change.annotations.items():
            old = was.annotations.get(id_)
            view = self._views.get((new or old).document) if new or old else None
            if view is not None:
                view.index.replace(old, new)
                if view is self._view:
                    self.map.replace(old, new)
        self.viewport().update()

    # -- caret and selection -------------------------------------------------------------------

    def set_caret(self, caret: Caret, *, follow: bool = True) -> None:
        """Put the caret, or the selection, somewhere; the view follows."""
        if self._view is None:
            return
        self._view.caret = caret
        self._caret_on = True
        if self.hasFocus() and self._blink.isActive():
            self._blink.start()
        if follow:
            self._moving = True
            self.ensure_visible(caret.point)
            self._moving = False
        self.viewport().update()
        if caret.span != self._session.selection:
            self._session.select(caret.span)
        self._session.read_at(caret.point)

    def _select_if_new(self, start: int, stop: int) -> None:
        if self._view is not None and self._view.caret.span != Span(start, stop):
            self.set_caret(Caret(start, stop), follow=False)

    def _show_picked(self, id_: str) -> None:
        mark = self._session.mark
        if mark is not None and mark.span is not None and self.page is not None:
            self._moving = True
            self.ensure_visible(mark.span.stop)
            self.ensure_visible(mark.span.start)
            self._moving = False
        self.viewport().update()

    def _go(self, start: int, stop: int) -> None:
        self._moving = True
        if self.page is not None:
            self.page.reveal(start)
        self.scroll_to(start)
        self._moving = False
        self.set_caret(Caret(start, stop), follow=False)
        self._session.read_at(start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        made = move_of(event)
        if self._view is not None and made is not None:
            self._grown = []
            name, select = made
            self.set_caret(move(self._view.caret, name, select, self._view.page, self.viewport().height()))
            if not select:
                self._pick_at(self._view.caret.point, cycle=False)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            self._marking.selection_done()
        super().keyReleaseEvent(event)

    def set_hits(self, hits: list[Span]) -> None:
        """Show the hits of a search, in order."""
        self.hits = hits
        self.viewport().update()

    def show_hit(self, hit: Span) -> None:
        """Select a hit and bring it into view."""
        self.set_caret(Caret(hit.start, hit.stop))

    def select_all(self) -> None:
        if self.page is not None:
            self.set_caret(Caret(0, len(self.page.text)), follow=False)

    def copy(self) -> None:
        """The selected text, as it stands in the source."""
        if self.page is not None and len(self.caret.span):
            QGuiApplication.clipboard().setText(self.page.text[self.caret.span.start : self.caret.span.stop])

    def grow(self) -> None:
        """Select the next larger unit around the selection: word, clause, sentence, paragraph, section."""
        if self._view is None:
            return
        span = self._view.caret.span
        wider = growing.wider(self._view.speech, span, self._words)
        if wider != span:
            self._grown.append(span)
            self.set_caret(Caret(wider.start, wider.stop), follow=False)

    def shrink(self) -> None:
        """Back to the selection before the last growing."""
        if self._grown:
            span = self._grown.pop()
            self.set_caret(Caret(span.start, span.stop), follow=False)

    # -- mouse ---------------------------------------------------------------------------------

    def _place(self, at: QPoint) -> tuple[float, float]:
        return at.x() - self._left(), at.y() + self.verticalScrollBar().value() - TOP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.page is None:
            return
        at = event.position().toPoint()
        x, y = self._place(at)
        head = self.page.fold_at(y)
        if head is not None:
            self.page.toggle_fold(head)
            self._refresh()
            return
        self._count_click(at, event.timestamp())
        self._grown = []
        point = self.page.point_at(x, y)
        if self._clicks == 3:
            self._select_around(growing.sentence, at)
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pressed = at
            self.set_caret(self.caret.to(point, keep=shift), follow=False)

    def _count_click(self, at: QPoint, when: int) -> None:
        place, time = self._last_press
        near = (at - place).manhattanLength() <= QApplication.startDragDistance()
        soon = when - time <= QApplication.doubleClickInterval()
        self._clicks = self._clicks % 3 + 1 if near and soon and self._clicks else 1
        self._last_press = (at, when)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.page is not None:
            self._count_click(event.position().toPoint(), event.timestamp())
            self._clicks = 2
            self._pressed = None
            self._select_around(growing.word, event.position().toPoint())

    def _select_around(self, unit: growing.Unit, at: QPoint) -> None:
        assert self._view is not None
        self._pressed = None
        point = self._view.page.character_at(*self._place(at))
        if point is not None:
            span = unit(self._view.speech, point, self._words)
            self.set_caret(Caret(span.start, span.stop), follow=False)

    def _refine_word(self) -> None:
        """The words have just become known: a double-click made before gets its word now."""
        if self._clicks == 2 and self._view is not None and len(self.caret.span):
            span = growing.word(self._view.speech, self.caret.span.start, self._words)
            self.set_caret(Caret(span.start, span.stop), follow=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None or self.page is None:
            self._show_hand(at)
        elif (at - self._pressed).manhattanLength() >= 3 or len(self.caret.span):
            self.set_caret(self.caret.to(self.page.point_at(*self._place(at)), keep=True), follow=False)
            inside = self.viewport().rect().contains(at)
            self._drag_scroll.stop() if inside else self._drag_scroll.start()

    def _show_hand(self, at: QPoint) -> None:
        fold = self.page is not None and self.page.fold_at(self._place(at)[1]) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if fold else Qt.CursorShape.IBeamCursor)

    def _scroll_while_dragging(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        over = min(0, at.y()) + max(0, at.y() - self.viewport().height())
        if over and self.page is not None:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + over)
            self.set_caret(self.caret.to(self.page.point_at(*self._place(at)), keep=True), follow=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_scroll.stop()
        if event.button() != Qt.MouseButton.LeftButton or self.page is None:
            return
        clicked, self._pressed = self._pressed is not None and not len(self.caret.span), None
        if clicked:
            point = self.page.character_at(*self._place(event.position().toPoint()))
            self._pick_at(point, cycle=True)
        else:
            self._marking.selection_done()

    def _pick_at(self, point: int | None, *, cycle: bool) -> None:
        """Make the mark over a character current: the innermost; at each further click the next one out."""
        assert self._view is not None
        ids = [mark.id for mark in self._view.index.at(point)] if point is not None else []
        current = self._session.mark_id
        if current in ids:
            if not cycle:
                return
            chosen = ids[(ids.index(current) + 1) % len(ids)]
        else:
            chosen = ids[0] if ids else ""
        if chosen != current:
            self._session.pick(chosen)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._view is not None:
            point = self._view.page.character_at(*self._place(event.pos()))
            marks: list[Annotation] = self._view.index.at(point) if point is not None else []
            if marks:
                words = hints.of_marks(marks, self._session.tags)
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        self.menu_wanted.emit(menu)
        if not menu.isEmpty():
            menu.exec(event.globalPos())
