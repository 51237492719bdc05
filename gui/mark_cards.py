"""The list of marks as a reader sees it: one card for each, all of one height."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from core.model import Annotation
from gui.mark_card import STAR, STARS, CardDelegate, card_of, star_row
from gui.mark_model import MarkModel, MarkRole
from gui.parts import selected_runs
from gui.session import Session
from gui.theme import Theme


class AnnotationList(QListView):
    """The list itself. All cards are of one height, so that ten thousand scroll like ten."""

    starred = Signal(str, int)
    """A reader clicked on a star of a card: the mark's id, and how many stars it is to have."""

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
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.carried: Callable[[], QMimeData | None] = lambda: None
        """What a drag of the cards chosen takes along."""
        self._marks = model
        self._cards = CardDelegate(self, model, session, theme)
        self.setItemDelegate(self._cards)
        self.verticalScrollBar().setSingleStep(24)

    def set_theme(self, theme: Theme) -> None:
        self._cards.theme = theme
        self.viewport().update()

    def chosen(self) -> list[str]:
        """The ids of all selected cards, from top to bottom."""
        rows = sorted(row for part in selected_runs(self) for row in range(part.top(), part.bottom() + 1))
        return self._marks.ids(rows)

    def choose(self, ids: Iterable[str]) -> None:
        """Select the cards of these marks, and no others; the current card stays so."""
        picked = QItemSelection()
        for first, last in _ranges(sorted(row for id_ in ids if (row := self._marks.row_of(id_)) >= 0)):
            picked.append(QItemSelectionRange(self._marks.index(first), self._marks.index(last)))
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _star(self, event: QMouseEvent) -> tuple[Annotation, int] | None:
        """The mark and the number of the star below the mouse."""
        at = event.position()
        index = self.indexAt(at.toPoint())
        mark = index.data(MarkRole.MARK) if index.isValid() else None
        row = star_row(card_of(self.visualRect(index)))
        if mark is None or event.button() != Qt.MouseButton.LeftButton or not row.contains(at):
            return None
        return mark, min(STARS, 1 + int((at.x() - row.left()) // STAR))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = None if event.modifiers() else self._star(event)
        if hit is None:
            super().mousePressEvent(event)
            return
        mark, number = hit
        self.starred.emit(mark.id, 0 if number == mark.stars else number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._star(event) is None:
            super().mouseDoubleClickEvent(event)
        else:  # two stars clicked in quick succession
            self.mousePressEvent(event)

    def startDrag(self, _: Qt.DropAction) -> None:
        """Let the cards chosen be dropped where text is taken; here nothing becomes of them."""
        data = self.carried()
        if data is None:
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        card = self.visualRect(self.currentIndex()) & self.viewport().rect()
        drag.setPixmap(self.viewport().grab(card))
        drag.setHotSpot(QPoint(card.width() // 4, min(card.height(), 24)))
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() or self._star(event) is None:
            super().mouseReleaseEvent(event)


def _ranges(rows: list[int]) -> Iterable[tuple[int, int]]:
    """The first and last of each run of rows."""
    first = last = -1
    for row in rows:
        if row == last + 1 and first >= 0:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last
