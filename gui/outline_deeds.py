"""What is done with the outline as a whole: filtered, copied, exported, opened to a level."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gui import actions as table

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QMenu

    from gui.window import MainWindow


class OutlineDeeds(QObject):
    """The verbs of the tree beside those that put it right, which are in ``outlining``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action on the outline calls."""
        return {
            "outline.filter": self.filter_outline,
            "outline.copy": lambda: self.copy_outline("text"),
            "outline.export": self.export_outline,
            "outline.styles": self.show_own_styles,
            **{f"outline.level.{n}": self._opener(int(n)) for n in table.LEVELS},
        }

    def _opener(self, level: int) -> Callable[[], None]:
        return lambda: self._window.outline.open_to(level)

    def filter_outline(self) -> None:
        """Let a reader type what the tree is to show."""
        if self._window.outline.isHidden():
            self._window.actions_by_name["view.outline"].trigger()
        self._window.outline.field.setFocus()

    def copy_outline(self, form: str, index: QModelIndex | None = None) -> None:
        """Put the outline on the clipboard, whole or from a row down, as ``text``, ``numbered`` or ``markdown``."""
        from core.outline_forms import FORMS

        if self._session.current is not None:
            title = "" if index is not None and index.isValid() else self._session.current.document.title
            QGuiApplication.clipboard().setText(FORMS[form](title, self._window.outline.sections(index)))

    def export_outline(self) -> None:
        """Ask for a place and a form, and write the outline of this speech there."""
        if self._session.current is not None:
            from gui.outline_exporting import export_outline

            export_outline(self._window, self._session, self._window.messages, self._window.files.folder())

    def show_own_styles(self) -> None:
        """The reader's own styles of heading, with what they make of this speech."""
        from gui.own_styles import OwnStylesDialog

        session, speech = self._session, self._session.current
        document = speech.document if speech else None
        OwnStylesDialog(self._window, document, self._window.look, session.language, session.restyled.emit).open()

    def fill_outline_menu(self, menu: QMenu, index: QModelIndex) -> None:
        """The tree's menu: putting a row right, copying from it down, or the whole; how far the tree is opened."""
        if self._window.outline.sections(index):
            for name in ("plain", "raise", "lower", "join", "reset"):
                menu.addAction(self._window.actions_by_name[f"outline.{name}"])
            menu.addSeparator()
        forms = {"text": self.tr("Text"), "numbered": self.tr("Numbered"), "markdown": "Markdown"}
        for words, below in ((self.tr("Copy from here"), index), (self.tr("Copy the outline"), None)):
            if below is None or self._window.outline.sections(below):
                sub = menu.addMenu(words)
                for form, name in forms.items():
                    entry = sub.addAction(name)
                    entry.triggered.connect(lambda _=False, f=form, i=below: self.copy_outline(f, i))
        menu.addAction(self._window.actions_by_name["outline.export"])
        menu.addSeparator()
        for level in table.LEVELS:
            menu.addAction(self._window.actions_by_name[f"outline.level.{level}"])
