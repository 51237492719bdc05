"""A plot in the window, in the theme's colours; it leaves it as SVG or as a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.lens.figure import SMALL, Bar, Figure, Line, Shape, Words
from core.lens.svg import as_svg
from gui.faces import font

if TYPE_CHECKING:
    from gui.theme import Theme

SHARP = 2
"""Pixels of a picture for one of the plot's."""
NONE = Figure(0, 0, ())


class FigureView(QWidget):
    """Paints a figure, which is made anew for each width."""

    pressed = Signal(float)
    """Where, in pixels from the left, a reader pressed."""

    def __init__(self, name: str, words: str, look: Theme) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look, self._make, self.figure, self.title = look, _none, NONE, ""

    def show_figure(self, title: str, make: Callable[[int], Figure]) -> None:
        """Show another figure; ``make`` is given a width in pixels."""
        self.title, self._make = title, make
        self._remake()

    def set_theme(self, look: Theme) -> None:
        self._look = look
        self.update()

    def _remake(self) -> None:
        self.figure = self._make(max(200, self.width()))
        self.setFixedHeight(self.figure.height)
        self.setVisible(bool(self.figure.shapes))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._remake()

    def sizeHint(self) -> QSize:
        return QSize(200, self.figure.height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("hei", SMALL))
        for shape in self.figure.shapes:
            _draw(painter, shape, QColor(self._colour(shape.colour)))

    def _colour(self, name: str) -> str:
        return name if name.startswith("#") else getattr(self._look, name)

    # -- the ways out --------------------------------------------------------------------------

    def svg(self) -> str:
        """The plot as SVG, in the colours shown."""
        return as_svg(self.figure, {name: str(value) for name, value in self._look._asdict().items()}, self.title)

    def picture(self) -> QImage:
        """The plot as a picture of twice its size."""
        image = QImage(self.figure.width * SHARP, self.figure.height * SHARP, QImage.Format.Format_RGB32)
        image.fill(QColor(self._look.page))
        painter = QPainter(image)
        painter.scale(SHARP, SHARP)
        self._paint(painter)
        painter.end()
        return image

    def copy_svg(self) -> None:
        """Put the plot on the clipboard as SVG: as a drawing, and as its text."""
        data, text = QMimeData(), self.svg()
        data.setData("image/svg+xml", QByteArray(text.encode("utf-8")))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)

    def copy_picture(self) -> None:
        """Put the plot on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.picture())

    def png(self) -> bytes:
        """The picture as a PNG file."""
        from PySide6.QtCore import QBuffer, QIODevice

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.picture().save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def _none(width: int) -> Figure:
    return NONE


def _draw(painter: QPainter, shape: Shape, colour: QColor) -> None:
    if isinstance(shape, Bar):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), 1.5, 1.5)
    elif isinstance(shape, Line):
        painter.setPen(QPen(colour, shape.weight))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
    else:
        painter.setPen(colour)
        painter.drawText(_origin(painter, shape), shape.text)


def _origin(painter: QPainter, words: Words) -> QPointF:
    width = painter.fontMetrics().horizontalAdvance(words.text)
    return QPointF(words.x - {"start": 0, "middle": width / 2, "end": width}[words.side], words.y)
