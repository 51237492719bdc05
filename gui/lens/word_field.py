"""A field for a word that something is asked about: typed, or taken from the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from gui.lens.tools import Tools

LONGEST = 30
"""Code points of a selection that is taken for a word."""


class WordField(QLineEdit):
    """Enter asks; Down leads on to what was answered. Esc empties the field, then leads on too."""

    asked = Signal()
    left = Signal()

    def __init__(self, tools: Tools, name: str, words: str) -> None:
        super().__init__()
        self._tools = tools
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setClearButtonEnabled(True)
        self.setProperty("role", "filter")

    def take_selection(self) -> None:
        """Take what is selected in the text, where it may be a word, and the field is empty."""
        session = self._tools.session
        span = session.selection
        if session.current is not None and 0 < len(span) <= LONGEST and not self.text():
            words = session.current.text[span.start : span.stop].strip()
            if "\n" not in words:
                self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
