"""Searches that are kept: those a reader saved, and those asked lately."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from gui.parts import plain
from gui.search_room.search_bar import Asked
from gui.settings import Settings

RECENT, LONGEST = 10, 40
"""Searches kept without being saved; characters of one in the menu."""
SAVED_KEY, RECENT_KEY = "search/saved", "search/recent"


class SavedSearches(QObject):
    """Fills the menu when it is opened."""

    def __init__(
        self, menu: QMenu, settings: Settings, asked: Callable[[], Asked], ask: Callable[[Asked], None]
    ) -> None:
        super().__init__(menu)
        self._menu, self._settings, self._asked, self._ask = menu, settings, asked, ask
        menu.aboutToShow.connect(self.fill)

    def _kept(self, key: str) -> list[Asked]:
        found: list[object] = []
        with suppress(ValueError):
            read = json.loads(self._settings.name(key) or "[]")
            found = read if isinstance(read, list) else []
        return [asked for each in found if (asked := Asked.of(each)) is not None]

    def _keep(self, key: str, searches: list[Asked]) -> None:
        self._settings.keep(key, json.dumps([each.record() for each in searches], ensure_ascii=False))

    def remember(self, asked: Asked) -> None:
        """Put a search at the head of the recent ones."""
        others = [each for each in self._kept(RECENT_KEY) if each.words != asked.words]
        self._keep(RECENT_KEY, [asked, *others][:RECENT])

    def save(self) -> None:
        """Keep the search that is asked."""
        asked = self._asked()
        self._keep(SAVED_KEY, [*(each for each in self._kept(SAVED_KEY) if each != asked), asked])

    def forget(self, asked: Asked) -> None:
        """Keep a search no longer."""
        self._keep(SAVED_KEY, [each for each in self._kept(SAVED_KEY) if each != asked])

    def fill(self) -> None:
        """What there is now."""
        self._menu.clear()
        saved, asked = self._kept(SAVED_KEY), self._asked()
        keep = self._menu.addAction(self.tr("Save this search"), self.save)
        keep.setEnabled(bool(asked.words.strip()) and asked not in saved)
        self._list(self._menu, saved, self._ask)
        if saved:
            self._list(self._menu.addMenu(self.tr("Forget")), saved, self.forget)
        recent = [each for each in self._kept(RECENT_KEY) if each not in saved]
        if recent:
            self._list(self._menu, recent, self._ask, self.tr("Recent"))

    def _list(self, menu: QMenu, searches: list[Asked], act: Callable[[Asked], None], words: str = "") -> None:
        if searches and menu is self._menu:
            menu.addSeparator()
        if words:
            menu.addAction(words).setEnabled(False)
        for each in searches:
            words = " ".join(each.words.split())
            shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
            menu.addAction(plain(shown)).triggered.connect(lambda _=False, each=each: act(each))
