"""The list of forms in which marks can be written: formats, and below them the templates."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.export_forms import Form, forms

USUAL = "markdown"
"""The form that is offered before a reader has chosen one."""


class FormList(QListWidget):
    """One form is always chosen."""

    def __init__(self, language: str, chosen: str) -> None:
        super().__init__()
        self.setObjectName("exportHow")
        self.setAccessibleName(self.tr("How"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._language = language
        self._forms: list[Form | None] = []
        self.fill(chosen)

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        form = self._forms[self.currentRow()]
        assert form is not None
        return form

    def fill(self, chosen: str) -> None:
        """List what there is now, with one form chosen by its name, or else the usual one."""
        self._forms = _rows(forms(self._language))
        self.blockSignals(True)
        self.clear()
        for form in self._forms:
            item = QListWidgetItem(form.words if form is not None else self.tr("Templates"), self)
            if form is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        names = [form.name if form is not None else "" for form in self._forms]
        self.setCurrentRow(names.index(chosen if chosen in names else USUAL))
        self.blockSignals(False)


def _rows(found: list[Form]) -> list[Form | None]:
    """The forms, with None for a heading above the templates."""
    formats = [form for form in found if form.template is None]
    written = [form for form in found if form.template is not None]
    return [*formats, *([None, *written] if written else ())]
