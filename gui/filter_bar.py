"""Above the list of marks: a field to filter by words, a button for all else, and chips for what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.model import Span
from gui.filter_words import chips, title
from gui.flow import FlowLayout
from gui.mark_filter import Query
from gui.parts import plain
from gui.session import Session
from gui.theme import Theme, icon

if TYPE_CHECKING:
    from gui.filter_sheet import FilterSheet

LONGEST = 16
"""Characters of a chip."""


class FilterBar(QWidget):
    """Holds the query and the order; says when one of them is another."""

    changed = Signal()
    counted = Signal()
    left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.query, self.order = Query(), "place"
        self.words = ""
        self.sheet: FilterSheet | None = None
        self.field = FilterField()
        self.button = _button("markFilterButton", self.tr("Sort and filter marks"))
        self.button.setIcon(icon("filter", theme.soft))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 0, 10, 2)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self._chips)
        self._chips.hide()
        self.field.textChanged.connect(lambda words: self.ask(text=words))
        self.field.left.connect(self.left)
        self.button.clicked.connect(self.open)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.button.setIcon(icon("filter", theme.accent if self.query else theme.soft))

    def say(self, words: str) -> None:
        """How many marks are shown, in words."""
        self.words = words
        self.counted.emit()

    def ask(self, **fields: object) -> None:
        """Ask for something else; what is not named stays."""
        self.show_query(self.query._replace(**fields))  # type: ignore[arg-type]

    def clear(self) -> None:
        """Show every mark."""
        self.show_query(Query())

    def show_query(self, query: Query) -> None:
        """Take a query, and show it."""
        if query == self.query:
            return
        self.query = query
        if self.field.text() != query.text:
            self.field.setText(query.text)
        self.show_chips()
        self.changed.emit()

    def sort(self, order: str) -> None:
        """Take another order."""
        if order != self.order:
            self.order = order
            self.changed.emit()

    def open(self) -> None:
        """Let a reader choose what is shown, and in what order."""
        from gui.filter_sheet import FilterSheet

        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = FilterSheet(self, self._session, self._theme)
        corner = self.button.mapToGlobal(QPoint(self.button.width() - self.sheet.width(), self.button.height() + 4))
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), corner.x()))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.sheet.height())))
        self.sheet.move(corner)
        self.sheet.show()

    # -- chips ---------------------------------------------------------------------------------

    def sections(self) -> dict[Span, str]:
        """The headings of the speech by their scopes."""
        current = self._session.current
        return {s.scope: title(s) for s in current.document.walk() if s.is_heading} if current else {}

    def show_chips(self) -> None:
        """Show what is asked for; a chip takes it away."""
        held = self._chips.isAncestorOf(self.focusWidget() or self)
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        found = list(chips(self.query, self._session.tags, self.sections() if self.query.section else {}))
        for chip in found:
            short = chip.words if len(chip.words) <= LONGEST else chip.words[: LONGEST - 1] + "…"
            made = self._chip(f"filterChip.{chip.name}", f"{short}  ×", chip.words)
            made.clicked.connect(lambda _=False, without=chip.without: self.ask(**without))
        if found:  # words alone are taken away by the field's own cross
            clear = self._chip("filterClear", self.tr("Show all"), self.tr("Show all marks"))
            clear.setProperty("quiet", True)
            clear.clicked.connect(self.clear)
        self._chips.setVisible(bool(found))
        self._chips.updateGeometry()
        self.set_theme(self._theme)
        if held:
            self.field.setFocus()

    def _chip(self, name: str, words: str, whole: str) -> QPushButton:
        chip = QPushButton(plain(words))
        chip.setObjectName(name)
        chip.setProperty("role", "chip")
        filter_off = self.tr("Do not filter by %1").replace("%1", whole)
        chip.setAccessibleName(whole if name == "filterClear" else filter_off)
        chip.setToolTip(chip.accessibleName())
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self._flow.addWidget(chip)
        return chip


def _button(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


class FilterField(QLineEdit):
    """Words that a mark's quote or note holds, or their initials. Esc empties it, then leads back to the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("markFilter")
        self.setAccessibleName(self.tr("Filter marks by words in quote or note"))
        self.setPlaceholderText(self.tr("Filter marks"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
