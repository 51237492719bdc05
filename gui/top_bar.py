"""The line at the head of the window: name, tabs, search field, a few line icons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QTabBar, QToolButton, QWidget

from gui.parts import plain
from gui.search_field import SearchField
from gui.session import Session
from gui.theme import Theme, icon

if TYPE_CHECKING:
    from gui.actions import Row

LONGEST = 18


class TopBar(QWidget):
    """Tabs of the open speeches, and what is always at hand."""

    close_wanted = Signal(str)
    """The digest of a speech whose tab is to be closed."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._session, self._theme = session, theme
        self._complete = False
        name = QLabel("批阅")
        name.setObjectName("brand")
        self.tabs = _tabs(self.tr("Open speeches"))
        self.search = SearchField()
        self.recent = QMenu(self.tr("Recently opened"), self)
        self.recent.setObjectName("menu.recent")
        self.menu = QMenu(self)
        self.menu.setObjectName("mainMenu")
        self.copies = QMenu(self.tr("Copy marks as"), self.menu)
        self.menu.setAccessibleName(self.tr("Menu"))
        self._buttons = {name: _button(f"{name}Button") for name in ("menu", "export", "theme")}
        _name(self._buttons["menu"], self.tr("Menu"))
        self._buttons["menu"].setMenu(self.menu)
        self._buttons["menu"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addSpacing(6)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.search)
        for button in self._buttons.values():
            row.addWidget(button)
        session.opened.connect(self._add_tab)
        session.named.connect(self._name_tab)
        session.closed.connect(self._drop_tab)
        session.activated.connect(self._show_tab)
        self.tabs.currentChanged.connect(self._choose)
        self.tabs.tabCloseRequested.connect(lambda row: self.close_wanted.emit(self.tabs.tabData(row)))

    def complete(self, actions: Mapping[str, QAction]) -> None:
        """Add what may follow the first picture: menu, actions of the buttons, and the drawings, for which
        Qt's part for SVG is loaded."""
        self._complete = True
        self._fill(self.menu, actions)
        for name, action in (("export", actions["file.export"]), ("theme", actions["view.theme"])):
            key = action.shortcut().toString()
            _name(self._buttons[name], "  ".join(filter(None, (action.text().rstrip("…"), key))))
            self._buttons[name].clicked.connect(action.trigger)
        self.tabs.setTabsClosable(True)
        self.set_theme(self._theme)

    def set_at_desk(self, there: bool) -> None:
        """Show what means the speech on the desk, or put it away."""
        for part in (self.search, self._buttons["export"]):
            part.setVisible(there)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._complete:
            for name, button in self._buttons.items():
                button.setIcon(icon(name, theme.soft))

    def _fill(self, menu: QMenu, actions: Mapping[str, QAction]) -> None:
        from gui import actions as table

        rows = table.shown()
        for group, words in table.menus().items():
            sub = menu.addMenu(words)
            sub.setObjectName(f"menu.{group}")
            for row in rows:
                if row.menu == group:
                    sub.addAction(actions[row.name])
                    if row.name == "file.open":
                        sub.addMenu(self.recent)
                    if row.name == "edit.copyWithSource":
                        self._add_copies(sub, table.copy_rows(), actions)
                    if row.name == "annotate.sticky":
                        self._add_stars(sub, table.star_rows(), actions)
            if group == table.MARK:
                ends = sub.addMenu(self.tr("Move the ends"))
                ends.setObjectName("menu.ends")
                ends.addActions([actions[row.name] for row in table.end_rows()])

    def _add_copies(self, menu: QMenu, rows: Iterable[Row], actions: Mapping[str, QAction]) -> None:
        self.copies.setObjectName("menu.copyAs")
        for row in rows:
            self.copies.addAction(actions[row.name])
        menu.addMenu(self.copies)

    def _add_stars(self, menu: QMenu, rows: Iterable[Row], actions: Mapping[str, QAction]) -> None:
        stars = menu.addMenu(self.tr("Stars"))
        stars.setObjectName("menu.stars")
        for row in rows:
            stars.addAction(actions[row.name])

    # -- tabs ----------------------------------------------------------------------------------

    def _row_of(self, digest: str) -> int:
        return next((i for i in range(self.tabs.count()) if self.tabs.tabData(i) == digest), -1)

    def _add_tab(self, digest: str) -> None:
        self.tabs.blockSignals(True)
        row = self.tabs.insertTab(list(self._session.speeches).index(digest), "")
        self.tabs.setTabData(row, digest)
        self._name_tab(digest)
        self.tabs.blockSignals(False)

    def _name_tab(self, digest: str) -> None:
        document, row = self._session.speeches[digest].document, self._row_of(digest)
        title = document.title or (document.source.stem if document.source else self.tr("Untitled"))
        self.tabs.setTabText(row, plain(title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"))
        self.tabs.setTabToolTip(row, f"{title}\n{document.source or ''}".strip())

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


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _name(button: QToolButton, words: str) -> None:
    button.setToolTip(words)
    button.setAccessibleName(words)
