"""The sheet below the filter's button: how the marks are sorted, and all one may ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.comparison import makers
from gui import filter_words as words
from gui.colours import swatch
from gui.flow import FlowLayout
from gui.parts import plain
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.filter_bar import FilterBar

WIDTH, TAG_ROOM = 348, 132


class FilterSheet(QFrame):
    """Each choice acts at once. A click beside the sheet, or Esc, closes it."""

    def __init__(self, bar: FilterBar, session: Session, theme: Theme) -> None:
        super().__init__(bar, Qt.WindowType.Popup)
        self.setObjectName("markFilterSheet")
        self.setAccessibleName(self.tr("Sort and filter marks"))
        self.setFixedWidth(WIDTH)
        self._bar, self._session, self._theme = bar, session, theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 14, 12)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(11)
        self._grid.setColumnStretch(1, 1)
        self._fill()
        bar.counted.connect(self._follow)
        self.setFixedHeight(self._grid.totalHeightForWidth(WIDTH))

    def _follow(self) -> None:
        self.count.setText(self._bar.words)
        self.clear.setEnabled(bool(self._bar.query))

    def _fill(self) -> None:
        bar, query = self._bar, self._bar.query
        self._row(self.tr("Sort by"), self._one("markOrder", words.orders(), bar.order, bar.sort))
        self._row(self.tr("Tags"), self._tags())
        self._row(self.tr("Section"), self._section())
        self._row(self.tr("Passage"), self._states())
        least = {str(n): self.tr("Any") if n == 0 else f"{n}{'+' if n < 5 else ''}" for n in range(6)}
        stars = self._one("filterStars", least, str(query.stars), lambda n: bar.ask(stars=int(n)))
        self._row(self.tr("Stars"), stars)
        self._row(self.tr("Marked"), self._date())
        names = makers(self._session.current.sight.values() if self._session.current else (), self._session.creator)
        if len(names) > 1 or query.makers:
            self._row(self.tr("Made by"), self._makers(names))
        self.count = QLabel(bar.words)
        self.count.setProperty("role", "heading")
        self.clear = QPushButton(self.tr("Show all"))
        self.clear.setObjectName("filterSheetClear")
        self.clear.setAccessibleName(self.tr("Show all marks"))
        self.clear.setEnabled(bool(query))
        self.clear.clicked.connect(self._clear)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.clear)
        self._grid.addLayout(foot, self._grid.rowCount(), 0, 1, 2)

    def _clear(self) -> None:
        self._bar.clear()
        self.close()

    def _row(self, name: str, field: QWidget) -> None:
        label, row = QLabel(name), self._grid.rowCount()
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 4, 0, 0)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)

    # -- fields --------------------------------------------------------------------------------

    def _one(self, name: str, choices: Mapping[str, str], chosen: str, choose: Callable[[str], None]) -> QWidget:
        """Chips of which one is on."""
        row, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(row)
        for key, label in choices.items():
            chip = _chip(f"{name}.{key or 'any'}", label, key == chosen)
            chip.clicked.connect(lambda _=False, k=key: choose(k))
            group.addButton(chip)
            flow.addWidget(chip)
        return row

    def _tags(self) -> QWidget:
        """How tags are compared, and all tags."""
        bar, column = self._bar, QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._one("filterHow", words.hows(), bar.query.how, lambda how: bar.ask(how=how)))
        sheet = QWidget()
        sheet.setObjectName("filterTags")
        flow = FlowLayout(sheet)
        for tag in self._session.tags.values():
            chip = _chip(f"filterTag.{tag.id}", plain(tag.name), tag.id in bar.query.tags)
            chip.setIcon(swatch(self._theme.tag(tag.colour)))
            chip.setIconSize(QSize(12, 12))
            chip.toggled.connect(lambda on, id_=tag.id: bar.ask(tags=_with(bar.query.tags, id_, on)))
            flow.addWidget(chip)
        scroll = QScrollArea()
        scroll.setObjectName("filterTagScroll")
        scroll.setAccessibleName(self.tr("Tags"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.setFixedHeight(min(TAG_ROOM, flow.heightForWidth(WIDTH - 100)))
        box.addWidget(scroll)
        return column

    def _section(self) -> QComboBox:
        field, query = QComboBox(), self._bar.query
        field.setObjectName("filterSection")
        field.setAccessibleName(self.tr("Section"))
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(8)
        field.setMaxVisibleItems(16)
        field.addItem(self.tr("Whole speech"), None)
        field.addItem(self.tr("Section being read"), "here")
        current = self._session.current
        self._scopes = [s.scope for s in current.document.walk() if s.is_heading] if current else []
        if current is not None:
            headings = (s for s in current.document.walk() if s.is_heading)
            field.addItems(["\u3000" * (s.level - 1) + words.title(s) for s in headings])
        at = 1 if query.here else 0
        if query.section in self._scopes:
            at = 2 + self._scopes.index(query.section)
        field.setCurrentIndex(at)
        field.activated.connect(self._choose_section)
        return field

    def _choose_section(self, at: int) -> None:
        self._bar.ask(here=at == 1, section=self._scopes[at - 2] if at > 1 else None)

    def _states(self) -> QWidget:
        bar, row = self._bar, QWidget()
        flow = FlowLayout(row)
        for state, label in words.states().items():
            chip = _chip(f"filterState.{state}", label, state in bar.query.states)
            chip.toggled.connect(lambda on, s=state: bar.ask(states=_with(bar.query.states, s, on)))
            flow.addWidget(chip)
        return row

    def _makers(self, names: Iterable[str]) -> QWidget:
        """Who made marks; those without a name are the reader's own."""
        bar, row, own = self._bar, QWidget(), self._session.creator
        flow = FlowLayout(row)
        for name in names:
            these = frozenset({name, ""} if name == own else {name})
            chip = _chip(f"filterMaker.{name or 'none'}", plain(name or words.nameless()), these <= bar.query.makers)
            chip.toggled.connect(lambda on, s=these: bar.ask(makers=_with_all(bar.query.makers, s, on)))
            flow.addWidget(chip)
        return row

    def _date(self) -> QWidget:
        bar, date, column = self._bar, self._bar.query.date, QWidget()
        since, kept = QDateEdit(), QDate.fromString(date, Qt.DateFormat.ISODate)
        since.setObjectName("filterSince")
        since.setAccessibleName(self.tr("Since this day"))
        since.setDisplayFormat("yyyy-MM-dd")
        since.setDate(kept if kept.isValid() else QDate.currentDate())

        def choose(choice: str) -> None:
            bar.ask(date=since.date().toString(Qt.DateFormat.ISODate) if choice == "since" else choice)

        choices = {**words.dates(), "since": self.tr("Since")}
        row = self._one("filterDate", choices, date if date in choices else "since", choose)
        on = row.findChild(QPushButton, "filterDate.since")
        assert isinstance(on, QPushButton)
        box, line = QVBoxLayout(column), QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(row)
        line.addWidget(on)
        line.addWidget(since)
        line.addStretch(1)
        box.addLayout(line)
        since.dateChanged.connect(lambda: (on.setChecked(True), choose("since")))
        return column


def _chip(name: str, label: str, on: bool) -> QPushButton:
    chip = QPushButton(label)
    chip.setObjectName(name)
    chip.setAccessibleName(label)
    chip.setProperty("role", "chip")
    chip.setCheckable(True)
    chip.setChecked(on)
    chip.setAutoDefault(False)
    return chip


def _with(these: frozenset[str], one: str, on: bool) -> frozenset[str]:
    return _with_all(these, frozenset((one,)), on)


def _with_all(these: frozenset[str], others: frozenset[str], on: bool) -> frozenset[str]:
    return these | others if on else these - others
