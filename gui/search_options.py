"""What hangs below the search field while one types in it: what is taken for the same, and marking all hits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

SIGNS = {"width": "Ａ=A", "script": "國=国", "case": "a=A", "regex": ".*"}
"""The options, behind ``search.``, and what their buttons show: the same in every language."""
BELOW = 6
"""Pixels between the field and what hangs below it."""


class SearchOptions(QFrame):
    """A small sheet over the text. It never takes the focus: its buttons have keys, which their hints tell."""

    def __init__(self, field: QLineEdit, actions: Mapping[str, QAction]) -> None:
        super().__init__(field.window())
        self.setObjectName("searchOptions")
        self.setAccessibleName(self.tr("Options of the search"))
        self._field = field
        self.problem = QLabel()
        self.problem.setObjectName("searchProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, sign in SIGNS.items():
            row.addWidget(_toggle(actions[f"search.{name}"], sign))
        row.addSpacing(12)
        row.addStretch(1)
        self.mark_all = _button(actions["search.markAll"])
        row.addWidget(self.mark_all)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(8, 7, 8, 7)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self.problem)

    def say(self, words: str) -> None:
        """Say what is wrong with a pattern; nothing, where nothing is."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if self.isVisible():
            self.unfold()

    def unfold(self) -> None:
        """Show the sheet below its field, its right edge below the field's."""
        width = max(self._box.sizeHint().width(), self._field.width())
        height = self._box.heightForWidth(width) if self.problem.isVisibleTo(self) else -1
        self.resize(width, height if height > 0 else self._box.sizeHint().height())
        parent = self.parentWidget()
        assert isinstance(parent, QWidget)
        corner = self._field.mapTo(parent, QPoint(self._field.width(), self._field.height()))
        self.move(corner.x() - width, corner.y() + BELOW)
        self.show()
        self.raise_()


def _toggle(action: QAction, sign: str) -> QToolButton:
    button = _button(action)
    button.setText(sign)
    button.setCheckable(True)
    button.setChecked(action.isChecked())
    action.toggled.connect(button.setChecked)
    return button


def _button(action: QAction) -> QToolButton:
    """A button that does what an action does. It is no button of Qt's for actions: those take the action's words."""
    button = QToolButton()
    button.setObjectName(f"button.{action.objectName()}")
    button.setProperty("role", "option")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setText(action.text())
    button.setAccessibleName(action.text().rstrip("…"))
    button.setToolTip(f"{action.text().rstrip('…')}  {action.shortcut().toString()}")
    button.clicked.connect(action.trigger)
    return button
