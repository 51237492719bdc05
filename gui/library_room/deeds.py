"""What is done with the chosen speeches of the library's room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from core.model import Change, DocumentRow, Facts
from core.problem import Problem

if TYPE_CHECKING:
    from gui.library_room import LibraryRoom
    from gui.window import MainWindow


class ShelfDeeds(QObject):
    """The actions of the list; each that writes is one step that can be undone."""

    def __init__(self, window: MainWindow, room: LibraryRoom) -> None:
        super().__init__(room)
        self._window, self._session, self._room = window, window.session, room
        self.actions = {
            "shelf.open": self._action("shelf.open", self.tr("Read"), "Return", self._open),
            "shelf.facts": self._action("shelf.facts", self.tr("Title, folder, labels…"), "F2", self.ask_facts),
            "shelf.compare": self._action("shelf.compare", self.tr("Compare"), "C", self.compare),
            "shelf.out": self._action("shelf.out", self.tr("Take out of the library"), "Delete", self.take_out),
            "shelf.back": self._action("shelf.back", self.tr("Put back"), "Insert", self.put_back),
        }
        view = room.list
        view.addActions(list(self.actions.values()))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)

    def _action(self, name: str, words: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        return action

    def _show_menu(self, at: QPoint) -> None:
        rows = self._room.chosen()
        if not rows:
            return
        menu = QMenu(self._room)
        menu.setObjectName("shelfMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hidden = "shelf.out" if self._room.model.wanted.place == "out" else "shelf.back"
        menu.addActions([action for name, action in self.actions.items() if name != hidden])
        menu.popup(self._room.list.viewport().mapToGlobal(at))

    def _open(self) -> None:
        self._room.open(self._room.list.currentIndex())

    def compare(self) -> None:
        """Put the chosen speeches side by side."""
        from core.lens.comparing import MOST
        from gui.compare_room import CompareRoom

        digests = [row.digest for row in self._room.chosen()]
        if not 2 <= len(digests) <= MOST:
            self._window.messages.tell(self.tr("Choose two to four speeches to compare."))
            return
        self._window.rooms.enter("compare")
        page = self._window.rooms.page("compare")
        if isinstance(page, CompareRoom):
            page.compare(digests)

    def _facts(self, rows: Sequence[DocumentRow]) -> list[Facts]:
        """What is said of the chosen speeches now."""
        library = self._session.library
        try:
            found = library.facts(row.digest for row in rows) if library else {}
        except Problem as problem:
            self._session.fail(problem)
            return []
        return [found[row.digest] for row in rows if row.digest in found]

    def ask_facts(self) -> None:
        """Ask what is to be said of the chosen speeches."""
        from gui.library_room.facts_dialog import FactsDialog

        facts, places = self._facts(self._room.chosen()), self._room.places
        if facts and places is not None:
            FactsDialog(self._window, facts, places.folders, places.labels, self._say).open()

    def _say(self, facts: dict[str, Facts]) -> None:
        self._session.do(Change(facts=facts), self.tr("About a speech"))

    def take_out(self) -> None:
        """Take the chosen speeches out of the library; their marks then lie in the bin."""
        library, facts = self._session.library, self._facts(self._room.chosen())
        facts = [each for each in facts if not each.out]
        if library is None or not facts or not self._window.may_leave():
            return
        try:
            marks = [id_ for each in facts for id_ in library.annotations(each.document)]
        except Problem as problem:
            self._session.fail(problem)
            return
        for each in facts:
            if each.document in self._session.speeches:
                self._session.close(each.document)
        out = {each.document: each._replace(out=True) for each in facts}
        if self._session.do(Change(dict.fromkeys(marks), facts=out), self.tr("Take out of the library")):
            words = self.tr("%n speech(es) taken out; the marks lie in the bin.", "", len(facts))
            self._window.messages.say(words, self.tr("Undo"), self._undo)

    def _undo(self) -> None:
        self._window.messages.hide()
        self._window.actions_by_name["edit.undo"].trigger()

    def put_back(self) -> None:
        """Put the chosen speeches that were taken out back; their marks come back from the bin."""
        library, tags = self._session.library, self._session.tags
        facts = {each.document: each._replace(out=False) for each in self._facts(self._room.chosen()) if each.out}
        try:
            marks = [mark for digest in facts for mark in library.taken_along(digest)] if library else []
        except Problem as problem:
            self._session.fail(problem)
            return
        known = {mark.id: replace(mark, tags=tuple(tag for tag in mark.tags if tag in tags)) for mark in marks}
        self._session.do(Change(known, facts=facts), self.tr("Put back into the library"))
