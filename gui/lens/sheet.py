"""A table with what belongs to it: a field to filter by, options, the number of rows, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.flow import FlowLayout
from gui.lens.view import TableView
from gui.parts import counted
from gui.theme import icon

if TYPE_CHECKING:
    from core.lens.table import Table
    from gui.lens.model import Row
    from gui.lens.tools import Tools


class Sheet(QWidget):
    """``name`` is the objectName of the table; what belongs to it is called after it."""

    def __init__(self, tools: Tools, name: str, words: str) -> None:
        super().__init__()
        self._tools, self._name = tools, name
        self._keep: Callable[[Row], bool] | None = None
        self.table = TableView(name, words)
        self.field = FilterField(f"{name}Filter", self.tr("Filter"))
        self._ways = _ways(f"{name}Ways", self.tr("Copy or export the table"))
        self._ways.setIcon(icon("export", tools.look().soft))
        self._ways.setMenu(self._menu())
        self._said = QLabel()
        self._said.setObjectName(f"{name}Said")
        self._said.setProperty("role", "quiet")
        self._said.setWordWrap(True)
        self._words = ""
        self._options = QWidget()
        self._flow = FlowLayout(self._options)
        self._options.hide()
        self._build()
        self.field.textChanged.connect(lambda _: self._seek())
        self.field.left.connect(self.enter)
        self.table.left.connect(tools.back)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._ways)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self._options)
        box.addWidget(self.table, 1)
        box.addWidget(self._said)

    def _menu(self) -> QMenu:
        self._ways_out = QMenu(self)
        self._ways_out.setObjectName(f"{self._name}Menu")
        self.add_ways(
            (
                ("Copy", self.tr("Copy as a table"), self.table.copy),
                ("Export", self.tr("Export the table…"), self._export),
            )
        )
        return self._ways_out

    def add_ways(self, ways: Iterable[tuple[str, str, Callable[[], None]]]) -> None:
        """More ways out, each with its name, its words and what it does."""
        for name, words, deed in ways:
            action = self._ways_out.addAction(words, deed)
            action.setObjectName(f"{self._name}{name}")

    def option(self, name: str, words: str, on: bool) -> QPushButton:
        """A thing that can be had or not, as a chip; what a reader chose is kept."""
        chip = QPushButton(words)
        chip.setObjectName(name)
        chip.setAccessibleName(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(self._tools.settings.flag(f"lens/{name}", on))
        chip.toggled.connect(lambda now: self._tools.settings.keep(f"lens/{name}", now))
        self.add(chip)
        return chip

    def add(self, widget: QWidget) -> None:
        """Put something beside the options."""
        self._flow.addWidget(widget)
        self._options.show()

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.table.show_table(table)
        self.say("")

    def keep(self, keep: Callable[[Row], bool] | None) -> None:
        """Show those rows alone of which ``keep`` says so."""
        self._keep = keep
        self._seek()

    def say(self, words: str) -> None:
        """Say something of the table, behind the number of its rows."""
        self._words = words
        self._say()

    def hint(self, words: str) -> None:
        """Explain what is said of the table, where the mouse rests on it."""
        self._said.setToolTip(words)

    def _seek(self) -> None:
        self.table.model_.seek(self.field.text(), self._keep)
        self._say()

    def _say(self) -> None:
        count = self.table.model_.rowCount()
        rows = counted(self.tr("%n row(s)", "", count), count) if self.table.model_.columnCount() else ""
        self._said.setText(" · ".join(filter(None, (rows, self._words))))

    def enter(self) -> None:
        """From a field into the table."""
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.table.model_.rowCount():
            self.table.setCurrentIndex(self.table.model_.index(0, 0))

    def _export(self) -> None:
        from gui.lens.exporting import export_table

        export_table(self, self._tools, self.table.chosen())

    def set_theme(self) -> None:
        """Take the colours of the theme shown."""
        self._ways.setIcon(icon("export", self._tools.look().soft))


def _ways(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setProperty("role", "icon")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class FilterField(QLineEdit):
    """Words that a row must have. Esc empties it, then leads back to the table, as Enter and Down do."""

    left = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setClearButtonEnabled(True)
        self.setProperty("role", "filter")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
