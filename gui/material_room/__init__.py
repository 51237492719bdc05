"""The room of the material base: all marks of all speeches, as a list of cards or as a board by tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core.library.material import Listing, Wanted
from core.model import Change
from core.problem import Problem
from gui.material_room import views
from gui.material_room.bar import MaterialBar
from gui.material_room.board import Board
from gui.material_room.cards import Cards
from gui.material_room.deeds import MaterialDeeds
from gui.material_room.looking import Looking
from gui.material_room.narrowing import PieceNarrowing
from gui.rooms import RoomPage
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.window import MainWindow

PAUSE = 150
"""Milliseconds after the last key before the base is asked."""


class MaterialRoom(RoomPage):
    """Type to look for words, choose at the left what to narrow by, Enter to go to a card's place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("materialView")
        self.setAccessibleName(self.tr("Material"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._session = window, window.session
        self.deeds = MaterialDeeds(window)
        self.narrowing = PieceNarrowing(window.look)
        self.bar = MaterialBar()
        self.field = self.bar.field
        self.cards = Cards(self._session, window.look, "materialList", self.tr("Marks of all speeches"))
        self._looking = Looking(self._session, window.opener.tasks, self._show)
        self.board = Board(self._session, window.look, self._adopt, self._looking.listed)
        self.empty = QLabel()
        self.empty.setObjectName("materialEmpty")
        self.stack = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self._build()
        self._listen()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        for page in (self.cards, self.board, self.empty):
            self.stack.addWidget(page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.narrowing)
        row.addWidget(right, 1)

    def _listen(self) -> None:
        self._adopt(self.cards)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.returnPressed.connect(self._to_cards)
        self.narrowing.changed.connect(self.look)
        self.bar.order.activated.connect(self.look)
        self.bar.as_board.toggled.connect(self.look)
        self.bar.views.clicked.connect(self._show_views)
        self.bar.export.clicked.connect(self.export_marks)
        self._session.changed.connect(self._take)

    def _adopt(self, cards: Cards) -> None:
        cards.open_wanted.connect(self.deeds.open)
        cards.menu_wanted.connect(self.deeds.show_menu)

    # -- what is shown -------------------------------------------------------------------------

    def enter(self) -> None:
        self._offer()
        self.look()
        self.active.setFocus()

    @property
    def wanted(self) -> Wanted:
        """What the reader asks for."""
        return self.narrowing.wanted(self.field.text(), self.bar.order.currentData())

    @property
    def active(self) -> Cards:
        """The list that is meant: the only one, or of a board the one with the focus, else the first."""
        if self.stack.currentWidget() is not self.board or not self.board.columns:
            return self.cards
        return next((each for each in self.board.columns if each.hasFocus()), self.board.columns[0])

    def _offer(self) -> None:
        library = self._session.library
        if library is None:
            return
        try:
            material = library.material
            self.narrowing.offer(material.speeches(), material.speakers(), material.years())
        except Problem as problem:
            self._session.fail(problem)

    def look(self) -> None:
        """Show what is asked for, as it is now."""
        self._timer.stop()
        self._looking.ask(self.wanted)

    def _show(self, found: Listing) -> None:
        self.narrowing.show_tags(self._session.tags, found.tags)
        self.cards.pieces.show(found)
        self.bar.say(self.cards.pieces.count, self.bar.as_board.isChecked())
        if not self.cards.pieces.count:
            self._say_empty(found.wanted)
        elif self.bar.as_board.isChecked():
            self.board.show_tags(found.wanted, self._session.tags, found.tags)
            self.stack.setCurrentWidget(self.board)
        else:
            self.stack.setCurrentWidget(self.cards)
            self._stand_on_first()

    def _say_empty(self, wanted: Wanted) -> None:
        asked = wanted._replace(order="date") != Wanted()
        self.empty.setText(
            self.tr("No mark is like that.")
            if asked
            else self.tr("Nothing is marked yet. What you mark in a speech gathers here.")
        )
        self.stack.setCurrentWidget(self.empty)

    def _stand_on_first(self) -> None:
        rows = range(min(2, self.cards.pieces.rowCount()))
        first = next((row for row in rows if self.cards.pieces.at(row) is not None), None)
        if first is not None:
            self.cards.setCurrentIndex(self.cards.pieces.index(first))

    def _take(self, change: Change, _: Change) -> None:
        """Marks were changed. While one is here the list stands still, but for what is gone from it."""
        if not self.isVisible() or not (change.annotations or change.tags or change.facts):
            return
        if (
            change.tags
            or change.facts
            or any(mark is None for mark in change.annotations.values())
            or self.bar.as_board.isChecked()
        ):
            self.look()
        else:
            self.cards.pieces.take(change)

    def _to_cards(self) -> None:
        self.look()
        self.active.setFocus()

    def set_theme(self, look: Theme) -> None:
        for part in (self.narrowing, self.cards, self.board):
            part.set_theme(look)
        if self.isVisible():
            self.look()

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        typed = event.text()
        ids = self.active.chosen() if self.active.hasFocus() else []
        if event.key() == Qt.Key.Key_Escape:
            self._go_out()
        elif control and event.key() == Qt.Key.Key_C and ids:
            self.deeds.copy(ids)
        elif ids and alt and typed in tuple("012345"):
            self.deeds.star(ids, int(typed))
        elif ids and event.key() == Qt.Key.Key_Delete:
            self.deeds.delete(ids)
        elif ids and not control and typed in ("u", "U"):
            self.deeds.use(ids)
        elif not control and not alt and typed.strip() and typed.isprintable():
            self.field.setFocus()
            self.field.insert(typed)
        else:
            super().keyPressEvent(event)

    def _go_out(self) -> None:
        """Esc empties the field; once more leads back to the speech."""
        if self.field.text():
            self.field.clear()
        else:
            self._window.rooms.read()

    # -- views and exports ---------------------------------------------------------------------

    def _show_views(self) -> None:
        menu, kept = QMenu(self), views.saved(self._window.settings)
        menu.setObjectName("materialViewsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Everything"), lambda: self.show_view(Wanted()))
        for name, wanted in kept.items():
            menu.addAction(name, lambda w=wanted: self.show_view(w))
        menu.addSeparator()
        menu.addAction(self.tr("Save this view…"), self._ask_name)
        if kept:
            forget = menu.addMenu(self.tr("Forget a view"))
            for name in kept:
                forget.addAction(name, lambda n=name: self._forget(n))
        menu.popup(self.bar.corner)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setObjectName("materialViewName")
        dialog.setWindowTitle(self.tr("Save this view"))
        dialog.setLabelText(self.tr("Its name:"))
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self.save_view)
        dialog.open()

    def save_view(self, name: str) -> None:
        """Keep what is asked for now by a name."""
        if name.strip():
            kept = views.saved(self._window.settings)
            views.save(self._window.settings, {**kept, name.strip(): self.wanted})

    def _forget(self, name: str) -> None:
        kept = views.saved(self._window.settings)
        views.save(self._window.settings, {each: wanted for each, wanted in kept.items() if each != name})

    def show_view(self, wanted: Wanted) -> None:
        """Ask for what a view asks for."""
        self.bar.put(wanted.words, wanted.order)
        self.narrowing.take(wanted)
        self.look()

    def export_marks(self) -> None:
        """Export the cards that are chosen where they are several, else all that are listed."""
        chosen = self.active.chosen()
        self.deeds.export(chosen if len(chosen) > 1 else self.cards.pieces.all_ids())
