"""The marks of two readers of the current speech beside each other, and how far they agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.agreement import EVERY, Agreement, agreements
from core.agreement_forms import Compared, table
from core.comparison import Meeting, makers, meetings
from core.model import Annotation, Notebook
from gui.agreement_table import AgreementTable
from gui.compare_bar import CompareBar, fits
from gui.meeting_rows import GUTTER, MEETING, MeetingDelegate, MeetingModel
from gui.parts import Elided

if TYPE_CHECKING:
    from gui.session import Session
    from gui.tasks import Task, Tasks
    from gui.theme import Theme


class CompareDialog(QDialog):
    """Passages above, figures below. A row that is entered is shown in the text, which can be used meanwhile."""

    import_wanted = Signal()

    def __init__(self, parent: QWidget, session: Session, tasks: Tasks, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setWindowTitle(self.tr("Compare two readers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 700)
        self._session, self._tasks = session, tasks
        self._task: Task | None = None
        self._rows: list[Agreement] = []
        self._makers: dict[str, list[Annotation]] = {}
        self._model = MeetingModel(session.tags)
        self.bar, self.heads = CompareBar(), (Elided(), Elided())
        self.list, self.table = self._list(theme), AgreementTable(theme)
        self.why, self.empty = QLabel(), QLabel(self.tr("All marks of this speech are by one reader."))
        self._build()
        self._connect()
        self.fill()
        self.list.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _list(self, theme: Theme) -> QListView:
        made = QListView()
        made.setObjectName("compareList")
        made.setAccessibleName(self.tr("Passages marked by either"))
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setItemDelegate(MeetingDelegate(made, self._session.tags, theme))
        made.setModel(self._model)
        return made

    def _build(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setObjectName("compareHalves")
        halves.setChildrenCollapsible(False)
        for number, (layout, share) in enumerate(((self._upper(), 3), (self._lower(), 2))):
            half = QWidget()
            half.setLayout(layout)
            halves.addWidget(half)
            halves.setStretchFactor(number, share)
        foot = QHBoxLayout()
        foot.addWidget(self.empty)
        foot.addStretch(1)
        foot.addWidget(_button("compareCopy", self.tr("Copy the figures"), self._copy))
        foot.addWidget(_button("compareImport", self.tr("Import marks…"), self.import_wanted.emit))
        foot.addWidget(_button("dialogClose", self.tr("Close"), self.reject))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.addWidget(halves, 1)
        box.addLayout(foot)

    def _upper(self) -> QLayout:
        heads = QHBoxLayout()
        heads.setContentsMargins(22, 2, 8, 0)
        heads.setSpacing(GUTTER)
        for label in self.heads:
            label.setProperty("role", "heading")
            heads.addWidget(label, 1)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(8)
        box.addWidget(self.bar)
        box.addLayout(heads)
        box.addWidget(self.list, 1)
        return box

    def _lower(self) -> QLayout:
        self.why.setObjectName("compareWhy")
        self.why.setWordWrap(True)
        box = QVBoxLayout()
        box.setContentsMargins(0, 6, 0, 0)
        box.addWidget(self.table, 1)
        box.addWidget(self.why)
        return box

    def _connect(self) -> None:
        later = QTimer(self)
        later.setSingleShot(True)
        later.setInterval(0)
        later.timeout.connect(self.fill)
        session = self._session
        for signal in (session.changed, session.activated, session.recalled):
            signal.connect(later.start)
        self.bar.readers_changed.connect(self._compare)
        self.bar.asked_changed.connect(self._show)
        self.list.activated.connect(self._go)
        self.table.tag_wanted.connect(self._choose_tag)
        self.table.currentItemChanged.connect(lambda *_: self.why.setText(self.table.why()))

    # -- what is compared ----------------------------------------------------------------------

    def fill(self) -> None:
        """Take the marks of the current speech anew."""
        current, session = self._session.current, self._session
        self._makers = makers(current.marks.values() if current else (), session.creator)
        self.bar.show_readers({name: len(marks) for name, marks in self._makers.items()})
        self.empty.setVisible(len(self._makers) < 2)
        self._compare()

    @property
    def _sides(self) -> tuple[list[Annotation], list[Annotation]]:
        one, other = self.bar.names
        return self._makers.get(one, []), self._makers.get(other, []) if other != one else []

    def _compare(self) -> None:
        """Compare the two that are chosen; the figures come from behind, for there may be very many marks."""
        for label, name in zip(self.heads, self.bar.called, strict=True):
            label.setText(name)
        ours, theirs = self._sides
        used, tags = {tag for mark in (*ours, *theirs) for tag in mark.tags}, self._session.tags
        self.bar.show_tags(tag for tag in tags.values() if tag.id in used)
        self._show()
        if self._task is not None:
            self._task.cancel()
        length = len(self._session.current.text) if self._session.current else 0
        self._task = self._tasks.run(agreements, length, ours, theirs, list(tags), then=self._show_figures, fail=_raise)
        self.destroyed.connect(self._task.cancel)

    def _show_figures(self, rows: list[Agreement]) -> None:
        self._rows, tags = rows, self._session.tags
        self.table.show_rows([row for row in rows if row.tag in (EVERY, *tags)], self.bar.called, tags)
        self.why.setText(self.table.why())

    def _copy(self) -> None:
        """Put the figures on the clipboard, for a table in a report."""
        current, session = self._session.current, self._session
        if current is not None:
            found = Compared(Notebook(current.document, (), session.tags), self.bar.names, self._rows)
            QGuiApplication.clipboard().setText(table(found, session.language))

    def _choose_tag(self, tag: str) -> None:
        self.bar.choose_tag(tag)
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        """Show where the two meet, of the tag and the kind asked for."""
        tag = self.bar.tag.currentData() or EVERY
        ours, theirs = ([mark for mark in side if tag in (EVERY, *mark.tags)] for side in self._sides)
        rows = meetings(ours, theirs)
        self.bar.show_counts(rows)
        self._model.fill([row for row in rows if fits(row, self.bar.asked)])
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _go(self, index: QModelIndex) -> None:
        """Show the place in the text."""
        row: Meeting = index.data(MEETING)
        self._session.pick((*row.ours, *row.theirs)[0].id)
        self._session.go(row.span)


def _button(name: str, words: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: act())
    return made


def _raise(error: Exception) -> None:
    raise error
