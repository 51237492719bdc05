"""Small things several panels are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


def heading(words: str) -> QLabel:
    """The quiet heading of a panel."""
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label
