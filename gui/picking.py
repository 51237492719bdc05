"""A list of the marks that stand over one place, each with its colour, tags and quote, to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from core.model import Annotation, Tag
from gui.painter import UNTAGGED
from gui.parts import plain
from gui.session import Session
from gui.theme import Theme

LONGEST = 18
"""Characters of a quote that are shown."""
SIZE, SCALE = 14, 3


def list_marks(menu: QMenu, marks: Iterable[Annotation], session: Session, theme: Theme) -> None:
    """Offer marks, the innermost first; the current one is in bold."""
    group = QActionGroup(menu)
    for mark in marks:
        entry = QAction(swatch(mark, session.tags, theme), plain(_words(mark, session.tags)), menu)
        entry.setObjectName(f"pick.{mark.id}")
        font = entry.font()
        font.setBold(mark.id == session.mark_id)
        entry.setFont(font)
        entry.triggered.connect(lambda _=False, id_=mark.id: session.pick(id_))
        group.addAction(entry)
        menu.addAction(entry)


def _words(mark: Annotation, tags: Mapping[str, Tag]) -> str:
    quote = " ".join(mark.quote.split())
    shown = quote if len(quote) <= LONGEST else f"{quote[: LONGEST - 1]}…"
    names = "、".join(tags[id_].name for id_ in mark.tags if id_ in tags)
    return f"{names}　{shown}" if names else shown


def swatch(mark: Annotation, tags: Mapping[str, Tag], theme: Theme) -> QIcon:
    """The colour of a mark."""
    colour = next((tags[id_].colour for id_ in mark.tags if id_ in tags), mark.colour or UNTAGGED)
    picture = QPixmap(SIZE * SCALE, SIZE * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tag(colour)))
    painter.drawRoundedRect(QRectF(1, 1, SIZE - 2, SIZE - 2), 3, 3)
    painter.end()
    return QIcon(picture)
