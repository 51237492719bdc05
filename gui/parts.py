"""Small things several panels are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionRange, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView


def heading(words: str) -> QLabel:
    """The quiet heading of a panel."""
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label


class Elided(QLabel):
    """A line that leaves out its middle where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> str:
        """The words as they are cut."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.rect(), self.alignment(), self.shown)


def chosen(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether a row is selected. (Asked of the view: the style's own flags take QStyle 7 ms to load.)"""
    return view.selectionModel().isSelected(index)


def selected_runs(view: QAbstractItemView) -> list[QItemSelectionRange]:
    """The runs of selected rows."""
    return list(view.selectionModel().selection())  # type: ignore[call-overload]


def hovered(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the mouse is over a row."""
    viewport = view.viewport()
    return viewport.underMouse() and view.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index


def restyle(widget: QWidget, name: str, on: bool) -> None:
    """Set a property that the style sheet asks for. (Only a change is: QStyle takes 7 ms to load.)"""
    if bool(widget.property(name)) != on:
        widget.setProperty(name, on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def focused(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether keys act on a row: the list has the focus, and stands there."""
    return view.hasFocus() and view.currentIndex() == index


def counted(words: str, number: int) -> str:
    """Words that tell a number, with its thousands set apart."""
    return words.replace(str(number), f"{number:,}", 1)


def plain(words: str) -> str:
    """Words for a tab, a button or a menu, where Qt takes an ampersand for the mark of a key."""
    return words.replace("&", "&&")
