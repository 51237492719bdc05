"""Where two readers' marks meet, row by row: what one made at the left, what the other made at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.comparison import Meeting
from core.model import Annotation, Tag
from gui.faces import font
from gui.note_text import plain
from gui.painter import colour_of
from gui.parts import chosen
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MEETING = Qt.ItemDataRole.UserRole
MOST = 4
"""Marks of one reader that a row shows; of the others it says how many there are."""
MARK, PAD, MORE, GUTTER = 46, 8, 18, 34
"""Heights of a mark, the space around, and the line for the rest; the width between the sides. In pixels."""


class MeetingModel(QAbstractListModel):
    """The rows that a reader asked for."""

    def __init__(self, tags: Mapping[str, Tag]) -> None:
        super().__init__()
        self._rows: Sequence[Meeting] = ()
        self._tags = tags

    def fill(self, rows: Sequence[Meeting]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == MEETING:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\t".join(" / ".join(map(self._said, side)) or "—" for side in (row.ours, row.theirs))
        return None

    def _said(self, mark: Annotation) -> str:
        names = "、".join(self._tags[tag].name for tag in mark.tags if tag in self._tags)
        return " · ".join(filter(None, (" ".join(mark.quote.split()), names, plain(mark.note))))


class MeetingDelegate(QStyledItemDelegate):
    """Passage, tags and note of each mark; between the sides a sign that says whether their tags are the same."""

    def __init__(self, view: QListView, tags: Mapping[str, Tag], theme: Theme) -> None:
        super().__init__(view)
        self._view, self._tags, self._theme = view, tags, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Meeting = index.data(MEETING)
        count = max(len(row.ours), len(row.theirs))
        return QSize(300, 2 * PAD + MARK * min(count, MOST) + (MORE if count > MOST else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Meeting = index.data(MEETING)
        box, theme = QRectF(option.rect), self._theme  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen(self._view, index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        width = (box.width() - GUTTER) / 2
        self._side(painter, QRectF(box.left(), box.top(), width, box.height()), row.ours)
        self._side(painter, QRectF(box.right() - width, box.top(), width, box.height()), row.theirs)
        self._sign(painter, QRectF(box.left() + width, box.top(), GUTTER, box.height()), row)
        painter.restore()

    def _sign(self, painter: QPainter, box: QRectF, row: Meeting) -> None:
        if row.kind == "both":
            painter.setFont(font("hei", 15))
            painter.setPen(QColor(self._theme.soft if row.alike else self._theme.accent))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "＝" if row.alike else "≠")

    def _side(self, painter: QPainter, box: QRectF, marks: Sequence[Annotation]) -> None:
        if not marks:
            painter.setFont(font("hei", 13))
            painter.setPen(QColor(self._theme.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "—")
        for number, mark in enumerate(marks[:MOST]):
            top = box.top() + PAD + number * MARK
            self._mark(painter, QRectF(box.left() + 10, top, box.width() - 18, MARK), mark)
        if len(marks) > MOST:
            painter.setFont(font("hei", 11))
            painter.setPen(QColor(self._theme.soft))
            room = QRectF(box.left() + 21, box.top() + PAD + MOST * MARK, box.width() - 30, MORE)
            more = self.tr("and %n more", "", len(marks) - MOST)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, more)

    def _mark(self, painter: QPainter, box: QRectF, mark: Annotation) -> None:
        theme = self._theme
        strip = QRectF(box.left(), box.top() + 3, 3, box.height() - 8)
        painter.fillRect(strip, QColor(theme.tag(colour_of(mark, self._tags))))
        room = box.adjusted(11, 1, 0, 0)
        self._words(painter, room, " ".join(mark.quote.split()), ("song", 14), theme.ink)
        painter.setFont(font("hei", 11))
        left, foot = room.left(), room.top() + 22
        for tag in (self._tags[each] for each in mark.tags[:3] if each in self._tags):
            width = painter.fontMetrics().horizontalAdvance(tag.name) + 10
            if left + width > room.right():
                break
            chip = QRectF(left, foot, width, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tag(tag.colour)))
            painter.drawRoundedRect(chip, 3, 3)
            painter.setPen(QColor(theme.ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tag.name)
            left += width + 5
        beside = QRectF(left + 2, foot, room.right() - left - 2, 16)
        self._words(painter, beside, plain(mark.note), ("hei", 12), theme.soft)

    def _words(self, painter: QPainter, room: QRectF, words: str, face: tuple[str, int], ink: str) -> None:
        if words and room.width() > 16:
            painter.setFont(font(*face))
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignTop, shown)
