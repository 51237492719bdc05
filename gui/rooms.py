"""The rooms of the window: the reading desk, and pages beside it that are made when one first enters.

A room is one file, or folder, and one row of ROOMS; its action is ``room.NAME``, its short word stands in
``words``. Nothing of a room is loaded before it is entered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.theme import Theme, icon

if TYPE_CHECKING:
    from gui.window import MainWindow

translate = QCoreApplication.translate

READ = "read"
"""The reading desk, which is always there."""
RAIL = 52
"""Pixels of the rail at the left edge."""
AT_DESK = (
    *("search.document", "search.next", "search.previous", "search.markAll", "search.width", "search.script"),
    *("search.case", "search.regex", "annotate.", "select.", "go.", "outline.", "marks.", "view.outline"),
    *("view.marks", "view.skeleton", "view.lens", "view.larger", "view.smaller", "edit.copy", "edit.selectAll"),
    *("file.export", "file.close", "file.showFile", "lens."),
)
"""How the names of the actions begin that mean the speech on the desk: elsewhere they rest."""


class RoomPage(QWidget):
    """What a room shows. It is told when it is entered, and when the theme is another one."""

    def enter(self) -> None:
        """A reader comes in: show what there is now, and take the focus."""

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""


class Room(NamedTuple):
    """``make`` builds the page for a window, and imports what it needs by itself; the desk has none."""

    name: str
    icon: str
    make: Callable[[MainWindow], RoomPage] | None = None


def _library(window: MainWindow) -> RoomPage:
    from gui.library_room import LibraryRoom

    return LibraryRoom(window)


def _search(window: MainWindow) -> RoomPage:
    from gui.search_room import SearchRoom

    return SearchRoom(window)


def _compare(window: MainWindow) -> RoomPage:
    from gui.compare_room import CompareRoom

    return CompareRoom(window)


def _material(window: MainWindow) -> RoomPage:
    from gui.material_room import MaterialRoom

    return MaterialRoom(window)


ROOMS = (
    Room(READ, "book"),
    Room("library", "shelf", _library),
    Room("search", "search", _search),
    Room("material", "cards", _material),
    Room("compare", "compare", _compare),
)


def words() -> dict[str, str]:
    """What the rail calls each room, in the current language."""
    return {
        READ: translate("rooms", "Read"),
        "library": translate("rooms", "Library"),
        "search": translate("rooms", "Search"),
        "material": translate("rooms", "Material"),
        "compare": translate("rooms", "Compare"),
    }


class Rooms(QWidget):
    """The rail, and the room that one is in. The sentence about what went wrong goes along."""

    entered = Signal(str)

    def __init__(self, window: MainWindow, desk: QWidget, centre: QWidget) -> None:
        super().__init__()
        self._window, self._desk, self._centre = window, desk, centre
        self.current = READ
        self._pages = dict[str, RoomPage]()
        self._buttons = dict[str, QToolButton]()
        self._resting = list[str]()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._rail, self._stack, place = QWidget(), QStackedWidget(), QWidget()
        self._rail.setObjectName("roomRail")
        self._rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rail.setFixedWidth(RAIL)
        self._stack.addWidget(desk)
        self._column = QVBoxLayout(place)
        self._column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.addWidget(self._rail)
        row.addWidget(place, 1)
        for layout in (self._column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What the action of each room calls."""
        return {f"room.{room.name}": lambda *_, name=room.name: self.enter(name) for room in ROOMS}

    def complete(self) -> None:
        """Fill the rail: its drawings are not loaded before the first picture."""
        if self._buttons:
            return
        column, names = QVBoxLayout(self._rail), words()
        column.setContentsMargins(3, 8, 3, 8)
        column.setSpacing(4)
        for room in ROOMS:
            self._buttons[room.name] = self._button(room, names[room.name])
            column.addWidget(self._buttons[room.name])
        column.addStretch(1)
        self.set_theme(self._window.look)
        self._show_current()

    def _button(self, room: Room, word: str) -> QToolButton:
        action = self._window.actions_by_name[f"room.{room.name}"]
        button = QToolButton()
        button.setObjectName(f"button.room.{room.name}")
        button.setProperty("role", "room")
        button.setText(word)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(RAIL - 6, 46)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        button.setToolTip(f"{action.text()}  {action.shortcut().toString()}")
        button.clicked.connect(action.trigger)
        return button

    def page(self, name: str) -> RoomPage:
        """The page of a room, made where it is not there yet."""
        if name not in self._pages:
            make = next(room.make for room in ROOMS if room.name == name)
            assert make is not None
            self._pages[name] = make(self._window)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def enter(self, name: str) -> None:
        """Go to a room."""
        page = self.page(name) if name != READ else None
        self.current = name
        self._stack.setCurrentWidget(page or self._desk)
        column = self._column if page else self._centre.layout()
        assert isinstance(column, QVBoxLayout)
        if column.indexOf(self._window.messages) < 0:
            column.insertWidget(0, self._window.messages)
        self._rest(page is not None)
        self._show_current()
        if page is not None:
            page.enter()
        else:
            self._window.focus_desk()
        self.entered.emit(name)

    def read(self, *_: object) -> None:
        """Go to the reading desk, unless one is there."""
        if self.current != READ:
            self.enter(READ)

    def _rest(self, elsewhere: bool) -> None:
        """Let the actions rest that mean the speech on the desk, or let them work again."""
        actions = self._window.actions_by_name
        if not elsewhere:
            for name in self._resting:
                actions[name].setEnabled(True)
            self._resting = []
        elif not self._resting:
            self._resting = [n for n, each in actions.items() if n.startswith(AT_DESK) and each.isEnabled()]
            for name in self._resting:
                actions[name].setEnabled(False)
        self._window.top.set_at_desk(not elsewhere)

    def _show_current(self) -> None:
        for room in ROOMS:
            self._window.actions_by_name[f"room.{room.name}"].setChecked(room.name == self.current)
            if room.name in self._buttons:
                self._buttons[room.name].setChecked(room.name == self.current)

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        for room in ROOMS:
            if room.name in self._buttons:
                self._buttons[room.name].setIcon(icon(room.icon, look.soft))
        for page in self._pages.values():
            page.set_theme(look)
