"""The reader's own words: each line is a word that is cut as one, from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.own_words import LONGEST, own_text, save
from core.problem import Problem

if TYPE_CHECKING:
    from gui.lens.tools import Tools


class OwnWordsDialog(QDialog):
    """Edits the file of words; what is selected in the text is offered as a new one."""

    def __init__(self, parent: QWidget, tools: Tools) -> None:
        super().__init__(parent)
        self.setObjectName("ownWordsDialog")
        self.setWindowTitle(self.tr("Words of your own"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(420, 460)
        self._tools = tools
        self.edit = QPlainTextEdit(_with(own_text(), self._selected()))
        self.edit.setObjectName("ownWordsText")
        self.edit.setAccessibleName(self.windowTitle())
        self.edit.setTabChangesFocus(True)
        self._problem = QLabel()
        self._problem.setObjectName("ownWordsProblem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._build()

    def _build(self) -> None:
        lead = QLabel(self.tr("A word a line, such as names of places and projects. It is counted as one at once."))
        lead.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        for kind, name, words in (
            (standard.Save, "ownWordsSave", self.tr("Save")),
            (standard.Cancel, "ownWordsCancel", self.tr("Cancel")),
        ):
            buttons.button(kind).setObjectName(name)
            buttons.button(kind).setText(words)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        for widget in (lead, self.edit, self._problem, buttons):
            box.addWidget(widget)

    def _selected(self) -> str:
        session = self._tools.session
        span = session.selection
        words = session.current.text[span.start : span.stop].strip() if session.current is not None else ""
        return words if 1 < len(words) <= LONGEST and not any(map(str.isspace, words)) else ""

    def _save(self) -> None:
        try:
            save(self.edit.toPlainText())
        except Problem as problem:
            self._problem.setText(problem.say(self._tools.session.language))
            self._problem.show()
            return
        self._tools.words.take_own()
        self.accept()


def _with(text: str, word: str) -> str:
    """The file with one more word, unless it is there."""
    if not word or word in {line.split()[0] for line in text.splitlines() if line.split()}:
        return text
    return f"{text.rstrip()}\n{word}\n".lstrip()
