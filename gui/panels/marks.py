"""The list of marks: one card each, in document order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotation, Change
from gui.faces import font
from gui.mark_model import MarkModel, MarkRole
from gui.painter import UNTAGGED
from gui.parts import chosen, focused, heading, hovered
from gui.session import Session
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
CARD = 94
GAP = 6


class MarkPanel(QWidget):
    """The cards with their heading. The current card is the session's current mark."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("markPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._model = session, MarkModel(self)
        self.list = AnnotationList(self._model, session, theme)
        self._count = QLabel()
        self._count.setObjectName("markCount")
        self._empty = QLabel(self.tr("Select a passage and press 1 to 9."))
        self._empty.setObjectName("emptyHint")
        self._empty.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 2)
        top.addWidget(heading(self.tr("Marks")))
        top.addStretch(1)
        top.addWidget(self._count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)
        session.activated.connect(self._show)
        session.changed.connect(self._changed)
        session.picked.connect(self._pick)
        session.recalled.connect(lambda digest: self._show(digest) if self._shows(digest) else None)
        session.reshaped.connect(lambda _: self.list.viewport().update())
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._jump)
        self._show(session.current.digest if session.current else "")
        self._pick(session.mark_id)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def _shows(self, digest: str) -> bool:
        return self._session.current is not None and self._session.current.digest == digest

    def _show(self, digest: str) -> None:
        self._model.show_marks(self._session.speeches.get(digest))
        self._say_count()

    def _changed(self, change: Change, was: Change) -> None:
        if self._session.current is not None:
            self._model.apply(change, was, self._session.current)
            if not self.list.currentIndex().isValid():  # the list was made anew
                self._pick(self._session.mark_id)
            self._say_count()
            self.list.viewport().update()

    def _say_count(self) -> None:
        count = self._model.rowCount()
        self._count.setText(self.tr("%n mark(s) · in text order", "", count) if count else "")
        self._empty.setVisible(not count)

    def _pick(self, id_: str) -> None:
        row = self._model.row_of(id_)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        if row >= 0:
            self.list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        """A reader has moved in the list. (Qt moves there too, when the current row is taken out.)"""
        if index.isValid() and self.list.hasFocus():
            mark = self._model.mark_at(index.row())
            if mark.id != self._session.mark_id:
                self._session.pick(mark.id)

    def _jump(self, index: QModelIndex) -> None:
        mark = self._model.mark_at(index.row())
        if mark.span is not None:
            self._session.go(mark.span)


class AnnotationList(QListView):
    """The list itself. All cards are of one height, so that ten thousand scroll like ten."""

    def __init__(self, model: MarkModel, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("annotationList")
        self.setAccessibleName(self.tr("List of marks"))
        self.setViewport(QWidget())  # see PageView
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setModel(model)
        self._cards = CardDelegate(self, session, theme)
        self.setItemDelegate(self._cards)
        self.verticalScrollBar().setSingleStep(24)

    def set_theme(self, theme: Theme) -> None:
        self._cards.theme = theme
        self.viewport().update()

    def chosen(self) -> list[str]:
        """The ids of all selected cards."""
        return [index.data(MarkRole.MARK).id for index in self.selectedIndexes()]


class CardDelegate(QStyledItemDelegate):
    """One card: quote, note, tags, heading."""

    def __init__(self, view: QListView, session: Session, theme: Theme) -> None:
        super().__init__(view)
        self.theme, self._session, self._view = theme, session, view
        self._quote, self._note, self._small = font("song", 13), font("hei", 12), font("hei", 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, CARD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark: Annotation = index.data(MarkRole.MARK)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        card = QRectF(rect).adjusted(14.5, GAP / 2, -14.5, -GAP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, card, mark, index)
        inner = card.adjusted(12, 7, -10, -6)
        lines = 1 if mark.note else 2
        painter.setPen(QColor(self.theme.ink))
        self._paint_lines(painter, inner, " ".join(mark.quote.split()), lines)
        if mark.note:
            painter.setFont(self._note)
            painter.setPen(QColor(self.theme.soft))
            note = painter.fontMetrics().elidedText(
                " ".join(mark.note.split()), Qt.TextElideMode.ElideRight, int(inner.width())
            )
            painter.drawText(inner.adjusted(0, 24, 0, 0), Qt.AlignmentFlag.AlignTop, note)
        self._paint_foot(painter, QRectF(inner.left(), inner.bottom() - 19, inner.width(), 18), mark)
        painter.restore()

    def _paint_box(
        self, painter: QPainter, card: QRectF, mark: Annotation, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, current = self.theme, mark.id == self._session.mark_id
        selected = chosen(self._view, index)
        painter.setPen(
            QPen(
                QColor(theme.accent if current else theme.soft if selected else theme.line),
                2.4 if focused(self._view, index) else 1.4 if current else 1,
            )
        )
        painter.setBrush(QColor(theme.hover if hovered(self._view, index) else theme.field))
        painter.drawRoundedRect(card, 7, 7)
        strip = QPainterPath()
        strip.addRoundedRect(card.adjusted(0.7, 0.7, -0.7, -0.7), 6.5, 6.5)
        painter.setClipPath(strip)
        colour = next((self._session.tags[t].colour for t in mark.tags if t in self._session.tags), UNTAGGED)
        painter.fillRect(QRectF(card.left(), card.top(), 4, card.height()), QColor(theme.tag(colour)))
        painter.setClipping(False)

    def _paint_lines(self, painter: QPainter, box: QRectF, words: str, most: int) -> None:
        """The beginning of a text in at most ``most`` lines, the last one elided."""
        layout = QTextLayout(words[:200], self._quote)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        painter.setFont(self._quote)
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            shown = words[line.textStart() : line.textStart() + line.textLength()]
            if number == most - 1:
                rest = words[line.textStart() :]
                shown = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box.adjusted(0, number * 21, 0, 0), Qt.AlignmentFlag.AlignTop, shown)
        layout.endLayout()

    def _paint_foot(self, painter: QPainter, row: QRectF, mark: Annotation) -> None:
        painter.setFont(self._small)
        x = row.left()
        for tag in (self._session.tags[t] for t in mark.tags[:3] if t in self._session.tags):
            width = painter.fontMetrics().horizontalAdvance(tag.name) + 10
            chip = QRectF(x, row.top() + 1, width, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.tag(tag.colour)))
            painter.drawRoundedRect(chip, 3, 3)
            painter.setPen(QColor(self.theme.ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tag.name)
            x += width + 5
        above = self._session.current.above(mark.span.start) if self._session.current and mark.span else ()
        if above:
            painter.setPen(QColor(self.theme.soft))
            words = (above[-1].label + above[-1].title).strip()
            room = QRectF(x + 2, row.top(), row.right() - x - 2, row.height())
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
