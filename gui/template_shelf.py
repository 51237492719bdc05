"""What is done with templates in their dialog: the system's refusals are told, and a deletion can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.problem import Problem
from core.templates import Template, editing, found

Made = TypeVar("Made")


class TemplateShelf(QObject):
    """The templates by name; every verb says what there is afterwards, or None after it was refused."""

    changed = Signal()
    """There are other templates now, or other texts of them."""
    refused = Signal(object)
    """A Problem."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._removed: editing.Removed | None = None
        self.templates: dict[str, Template] = {}
        self.look()

    def look(self) -> None:
        """Look which templates there are."""
        self.templates = {each.name: each for each in found()}

    def title(self, template: Template) -> str:
        """A template's title in the reader's language."""
        return template.titles[self._language]

    @property
    def first(self) -> str:
        """The name of the one on top: of the reader's own, or else of ours."""
        return min(self.templates.values(), key=lambda each: (each.built_in, self.title(each))).name

    @property
    def unsaved(self) -> set[str]:
        """The names of those with text that is not saved."""
        return {each.name for each in self.templates.values() if editing.unsaved(each) is not None}

    @property
    def can_undo(self) -> bool:
        """Whether something was deleted that can be brought back."""
        return self._removed is not None

    def is_shadow(self, template: Template) -> bool:
        """Whether an own template takes the place of one of ours."""
        from core.templates.shelf import BUILT_IN

        return not template.built_in and any(each.name == template.name for each in found([BUILT_IN]))

    # -- verbs ---------------------------------------------------------------------------------

    def keep(self, template: Template, source: str | None) -> bool:
        """Keep what is not saved, None for nothing; says whether that could be done."""
        return self._done(lambda: editing.keep_unsaved(template, source) or True) is not None

    def save(self, template: Template, source: str) -> Template | None:
        """Write a template; one of ours becomes an own one."""
        return self._changed(lambda: editing.save(template, source))

    def copy(self, template: Template, source: str) -> Template | None:
        """Make a new template with the text of another."""
        return self._changed(lambda: editing.copied(template, source, self._language, self.templates))

    def rename(self, template: Template, name: str, suffix: str) -> Template | None:
        """Give one of the reader's own another name or ending."""
        return self._changed(lambda: editing.rename(template, name, suffix, self.templates))

    def delete(self, template: Template) -> bool:
        """Delete one of the reader's own; says whether that could be done."""
        removed = self._changed(lambda: editing.remove(template))
        self._removed = removed or self._removed
        return removed is not None

    def undo(self) -> Template | None:
        """Bring back what was deleted last."""
        removed = self._removed
        made = self._changed(lambda: editing.put_back(removed)) if removed else None
        if made is not None:
            self._removed = None
        return made

    def _changed(self, act: Callable[[], Made]) -> Made | None:
        made = self._done(act)
        if made is not None:
            self.look()
            self.changed.emit()
        return made

    def _done(self, act: Callable[[], Made]) -> Made | None:
        try:
            return act()
        except Problem as problem:
            self.refused.emit(problem)
            return None
