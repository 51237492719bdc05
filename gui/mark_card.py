"""One card of the list of marks: how it is laid out and painted."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.marks import words
from core.model import Annotation
from gui.faces import font
from gui.lines import paint_lines
from gui.mark_model import MarkModel, MarkRole
from gui.note_text import plain
from gui.painter import colour_of
from gui.parts import chosen, focused, hovered, selected_runs
from gui.session import Session
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
CARD = 94
GAP = 6
LINE = 21
"""Pixels from one line of a passage to the next."""
STARS, STAR = 5, 14
"""How many stars there are, and the room of one in pixels."""


def card_of(rect: QRect) -> QRectF:
    """The card in the rectangle of its row."""
    return QRectF(rect).adjusted(14.5, GAP / 2, -14.5, -GAP / 2)


def inner(card: QRectF) -> QRectF:
    """What of a card is written on."""
    return card.adjusted(12, 7, -10, -6)


def star_row(card: QRectF) -> QRectF:
    """Where the stars of a card stand: at the right of its last line."""
    room = inner(card)
    return QRectF(room.right() - STARS * STAR, room.bottom() - 19, STARS * STAR, 18)


class CardDelegate(QStyledItemDelegate):
    """One card: quote, note, tags, heading, stars; and the heading above the orphans."""

    def __init__(self, view: QListView, model: MarkModel, session: Session, theme: Theme) -> None:
        super().__init__(view)
        self.theme, self._session, self._view, self._model = theme, session, view, model
        self._quote, self._note, self._small = font("song", 13), font("hei", 12), font("hei", 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, CARD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Annotation | None = index.data(MarkRole.MARK)
        card = card_of(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark is None:
            self._paint_heading(painter, card)
        else:
            self._paint_card(painter, card, mark, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, card: QRectF) -> None:
        """Above the orphans: that their passages were not found."""
        painter.setFont(self._note)
        painter.setPen(QColor(self.theme.soft))
        words = self.tr("%n mark(s) without a place", "", self._model.orphans)
        painter.drawText(card.adjusted(0, 0, 0, -26), Qt.AlignmentFlag.AlignBottom, words)
        painter.setFont(self._small)
        why = painter.fontMetrics().elidedText(
            self.tr("Their passages are no longer in the text."), Qt.TextElideMode.ElideRight, int(card.width())
        )
        painter.drawText(card.adjusted(0, 0, 0, -8), Qt.AlignmentFlag.AlignBottom, why)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(QPointF(card.left(), card.top() + 26), QPointF(card.right(), card.top() + 26))

    def _paint_card(self, painter: QPainter, card: QRectF, mark: Annotation, index: Index) -> None:
        self._paint_box(painter, card, mark, index)
        room, note = inner(card), plain(mark.note)
        painter.setPen(QColor(self.theme.soft if mark.span is None else self.theme.ink))
        paint_lines(painter, self._quote, room, " ".join(self._words(mark).split()), 1 if note else 2, LINE)
        if note:
            painter.setFont(self._note)
            painter.setPen(QColor(self.theme.soft))
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room.adjusted(0, 24, 0, 0), Qt.AlignmentFlag.AlignTop, shown)
        foot = QRectF(room.left(), room.bottom() - 19, room.width(), 18)
        if mark.stars or hovered(self._view, index):
            self._paint_stars(painter, star_row(card), mark.stars, hovered(self._view, index))
            foot.setRight(star_row(card).left() - 6)
        self._paint_foot(painter, foot, mark)

    def _paint_box(self, painter: QPainter, card: QRectF, mark: Annotation, index: Index) -> None:
        theme, current = self.theme, mark.id == self._session.mark_id
        selected = chosen(self._view, index)
        painter.setPen(
            QPen(
                QColor(theme.accent if current else theme.soft if selected else theme.line),
                2.4 if focused(self._view, index) else 1.4 if current else 1,
            )
        )
        several = selected and self._several()
        back = theme.selection if several else theme.hover if hovered(self._view, index) else theme.field
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(card, 7, 7)
        strip = QPainterPath()
        strip.addRoundedRect(card.adjusted(0.7, 0.7, -0.7, -0.7), 6.5, 6.5)
        painter.setClipPath(strip)
        colour = theme.tag(colour_of(mark, self._session.tags))
        painter.fillRect(QRectF(card.left(), card.top(), 4, card.height()), QColor(colour))
        painter.setClipping(False)

    def _several(self) -> bool:
        """Whether more than one card is selected."""
        parts = selected_runs(self._view)
        return len(parts) > 1 or (len(parts) == 1 and parts[0].height() > 1)

    def _paint_stars(self, painter: QPainter, row: QRectF, stars: int, outlined: bool) -> None:
        """The stars a mark has; below the mouse also those it could have."""
        for number in range(STARS if outlined else stars):
            full = number < stars
            painter.setPen(QPen(QColor(self.theme.soft), 1))
            painter.setBrush(QColor(self.theme.soft) if full else Qt.BrushStyle.NoBrush)
            right = 0 if outlined else STARS - stars  # those there are stand at the very right
            painter.drawPolygon(star(QPointF(row.left() + (number + right + 0.5) * STAR, row.center().y())))

    def _paint_foot(self, painter: QPainter, row: QRectF, mark: Annotation) -> None:
        painter.setFont(self._small)
        x = row.left()
        for tag in (self._session.tags[t] for t in mark.tags[:3] if t in self._session.tags):
            width = painter.fontMetrics().horizontalAdvance(tag.name) + 10
            if x + width > row.right():
                break
            chip = QRectF(x, row.top() + 1, width, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.tag(tag.colour)))
            painter.drawRoundedRect(chip, 3, 3)
            painter.setPen(QColor(self.theme.ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tag.name)
            x += width + 5
        words = self._where(mark)
        if words and row.right() - x > 24:
            painter.setPen(QColor(self.theme.soft))
            room = QRectF(x + 2, row.top(), row.right() - x - 2, row.height())
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _words(self, mark: Annotation) -> str:
        """What the passage says now."""
        current = self._session.current
        return words(current.text, mark) if current is not None else mark.quote

    def _where(self, mark: Annotation) -> str:
        """The heading a mark stands under, or stood under; first who made it, and what has become of its passage."""
        if mark.span is None:
            return " · ".join(filter(None, (self._by(mark), mark.former)))
        above = self._session.current.above(mark.span.start) if self._session.current else ()
        words = (above[-1].label + above[-1].title).strip() if above else ""
        state = {"moved": self.tr("moved"), "changed": self.tr("changed")}.get(mark.state, "")
        return " · ".join(filter(None, (self._by(mark), state, words)))

    def _by(self, mark: Annotation) -> str:
        """Who made a mark, where it was not the reader."""
        return mark.creator if mark.creator != self._session.creator else ""


def star(centre: QPointF) -> QPolygonF:
    """A star of five points, one of them at the top."""
    radii = (5.2, 2.2)
    turns = ((number, pi * number / 5 - pi / 2) for number in range(10))
    return QPolygonF([centre + QPointF(radii[n % 2] * cos(turn), radii[n % 2] * sin(turn)) for n, turn in turns])
