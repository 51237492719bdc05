"""The tag palette: the tags with keys as buttons, all others as a tree below; a click is the same as the key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Change, Tag
from gui.faces import font
from gui.marking import Marking
from gui.parts import heading, restyle
from gui.session import Session
from gui.tag_finder import Initials
from gui.tag_others import OtherTags
from gui.theme import Theme

COLUMNS = 3


class TagPalette(QWidget):
    """The tags with keys as buttons, three in a row; below them the others, with their marks in this speech."""

    manage_wanted = Signal()

    def __init__(self, session: Session, marking: Marking, initials: Initials, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tagPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Tags"))
        self._session, self._marking, self._theme = session, marking, theme
        self._buttons: list[TagButton] = []
        self._hint = QLabel()
        self._hint.setObjectName("tagHint")
        self._manage = QToolButton()
        self._manage.setText("⋯")
        self._manage.setObjectName("tagManage")
        self._manage.setProperty("role", "icon")
        self._manage.setAccessibleName(self.tr("Manage tags"))
        self._manage.setToolTip(self.tr("Manage tags"))
        self._manage.setFixedSize(24, 24)
        self._manage.clicked.connect(self.manage_wanted)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.others = OtherTags(session, marking, initials, theme)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(heading(self.tr("Tags")))
        top.addStretch(1)
        top.addWidget(self._hint)
        top.addWidget(self._manage)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 4)
        box.setSpacing(6)
        box.addLayout(top)
        box.addLayout(self._grid)
        box.addWidget(self.others)
        session.changed.connect(self._changed)
        session.picked.connect(self._show_state)
        marking.stuck.connect(self._show_state)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.others.set_theme(theme)
        self.fill()

    def fill(self) -> None:
        """Make the buttons and the tree anew."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        keyed = sorted((tag for tag in self._session.tags.values() if tag.key), key=lambda tag: tag.key)
        self._buttons = [TagButton(tag, self._theme) for tag in keyed]
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // COLUMNS, number % COLUMNS)
            button.clicked.connect(lambda _=False, id_=button.tag.id: self._marking.tag([id_]))
        self.others.fill()
        self._show_state()

    def _changed(self, change: Change) -> None:
        if change.tags:
            self.fill()
        elif self._session.mark_id in change.annotations:
            self._show_state()

    def _show_state(self, *_: object) -> None:
        mark, marking = self._session.mark, self._marking
        for button in self._buttons:
            button.set_on(bool(mark) and button.tag.id in mark.tags)  # type: ignore[union-attr]
        self.others.tree.show_on(mark.tags if mark else ())
        names = [self._session.tags[t].name for t in marking.last_tags if t in self._session.tags]
        sticky = marking.sticky and bool(names)
        self._hint.setText(
            self.tr("Sticky: %1").replace("%1", "、".join(names)) if sticky else self.tr("Select text, press a number")
        )
        restyle(self._hint, "on", sticky)


class TagButton(QAbstractButton):
    """One tag: a swatch of its colour, its name, its key."""

    def __init__(self, tag: Tag, theme: Theme) -> None:
        super().__init__()
        self.tag, self._theme, self._on = tag, theme, False
        self.setObjectName(f"tag.{tag.key or tag.id}")
        self.setText(tag.name)
        self.setAccessibleName(tag.name)
        self.setAccessibleDescription(tag.hint)
        self.setToolTip(tag.hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_on(self, on: bool) -> None:
        """Whether the current mark has this tag."""
        if on != self._on:
            self._on = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(92, 31)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 31)

    def name_room(self) -> QRect:
        """Where the name stands: between swatch and key."""
        return self.rect().adjusted(25, 0, -15 if self.tag.key else -6, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        strong = self._on or self.hasFocus()
        painter.setPen(QColor(theme.accent if strong else theme.line))
        painter.setBrush(QColor(theme.hover if self.underMouse() or self.isDown() else theme.field))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tag(self.tag.colour)))
        painter.drawRoundedRect(QRectF(8, box.center().y() - 6, 12, 12), 3, 3)
        painter.setFont(font("hei", 13))
        painter.setPen(QColor(theme.ink))
        room = self.name_room()
        name = painter.fontMetrics().elidedText(self.tag.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font("hei", 11))
        painter.setPen(QColor(theme.soft))
        right = self.rect().adjusted(0, 0, -7, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.tag.key)
