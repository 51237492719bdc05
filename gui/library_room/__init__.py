"""The library's room: all speeches, and the cover of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.library.shelf import Places
from core.model import HEADINGS, Change, DocumentRow, Section
from core.problem import Problem
from gui.library_room.cover import About, Cover
from gui.library_room.deeds import ShelfDeeds
from gui.library_room.places import PlaceList
from gui.library_room.shelf_model import ShelfModel
from gui.library_room.shelf_view import ShelfView
from gui.parts import counted
from gui.rooms import RoomPage
from gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gui.window import MainWindow

WIDE = 860
"""Pixels from which on there is room for a cover beside the list."""
PAUSE = 120
"""Milliseconds after the last key before the list is filtered, and after the last step before a cover is made."""


class LibraryRoom(RoomPage):
    """Type to filter, click a head to sort, Enter to read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("libraryView")
        self.setAccessibleName(self.tr("Library"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._session = window, window.session
        self.places: Places | None = None
        self.model = ShelfModel(self._session)
        self.list = ShelfView(self.model, window.look, self.tr("Speeches of the library"))
        self.cover, self.place_list = Cover(self._session, window.look), PlaceList(window.look)
        self.deeds = ShelfDeeds(window, self)
        self.filter, self.count = self._make_filter(), QLabel()
        self.count.setObjectName("shelfCount")
        self._typing, self._choosing = self._timer(self._filter), self._timer(self._show_cover)
        self._build()
        self._connect()

    def _timer(self, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(PAUSE)
        timer.timeout.connect(act)
        return timer

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("shelfFilter")
        field.setAccessibleName(self.tr("Filter speeches"))
        field.setPlaceholderText(self.tr("Title, speaker, venue, year…"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(420)
        field.returnPressed.connect(lambda: self._enter_list())
        return field

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(12)
        head.addWidget(self.filter, 1)
        head.addStretch(1)
        head.addWidget(self.count)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.addWidget(self.place_list)
        row.addWidget(middle, 1)
        row.addWidget(self.cover)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._choosing.start())
        self.list.doubleClicked.connect(self.open)
        self.model.modelReset.connect(self._tell_count)
        self.place_list.looked.connect(self._look)
        self.cover.open_wanted.connect(lambda: self.open(self.list.currentIndex()))
        self.cover.facts_wanted.connect(self.deeds.ask_facts)
        self.cover.version_wanted.connect(self._window.opener.open_known)
        self._window.opener.taking_in.ended.connect(lambda _: self.isVisible() and self._refresh())
        self._session.changed.connect(self._follow)

    def enter(self) -> None:
        self._refresh()
        self.list.setFocus()

    def set_theme(self, look: Theme) -> None:
        self.list.delegate.look = self.place_list.painter.look = look
        self.cover.set_theme(look)
        for view in (self.list, self.place_list):
            view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list has it."""
        self.cover.setVisible(self.width() >= WIDE)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self._window.rooms.read()
        elif typed.strip() and typed.isprintable():
            self.filter.setFocus()
            self.filter.insert(typed)
        else:
            super().keyPressEvent(event)

    # -- what is listed ------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Show what there is now, standing where one stood."""
        number = self.model.number_at(self.list.currentIndex().row())
        self._fill_places()
        self.model.show()
        self._choose(number)

    def _follow(self, change: Change, _: Change) -> None:
        """Something was written, here or elsewhere: what is seen is brought up to date."""
        if self.isVisible() and (change.facts or change.annotations):
            self._refresh()

    def _fill_places(self) -> None:
        try:
            self.places = self._session.library.shelf.places() if self._session.library else None
        except Problem as problem:
            self._session.fail(problem)
        if self.places is not None:
            self.place_list.show_places(self.places)

    def _look(self, place: str, name: str) -> None:
        self.model.show(self.model.wanted._replace(place=place, name=name))
        self._choose(0)

    def _filter(self) -> None:
        self.model.show(self.model.wanted._replace(words=self.filter.text()))
        self._choose(0)

    def _tell_count(self) -> None:
        found, total = self.model.rowCount(), self.places.all if self.places else 0
        words = counted(self.tr("%n speech(es)", "", total), total)
        self.count.setText(words if found == total else f"{found:,} / {words}")

    def _enter_list(self) -> None:
        self._typing.stop()
        self._filter()
        self.list.setFocus()

    def chosen(self) -> list[DocumentRow]:
        """The chosen speeches, in the order of the list."""
        numbers = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [row for number in numbers if (row := self.model.at(number)) is not None]

    def _choose(self, number: int) -> None:
        """Stand on a speech where it is listed, else on the first line."""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(0, self.model.row_of(number)), 0))
        self._choosing.start()

    # -- the cover -----------------------------------------------------------------------------

    def _show_cover(self) -> None:
        index = self.list.currentIndex()
        row = self.model.at(index.row()) if index.isValid() else None
        self.cover.show_speech(self._about(row) if row else None)

    def _about(self, row: DocumentRow) -> About:
        library = self._session.library
        try:
            headings = tuple(_headings(library.remembered(row.digest))) if library else ()
            tags = library.shelf.tags(row.digest) if library else {}
            versions = library.shelf.versions(row.digest) if library else []
        except Problem as problem:
            self._session.fail(problem)
            return About(row)
        return About(row, headings, tags, tuple(versions))

    # -- opening -------------------------------------------------------------------------------

    def open(self, index: QModelIndex) -> None:
        """Show a speech on the desk."""
        row = self.model.at(index.row()) if index.isValid() else None
        if row is not None:
            self._window.opener.open_known(row.digest, row.title)


def _headings(sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    for section in sections:
        if section.kind in HEADINGS[:2]:
            yield section.level, " ".join(f"{section.label}{section.title}".split())
        yield from _headings(section.children)
