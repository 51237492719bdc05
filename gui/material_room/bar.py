"""The line at the head of the material base: words, group and order, board, views, export."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.library.material import ORDERS
from gui.parts import counted


class MaterialBar(QWidget):
    """Fields and buttons; who shows the base listens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.order, self.count = self._make_field(), self._make_order(), QLabel()
        self.count.setObjectName("materialCount")
        self.as_board = self._button("Board", self.tr("Board"))
        self.as_board.setCheckable(True)
        self.views, self.export = self._button("Views", self.tr("Views")), self._button("Export", self.tr("Export…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for each in (self.order, self.as_board):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.count, self.views, self.export):
            row.addWidget(each)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"material{name}Button")
        button.setAccessibleName(words)
        return button

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("materialFilter")
        field.setAccessibleName(self.tr("Filter material"))
        field.setPlaceholderText(self.tr("Words of passages, notes, titles…"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(420)
        return field

    def _make_order(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("materialOrder")
        box.setAccessibleName(self.tr("Group and order"))
        words = {
            "date": self.tr("By year"),
            "speech": self.tr("By speech"),
            "tag": self.tr("By tag"),
            "made": self.tr("Newest first"),
            "stars": self.tr("By stars"),
        }
        for name in ORDERS:
            box.addItem(words[name], name)
        return box

    def put(self, words: str, order: str) -> None:
        """Show what a saved view asks for, without telling anybody."""
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)
        self.order.setCurrentIndex(self.order.findData(order))

    def say(self, marks: int, board: bool) -> None:
        """Tell how many marks there are; what can be done with none is not offered."""
        self.count.setText(counted(self.tr("%n mark(s)", "", marks), marks))
        self.export.setEnabled(bool(marks))
        self.order.setEnabled(not board)

    @property
    def corner(self) -> QPoint:
        """Where on the screen the menu of views opens."""
        return self.views.mapToGlobal(self.views.rect().bottomLeft())
