"""The text pane: lets a reader move and select in a speech, and shows what the session knows of it.

It holds no truth of its own: the text is the document's, the marks are the session's; caret and
scroll position are all it knows.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu

from core.model import Annotation, Change, Span
from gui import growing, painter
from gui.caret import Caret, move, move_of
from gui.faces import Setting
from gui.handles import MarkHandles
from gui.marking import Marking
from gui.page_view import PageView, View
from gui.pointer import Pointer
from gui.session import Session
from gui.speaking import announce
from gui.speech import Speech
from gui.theme import Theme
from gui.word_process import WordProcess

BULK = 200
"""Marks changed at once from which the map is made anew."""


class TextPane(PageView):
    """The reading pane of the session's current speech."""

    menu_wanted = Signal(QMenu)
    note_wanted = Signal()
    escaped = Signal()
    """Esc was pressed in the text."""

    def __init__(self, session: Session, marking: Marking, words: WordProcess, setting: Setting, theme: Theme) -> None:
        super().__init__(setting, theme)
        self.setObjectName("textPane")
        self.setAccessibleName(self.tr("Text of the speech"))
        self._session, self._marking, self._words = session, marking, words
        self._views: dict[str, View] = {}
        self._hits: Sequence[Span] = ()
        self._suggested: Sequence[Span] = ()
        self._bare = False
        self._grown: list[Span] = []
        self._hovered: list[Annotation] = []
        self._clicked: int | None = None
        self._handles = MarkHandles(self, session, marking)
        self._handles.put.connect(lambda point: self.set_caret(Caret(point, point), follow=False))
        self._pointer = Pointer(self)
        self._pointer.placed.connect(self._place_caret)
        self._pointer.clicked.connect(self._click)
        self._pointer.doubled.connect(lambda point: self._select_unit(growing.word, point))
        self._pointer.tripled.connect(lambda point: self._select_unit(growing.sentence, point))
        self._pointer.finished.connect(marking.selection_done)
        self._pointer.signed.connect(self.toggle_line)
        self._pointer.hovered.connect(self._hover)
        self.scrolled.connect(lambda: session.read_at(self.reading_point()))
        session.activated.connect(self._activate)
        session.closed.connect(self._forget)
        session.changed.connect(self._show_change)
        session.reshaped.connect(self._reshape)
        session.recalled.connect(self._recall)
        session.picked.connect(self._show_picked)
        session.selected.connect(self._follow_selection)
        session.went.connect(self._go)
        words.ready.connect(self._refine_word)

    # -- what is shown -------------------------------------------------------------------------

    def _activate(self, digest: str) -> None:
        self._hits, self._suggested, self._grown = (), (), []
        speech = self._session.speeches.get(digest)
        if speech is not None:
            if digest not in self._views:
                self._views[digest] = View(speech, self._setting, self._column())
                if self._bare:
                    self._views[digest].page.set_bare(True)
            self._show_map(speech)
        self.show_view(self._views.get(digest))
        if speech is not None:
            self._session.select(self.caret.span)
        if self.page is not None and self.page.hidden(self.page.block_of(speech.position if speech else 0)):
            self._session.read_at(self.caret.point)

    def _recall(self, digest: str) -> None:
        """Show the marks that were still to come."""
        view = self._views.get(digest)
        if view is not None:
            view.forget_marks()
            if view is self._view:
                self._show_map(view.speech)
                self.viewport().update()

    def _forget(self, digest: str) -> None:
        self._views.pop(digest, None)

    def _reshape(self, digest: str) -> None:
        view = self._views.get(digest)
        if view is not None:
            self.rearrange(view, lambda: view.page.set_blocks(view.speech.blocks))

    def set_bare(self, bare: bool) -> None:
        """Show the skeletons of all speeches, or their whole texts again."""
        self._bare = bare
        for view in self._views.values():
            self.rearrange(view, lambda page=view.page: page.set_bare(bare))

    def toggle_line(self, point: int) -> None:
        """In the skeleton, open or shut the paragraph over a position."""
        view = self._view
        if view is not None and view.page.bare:
            self.rearrange(view, lambda: view.page.toggle_line(point))

    def ink(self, view: View) -> painter.Ink:
        session = self._session
        right = sorted((each.span, each.level > 0) for each in view.speech.corrections.values() if each.span)
        return painter.Ink(
            self._theme, session.tags, view.caret.span, session.mark_id, self._hits, right, self._suggested
        )

    def paint_over(self, paper: QPainter, left: float, top: float) -> None:
        self._handles.paint(paper, left, top, self._theme.accent)

    def fold_words(self, lines: int) -> str:
        return self.tr("%n line(s) of adverts and watermarks", "", lines)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show the hits of a search, in order."""
        self._hits = hits
        self.map.show_hits(hits)
        self.viewport().update()

    def set_suggested(self, suggested: Sequence[Span]) -> None:
        """Show passages that may be marked, in order, none over another."""
        self._suggested = suggested
        self.viewport().update()

    def _show_change(self, change: Change, was: Change) -> None:
        self._handles.cancel()
        bulk = bool(change.tags) or len(change.annotations) > BULK
        for id_, new in change.annotations.items():
            known = new or was.annotations.get(id_)
            view = self._views.get(known.document) if known else None
            if view is not None:
                view.index.replace(was.annotations.get(id_), new)
                if view is self._view and not bulk:
                    self.map.replace(was.annotations.get(id_), new)
        if bulk and self._view is not None:
            self._show_map(self._view.speech)
        self.viewport().update()

    def _show_map(self, speech: Speech) -> None:
        self.map.show_marks(list(speech.sight.values()), len(speech.text), self._session.tags, self._theme)

    def _show_picked(self, _: str) -> None:
        mark = self._session.mark
        if mark is not None and mark.span is not None and not self._reads(mark.span):
            self.ensure_visible(mark.span.stop)
            self.ensure_visible(mark.span.start)
        self.viewport().update()

    def _reads(self, span: Span) -> bool:
        """Whether the caret stands in a passage, in sight: then there is no need to go there."""
        box = self.caret_box()
        inside = span.start <= self.caret.point <= span.stop
        return inside and box is not None and box.top() >= 0 and box.bottom() <= self.viewport().height()

    # -- caret and selection -------------------------------------------------------------------

    def set_caret(self, caret: Caret, *, follow: bool = True) -> None:
        """Put the caret, or the selection, somewhere; with ``follow`` the view scrolls to it."""
        if self._view is None:
            return
        self._view.caret = caret
        if follow:
            self.ensure_visible(caret.point)
        self.show_caret()
        if caret.span != self._session.selection:
            self._session.select(caret.span)
        self._session.read_at(caret.point)

    def select(self, span: Span, *, follow: bool = True) -> None:
        """Select a passage; the caret stands at its end."""
        self.set_caret(Caret(span.start, span.stop), follow=follow)

    def select_all(self) -> None:
        if self.page is not None:
            self.select(Span(0, len(self.page.text)), follow=False)

    def copy(self) -> None:
        """Put the selected text on the clipboard, as it stands in the source."""
        if self.page is not None and len(self.caret.span):
            QGuiApplication.clipboard().setText(self.page.text[self.caret.span.start : self.caret.span.stop])

    def grow(self) -> None:
        """Select the next larger unit around the selection: word, clause, sentence, paragraph, section."""
        if self._view is not None:
            span = self._view.caret.span
            wider = growing.wider(self._view.speech, span, self._words)
            if wider != span:
                self._grown.append(span)
                self.select(wider, follow=False)

    def shrink(self) -> None:
        """Back to the selection before the last growing."""
        if self._grown:
            self.select(self._grown.pop(), follow=False)

    def _follow_selection(self, start: int, stop: int) -> None:
        if self._view is not None and self._view.caret.span != Span(start, stop):
            self.select(Span(start, stop), follow=False)

    def _go(self, start: int, stop: int) -> None:
        if self.page is not None:
            self.page.reveal(start)
            self.scroll_to(start)
            self.select(Span(start, stop), follow=False)
            self._session.read_at(start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Space and self._bare:
            self.toggle_line(self.caret.point)
            return
        if event.key() == Qt.Key.Key_Escape:
            if not self._handles.cancel():
                self.escaped.emit()
            return
        made = move_of(event)
        if self._view is None or made is None:
            event.ignore()
            return
        self._grown = []
        name, select = made
        self.set_caret(move(self._view.caret, name, select, self._view.page, self.viewport().height()))
        if not select:
            self._pick_at_caret()
        self._announce(name)

    def _announce(self, move: str) -> None:
        """Say what a key has led to: what is selected, the character, or else the line."""
        page, caret = self.page, self.caret
        if page is None:
            return
        span = caret.span if len(caret.span) else page.line_ends(caret.point)
        if move in ("left", "right") and not len(caret.span):
            span = Span(caret.point, caret.point + 1)
        announce(self, page.text[span.start : span.stop])

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            self._marking.selection_done()
        super().keyReleaseEvent(event)

    # -- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._handles.press(event):
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._handles.move(event):
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._handles.release(event):
            self._pointer.release(event)

    def _place_caret(self, point: int, extend: bool) -> None:
        self._grown = []
        self.set_caret(self.caret.to(point, keep=extend), follow=False)

    def _select_unit(self, unit: growing.Unit, point: int) -> None:
        if self._view is not None:
            self.select(unit(self._view.speech, point, self._words), follow=False)

    def _refine_word(self) -> None:
        """The words have just become known: a double-click made before gets its word now."""
        if self._pointer.word_pending and len(self.caret.span):
            self._select_unit(growing.word, self.caret.span.start)

    def _click(self, point: int | None) -> None:
        """A click picks the innermost mark; each further one at the same character the next one out."""
        again, self._clicked = point == self._clicked, point
        ids, current = self._ids_at(point), self._session.mark_id
        if again and current in ids:
            self._pick(ids[(ids.index(current) + 1) % len(ids)])
        else:
            self._pick(ids[0] if ids else "")

    def _pick_at_caret(self) -> None:
        """Where the caret was moved by a key, the current mark stays as long as it is under the caret."""
        ids, current = self._ids_at(self.caret.point), self._session.mark_id
        self._pick(current if current in ids else ids[0] if ids else "")

    def _ids_at(self, point: int | None) -> list[str]:
        """The marks over a character, the innermost first."""
        return [mark.id for mark in self._marks_at(point)]

    def _marks_at(self, point: int | None) -> list[Annotation]:
        return self._view.index.at(point) if self._view is not None and point is not None else []

    def _pick(self, id_: str) -> None:
        if id_ != self._session.mark_id:
            self._session.pick(id_)

    def _hover(self, point: int | None) -> None:
        """Let Qt show tags and note when the pointer rests on a mark."""
        marks = self._marks_at(point)
        if marks != self._hovered:
            from gui import hints

            self._hovered = marks
            self.viewport().setToolTip(hints.of_marks(marks, self._session.tags))

    def choose_mark(self) -> None:
        """Where several marks stand over the caret, let a reader choose one; one alone is picked."""
        marks = self._marks_at(self.caret.point)
        if len(marks) == 1:
            self._pick(marks[0].id)
        elif marks and (box := self.caret_box()) is not None:
            menu = QMenu(self)
            self._list_marks(menu, marks)
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self.viewport().mapToGlobal(box.bottomLeft().toPoint()))

    def _list_marks(self, menu: QMenu, marks: list[Annotation]) -> None:
        from gui.picking import list_marks

        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        list_marks(menu, marks, self._session, self._theme)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.page and self.page.character_at(*self.place(event.pos()))
        marks = self._marks_at(self.caret.point if by_key else place)
        if marks and not len(self.caret.span) and self._session.mark_id not in {mark.id for mark in marks}:
            self._pick(marks[0].id)  # what the menu does, it does to what was pointed at
        if len(marks) > 1:
            self._list_marks(menu, marks)
            menu.addSeparator()
        self.menu_wanted.emit(menu)
        if not menu.isEmpty():
            menu.popup(event.globalPos())
