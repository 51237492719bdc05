"""Cards of the material base in a list; Enter, or a double click, leads to the place of one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from core.library.material import Piece
from gui.material_room.card import PieceDelegate
from gui.material_room.pieces import PieceModel, PieceRole
from gui.parts import selected_runs
from gui.session import Session
from gui.theme import Theme


class Cards(QListView):
    """A list of its own model."""

    open_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    """The list, and where on the screen its menu is asked for."""

    def __init__(self, session: Session, look: Theme, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.pieces = PieceModel(session)
        self.setModel(self.pieces)
        self._delegate = PieceDelegate(self, session, look)
        self.setItemDelegate(self._delegate)
        self.verticalScrollBar().setSingleStep(30)
        self.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        piece = index.data(PieceRole.PIECE)
        if isinstance(piece, Piece):
            self.open_wanted.emit(piece)

    def chosen(self) -> list[str]:
        """The ids of the cards that are selected, from top to bottom."""
        rows = sorted(row for part in selected_runs(self) for row in range(part.top(), part.bottom() + 1))
        return self.pieces.ids(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # Qt would look for a card that begins so, through all of them
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            self.menu_wanted.emit(self, event.globalPos())

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self._delegate.look = look
        self.viewport().update()
