"""What a template is called, and for which files it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.templates import Template

SUFFIXES = (".md", ".txt", ".html", ".csv", ".xml", ".json", ".tex", ".org")


class TemplateFields(QWidget):
    """Name and ending, which can be changed for the reader's own; below them what is to be known."""

    renamed = Signal(str, str)
    """Another name, or another ending."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.suffix, self.hint = QLineEdit(), QComboBox(), QLabel()
        self.name.setObjectName("templateName")
        self.name.setAccessibleName(self.tr("Name"))
        self.suffix.setObjectName("templateSuffix")
        self.suffix.setAccessibleName(self.tr("Ending of the files"))
        self.suffix.addItems(list(SUFFIXES))
        self.hint.setObjectName("templateHint")
        self.hint.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.suffix)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.hint)
        self.name.editingFinished.connect(self._tell)
        self.suffix.activated.connect(self._tell)
        self._shown = ("", "")

    def show_template(self, template: Template, *, shadows: bool) -> None:
        """Show what a template is called; ``shadows`` says whether it takes the place of one of ours."""
        self._shown = (template.name, template.suffix)
        self.name.setText(template.name)
        if self.suffix.findText(template.suffix) < 0:
            self.suffix.addItem(template.suffix)
        self.suffix.setCurrentText(template.suffix)
        for field in (self.name, self.suffix):
            field.setEnabled(not template.built_in)
        self.hint.setText(self._words(template, shadows))
        self.hint.setVisible(bool(self.hint.text()))

    def _words(self, template: Template, shadows: bool) -> str:
        if template.built_in:
            return self.tr("A built-in template. When you save changes, yours takes its place.")
        return self.tr("It takes the place of a built-in template. Delete it to have that one back.") if shadows else ""

    def begin(self) -> None:
        """Let the name be typed."""
        self.name.setFocus()
        self.name.selectAll()

    def _tell(self) -> None:
        now = (self.name.text().strip(), self.suffix.currentText())
        if self.name.isEnabled() and now != self._shown:
            self.renamed.emit(*now)
