"""The menu of conditions: speakers, years and tags that there are; one that is chosen is written into the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from core.problem import Problem
from core.search.language import condition
from gui.parts import plain
from gui.session import Session

MOST = 40
"""Entries of one menu; the most frequent."""


class Narrowing(QObject):
    """Fills the menu when it is opened."""

    def __init__(self, menu: QMenu, session: Session, choose: Callable[[str], None]) -> None:
        super().__init__(menu)
        self._menu, self._session, self._choose = menu, session, choose

    def fill(self) -> None:
        """What there is in the library now."""
        self._menu.clear()
        speakers, years = Counter[str](), Counter[str]()
        folders, labels = list[str](), list[str]()
        try:
            if library := self._session.library:
                places = library.shelf.places()
                folders, labels = list(places.folders), list(places.labels)
            for row in library.documents() if library else ():
                speakers[row.speaker] += 1
                years[row.date[:4]] += 1
        except Problem as problem:
            self._session.fail(problem)
        self._list(self.tr("Speaker"), "speaker", (name for name, _ in speakers.most_common(MOST)))
        self._list(self.tr("Year"), "year", sorted(years, reverse=True)[:MOST])
        self._list(self.tr("Folder"), "folder", folders[:MOST])
        self._list(self.tr("Label"), "label", labels[:MOST])
        self._list(self.tr("Tag"), "tag", (tag.name for tag in self._session.tags.values()))
        self._menu.addAction(self.tr("Below a heading…"), lambda: self._choose("in:"))

    def _list(self, words: str, name: str, values: Iterable[str]) -> None:
        menu = self._menu.addMenu(words)
        for value in filter(None, values):
            said = condition(name, value)
            menu.addAction(plain(value)).triggered.connect(lambda _=False, said=said: self._choose(said))
        menu.setEnabled(not menu.isEmpty())
