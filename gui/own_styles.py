"""The dialog for a reader's own styles of heading, with what they make of the open speech."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Document
from core.outline.own import LIKE, OwnStyle, check, keep, own_styles
from core.problem import Problem
from gui.faces import font
from gui.theme import Theme

PAUSE = 250
"""Milliseconds after the last key before the preview is made anew."""
MOST = 60_000
"""Code points of the speech that the preview looks at."""
EXAMPLES = dict(zip(LIKE, ("第一部分", "一、", "（一）", "1.", "（1）"), strict=True))


class OwnStylesDialog(QDialog):
    """Rows of name, pattern and place. What is wrong with one is said at once; saving takes all or none."""

    def __init__(
        self, parent: QWidget, document: Document | None, theme: Theme, language: str, saved: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stylesDialog")
        self.setWindowTitle(self.tr("Headings of your own"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self._document, self._theme, self._language, self._saved = document, theme, language, saved
        self.rows = list(own_styles())
        self.list = _list("styleList", self.tr("Your styles of heading"))
        self.name, self.pattern = _line("styleName"), _line("stylePattern")
        self.pattern.setPlaceholderText(self.tr("for example 第{n}回, where {n} is a number"))
        self.like = QComboBox()
        self.like.setObjectName("styleLevel")
        for key, example in EXAMPLES.items():
            self.like.addItem(self.tr("beside %1").replace("%1", example), key)
        self.problem, self.count = QLabel(), QLabel()
        self.problem.setObjectName("styleProblem")
        self.problem.setWordWrap(True)
        self.count.setProperty("role", "heading")
        self.preview = _list("stylePreview", self.tr("The outline of the open speech"))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.show_preview)
        self._build()
        self._fill(0)
        self.list.currentRowChanged.connect(self._choose)
        for field in (self.name, self.pattern):
            field.textEdited.connect(self._edit)
        self.like.activated.connect(self._edit)
        self.show_preview()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        words = QLabel(self.tr("A line that opens like this is a heading, in every speech."))
        words.setWordWrap(True)
        self.add, self.remove = QPushButton(self.tr("Add")), QPushButton(self.tr("Remove"))
        for button, name, deed in ((self.add, "styleAdd", self._add), (self.remove, "styleRemove", self._remove)):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(deed)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        left.addLayout(buttons)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for label, field in (
            (self.tr("Name"), self.name),
            (self.tr("Opens with"), self.pattern),
            (self.tr("Stands"), self.like),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self.problem)
        right.addSpacing(6)
        right.addWidget(self.count)
        right.addWidget(self.preview, 1)
        columns = QHBoxLayout()
        columns.setSpacing(22)
        columns.addLayout(left, 2)
        columns.addLayout(right, 5)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(14)
        box.addWidget(words)
        box.addLayout(columns, 1)
        box.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Save | kinds.Cancel)
        for kind, name, words in (
            (kinds.Save, "styleSave", self.tr("Save")),
            (kinds.Cancel, "styleCancel", self.tr("Cancel")),
        ):
            box.button(kind).setObjectName(name)
            box.button(kind).setText(words)
        box.accepted.connect(self.save)
        box.rejected.connect(self.reject)
        return box

    # -- rows ----------------------------------------------------------------------------------

    def _fill(self, row: int) -> None:
        """Show the rows, and one of them in the fields."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([each.name or self.tr("Untitled") for each in self.rows])
        self.list.setCurrentRow(min(row, len(self.rows) - 1))
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())

    def _choose(self, row: int) -> None:
        chosen = self.rows[row] if 0 <= row < len(self.rows) else None
        for field in (self.name, self.pattern, self.like, self.remove):
            field.setEnabled(chosen is not None)
        self.name.setText(chosen.name if chosen else "")
        self.pattern.setText(chosen.pattern if chosen else "")
        self.like.setCurrentIndex(LIKE.index(chosen.like) if chosen else 0)
        self._say(chosen)

    def _add(self) -> None:
        self.rows.append(OwnStyle("", LIKE[1], ""))
        self._fill(len(self.rows) - 1)
        self._tell("")
        self.name.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            del self.rows[row]
            self._fill(row)
            self.show_preview()

    def _edit(self) -> None:
        row = self.list.currentRow()
        self.rows[row] = OwnStyle(self.name.text().strip(), self.like.currentData(), self.pattern.text().strip())
        self.list.item(row).setText(self.rows[row].name or self.tr("Untitled"))
        self._timer.start()

    # -- what they do --------------------------------------------------------------------------

    def _fault(self, style: OwnStyle) -> str:
        try:
            check(style, self._text.split("\n")[:200])
        except Problem as problem:
            return problem.say(self._language)
        return ""

    def _say(self, style: OwnStyle | None) -> None:
        self._tell(self._fault(style) if style else "")

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @property
    def _text(self) -> str:
        return self._document.text[:MOST] if self._document else ""

    def show_preview(self) -> None:
        """Show what the sound rows make of the open speech; headings of the reader's own stand out."""
        from core.outline import parse

        row = self.list.currentRow()
        self._say(self.rows[row] if row >= 0 else None)
        own = [each for each in self.rows if not self._fault(each)]
        names = {each.name for each in own}
        self.preview.clear()
        count = 0
        for section in (node for top in parse(self._text, own=own) for node in top.walk() if node.is_heading):
            words = " ".join((section.label + section.title).split())
            item = QListWidgetItem("\u3000" * (section.level - 1) + words)
            if section.style in names:
                count += 1
                item.setFont(font("hei", 13, bold=True))
                item.setForeground(QColor(self._theme.accent))
            self.preview.addItem(item)
        self.count.setText(self.tr("In the open speech: %n such heading(s)", "", count))

    def save(self) -> None:
        """Keep all rows; where one is not sound it is shown, and nothing is kept."""
        for row, style in enumerate(self.rows):
            if self._fault(style):
                self.list.setCurrentRow(row)
                self._say(style)
                return
        try:
            keep(self.rows)
        except Problem as problem:
            self._tell(problem.say(self._language))
            return
        self.accept()
        self._saved()


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    return field


def _list(name: str, words: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made
