"""The section tree: where everything stands, and where one is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.model import Change, Section, Span
from gui.faces import font
from gui.outline_filter import OutlineFilter
from gui.parts import Elided, chosen, focused, heading, hovered
from gui.section_model import Role, SectionModel
from gui.section_rows import Rows
from gui.session import Session
from gui.speech import Speech
from gui.theme import Theme
from gui.word_process import WordProcess

ROW = 26
PAD = 7
INDENT = 15
AT_ONCE = 2000
"""Rows that are shown with the text, their parts open; more of them follow it, closed."""
BAR = 60
"""Pixels that stand for the whole speech in the bars."""


class OutlinePanel(QWidget):
    """The tree with its heading. It follows the reading position, and takes the reader to a click."""

    def __init__(self, session: Session, theme: Theme, words: WordProcess | None = None) -> None:
        super().__init__()
        self.setObjectName("outlinePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._model = SectionModel(self)
        self.tree = SectionTree(self._model, theme)
        self._summary = Elided()
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._summary.setObjectName("outlineSummary")
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 14, 4)
        top.addWidget(heading(self.tr("Outline")))
        top.addWidget(self._summary, 1)
        self.field = FilterField()
        self._filter = OutlineFilter(self.tree, self._model, words)
        row = QHBoxLayout()
        row.setContentsMargins(14, 2, 14, 6)
        row.addWidget(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(row)
        box.addWidget(self.tree, 1)
        self.field.textChanged.connect(self._filter.apply)
        self.field.left.connect(self.tree.setFocus)
        session.checked.connect(self._show_faults)
        session.reshaped.connect(self._reshape)
        session.recalled.connect(self._recount_all)
        self.tree.clicked.connect(self._go)
        self.tree.activated.connect(self._go)
        session.activated.connect(self._show)
        session.changed.connect(self._recount)
        session.reading.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        self.tree.set_theme(theme)

    def _show(self, digest: str) -> None:
        speech = self._session.speeches.get(digest)
        if speech is None:
            self._model.show_rows(Rows(), ())
            self._summary.clear()
            return
        if len(speech.rows.rows) > AT_ONCE and self._model.rowCount():
            self._model.show_rows(Rows(), ())
        if len(speech.rows.rows) > AT_ONCE:  # the text is shown first
            QTimer.singleShot(0, self, lambda: self._show_whole(speech))
        else:
            self._show_whole(speech)

    def _show_whole(self, speech: Speech) -> None:
        if speech is not self._session.current:
            return
        self._fill(speech)
        few = len(speech.rows.rows) <= AT_ONCE  # thousands of open rows would take the window a while to lay out
        for row in range(self._model.rowCount() if few else 0):
            index = self._model.index(row, 0)
            self.tree.setExpanded(index, self._model.data(index, Role.KIND) == "part")
        self.field.clear()
        self._follow(speech.position)

    def _fill(self, speech: Speech) -> None:
        sections, corrections = speech.document.sections, speech.corrections.values()
        self._model.show_rows(speech.rows, speech.sight.values(), corrections)
        self._model.show_faults(speech.faults)
        words = [
            self.tr("%1 characters").replace("%1", f"{self._model.chars:,}"),
            self.tr("%n part(s)", "", sum(section.kind == "part" for section in sections)),
        ]
        if corrections:
            words.append(self.tr("%n put right", "", len(corrections)))
        self._summary.setText(" · ".join(words))

    def _reshape(self, digest: str) -> None:
        """Show another outline of the speech; what was open stays open, and where one stands one stays."""
        speech = self._session.current
        if speech is None or speech.digest != digest:
            return
        closed = {node.span.start for n, node in enumerate(self._model.nodes) if node.children and not self._open(n)}
        current = self.tree.currentIndex().data(Role.START)
        self._fill(speech)
        for number, node in enumerate(self._model.nodes):
            self.tree.setExpanded(self._model.index_of(number), node.span.start not in closed)
        if self.field.text():
            self._filter.apply(self.field.text())
        self._follow(current if isinstance(current, int) else speech.position)

    def _open(self, number: int) -> bool:
        return self.tree.isExpanded(self._model.index_of(number))

    def point(self) -> int:
        """Where the heading of the current row begins; that of the text's position where none is."""
        start = self.tree.currentIndex().data(Role.START)
        return start if isinstance(start, int) else self._session.selection.stop

    def _show_faults(self, digest: str) -> None:
        if self._session.current is not None and self._session.current.digest == digest:
            self._model.show_faults(self._session.current.faults)

    def open_to(self, level: int) -> None:
        """Open the tree down to headings of a level, 1 to 4, and close what is below."""
        for number, node in enumerate(self._model.nodes):
            depth = node.section.level if node.section is not None else 9
            self.tree.setExpanded(self._model.index_of(number), 0 < depth < level)

    def sections(self, index: QModelIndex | None = None) -> list[Section]:
        """The section of a row; without a row, the whole outline."""
        if index is not None and index.isValid():
            section = self._model.nodes[index.internalId()].section
            return [section] if section else []
        return list(self._session.current.document.sections) if self._session.current else []

    def _recount(self, change: Change, was: Change) -> None:
        pairs = [(was.annotations.get(id_), new) for id_, new in change.annotations.items()]
        speech = self._session.current
        if speech is not None:
            self._model.replace_marks((old, new) for old, new in pairs if speech.owns(new or old))

    def _recount_all(self, digest: str) -> None:
        speech = self._session.current
        if speech is not None and speech.digest == digest:
            self._model.recount(speech.sight.values())
            self.tree.viewport().update()

    def _follow(self, point: int) -> None:
        speech = self._session.current
        number = self._model.node_at(speech.within(point) if speech else point)
        index = self._model.index_of(number)
        while index.isValid() and index.parent().isValid() and not self.tree.isExpanded(index.parent()):
            index = index.parent()
        if index != self.tree.currentIndex():
            self.tree.follow(index)

    def _go(self, index: QModelIndex) -> None:
        start = self._model.data(index, Role.START)
        if isinstance(start, int):
            self._session.go(Span(start, start))
            if not self.tree.isExpanded(index) and self._model.rowCount(index):
                self.tree.expand(index)
            self.tree.follow(index)


