"""The colours a mark without a tag may have: a small palette, named after the pigments of Chinese painting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu

from gui.theme import Theme

translate = QCoreApplication.translate


def palette() -> dict[str, str]:
    """Light colours with their names; the ink of both themes can be read on each."""
    return {
        "#f0a795": translate("colours", "Cinnabar"),
        "#f3bfcb": translate("colours", "Rouge"),
        "#dcb68e": translate("colours", "Ochre"),
        "#ecd681": translate("colours", "Gamboge"),
        "#a5d3b4": translate("colours", "Malachite"),
        "#a3cdd6": translate("colours", "Azurite"),
        "#b0bfe6": translate("colours", "Indigo"),
        "#cfb8e2": translate("colours", "Wisteria"),
    }


def fill(menu: QMenu, theme: Theme, chosen: str, choose: Callable[[str], None]) -> None:
    """The palette as a menu; the colour that is chosen has a ring."""
    menu.setObjectName("colourMenu")
    for number, (colour, name) in enumerate(palette().items(), start=1):
        entry = menu.addAction(swatch(theme.tag(colour), theme.accent if colour == chosen else ""), name)
        entry.setObjectName(f"colour.{number}")
        entry.triggered.connect(lambda _=False, c=colour: choose(c))
    menu.addSeparator()
    none = menu.addAction(translate("colours", "No colour"))
    none.setObjectName("colour.none")
    none.triggered.connect(lambda: choose(""))


def swatch(colour: str, ring: str = "") -> QIcon:
    """A small field of a colour."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ring), 3) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 26, 26, 7, 7)
    painter.end()
    return QIcon(picture)
