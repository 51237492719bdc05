"""What an import would do, row by row: which mark, tag or speech, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.importing import Import
from core.model import Annotation, Tag
from core.tag_tree import path
from gui.faces import font
from gui.note_text import plain
from gui.painter import colour_of
from gui.parts import chosen
from gui.speech import order
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = 66
ITEM = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate


class Item(NamedTuple):
    """One row: what becomes of it, a colour of a tag or none, its words, what is said of it, and where it belongs."""

    kind: str
    colour: str
    words: str
    note: str
    foot: str


def kinds() -> dict[str, str]:
    """What may become of what comes in, in the order in which it is told."""
    return {
        "added": translate("importing", "New marks"),
        "lost": translate("importing", "Without a place"),
        "updated": translate("importing", "Newer than ours"),
        "beside": translate("importing", "Changed on both sides"),
        "same": translate("importing", "Known already"),
        "tags": translate("importing", "New tags"),
        "tagsChanged": translate("importing", "Changed tags"),
        "speeches": translate("importing", "New speeches"),
    }


def items(made: Import, tags: Mapping[str, Tag]) -> list[Item]:
    """All that an import would do; ``tags`` are those there are. In the order of the text,
    kind by kind; a new mark without a place counts as lost."""
    after = {**tags, **{id: tag for id, tag in made.change.tags.items() if tag}}
    titles = {each.digest: each.title for each in made.speeches}
    places = {digest: number for number, digest in enumerate(titles)}
    rows = [
        _mark("lost" if fate.kind == "added" and fate.mark.span is None else fate.kind, fate.mark, after, titles)
        for fate in sorted(made.fates, key=lambda fate: (places.get(fate.mark.document, 0), order(fate.mark)))
    ]
    for tag in filter(None, made.change.tags.values()):
        kind = "tagsChanged" if tag.id in tags else "tags"
        rows.append(Item(kind, tag.colour, tag.name, tag.hint, path(after, tag.id)))
    rows += [Item("speeches", "", each.title, " ".join(each.text[:80].split()), each.date) for each in made.documents]
    ranks = {kind: number for number, kind in enumerate(kinds())}
    return sorted(rows, key=lambda item: ranks[item.kind])


def _mark(kind: str, mark: Annotation, tags: Mapping[str, Tag], titles: Mapping[str, str]) -> Item:
    names = "、".join(tags[tag].name for tag in mark.tags if tag in tags)
    title = titles.get(mark.document, "") if len(titles) > 1 else ""
    foot = " · ".join(filter(None, (names, mark.creator, title)))
    note = plain(mark.note) if mark.note else ""
    return Item(kind, colour_of(mark, tags), " ".join(mark.quote.split()), note, foot)


class ItemModel(QAbstractListModel):
    """The rows of one kind, or all."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[Item] = ()

    def fill(self, items: Sequence[Item]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(filter(None, (kinds()[item.kind], *item[2:])))
        return None


class ItemDelegate(QStyledItemDelegate):
    """Passage; note; tags and who made it. What becomes of it stands at the right."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme, self._kinds = view, theme, kinds()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        box, theme = QRectF(option.rect).adjusted(3, 2, -3, -2), self._theme  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen(self._view, index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box, 5, 5)
        if item.kind != "speeches":
            strip = QRectF(box.left() + 6, box.top() + 8, 3, box.height() - 16)
            painter.fillRect(strip, QColor(theme.tag(item.colour)))
        room = box.adjusted(18, 4, -10, -4)
        on = chosen(self._view, index)
        self._line(painter, room, self._kinds[item.kind], ("hei", 11), theme.ink if on else theme.soft, right=True)
        width = painter.fontMetrics().horizontalAdvance(self._kinds[item.kind]) + 14
        self._line(painter, room.adjusted(0, 0, -width, 0), item.words, ("song", 14), theme.ink)
        for words, top in zip(filter(None, (item.note, item.foot)), (21, 39), strict=False):
            ink = theme.ink if on else theme.soft
            self._line(painter, room.adjusted(0, top, 0, 0), words, ("hei", 12), ink)
        painter.restore()

    def _line(
        self, painter: QPainter, room: QRectF, words: str, face: tuple[str, int], ink: str, right: bool = False
    ) -> None:
        painter.setFont(font(*face))
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | side, shown)
