"""The fields of one tag: name, colour, key, hint. What is typed holds when the field is left."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.model import Tag
from core.tags import default_tags
from gui.tag_colours import HueStrip, Sample, Swatch
from gui.theme import Theme


class TagForm(QWidget):
    """Shows a tag; says what a reader made of it. It changes nothing itself."""

    renamed = Signal(str)
    recoloured = Signal(str)
    keyed = Signal(str)
    explained = Signal(str)

    def __init__(self, keys: Sequence[str], look: Theme) -> None:
        super().__init__()
        self._tag: Tag | None = None
        self._keys = keys
        self.name, self.hint, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        self.key, self.hue, self.sample = QComboBox(), HueStrip(look), Sample(self.tr("Words on a mark"))
        self.swatches = [Swatch(tag.colour, number, look) for number, tag in enumerate(default_tags(), 1)]
        self._group = QButtonGroup(self)
        self.use, self.problem = QLabel(), QLabel()
        names = {"tagName": self.name, "tagHintField": self.hint, "tagCode": self.code, "tagKey": self.key}
        for name, widget in {**names, "tagUse": self.use, "tagProblem": self.problem}.items():
            widget.setObjectName(name)
        self.code.setAccessibleName(self.tr("Code of the colour"))
        self.code.setFixedWidth(96)
        self.problem.setWordWrap(True)
        self.sample.setObjectName("tagSample")
        self._build()
        self._listen()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for swatch in self.swatches:
            self._group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        own = QHBoxLayout()
        own.setSpacing(10)
        own.addWidget(self.hue, 1)
        own.addWidget(self.code)
        colour = QVBoxLayout()
        colour.setSpacing(7)
        colour.addLayout(row)
        colour.addLayout(own)
        colour.addWidget(self.sample)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for label, field in ((self.tr("Name"), self.name), (self.tr("Key"), self.key), (self.tr("Hint"), self.hint)):
            field.setAccessibleName(label)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Colour"), colour)
        form.addRow(self.tr("Key"), self.key)
        form.addRow(self.tr("Hint"), self.hint)
        form.addRow("", self.use)
        form.addRow("", self.problem)
        self.problem.hide()

    def _listen(self) -> None:
        self.name.editingFinished.connect(self._name)
        self.hint.editingFinished.connect(lambda: self.explained.emit(self.hint.text()))
        self.code.editingFinished.connect(self._code)
        self.key.activated.connect(lambda _: self.keyed.emit(self.key.currentData()))
        self.hue.chosen.connect(self.recoloured)
        self._group.buttonClicked.connect(lambda swatch: self.recoloured.emit(swatch.colour))

    def _name(self) -> None:
        if self._tag is not None and self.name.text() != self._tag.name:
            self.renamed.emit(self.name.text())

    def _code(self) -> None:
        code = "#" + self.code.text().strip().lstrip("#").lower()
        if self._tag is None or code == self._tag.colour:
            return
        if re.fullmatch("#[0-9a-f]{6}", code):
            self.recoloured.emit(code)
        else:
            self.say(self.tr("Write a colour as #rrggbb."))

    def say(self, sentence: str) -> None:
        """Say what is not right, or that nothing is wrong any more."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def show_tag(self, tag: Tag | None, tags: Mapping[str, Tag], count: int) -> None:
        """Show a tag, or that there is none."""
        self._tag = tag
        self.setEnabled(tag is not None)
        for field, words in (
            (self.name, tag.name if tag else ""),
            (self.hint, tag.hint if tag else ""),
            (self.code, tag.colour if tag else ""),
        ):
            if field.text() != words:
                field.setText(words)
        self._show_colour(tag.colour if tag else "#ffffff")
        self._fill_keys(tag, tags)
        self.use.setText(self.tr("%n mark(s) in all speeches", "", count) if tag else "")

    def _show_colour(self, colour: str) -> None:
        self._group.setExclusive(False)
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour)
        self._group.setExclusive(True)
        if not self.hue.hasFocus():
            self.hue.show_colour(colour)
        self.sample.show_colour(colour)

    def _fill_keys(self, tag: Tag | None, tags: Mapping[str, Tag]) -> None:
        """The keys there are, each with the tag that has it now."""
        holders = {each.key: each.name for each in tags.values() if each.key}
        own = tag.key if tag else ""
        self.key.clear()
        self.key.addItem(self.tr("none"), "")
        for key in dict.fromkeys((*self._keys, *([own] if own else ()))):
            holder = holders.get(key) if key != own else None
            self.key.addItem(f"{key.upper()}　{holder}" if holder else key.upper(), key)
        self.key.setCurrentIndex(max(0, self.key.findData(own)))
