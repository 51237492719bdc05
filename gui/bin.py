"""The bin: marks that were deleted, until it is emptied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotation, Change
from core.problem import Problem
from gui.faces import font
from gui.note_text import plain
from gui.painter import colour_of
from gui.parts import chosen
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

ROW = 70
MARK = Qt.ItemDataRole.UserRole


class BinDialog(QDialog):
    """A row for each deleted mark, the last deleted first. What is put back can be undone; emptying cannot."""

    def __init__(self, parent: QWidget, session: Session, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("binDialog")
        self.setWindowTitle(self.tr("Deleted marks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 520)
        self._session = session
        self._count = QLabel()
        self._count.setObjectName("binCount")
        self.list = QListWidget()
        self.list.setObjectName("binList")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(BinDelegate(self.list, session, theme))
        self.back = self._button("binBack", self.tr("Put back"), self._put_back)
        self.empty = self._button("binEmpty", self.tr("Empty…"), self._ask)
        close = self._button("binClose", self.tr("Close"), self.reject)
        row = QHBoxLayout()
        row.addWidget(self.empty)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(12)
        box.addWidget(self._count)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(self._put_back)
        session.changed.connect(self.fill)
        self.fill()
        self.list.setFocus()

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def fill(self) -> None:
        """Show what lies in the bin now."""
        self.list.clear()
        for mark in self._marks():
            item = QListWidgetItem(mark.quote)
            item.setData(MARK, mark)
            self.list.addItem(item)
        count = self.list.count()
        self._count.setText(self.tr("%n mark(s)", "", count) if count else self.tr("Nothing was deleted."))
        self.empty.setEnabled(count > 0)
        if count:
            self.list.setCurrentRow(0)
        self._enable()

    def _marks(self) -> list[Annotation]:
        try:
            return self._session.library.bin() if self._session.library else []
        except Problem as problem:
            self._session.fail(problem)
            return []

    def _enable(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))

    def _put_back(self) -> None:
        """Make the chosen marks again, without tags that are there no more."""
        tags = self._session.tags
        marks: list[Annotation] = [item.data(MARK) for item in self.list.selectedItems()]
        again = {mark.id: replace(mark, tags=tuple(t for t in mark.tags if t in tags)) for mark in marks}
        if self._session.do(Change(again), self.tr("Put back")) and self._session.find(marks[0].id) is not None:
            self._session.pick(marks[0].id)

    def _ask(self) -> None:
        buttons = QMessageBox.StandardButton
        words = self.tr("%n deleted mark(s) will be gone for good. This cannot be undone.", "", self.list.count())
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.windowTitle(), words, buttons.Ok | buttons.Cancel, self)
        box.setObjectName("binAsk")
        for kind, name, label in (
            (buttons.Ok, "binAskEmpty", self.tr("Empty")),
            (buttons.Cancel, "binAskCancel", self.tr("Cancel")),
        ):
            box.button(kind).setObjectName(name)
            box.button(kind).setText(label)
        box.setDefaultButton(buttons.Cancel)
        box.accepted.connect(self._empty)
        box.open()

    def _empty(self) -> None:
        try:
            if self._session.library is not None:
                self._session.library.empty_bin()
        except Problem as problem:
            self._session.fail(problem)
        self.fill()


class BinDelegate(QStyledItemDelegate):
    """Quote, note, and below: the speech, and when the mark was deleted."""

    def __init__(self, view: QListWidget, session: Session, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._session, self._theme = view, session, theme
        self._times: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark: Annotation = index.data(MARK)
        box, theme = QRectF(option.rect).adjusted(2, 2, -2, -2), self._theme  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen(self._view, index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box, 5, 5)
        colour = QColor(theme.tag(colour_of(mark, self._session.tags)))
        painter.fillRect(QRectF(box.left() + 6, box.top() + 8, 3, box.height() - 16), colour)
        room = box.adjusted(18, 5, -10, -5)
        on = chosen(self._view, index)
        foot = f"{self._title(mark)} · {self._when(mark)}"
        for words, size, face, top in (
            (" ".join(mark.quote.split()), 13, "song", 0),
            (plain(mark.note), 12, "hei", 20),
            (foot, 11, "hei", 40),
        ):
            painter.setFont(font(face, size))
            painter.setPen(QColor(theme.ink if on or not top else theme.soft))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room.adjusted(0, top, 0, 0), Qt.AlignmentFlag.AlignTop, shown)
        painter.restore()

    def _title(self, mark: Annotation) -> str:
        if not self._titles and self._session.library is not None:
            try:
                self._titles = {row.digest: row.title for row in self._session.library.documents()}
            except Problem:  # a list without titles is better than none
                self._titles = {"": ""}
        return self._titles.get(mark.document) or self.tr("Untitled")

    def _when(self, mark: Annotation) -> str:
        """When a mark was deleted; asked for only where it is seen."""
        if mark.id not in self._times and self._session.library is not None:
            try:
                states = self._session.library.history(mark.id)
            except Problem:
                states = []
            self._times[mark.id] = here(states[-1].time) if states else ""
        return self._times.get(mark.id, "")


def here(time: str) -> str:
    """A time of the library as the reader's clock and language have it."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, "yyyy-MM-dd HH:mm")
