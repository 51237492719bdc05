"""The line at the head of the window: name, tabs, search field, a few line icons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QTabBar, QToolButton, QWidget

from gui import actions as table
from gui.parts import plain, restyle
from gui.session import Session
from gui.theme import Theme, icon

LONGEST = 18


class TopBar(QWidget):
    """Tabs of the open speeches, and what is always at hand."""

    close_wanted = Signal(str)
    """The digest of a speech whose tab is to be closed."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._session, self._actions, self._theme = session, actions, theme
        self._complete = False
        name = QLabel("批阅")
        name.setObjectName("brand")
        self.tabs = _tabs(self.tr("Open speeches"))
        self.search = SearchField()
        self.recent = QMenu(self.tr("Recently opened"), self)
        self.recent.setObjectName("menu.recent")
        self.menu = self._menu()
        self._buttons = [
            (self._button("menuButton", self.tr("Menu"), None), "menu"),
            (self._button("exportButton", "", actions["file.export"]), "export"),
            (self._button("themeButton", "", actions["view.theme"]), "theme"),
        ]
        self._buttons[0][0].setMenu(self.menu)
        self._buttons[0][0].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addSpacing(6)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.search)
        for button, _ in self._buttons:
            row.addWidget(button)
        session.opened.connect(self._add_tab)
        session.closed.connect(self._drop_tab)
        session.activated.connect(self._show_tab)
        self.tabs.currentChanged.connect(self._choose)
        self.tabs.tabCloseRequested.connect(lambda row: self.close_wanted.emit(self.tabs.tabData(row)))

    def complete(self) -> None:
        """Add the drawings: Qt's part for SVG is not loaded before the first picture."""
        self._complete = True
        self.tabs.setTabsClosable(True)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._complete:
            for button, name in self._buttons:
                button.setIcon(icon(name, theme.soft))

    def _button(self, name: str, words: str, action: QAction | None) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "icon")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            words = action.text().rstrip("…")
            button.clicked.connect(action.trigger)
            words += f"  {action.shortcut().toString()}" if not action.shortcut().isEmpty() else ""
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("mainMenu")
        menu.setAccessibleName(self.tr("Menu"))
        rows = table.shown()
        for group, words in table.menus().items():
            sub = menu.addMenu(words)
            sub.setObjectName(f"menu.{group}")
            for row in rows:
                if row.menu == group:
                    sub.addAction(self._actions[row.name])
                if row.name == "file.open":
                    sub.addMenu(self.recent)
        return menu

    # -- tabs ----------------------------------------------------------------------------------

    def _row_of(self, digest: str) -> int:
        return next((i for i in range(self.tabs.count()) if self.tabs.tabData(i) == digest), -1)

    def _add_tab(self, digest: str) -> None:
        document = self._session.speeches[digest].document
        title = document.title or (document.source.stem if document.source else self.tr("Untitled"))
        self.tabs.blockSignals(True)
        place = list(self._session.speeches).index(digest)
        row = self.tabs.insertTab(place, plain(title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"))
        self.tabs.setTabData(row, digest)
        self.tabs.setTabToolTip(row, f"{title}\n{document.source or ''}".strip())
        self.tabs.blockSignals(False)

    def _drop_tab(self, digest: str) -> None:
        row = self._row_of(digest)
        if row >= 0:
            self.tabs.blockSignals(True)
            self.tabs.removeTab(row)
            self.tabs.blockSignals(False)

    def _show_tab(self, digest: str) -> None:
        row = self._row_of(digest)
        if row >= 0 and row != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(row)

    def _choose(self, row: int) -> None:
        digest = self.tabs.tabData(row)
        if digest:
            self._session.activate(digest)


def _tabs(name: str) -> QTabBar:
    tabs = QTabBar()
    tabs.setObjectName("speechTabs")
    tabs.setAccessibleName(name)
    tabs.setMovable(True)
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    tabs.setUsesScrollButtons(True)
    tabs.setElideMode(Qt.TextElideMode.ElideRight)
    tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tabs


class SearchField(QLineEdit):
    """Finds in the open speech while one types; Enter goes to the next hit, Shift+Enter to the one before."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Find in this speech"))
        self.setPlaceholderText(self.tr("Find in this speech    Ctrl+F"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(250)
        self._count = QLabel(self)
        self._count.setObjectName("searchCount")

    def begin(self) -> None:
        """Let a reader type what to look for."""
        self.setFocus()
        self.selectAll()

    def show_count(self, at: int, count: int) -> None:
        """Say which of how many hits is shown; nothing for an empty field."""
        words = "" if not self.text() else f"{at}/{count}"
        self._count.setText(words)
        self._count.adjustSize()
        self._count.move(self.width() - self._count.width() - 28, (self.height() - self._count.height()) // 2)
        restyle(self, "none", bool(self.text()) and not count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
