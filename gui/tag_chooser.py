"""A field and a list below it: what is typed narrows the tags; by name, path and pinyin initials."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.model import Tag
from core.tag_tree import above, find, parts
from gui.tag_finder import PATIENCE, Initials, Tags, fitting
from gui.tag_rows import HEIGHT, TagDelegate, TagRole
from gui.theme import Theme

MOST_ROWS = 8
MOST_FOUND = 60
"""Tags that are listed; whoever looks for another one types on."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagField(QLineEdit):
    """Hands the keys on that are meant for the list."""

    stepped = Signal(int)
    entered = Signal()
    added = Signal()
    """Tab or a comma: take this one, and go on."""
    erased = Signal()
    """Backspace in the empty field."""
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.added.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in (",", "，"):
            self.added.emit()
        else:
            if key == Qt.Key.Key_Backspace and not self.text():
                self.erased.emit()
            super().keyPressEvent(event)


class TagChooser(QWidget):
    """Emits ``taken`` with a tag's id, or with the path of one to be made, and whether there is more to come."""

    taken = Signal(str, str, bool)
    done = Signal()
    """Enter in the empty field."""
    left = Signal()
    erased = Signal()

    def __init__(self, tags: Tags, initials: Initials, theme: Theme, *, may_make: bool, without: str = "") -> None:
        super().__init__()
        self._tags, self._initials, self._may_make, self._without = tags, initials, may_make, without
        self._on: frozenset[str] = frozenset()
        self.field, self.list = TagField(), QListWidget()
        self.field.setObjectName("tagField")
        self.field.setAccessibleName(self.tr("Name of a tag"))
        self.list.setObjectName("tagList")
        self.list.setAccessibleName(self.tr("Tags that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(TagDelegate(self.list, theme))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.field.textChanged.connect(self._typed)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(lambda: self._take(more=False))
        self.field.added.connect(lambda: self._take(more=True))
        self.field.erased.connect(self.erased)
        self.field.left.connect(self.left)
        self.list.itemClicked.connect(lambda _: self._take(more=False))
        self.show_on(())
        self._late = QTimer(self, singleShot=True, interval=round(PATIENCE * 1000))
        self._late.timeout.connect(self._fill)
        self._late.start()
        self._initials.ask(tags, self._fill)

    def show_on(self, ids: Iterable[str]) -> None:
        """Show which tags are taken already."""
        self._on = frozenset(ids)
        self._fill()

    def _typed(self, words: str) -> None:
        if words.endswith((",", "，")):  # an input method hands these over without a key
            self.field.setText(words[:-1])
            self._take(more=True)
        else:
            self._fill()

    def _fill(self) -> None:
        """List the tags that fit; below them, where no tag has this name, what would be made."""
        query = self.field.text()
        self.list.clear()
        for tag in [tag for tag in fitting(query, self._tags, self._initials.of) if tag.id != self._without][
            :MOST_FOUND
        ]:
            self._add(tag)
        unsure = self._initials.awaited and query.isascii() and not self.list.count()
        if self._may_make and not unsure and parts(query) and find(query, self._tags) is None:
            name = "/".join(parts(query))
            item = QListWidgetItem(self.tr("New tag “%1”").replace("%1", name))
            item.setData(TagRole.NEW, name)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(self.tr("Looking for initials…") if unsure else self.tr("No such tag"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0 if query.strip() and self._is_choice(0) else -1)
        rows = max(1, min(MOST_ROWS, self.list.count()))
        self.list.setFixedHeight(rows * max(HEIGHT, self.list.sizeHintForRow(0)) + 2)
        self._fit()

    def _add(self, tag: Tag) -> None:
        item = QListWidgetItem(tag.name)
        item.setData(TagRole.TAG, tag)
        item.setData(TagRole.ON, tag.id in self._on)
        item.setData(TagRole.ABOVE, "/".join(each.name for each in above(self._tags, tag.id)))
        item.setToolTip(tag.hint)
        self.list.addItem(item)

    def _fit(self) -> None:
        """Let what this stands in follow its height."""
        for widget in (self, self.parentWidget()):
            if widget is not None and (layout := widget.layout()) is not None:
                layout.activate()
        if (above := self.parentWidget()) is not None:
            above.adjustSize()

    def _is_choice(self, row: int) -> bool:
        return self.list.item(row).flags() != Qt.ItemFlag.NoItemFlags

    def _step(self, rows: int) -> None:
        count, row = self.list.count(), self.list.currentRow()
        if abs(rows) == 1:
            row = (row + rows) % max(1, count) if row >= 0 else 0 if rows > 0 else count - 1
        else:
            row = min(max(0, row + rows), count - 1)
        self.list.setCurrentRow(row)

    def _take(self, *, more: bool) -> None:
        item = self.list.currentItem()
        if item is None or item.flags() == Qt.ItemFlag.NoItemFlags:
            if not more and not self.field.text().strip():
                self.done.emit()
            return
        tag, name = item.data(TagRole.TAG), item.data(TagRole.NEW)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.taken.emit(tag.id if tag else "", name or "", more)
