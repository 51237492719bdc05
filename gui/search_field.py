"""The search field: says what is typed in it, which keys step, and where the hit stands among all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.parts import restyle

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BESIDE = 28
"""Pixels kept free at the right edge, for the button that clears the field."""


class SearchField(QLineEdit):
    """Finds in the open speech while one types; Enter goes to the next hit, Shift+Enter to the one before."""

    stepped = Signal(int)
    left = Signal()
    entered = Signal()
    """The field has the focus, by whatever way."""
    deserted = Signal()
    """The focus has gone elsewhere, and not to a menu."""
    tag_wanted = Signal(str)
    """Alt and a tag's key: all hits are to be marked with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Find in this speech"))
        self.setPlaceholderText(self.tr("Find in this speech    Ctrl+F"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(250)
        self._count = QLabel(self)
        self._count.setObjectName("searchCount")

    def show_count(self, at: int, count: int, more: bool = False) -> None:
        """Say which of how many hits is shown, and whether there are ``more``; nothing for an empty field."""
        self._say("" if not self.text() else f"{at}/{count}{'+' if more else ''}")
        restyle(self, "none", bool(self.text()) and not count)

    def show_working(self) -> None:
        """Say that hits are still being looked for."""
        self._say("…")

    def _say(self, words: str) -> None:
        self._count.setText(words)
        self._count.adjustSize()
        self._count.move(self.width() - self._count.width() - BESIDE, (self.height() - self._count.height()) // 2)
        self.setTextMargins(0, 0, self._count.width(), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _tag_key(event):
            event.accept()  # the field wants this key, whatever it means elsewhere
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif key := _tag_key(event):
            self.tag_wanted.emit(key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.deserted.emit()


def _tag_key(event: QKeyEvent) -> str:
    """The tag's key of a press of Alt and a digit from 1 to 9, else nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = event.key() - Qt.Key.Key_0
    return str(digit) if held == Qt.KeyboardModifier.AltModifier and 1 <= digit <= 9 else ""
