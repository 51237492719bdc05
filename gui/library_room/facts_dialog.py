"""What a reader says of a speech, or of several: title, speaker, date, venue; folder and labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Facts

FIELDS = ("title", "speaker", "date", "venue")
_BETWEEN = re.compile(r"[\s,，、;；]+")


class FactsDialog(QDialog):
    """Of several speeches only folder and labels are asked; labels are then added to those they have."""

    def __init__(
        self,
        parent: QWidget,
        facts: Sequence[Facts],
        folders: Iterable[str],
        labels: Iterable[str],
        then: Callable[[dict[str, Facts]], object],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("factsDialog")
        self.setWindowTitle(self.tr("About %n speech(es)", "", len(facts)))
        self.resize(520, 10)
        self._facts, self._then = list(facts), then
        self._fields = {name: self._field(f"facts.{name}", words) for name, words in self._words().items()}
        self.folder = self._combo(folders)
        self.labels = self._field("facts.labels", self.tr("Labels"))
        self._fill(labels)
        self._build()

    def _words(self) -> dict[str, str]:
        words = (self.tr("Title"), self.tr("Speaker"), self.tr("Date"), self.tr("Venue"))
        return dict(zip(FIELDS, words, strict=True)) if len(self._facts) == 1 else {}

    def _field(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        return field

    def _combo(self, folders: Iterable[str]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName("facts.folder")
        combo.setAccessibleName(self.tr("Folder"))
        combo.setEditable(True)
        combo.addItems(["", *folders])
        return combo

    def _fill(self, labels: Iterable[str]) -> None:
        first = self._facts[0]
        for name, field in self._fields.items():
            field.setText(getattr(first, name))
        same = {each.folder for each in self._facts}
        self.folder.setEditText(first.folder if len(same) == 1 else "")
        self.labels.setText(" ".join(first.labels) if len(self._facts) == 1 else "")
        known = " ".join(labels)
        self.labels.setPlaceholderText(known[:40] or self.tr("Words, with blanks between them"))
        line = self.folder.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("A name, or names with / between them"))

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        for field in (*self._fields.values(), self.folder, self.labels):
            form.addRow(QLabel(field.accessibleName()), field)
        save, cancel = self._button("factsSave", self.tr("Save")), self._button("factsCancel", self.tr("Cancel"))
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addLayout(row)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        return button

    def _save(self) -> None:
        made = {each.document: self._said(each) for each in self._facts}
        self._then({digest: each for digest, each in made.items() if each not in self._facts})
        self.accept()

    def _said(self, facts: Facts) -> Facts:
        said = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        put_right = any(getattr(facts, name) != words for name, words in said.items())
        words = [each for each in _BETWEEN.split(self.labels.text()) if each]
        labels = words if self._fields else [*facts.labels, *words]
        path = "/".join(name.strip() for name in re.split(r"[/／]", self.folder.currentText()) if name.strip())
        several = {each.folder for each in self._facts}
        folder = path if path or len(several) == 1 else facts.folder
        return facts._replace(**said, folder=folder, labels=tuple(dict.fromkeys(labels)), own=facts.own or put_right)
