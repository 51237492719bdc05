"""In which paper a passage was used: a name is typed, or one of those before is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class UsedDialog(QDialog):
    """``use`` is called with the name of the paper; with an empty one where the passages were not used after all."""

    def __init__(self, parent: QWidget, papers: Iterable[str], marks: int, use: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setObjectName("usedDialog")
        self.setWindowTitle(self.tr("Used in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self._use = use
        words = QLabel(self.tr("The paper in which %n passage(s) stand(s):", "", marks))
        self.paper = QComboBox()
        self.paper.setObjectName("usedPaper")
        self.paper.setAccessibleName(self.tr("Name of the paper"))
        self.paper.setEditable(True)
        self.paper.addItems(list(papers))
        self.paper.setCurrentText("")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("usedTake")
        self.ok.setText(self.tr("Note it"))
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("usedCancel")
        cancel.setText(self.tr("Cancel"))
        self.none = buttons.addButton(self.tr("Not used"), QDialogButtonBox.ButtonRole.ResetRole)
        self.none.setObjectName("usedNot")
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 18, 22, 16)
        box.setSpacing(12)
        for each in (words, self.paper, buttons):
            box.addWidget(each)
        self.paper.editTextChanged.connect(self._enable)
        self.none.clicked.connect(lambda: self._take(""))
        buttons.accepted.connect(lambda: self._take(self.paper.currentText()))
        buttons.rejected.connect(self.reject)
        self._enable("")

    def _enable(self, words: str) -> None:
        self.ok.setEnabled(bool(words.strip()))

    def _take(self, paper: str) -> None:
        self._use(paper)
        self.accept()
