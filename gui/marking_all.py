"""Marking all hits of a search with one tag: from a menu of the tags, or by a tag's key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from gui import actions as table
from gui.parts import plain

if TYPE_CHECKING:
    from core.model import Span
    from gui.marking import Marking
    from gui.session import Session
    from gui.theme import Theme

SWATCH = 12
"""Pixels: the square of a tag's colour."""


def offer(session: Session, marking: Marking, hits: Sequence[Span], below: QWidget, theme: Theme) -> None:
    """Show the tags below a widget; the one that is chosen marks all hits."""
    menu = QMenu(below)
    menu.setObjectName("markAllMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for tag in session.tags.values():
        picture = QPixmap(SWATCH, SWATCH)
        picture.fill(QColor(theme.tag(tag.colour)))
        key = f"\tAlt+{tag.key}" if tag.key in table.TAG_KEYS else ""
        entry = menu.addAction(QIcon(picture), plain(tag.name) + key)
        entry.triggered.connect(lambda _=False, id_=tag.id: marking.mark_all(hits, (id_,)))
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))


def by_key(session: Session, marking: Marking, hits: Sequence[Span], key: str) -> None:
    """Mark all hits with the tag of a key."""
    marking.mark_all(hits, [tag.id for tag in session.tags.values() if tag.key == key])
