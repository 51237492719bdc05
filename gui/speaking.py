"""What a screen reader is told beside the names of widgets: the text that a key has led to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say some words, where one listens. They can be asked for again as the description."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 4 ms, which a start can do without

    if QAccessible.isActive() and words.strip():
        widget.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
