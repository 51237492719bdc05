"""The library's room: all speeches, and the cover of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.model import HEADINGS, DocumentRow, Section
from core.problem import Problem
from gui.library_room.cover import Cover
from gui.library_room.shelf_model import ShelfModel
from gui.library_room.shelf_view import ShelfView
from gui.rooms import RoomPage
from gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gui.window import MainWindow

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
        self.model = ShelfModel(self._session)
        self.list = ShelfView(self.model, window.look, self.tr("Speeches of the library"))
        self.cover = Cover(window.look)
        self.filter, self.count = self._make_filter(), QLabel()
        self.count.setObjectName("shelfCount")
        self._typing, self._choosing = self._timer(self._filter), self._timer(self._show_cover)
        self._build()
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._choosing.start())
        self.model.modelReset.connect(self._tell_count)
        self.list.activated.connect(lambda index: self.open(index))
        self.cover.open_wanted.connect(lambda: self.open(self.list.currentIndex()))

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
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.cover)

    def enter(self) -> None:
        row = self._chosen()
        self.model.show()
        self._choose(row)
        self.list.setFocus()

    def set_theme(self, look: Theme) -> None:
        self.list.delegate.look = look
        self.list.viewport().update()
        self.cover.set_theme(look)

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

    def _filter(self) -> None:
        self.model.show(self.model.wanted._replace(words=self.filter.text()))
        self._choose(None)

    def _tell_count(self) -> None:
        found, total = self.model.rowCount(), self.model.total
        words = self.tr("%n speech(es)", "", total)
        self.count.setText(words if found == total else f"{found:,} / {words}")

    def _enter_list(self) -> None:
        self._typing.stop()
        self._filter()
        self.list.setFocus()

    def _chosen(self) -> DocumentRow | None:
        index = self.list.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    def _choose(self, row: DocumentRow | None) -> None:
        """Stand on the first line, or on a speech where it is in sight of the first page."""
        place = 0
        for number in range(min(self.model.rowCount(), 64) if row else 0):
            found = self.model.at(number)
            if found is not None and row is not None and found.digest == row.digest:
                place = number
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(place, 0))
        self._choosing.start()

    def _show_cover(self) -> None:
        row = self._chosen()
        self.cover.show_speech(row, tuple(self._headings(row)) if row else ())

    def _headings(self, row: DocumentRow) -> Iterator[tuple[int, str]]:
        try:
            document = self._session.library.recall(row.digest) if self._session.library else None
        except Problem as problem:
            self._session.fail(problem)
            return
        if document is not None:
            yield from _headings(document.sections)

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
