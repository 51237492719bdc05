"""The lens beside the text: a button for each lens, below them the page of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.flow import FlowLayout
from gui.lens import LENSES, Lens
from gui.parts import heading, plain

if TYPE_CHECKING:
    from gui.lens.page import LensPage
    from gui.lens.tools import Tools
    from gui.theme import Theme


class LensPanel(QWidget):
    """Pages are made when they are first wanted; which one was chosen is kept."""

    closed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("lensPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(300)
        self._tools = tools
        self._pages: dict[str, LensPage] = {}
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._lenses = {lens.name: lens for lens in LENSES}
        self._build()
        session = tools.session
        session.activated.connect(lambda _: self._grow_stale())
        session.reshaped.connect(lambda _: self._grow_stale())
        tools.words.changed.connect(self._grow_stale)

    def _build(self) -> None:
        close = QToolButton()
        close.setObjectName("lensClose")
        close.setText("×")
        close.setAccessibleName(self.tr("Close the lens"))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Lens")), 1)
        top.addWidget(close)
        chips = QWidget()
        row = FlowLayout(chips)
        for lens in self._lenses.values():
            row.addWidget(self._button(lens))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 10, 8)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(chips)
        box.addWidget(self._stack, 1)

    def _button(self, lens: Lens) -> QPushButton:
        button = QPushButton(plain(lens.title()))
        button.setObjectName(f"lens.{lens.name}")
        button.setAccessibleName(lens.title())
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.choose(lens.name))
        self._buttons.addButton(button)
        return button

    def choose(self, name: str) -> LensPage:
        """Show the page of a lens; of one that there is not, the first."""
        lens = self._lenses.get(name, LENSES[0])
        page = self._pages.get(lens.name)
        if page is None:
            page = self._pages[lens.name] = lens.make(self._tools)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for button in self._buttons.buttons():
            if button.objectName() == f"lens.{lens.name}":
                button.setChecked(True)
        self._tools.settings.keep("lens/page", lens.name)
        if self.isVisible():
            page.refresh()
        return page

    def step(self, rows: int) -> None:
        """On or back in the page that is shown."""
        page = self._stack.currentWidget()
        for each in self._pages.values():
            if each is page:
                each.step(rows)

    def showEvent(self, event: object) -> None:
        for page in self._pages.values():
            if page is self._stack.currentWidget():
                page.refresh()

    def _grow_stale(self) -> None:
        for page in self._pages.values():
            page.grow_stale()

    def set_theme(self, look: Theme) -> None:
        for page in self._pages.values():
            page.set_theme(look)
