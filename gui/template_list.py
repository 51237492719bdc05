"""The list of templates: the reader's own first, then those that the program brings."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.templates import Template

_NAME = Qt.ItemDataRole.UserRole
UNSAVED = "• "
"""Before the title of a template that has text which is not saved."""


class TemplateList(QListWidget):
    """Rows by their titles; above each of the two groups a line that cannot be chosen."""

    chosen = Signal(str)
    """Another template, by its name."""
    deleted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("templateList")
        self.setAccessibleName(self.tr("Templates"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._language = language
        self.currentItemChanged.connect(lambda now, _: now and self.chosen.emit(now.data(_NAME)))

    def fill(self, templates: Iterable[Template], unsaved: Collection[str], current: str) -> None:
        """Show templates, one of them as the current one; the names of those with unsaved text are marked."""
        self.blockSignals(True)
        self.clear()
        rows = list(templates)
        for own, words in ((True, self.tr("Your own")), (False, self.tr("Built in"))):
            group = [each for each in rows if each.built_in != own]
            if group:
                self._add_head(words)
            for each in sorted(group, key=lambda each: each.titles[self._language]):
                self._add(each, each.name in unsaved)
        self.choose(current)
        self.blockSignals(False)

    def _add_head(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, template: Template, unsaved: bool) -> None:
        item = QListWidgetItem(self)
        item.setData(_NAME, template.name)
        item.setToolTip(f"{template.name}{template.suffix}")
        self._write(item, template.titles[self._language], unsaved)

    def _write(self, item: QListWidgetItem, title: str, unsaved: bool) -> None:
        item.setText((UNSAVED if unsaved else "") + title)

    def mark(self, template: Template, unsaved: bool) -> None:
        """Show whether a template has text that is not saved."""
        if (item := self._item(template.name)) is not None:
            self._write(item, template.titles[self._language], unsaved)

    def choose(self, name: str) -> None:
        """Make a template the current one."""
        if (item := self._item(name)) is not None:
            self.setCurrentItem(item)

    def _item(self, name: str) -> QListWidgetItem | None:
        items = (self.item(row) for row in range(self.count()))
        return next((item for item in items if item.data(_NAME) == name), None)

    @property
    def titles(self) -> list[str]:
        """What the rows say, from top to bottom."""
        return [self.item(row).text() for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
            return
        super().keyPressEvent(event)
