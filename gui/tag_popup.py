"""Tagging by name: a small sheet at the caret. What is chosen becomes one change when it is left with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget

from core.clock import new_id
from core.model import Tag
from core.tag_tree import make
from gui.faces import font
from gui.marking import Marking
from gui.page_view import PageView
from gui.session import Session
from gui.tag_chooser import TagChooser
from gui.tag_finder import Initials
from gui.theme import Theme

WIDTH, MARGIN, GAP = 300, 9, 5


class TagPopup(QFrame):
    """Chips of the tags that the mark will have, a field, and the tags that fit what is typed there."""

    def __init__(self, session: Session, marking: Marking, initials: Initials, look: Theme, pane: PageView) -> None:
        window = pane.window()
        for former in window.findChildren(TagPopup):
            former.close()
        super().__init__(window)
        self.setObjectName("tagPopup")
        self.setAccessibleName(self.tr("Tag by name"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._marking, self._pane = session, marking, pane
        self._meant, self._above = marking.meant, False
        self._made: dict[str, Tag] = {}
        mark = self._meant[1]
        self._ids = [id_ for id_ in mark.tags if id_ in session.tags] if mark else []
        self._chips = ChipRow(look)
        self._chips.dropped.connect(self._drop)
        self.chooser = TagChooser(session.tags, initials, look, may_make=True)
        self.chooser.field.setPlaceholderText(self.tr("Tag, by pinyin initials too; a/b stands under a"))
        self.chooser.taken.connect(self._take)
        self.chooser.done.connect(self._finish)
        self.chooser.left.connect(self._leave)
        self.chooser.erased.connect(lambda: self._drop(len(self._ids) - 1))
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, 6)
        box.setSpacing(6)
        box.addWidget(self._chips)
        box.addWidget(self.chooser)
        self.setFixedWidth(WIDTH)
        self._show()

    def begin(self) -> None:
        """Come up at the passage that is meant, and take what is typed."""
        self._pane.ensure_visible(self._end)
        self._above = not self._fits_below()
        self.move(self._corner())
        self.show()
        self.raise_()
        self.chooser.field.setFocus()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    @property
    def _end(self) -> int:
        span = self._meant[0]
        return span.stop if span else self._pane.caret.point

    def _passage(self) -> QRect:
        """Where the passage ends, in the window."""
        page, port = self._pane.page, self._pane.viewport()
        assert page is not None
        dx, dy = self._pane.place(QPoint(0, 0))
        box = page.caret(self._end).translated(-dx, -dy).toRect()
        return QRect(port.mapTo(self._pane.window(), box.topLeft()), box.size())

    def _fits_below(self) -> bool:
        room = self._pane.window().height() - self._passage().bottom()
        return room > self.sizeHint().height() + 12 or room > self._pane.window().height() / 2

    def _corner(self) -> QPoint:
        """Below the passage; above it where there is no room below. There it stays, whatever its height."""
        box, window = self._passage(), self._pane.window()
        x = max(6, min(box.left() - 40, window.width() - WIDTH - 6))
        return QPoint(x, max(6, box.top() - 5 - self.height()) if self._above else box.bottom() + 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.isVisible():
            self.move(self._corner())

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now) and now is not self:
            self.close()

    # -- what is chosen ------------------------------------------------------------------------

    def _tags(self) -> dict[str, Tag]:
        return {**self._session.tags, **self._made}

    def _show(self) -> None:
        tags = self._tags()
        self._chips.show_tags([tags[id_] for id_ in self._ids], WIDTH - 2 * MARGIN)
        self.chooser.show_on(self._ids)

    def _take(self, id_: str, name: str, more: bool) -> None:
        if name:
            id_, made = make(name, self._tags(), new_id)
            self._made |= made
        if id_ and id_ not in self._ids:
            self._ids.append(id_)
        if more:
            self._show()
        else:
            self._finish()

    def _drop(self, number: int) -> None:
        if 0 <= number < len(self._ids):
            del self._ids[number]
            self._show()
            self.chooser.field.setFocus()

    def _finish(self) -> None:
        """Write what was chosen; a new tag that was dropped again is not made, unless another stands under it."""
        used = set(self._ids)
        for tag in reversed(self._made.values()):
            if tag.id in used and tag.parent:
                used.add(tag.parent)
        self._leave()
        if self._marking.meant == self._meant:
            self._marking.put(self._ids, {id_: tag for id_, tag in self._made.items() if id_ in used})

    def _leave(self) -> None:
        self._pane.setFocus()
        self.close()


class Chip(QAbstractButton):
    """A tag that is chosen; a press takes it off."""

    def __init__(self, tag: Tag, number: int, theme: Theme) -> None:
        super().__init__()
        self._tag, self._theme = tag, theme
        self.setObjectName(f"tagChip.{number}")
        self.setText(tag.name)
        self.setAccessibleName(self.tr("Take off “%1”").replace("%1", tag.name))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font("hei", 12))

    def sizeHint(self) -> QSize:
        return QSize(min(180, self.fontMetrics().horizontalAdvance(self.text()) + 32), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tag(self._tag.colour)))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        painter.setPen(QColor(theme.ink))
        room = self.rect().adjusted(8, 0, -20, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(
            self.rect().adjusted(0, 0, -7, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "×"
        )


class ChipRow(QWidget):
    """Chips one after the other, in as many lines as it takes."""

    dropped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[Chip] = []

    def show_tags(self, tags: Sequence[Tag], width: int) -> None:
        """Show these tags in a room of some width."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips, at = [], QRect(0, 0, 0, 0)
        for number, tag in enumerate(tags):
            chip = Chip(tag, number, self._theme)
            chip.setParent(self)
            chip.clicked.connect(lambda _=False, n=number: self.dropped.emit(n))
            size = chip.sizeHint()
            x = at.right() + 1 + GAP if at.width() else 0
            fits = x + size.width() <= width
            at = QRect(QPoint(x if fits else 0, at.top() if fits else at.top() + size.height() + GAP), size)
            chip.setGeometry(at)
            chip.show()
            self.chips.append(chip)
        self.setFixedHeight(at.bottom() + 1 if tags else 0)
        self.setVisible(bool(tags))
