"""Light and dark: two sets of colours, each designed for itself, and what they do to Qt's widgets."""

from __future__ import annotations

import json
import math
from functools import cache
from string import Template
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from core.colour import strong
from core.places import RESOURCES
from core.tags import dark_colour, light_colour


class Theme(NamedTuple):
    """The colours of one theme, as ``#rrggbb``."""

    name: str
    window: str
    panel: str
    page: str
    ink: str
    soft: str
    faint: str
    line: str
    selection: str
    hit: str
    hover: str
    field: str
    accent: str
    on_accent: str
    saved: str
    warning: str

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def tag(self, colour: str) -> str:
        """The band colour this theme shows for a tag's own (light) colour."""
        return dark_colour(colour) if self.dark else light_colour(colour)

    def rule(self, colour: str) -> str:
        """The colour of thin lines and map ticks for a tag: the same hue, strong enough for two pixels."""
        return strong(colour, self.page)


@cache
def theme(name: str) -> Theme:
    """The theme ``light`` or ``dark``, from ``resources/themes``."""
    raw: dict[str, Any] = json.loads((RESOURCES / "themes" / f"{name}.json").read_text(encoding="utf-8"))
    return Theme(name=name, **raw)


def system() -> str:
    """What the system prefers: ``light`` or ``dark``."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, chosen: Theme) -> None:
    """Dress the whole application in a theme."""
    app.setPalette(_palette(chosen))
    sheet = Template((RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"))
    colours = {name: getattr(chosen, name) for name in Theme._fields if name != "name"}
    icons = (RESOURCES / "icons").as_posix()
    app.setStyleSheet(sheet.substitute(colours, icons=icons, shade=chosen.name))


def _palette(chosen: Theme) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: chosen.panel,
        role.Base: chosen.page,
        role.AlternateBase: chosen.panel,
        role.Button: chosen.field,
        role.WindowText: chosen.ink,
        role.Text: chosen.ink,
        role.ButtonText: chosen.ink,
        role.ToolTipBase: chosen.field,
        role.ToolTipText: chosen.ink,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.ink,
        role.PlaceholderText: chosen.soft,
        role.Link: chosen.accent,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(chosen.faint))
    return palette


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """A line icon of ours in a colour, sharp on the screens there are."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("#6D6A63", colour)
    renderer, made = QSvgRenderer(drawing.encode()), QIcon()
    for scale in {1, *(math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}:
        picture = QPixmap(size * scale, size * scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.setDevicePixelRatio(scale)
        made.addPixmap(picture)
    return made
