"""Tags in rows, as tree or list: swatch, name, what it stands under, key, count. The rows are painted by us."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.model import Tag
from core.tag_tree import Row
from gui.faces import font
from gui.parts import chosen, focused, hovered
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEIGHT, INDENT, PAD = 25, 14, 4


class TagRole(IntEnum):
    """What the delegate asks for beside the words."""

    TAG = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1
    ON = Qt.ItemDataRole.UserRole + 2
    ABOVE = Qt.ItemDataRole.UserRole + 3
    NEW = Qt.ItemDataRole.UserRole + 4


class TagDelegate(QStyledItemDelegate):
    """One row. Without a tag it is words alone, such as those that offer to make one."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        super().__init__(view)
        self.theme, self._view = theme, view
        self._plain, self._small = font("hei", 13), font("hei", 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, max(HEIGHT, QFontMetrics(self._plain).height() + 5))

    def arrow(self, row: QRect) -> QRect:
        """Where the arrow of a row stands that has others under it."""
        return QRect(row.left() + PAD, row.top(), 14, row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        view, tag = self._view, index.data(TagRole.TAG)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(0, rect.top(), view.viewport().width(), rect.height()), index)
        left = rect.left() + PAD + 2
        if isinstance(view, QTreeView) and view.indentation():
            if index.model().hasChildren(index):
                self._paint_arrow(painter, self.arrow(rect), view.isExpanded(index))
            left += 14
        if isinstance(tag, Tag):
            self._paint_swatch(painter, QRectF(left, rect.center().y() - 5, 11, 11), tag, bool(index.data(TagRole.ON)))
            left += 18
        right = self._paint_end(painter, rect, index)
        self._paint_words(painter, QRect(left, rect.top(), right - left, rect.height()), index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, whole: QRectF, index: Index) -> None:
        theme = self.theme
        picked, over = chosen(self._view, index), hovered(self._view, index)
        painter.setPen(QColor(theme.accent) if focused(self._view, index) else Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(theme.selection if picked else theme.hover) if picked or over else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)

    def _paint_swatch(self, painter: QPainter, box: QRectF, tag: Tag, on: bool) -> None:
        if on:
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 4.5, 4.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tag(tag.colour)))
        painter.drawRoundedRect(box, 3, 3)

    def _paint_arrow(self, painter: QPainter, rect: QRect, open_: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.soft))
        x, y = rect.center().x(), rect.center().y() + 1
        down = [QPoint(x - 4, y - 2), QPoint(x + 3, y - 2), QPoint(x, y + 2)]
        side = [QPoint(x - 2, y - 4), QPoint(x - 2, y + 3), QPoint(x + 2, y)]
        painter.drawPolygon(down if open_ else side)

    def _paint_end(self, painter: QPainter, rect: QRect, index: Index) -> int:
        """Count and key at the right; returns where they begin."""
        tag, count = index.data(TagRole.TAG), index.data(TagRole.COUNT)
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme.ink if chosen(self._view, index) else self.theme.soft))
        right = self._view.viewport().width() - 8
        key = tag.key.upper() if isinstance(tag, Tag) else ""
        for words, least in ((f"{count:,}" if count else "", 26 if count is not None else 0), (key, 0)):
            wide = painter.fontMetrics().horizontalAdvance(words)
            box = QRect(right - wide, rect.top(), wide + 1, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            right -= max(wide, least) + (10 if words else 0)
        return right

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        above = index.data(TagRole.ABOVE)
        painter.setFont(self._plain)
        painter.setPen(QColor(self.theme.ink))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        rest = room.adjusted(metrics.horizontalAdvance(shown) + 10, 0, 0, 0)
        if above and rest.width() > 30:
            painter.setFont(self._small)
            painter.setPen(QColor(self.theme.ink if chosen(self._view, index) else self.theme.soft))
            words = painter.fontMetrics().elidedText(above, Qt.TextElideMode.ElideLeft, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)


class TagTree(QTreeWidget):
    """Tags under one another; what was shut stays shut when they are shown anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setViewport(QWidget())  # see PageView
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._rows = TagDelegate(self, theme)
        self.setItemDelegate(self._rows)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shut, self._on = set[str](), set[str]()
        self.itemExpanded.connect(lambda item: self._shut.discard(tag_of(item).id))
        self.itemCollapsed.connect(lambda item: self._shut.add(tag_of(item).id))

    def set_theme(self, theme: Theme) -> None:
        self._rows.theme = theme
        self.viewport().update()

    def show_tags(self, rows: Iterable[Row]) -> None:
        """Show tags, each before those under it."""
        current, shut = self.current, set(self._shut)
        self.blockSignals(True)
        self.clear()
        self._items, self._on = {}, set()
        line: list[QTreeWidgetItem] = []
        for tag, depth in rows:
            item = QTreeWidgetItem(line[depth - 1] if depth else self.invisibleRootItem(), [tag.name])
            item.setData(0, TagRole.TAG, tag)
            item.setToolTip(0, tag.hint)
            line[depth:] = [item]
            self._items[tag.id] = item
        for id_, item in self._items.items():
            item.setExpanded(id_ not in shut)
        self.blockSignals(False)
        if current in self._items:
            self.choose(current)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._items

    @property
    def current(self) -> str:
        """The id of the current tag, empty for none."""
        item = self.currentItem()
        return tag_of(item).id if item is not None else ""

    def choose(self, id_: str) -> None:
        """Make a tag the current one."""
        if id_ in self._items:
            self.setCurrentItem(self._items[id_])
            self.scrollToItem(self._items[id_])

    def show_counts(self, counts: Mapping[str, int], ids: Iterable[str] | None = None) -> None:
        """Show how many marks have each tag, or each of some tags."""
        for id_ in self._items if ids is None else ids:
            if (item := self._items.get(id_)) is not None:
                item.setData(0, TagRole.COUNT, counts.get(id_, 0))

    def count_of(self, id_: str) -> int:
        """The number that is shown beside a tag."""
        return self._items[id_].data(0, TagRole.COUNT) or 0 if id_ in self._items else 0

    def show_on(self, ids: Collection[str]) -> None:
        """Show which tags the current mark has."""
        for id_ in self._on ^ set(ids):
            if (item := self._items.get(id_)) is not None:
                item.setData(0, TagRole.ON, id_ in ids)
        self._on = set(ids)

    def narrow(self, ids: Collection[str] | None) -> None:
        """Show only some tags and what they stand under; None: all."""
        for item in self._items.values():
            item.setHidden(ids is not None)
        for id_ in ids or ():
            item = self._items.get(id_)
            while item is not None:
                item.setHidden(False)
                item = item.parent()

    def shown(self) -> int:
        """How many rows there are to see, in sight or not."""
        count, index = 0, self.model().index(0, 0)
        while index.isValid():
            count += 1
            index = self.indexBelow(index)
        return count

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The arrow is drawn with the row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_arrow = self._rows.arrow(self.visualRect(index)).contains(event.position().toPoint())
        if index.isValid() and on_arrow and self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)


def tag_of(item: QTreeWidgetItem) -> Tag:
    """The tag in a row."""
    return item.data(0, TagRole.TAG)
