"""The tags without keys: a tree below the palette's buttons, that can be shut, filtered and scrolled."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from core.model import Change
from core.tag_tree import above, rows
from gui.faces import font
from gui.marking import Marking
from gui.session import Session
from gui.tag_finder import Initials, fitting
from gui.tag_rows import HEIGHT, TagTree, tag_of
from gui.theme import Theme

ROWS = (4, 9)
"""The fewest and the most rows of the tree to see at once; what is more is scrolled."""
SHARE = 160
"""Pixels of the window's height for which there is one row."""
FEW = 8
"""Tags up to which there is no need to filter."""


class OtherTags(QWidget):
    """The tags without keys as a tree that can be shut and filtered. Without such tags there is nothing to see."""

    def __init__(self, session: Session, marking: Marking, initials: Initials, theme: Theme) -> None:
        super().__init__()
        self._session, self._marking = session, marking
        self._initials, self._counts, self._open = initials, Counter[str](), True
        self.fold, self.field, self.tree = FoldButton(theme), QLineEdit(), PaletteTree(theme)
        self.field.setObjectName("tagFilter")
        self.field.setAccessibleName(self.tr("Filter the tags"))
        self.field.setPlaceholderText(self.tr("Filter, by pinyin initials too"))
        self.field.setClearButtonEnabled(True)
        self.tree.setObjectName("tagTree")
        self.tree.setAccessibleName(self.tr("Other tags"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 0)
        box.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.fold)
        line.addWidget(self.field, 1)
        box.addLayout(line)
        box.addWidget(self.tree)
        self.fold.clicked.connect(self._toggle)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(lambda: self._tag(self._first()))
        self.tree.taken.connect(self._tag)
        self.tree.itemExpanded.connect(self._fit)
        self.tree.itemCollapsed.connect(self._fit)
        for signal in (session.activated, session.recalled):
            signal.connect(self._count)
        session.changed.connect(self._recount)

    def set_theme(self, theme: Theme) -> None:
        self.tree.set_theme(theme)
        self.fold.set_theme(theme)

    def fill(self) -> None:
        """Show the tags without keys, and what they stand under."""
        tags = self._session.tags
        plain = [tag for tag in tags.values() if not tag.key]
        over = {each.id for tag in plain for each in above(tags, tag.id)}
        self.tree.show_tags([row for row in rows(tags) if not row.tag.key or row.tag.id in over])
        self.fold.setText(self.tr("%n more", "", len(plain)))
        self.fold.setAccessibleDescription(self.tr("Tags without a key"))
        self.fold.updateGeometry()
        self.setVisible(bool(plain))
        self._count()
        self._filter()

    # -- how many marks have a tag: counted once a speech, then kept up with what changes -----------

    def _count(self, *_: object) -> None:
        speech = self._session.current if self.tree.total else None  # a long speech is not counted for nothing
        self._counts = Counter(id_ for mark in speech.sight.values() for id_ in mark.tags) if speech else Counter()
        self.tree.show_counts(self._counts)

    def _recount(self, change: Change, was: Change) -> None:
        speech = self._session.current
        if speech is None or change.tags or not self.tree.total:
            return
        touched = Counter[str]()
        for sign, marks in ((-1, was.annotations), (1, change.annotations)):
            for mark in marks.values():
                for id_ in mark.tags if mark is not None and speech.owns(mark) else ():
                    touched[id_] += sign
        for id_, more in touched.items():
            self._counts[id_] += more
        self.tree.show_counts(self._counts, touched)

    # -- what is seen of them ----------------------------------------------------------------------

    def _toggle(self) -> None:
        self._open = not self._open
        self._fit()

    def _filter(self) -> None:
        query = self.field.text()
        if query.strip():
            self._initials.ask(self._session.tags, self._filter)
        fits = [tag.id for tag in fitting(query, self._session.tags, self._initials.of)] if query.strip() else None
        self.tree.narrow(fits)
        self._fit()

    def _fit(self, *_: object) -> None:
        """As high as what there is to see, as far as the window has room for it."""
        many = len(self._session.tags) > FEW and self.tree.topLevelItemCount() > 0 and self.tree.total > FEW
        self.fold.show_open(self._open)
        self.field.setVisible(self._open and many)
        self.tree.setVisible(self._open)
        most = max(ROWS[0], min(ROWS[1], self.window().height() // SHARE))
        self.tree.setFixedHeight(max(1, min(most, self.tree.shown())) * self.tree.pitch)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()

    def _first(self) -> str:
        """The best of what is found."""
        found = fitting(self.field.text(), self._session.tags, self._initials.of) if self.field.text().strip() else ()
        return found[0].id if found else ""

    def _tag(self, id_: str) -> None:
        if id_:
            self._marking.tag([id_])


class PaletteTree(TagTree):
    """A click, Enter or the space bar takes a tag."""

    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.itemClicked.connect(lambda item: self.taken.emit(tag_of(item).id))

    @property
    def total(self) -> int:
        return len(self._items)

    @property
    def pitch(self) -> int:
        """The height of a row."""
        return max(HEIGHT, self.sizeHintForRow(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.taken.emit(self.current)
        else:
            super().keyPressEvent(event)


class FoldButton(QAbstractButton):
    """A quiet line that shuts and opens what is below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._open = theme, True
        self.setObjectName("tagFold")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_open(self, open_: bool) -> None:
        """Point the arrow."""
        self._open = open_
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("hei", 12)).horizontalAdvance(f"▾ {self.text()}") + 2, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setFont(font("hei", 12))
        strong = self.hasFocus() or self.underMouse()
        painter.setPen(QColor(theme.accent if self.hasFocus() else theme.ink if strong else theme.soft))
        arrow = "▾" if self._open else "▸"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, f"{arrow} {self.text()}")
