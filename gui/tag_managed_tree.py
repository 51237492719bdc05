"""The tree in which tags are managed: moved by the mouse or with Alt and the arrows, deleted, renamed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.tag_rows import TagTree, tag_of
from gui.theme import Theme

SHIFTS = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "out", Qt.Key.Key_Right: "into"}


class ManagedTree(TagTree):
    """A tree in which tags are moved: by the mouse, or with Alt and the arrows."""

    dropped = Signal(str, str, int)
    """A tag, what it is to stand under (empty: nothing), and before which row there."""
    shifted = Signal(str)
    deleted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("tagDialogTree")
        self.setAccessibleName(self.tr("All tags"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in SHIFTS:
            self.shifted.emit(SHIFTS[key])
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the tree is shown anew when the tag has moved
        event.accept()
        parent, row = self.target(event.position().toPoint())
        if self.current:
            self.dropped.emit(self.current, parent, row)

    def target(self, at: QPoint) -> tuple[str, int]:
        """Where a drop at a place puts the current tag; beside the rows it is the end of the top."""
        item, where = self.itemAt(at), self.dropIndicatorPosition()
        if item is None or where == QAbstractItemView.DropIndicatorPosition.OnViewport:
            return "", self.topLevelItemCount()
        if where == QAbstractItemView.DropIndicatorPosition.OnItem:
            return tag_of(item).id, item.childCount()
        above = item.parent()
        over = above or self.invisibleRootItem()
        beside = [tag_of(each).id for n in range(over.childCount()) if (each := over.child(n)) is not None]
        beside = [id_ for id_ in beside if id_ != self.current or id_ == tag_of(item).id]
        row = beside.index(tag_of(item).id) + int(where == QAbstractItemView.DropIndicatorPosition.BelowItem)
        return tag_of(above).id if above else "", row
