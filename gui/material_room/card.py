"""One card of the material base: the passage, its note, its tags, and where it is from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.library.material import Piece
from gui.faces import font
from gui.lines import paint_lines
from gui.mark_card import STAR, star
from gui.material_room.pieces import PieceRole
from gui.note_text import plain
from gui.painter import colour_of
from gui.parts import chosen, counted, focused, hovered
from gui.session import Session
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
CARD, GAP, SIDE = 118, 8, 16
"""Pixels: of a row, between two cards, and beside them."""
LINES, LINE = 3, 22
"""Lines of a passage that a card shows, and their pitch in pixels."""


class PieceDelegate(QStyledItemDelegate):
    """All rows are of one height, so that a hundred thousand scroll like ten."""

    def __init__(self, view: QListView, session: Session, look: Theme) -> None:
        super().__init__(view)
        self._view, self._session, self.look = view, session, look
        self._quote, self._note, self._small = font("song", 15), font("hei", 12), font("hei", 11)
        self._head = font("hei", 15, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, CARD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect).adjusted(SIDE, GAP / 2, -SIDE, -GAP / 2)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group, piece = index.data(PieceRole.GROUP), index.data(PieceRole.PIECE)
        if group is not None:
            self._paint_group(painter, box, *group)
        elif piece is not None:
            self._paint_box(painter, box, piece, index)
            self._paint_inside(painter, box.adjusted(16, 8, -14, -8), piece, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRectF, words: str, size: int) -> None:
        rule = box.bottom() - 10
        painter.setPen(QPen(QColor(self.look.line), 1))
        painter.drawLine(QPointF(box.left(), rule), QPointF(box.right(), rule))
        painter.setFont(self._small)
        count = counted(self.tr("%n mark(s)", "", size), size)
        painter.setPen(QColor(self.look.soft))
        room = QRectF(box.left(), rule - 34, box.width(), 26)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(self._head)
        painter.setPen(QColor(self.look.ink))
        room.setWidth(room.width() - QFontMetricsF(self._small).horizontalAdvance(count) - 16)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_box(self, painter: QPainter, box: QRectF, piece: Piece, index: Index) -> None:
        look, on = self.look, chosen(self._view, index)
        edge = look.accent if focused(self._view, index) else look.soft if on else look.line
        painter.setPen(QPen(QColor(edge), 1.6 if focused(self._view, index) else 1))
        painter.setBrush(QColor(look.selection if on else look.hover if hovered(self._view, index) else look.field))
        painter.drawRoundedRect(box, 7, 7)
        strip = QPainterPath()
        strip.addRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 6.5, 6.5)
        painter.setClipPath(strip)
        colour = look.tag(colour_of(piece.mark, self._session.tags))
        painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(colour))
        painter.setClipping(False)

    def _paint_inside(self, painter: QPainter, room: QRectF, piece: Piece, index: Index) -> None:
        mark, note = piece.mark, plain(piece.mark.note)
        painter.setPen(QColor(self.look.soft if mark.span is None else self.look.ink))
        lines = paint_lines(painter, self._quote, room, " ".join(mark.quote.split()), LINES - bool(note), LINE)
        if note:
            painter.setFont(self._note)
            painter.setPen(QColor(self.look.soft))
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room.adjusted(0, LINE * lines + 3, 0, 0), Qt.AlignmentFlag.AlignTop, shown)
        self._paint_foot(painter, QRectF(room.left(), room.bottom() - 19, room.width(), 19), piece, index)

    def _paint_foot(self, painter: QPainter, row: QRectF, piece: Piece, index: Index) -> None:
        self._paint_stars(painter, row, piece.mark.stars)
        row.setRight(row.right() - piece.mark.stars * STAR - (8 if piece.mark.stars else 0))
        painter.setFont(self._small)
        tags = [self._session.tags[each] for each in piece.mark.tags if each in self._session.tags]
        for tag in tags[:3]:
            self._chip(painter, row, tag.name, self.look.tag(tag.colour), self.look.ink)
        if piece.mark.used:
            self._chip(painter, row, self.tr("used"), self.look.accent, self.look.on_accent)
        words = self._source(piece, str(index.data(PieceRole.WHERE) or ""))
        painter.setPen(QColor(self.look.soft))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, max(0, int(row.width())))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)

    def _chip(self, painter: QPainter, row: QRectF, words: str, back: str, ink: str) -> None:
        """A small label at the left of a row, which is that much shorter then."""
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        if width > row.width():
            return
        chip = QRectF(row.left(), row.top() + 1, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        row.setLeft(chip.right() + 6)

    def _source(self, piece: Piece, where: str) -> str:
        title = f"《{''.join(piece.title.split())}》" if piece.title else ""
        return "  ".join(filter(None, (title, piece.speaker, piece.date, where)))

    def _paint_stars(self, painter: QPainter, row: QRectF, stars: int) -> None:
        painter.setPen(QPen(QColor(self.look.soft), 1))
        painter.setBrush(QColor(self.look.soft))
        for number in range(stars):
            painter.drawPolygon(star(QPointF(row.right() - (number + 0.5) * STAR, row.center().y())))
