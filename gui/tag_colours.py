"""Choosing a tag's colour: nine that were designed, every hue, or a code; and how ink looks on it in both themes."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.colour import contrast, from_oklab, oklab
from core.tag_edits import sound
from gui.faces import font
from gui.theme import Theme, theme

LIGHTNESS, CHROMA = 0.84, 0.1
STEPS = 72


def of_hue(turn: float) -> str:
    """A colour for a tag by its hue, 0 to 1, such that ink can be read on it."""
    angle = math.tau * turn
    return sound(from_oklab((LIGHTNESS, CHROMA * math.cos(angle), CHROMA * math.sin(angle))))


def hue_of(colour: str) -> float:
    """The hue of a colour, 0 to 1."""
    _, a, b = oklab(colour)
    return math.atan2(b, a) / math.tau % 1


class Swatch(QAbstractButton):
    """One colour to choose; the one that is chosen has a ring."""

    def __init__(self, colour: str, number: int, look: Theme) -> None:
        super().__init__()
        self.colour, self._look = colour, look
        self.setObjectName(f"tagColour.{number}")
        self.setAccessibleName(self.tr("Colour %1").replace("%1", str(number)))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(26, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            painter.setPen(QColor(look.accent if self.isChecked() else look.soft))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tag(self.colour)))
        painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 4, 4)


class HueStrip(QWidget):
    """Every hue beside the next one; mouse or arrows choose."""

    chosen = Signal(str)

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self._look, self._at = look, 0.0
        self.setObjectName("tagHue")
        self.setAccessibleName(self.tr("Hue of your own"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def show_colour(self, colour: str) -> None:
        """Stand at the hue of a colour."""
        self._at = hue_of(colour)
        self.update()

    def _choose(self, at: float) -> None:
        self._at = min(1.0, max(0.0, at))
        self.update()
        self.chosen.emit(of_hue(self._at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event.position().x() / max(1, self.width()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(event.position().x() / max(1, self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose((self._at + step / STEPS) % 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect()).adjusted(1, 4, -1, -4)
        blend = QLinearGradient(bar.topLeft(), bar.topRight())
        for step in range(25):
            blend.setColorAt(step / 24, QColor(look.tag(of_hue(step / 24))))
        painter.setPen(QColor(look.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(blend)
        painter.drawRoundedRect(bar, 5, 5)
        painter.setPen(QColor(look.ink))
        painter.setBrush(QColor(look.field))
        painter.drawRoundedRect(QRectF(1 + self._at * (self.width() - 8), 2, 5, self.height() - 4), 2.5, 2.5)


class Sample(QWidget):
    """Some words on the band of a colour, as the light and as the dark theme show it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._colour = words, "#ffffff"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        ratios = [contrast(look.tag(colour), look.ink) for look in (theme("light"), theme("dark"))]
        self.setToolTip(" · ".join(f"{ratio:.1f} : 1" for ratio in ratios))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("song", 16))
        wide = (self.width() - 8) / 2
        for number, look in enumerate((theme("light"), theme("dark"))):
            page = QRectF(number * (wide + 8), 0, wide, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QColor(look.line))
            painter.setBrush(QColor(look.page))
            painter.drawRoundedRect(page, 6, 6)
            length = painter.fontMetrics().horizontalAdvance(self._words)
            band = QRectF(page.center().x() - length / 2, page.center().y() - 5, length, 15)
            painter.fillRect(band, QColor(look.tag(self._colour)))
            painter.setPen(QColor(look.ink))
            painter.drawText(page, Qt.AlignmentFlag.AlignCenter, self._words)
