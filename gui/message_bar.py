"""One sentence above the text when something went wrong, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

TOGETHER = 1000
"""Milliseconds within which one failure does not take the place of another."""
PASSING = 6000
"""Milliseconds for which good news are shown."""
MOST = 6


class MessageBar(QWidget):
    """Stays until it is closed or another sentence takes its place; the window stays usable."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setObjectName("messageText")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setObjectName("messageButton")
        close = QToolButton()
        close.setObjectName("messageClose")
        close.setText("×")
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._act: Callable[[], None] | None = None
        self._button.clicked.connect(self._press)
        self._fresh, self._passing = _timer(self, TOGETHER), _timer(self, PASSING)
        self._passing.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown; empty where none is."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, sentence: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button where there is something to press."""
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._act = act
        self._fresh.stop()
        self._passing.stop()
        self.show()

    def fail(self, sentence: str) -> None:
        """Say what went wrong; what goes wrong with it, such as with the next of many files, is said below."""
        said = self.words.split("\n") if self._fresh.isActive() and self.words else []
        earlier = [line for line in said if line != sentence][1 - MOST :]
        self.say("\n".join((*earlier, sentence)))
        self._fresh.start()

    def tell(self, sentence: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Say what went well, for a while."""
        self.say(sentence, button, act)
        self._passing.start()

    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


def _timer(owner: QWidget, ms: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    return timer
