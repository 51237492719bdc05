"""The letters that tags have for keys: an action each, beside those of the numbers, made as they are given."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from core.model import Change
from gui import actions as table

if TYPE_CHECKING:
    from gui.window import MainWindow

NAME = "annotate.tag."


class TagKeys(QObject):
    """Keeps an action for the key of every tag; one whose key is given up does nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.changed.connect(self._follow)
        self._give()

    def _follow(self, change: Change) -> None:
        if change.tags:
            self._give()

    def _give(self) -> None:
        """Make the actions that are wanted and not there yet; only where the key is free."""
        actions, free = self._window.actions_by_name, self.free()
        keys = {tag.key for tag in self._window.session.tags.values()}
        for key in sorted(keys & set(free) - set(table.TAG_KEYS)):
            if f"{NAME}{key}" not in actions:
                self._add(key)
        for key in ascii_lowercase:
            if f"{NAME}{key}" in actions:
                actions[f"{NAME}{key}"].setEnabled(key in keys)

    def _add(self, key: str) -> None:
        window = self._window
        action = table.tag_action(window, key)
        action.triggered.connect(window.deeds.tagger(key))
        window.actions_by_name[action.objectName()] = action
        for widget in (window.pane, window.outline.tree, window.marks.list):
            widget.addAction(action)

    def free(self) -> list[str]:
        """The keys that a tag may have: the numbers, and the letters that mean nothing else."""
        used = {key.toString() for action in self._others() for key in action.shortcuts()}
        return [*table.TAG_KEYS, *(key for key in ascii_lowercase if QKeySequence(key).toString() not in used)]

    def _others(self) -> list[QAction]:
        return [action for name, action in self._window.actions_by_name.items() if not name.startswith(NAME)]
