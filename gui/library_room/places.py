"""Where to look: all speeches, folders, labels, kinds, and those taken out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from core.library.shelf import Places
from gui.faces import font
from gui.parts import chosen, hovered
from gui.theme import Theme

HEIGHT, INDENT = 28, 14
WIDTH = 176
LINE = Qt.ItemDataRole.UserRole


class Line(NamedTuple):
    """A line of the list; a heading has no ``place``. ``depth`` is that of a folder below another."""

    words: str
    place: str = ""
    name: str = ""
    speeches: int = 0
    depth: int = 0


class PlaceList(QListWidget):
    """One line is chosen at a time."""

    looked = Signal(str, str)
    """The place and the name to look at, as ``core.library.shelf.Wanted`` has them."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("shelfPlaces")
        self.setAccessibleName(self.tr("Folders, labels and kinds"))
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.painter = PlaceDelegate(self, look)
        self.setItemDelegate(self.painter)
        self._chosen = ("all", "")
        self.currentItemChanged.connect(lambda item, _: self._look(item))

    def show_places(self, places: Places) -> None:
        """Show these, and stand where one stood."""
        self.blockSignals(True)
        self.clear()
        for line in self._lines(places):
            item = QListWidgetItem(line.words)
            item.setData(LINE, line)
            if not line.place:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
            if (line.place, line.name) == self._chosen:
                self.setCurrentItem(item)
        if self.currentItem() is None:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self._look(self.currentItem())

    def _lines(self, places: Places) -> list[Line]:
        lines = [Line(self.tr("All speeches"), "all", "", places.all)]
        folders = [Line(f.rsplit("/", 1)[-1], "folder", f, n, f.count("/")) for f, n in places.folders.items()]
        groups = {
            self.tr("Folders"): folders,
            self.tr("Labels"): [Line(name, "label", name, count) for name, count in places.labels.items()],
            self.tr("Kinds"): [Line(name, "kind", name, count) for name, count in places.kinds.items() if name],
        }
        for words, group in groups.items():
            lines += [Line(words), *group] if group else []
        if places.out:
            lines += [Line(""), Line(self.tr("Taken out"), "out", "", places.out)]
        return lines

    def _look(self, item: QListWidgetItem | None) -> None:
        line: Line | None = item.data(LINE) if item else None
        if line is not None and line.place and (line.place, line.name) != self._chosen:
            self._chosen = (line.place, line.name)
            self.looked.emit(*self._chosen)


class PlaceDelegate(QStyledItemDelegate):
    """Paints a line: its name, and how many speeches are there."""

    def __init__(self, view: PlaceList, look: Theme) -> None:
        super().__init__(view)
        self._view, self.look = view, look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        box, look, on = QRectF(option.rect), self.look, chosen(self._view, index)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.place and (on or hovered(self._view, index)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selection if on else look.hover))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
        painter.setFont(font("hei", 13 if line.place else 11))
        painter.setPen(QColor(look.ink if line.place else look.soft))
        count = f"{line.speeches:,}" if line.place else ""
        room = box.adjusted(14 + INDENT * line.depth, 0 if line.place else 6, -14, 0)
        wide = painter.fontMetrics().horizontalAdvance(count) + 6
        shown = painter.fontMetrics().elidedText(
            line.words, Qt.TextElideMode.ElideRight, int(room.width()) - (wide if count else 0)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setFont(font("hei", 11))
        painter.setPen(QColor(look.soft))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.restore()