class SectionTree(QTreeView):
    """The tree itself; rows are painted by us, everything else is Qt's."""

    def __init__(self, model: SectionModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sectionTree")
        self.setAccessibleName(self.tr("Section tree"))
        self.setViewport(QWidget())  # see PageView
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self._rows = RowDelegate(self, theme)
        self.setItemDelegate(self._rows)

    def set_theme(self, theme: Theme) -> None:
        self._rows.theme = theme
        self.viewport().update()

    def follow(self, index: QModelIndex) -> None:
        """Make a row current without jumping about: scroll only where it is out of sight."""
        self.setCurrentIndex(index)
        if index.isValid() and not self.underMouse():
            self.scrollTo(index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The arrow is drawn with the row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_arrow = self._rows.arrow(self.visualRect(index)).contains(event.position().toPoint())
        if index.isValid() and on_arrow and index.model().rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)


class FilterField(QLineEdit):
    """Where one types what the tree is to show; Esc empties it and leads back to the tree."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outlineFilter")
        self.setAccessibleName(self.tr("Filter the outline"))
        self.setPlaceholderText(self.tr("Filter, by pinyin initials too"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RowDelegate(QStyledItemDelegate):
    """One row: arrow, words, a badge with the number of marks, the number of characters."""

    def __init__(self, tree: QTreeView, theme: Theme) -> None:
        super().__init__(tree)
        self.theme, self._tree = theme, tree
        self._plain, self._bold, self._small = font("hei", 13), font("hei", 13, bold=True), font("hei", 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, max(ROW, QFontMetrics(self._plain).height() + 6))

    def arrow(self, row: QRect) -> QRect:
        """Where a row's arrow stands."""
        return QRect(row.left() + PAD, row.top(), 16, row.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        theme, kind = self.theme, index.data(Role.KIND)
        painter.save()
        whole = QRect(0, rect.top(), self._tree.viewport().width(), rect.height())
        if chosen(self._tree, index):
            painter.fillRect(whole, QColor(theme.selection))
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), QColor(theme.accent))
        elif hovered(self._tree, index):
            painter.fillRect(whole, QColor(theme.hover))
        if focused(self._tree, index):
            painter.setPen(QColor(theme.accent))
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
        right = self._paint_numbers(painter, whole, index)
        if index.model().rowCount(index):
            self._paint_arrow(painter, self.arrow(rect), self._tree.isExpanded(index))
        grey = kind in ("adverts", "advert", "back_matter")
        painter.setFont(self._bold if kind in ("part", "title") else self._plain)
        painter.setPen(QColor(self._quiet(index) if grey else theme.ink))
        words = QRect(rect.left() + PAD + 15, rect.top(), right - rect.left() - PAD - 21, rect.height())
        shown = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _quiet(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The colour of what steps back; on a selected row it would be too faint."""
        return self.theme.ink if chosen(self._tree, index) else self.theme.soft

    def _paint_arrow(self, painter: QPainter, rect: QRect, open_: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = rect.center().x(), rect.center().y() + 1
        down = [QPoint(x - 4, y - 2), QPoint(x + 3, y - 2), QPoint(x, y + 2)]
        side = [QPoint(x - 2, y - 4), QPoint(x - 2, y + 3), QPoint(x + 2, y)]
        painter.drawPolygon(down if open_ else side)

    def _paint_share(self, painter: QPainter, row: QRect, share: float) -> None:
        """A thin bar under the number: how much of the speech this is."""
        width = round(BAR * share)
        if width >= 3:
            painter.fillRect(QRect(row.right() - 12 - width, row.bottom() - 3, width, 2), QColor(self.theme.faint))

    def _paint_fault(self, painter: QPainter, chars: QRect) -> QRect:
        """A sign before the number that something does not add up; returns the room both take."""
        sign = QRect(chars.left() - 16, chars.top(), 14, chars.height())
        painter.save()
        painter.setFont(self._bold)
        painter.setPen(QColor(self.theme.accent))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "!")
        painter.restore()
        return chars.adjusted(-16, 0, 0, 0)

    def _paint_corrected(self, painter: QPainter, chars: QRect) -> QRect:
        """A dot before the number: the reader put this right; returns the room both take."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(QPoint(chars.left() - 8, chars.center().y() + 1), 2, 2)
        painter.restore()
        return chars.adjusted(-14, 0, 0, 0)

    def _paint_numbers(self, painter: QPainter, row: QRect, index: QModelIndex | QPersistentModelIndex) -> int:
        """The numbers at the right; returns the x where they begin."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._quiet(index)))
        number, marks = f"{index.data(Role.CHARS):,}", index.data(Role.MARKS)
        wide = painter.fontMetrics().horizontalAdvance(number)
        chars = QRect(row.right() - 12 - wide, row.top(), wide + 1, row.height())
        painter.drawText(chars, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        self._paint_share(painter, row, index.data(Role.SHARE))
        if index.data(Role.FAULT):
            chars = self._paint_fault(painter, chars)
        if index.data(Role.CORRECTED):
            chars = self._paint_corrected(painter, chars)
        if not marks:
            return chars.left() - 4
        width = max(18, painter.fontMetrics().horizontalAdvance(str(marks)) + 10)
        badge = QRect(chars.left() - width - 6, row.center().y() - 8, width, 17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.line))
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(marks))
        return badge.left() - 2
