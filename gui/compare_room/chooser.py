"""Which speech is compared too: a list of the library's that is filtered by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.model import DocumentRow

WIDTH, HEIGHT = 420, 360
"""Pixels of the list."""
SHOWN = 200
"""Speeches that are listed at once."""


class SpeechChooser(QFrame):
    """Type to filter, arrows to move, Enter or a click to take one, Esc to leave."""

    taken = Signal(str)

    def __init__(self, rows: Sequence[DocumentRow], below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setObjectName("compareChooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = rows
        self.field = QLineEdit()
        self.field.setObjectName("compareField")
        self.field.setAccessibleName(self.tr("Filter speeches"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.field.setProperty("role", "filter")
        self.list = QListWidget()
        self.list.setObjectName("compareList")
        self.list.setAccessibleName(self.tr("Speeches of the library"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _: self._take())
        self._fill("")
        self.resize(WIDTH, HEIGHT)
        self.move(below.mapToGlobal(QPoint(below.width() - WIDTH, below.height() + 4)))

    def begin(self) -> None:
        """Show the list."""
        self.show()
        self.field.setFocus()

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        self.list.clear()
        for row in self._rows:
            told = " · ".join(filter(None, (row.title, row.speaker, row.date)))
            if self.list.count() < SHOWN and all(word in told.casefold() for word in wanted):
                item = QListWidgetItem(told)
                item.setData(Qt.ItemDataRole.UserRole, row.digest)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.taken.emit(item.data(Qt.ItemDataRole.UserRole))
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)
