"""The colours of a picture."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage


def colours(image: QImage, part: QRect | None = None) -> set[str]:
    """Every colour in a picture, or in a part of it, as ``#rrggbb``."""
    image = (image.copy(part) if part else image).convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(memoryview(image.constBits()).cast("I"))}
