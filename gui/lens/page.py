"""The page of one lens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from gui.lens.tools import Tools
    from gui.speech import Speech
    from gui.theme import Theme


class LensPage(QWidget):
    """Looks at the current speech while it is in sight, and again when it comes into sight.

    A page is made of ``show_speech``, and of what it puts into ``column``. It never computes for long: that is
    asked of ``tools.tasks``, or by ``Asking`` of the words' process.
    """

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self.setObjectName(f"lensPage.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tools = tools
        self._stale = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def show_speech(self, speech: Speech | None) -> None:
        """Show what there is to tell of a speech; None: none is open."""
        raise NotImplementedError

    def step(self, rows: int) -> None:
        """Go to the next passage of what is listed, or back; a lens that lists no passages stays."""

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""

    def grow_stale(self) -> None:
        """What is shown is not true any more: it is made anew now, or when the page comes into sight."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the current speech, unless it is shown already."""
        if self._stale:
            self._stale = False
            self.show_speech(self.tools.session.current)
