"""The room in which two to four speeches are compared: a table above, the texts side by side below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.lens.comparing import MOST, Comparison, compared
from core.lens.table import Table
from core.model import DocumentRow, Span
from core.problem import Problem
from core.runs import joined
from gui.compare_room.chooser import SpeechChooser
from gui.compare_room.pane import ComparePane
from gui.compare_room.reading import speeches_of
from gui.compare_room.tables import Places, outlines, passages
from gui.faces import Setting
from gui.lens.view import TableView
from gui.parts import heading
from gui.rooms import RoomPage
from gui.speech import Speech
from gui.visiting import Visiting

if TYPE_CHECKING:
    from gui.theme import Theme
    from gui.window import MainWindow

SMALLER = 3
"""Pixels by which the texts are set smaller than on the desk, for they share its room."""
LEAST = 14


class CompareRoom(RoomPage):
    """Who moves in the table sees the places in all texts; Enter goes to the first of them on the desk."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("compareView")
        self.setAccessibleName(self.tr("Compare speeches"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._session = window, window.session
        self._visiting = Visiting(window)
        self._speeches: list[Speech] = []
        self._panes: list[ComparePane] = []
        self._found: Comparison | None = None
        self._places: list[Places] = []
        self._asked = 0
        self.table = TableView("compareTable", self.tr("Outlines and texts side by side"))
        self._texts = QSplitter(Qt.Orientation.Horizontal)
        self._texts.setObjectName("compareTexts")
        self._said, self._hint = QLabel(), QLabel(self.tr("Choose two to four speeches to compare."))
        self._build()
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.table.taken.connect(self._visit)
        self.table.left.connect(window.rooms.read)

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._outline = self._chip("compareOutlines", self.tr("Outlines"))
        self._shared = self._chip("compareShared", self.tr("Shared passages"))
        self._outline.setChecked(True)
        group = QButtonGroup(self)
        for chip in (self._outline, self._shared):
            group.addButton(chip)
            chip.clicked.connect(lambda: self._fill())
        self._add = self._chip("compareAdd", self.tr("Add a speech"))
        self._add.setCheckable(False)
        self._add.clicked.connect(lambda: self._choose())
        self._said.setObjectName("compareSaid")
        self._said.setProperty("role", "quiet")
        self._hint.setObjectName("compareHint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(0, 24, 0, 24)
        self._hint.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(8)
        for each in (heading(self.tr("Compare")), self._outline, self._shared, self._said):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(self._add)
        self._above = above = QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(16, 4, 16, 8)
        row.addWidget(self.table)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setObjectName("compareHalves")
        self._halves.addWidget(above)
        self._halves.addWidget(self._texts)
        self._halves.setSizes([300, 440])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._hint)
        box.addWidget(self._halves, 1)
        box.addStretch(0)

    def _chip(self, name: str, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setObjectName(name)
        chip.setAccessibleName(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        return chip

    # -- which speeches ------------------------------------------------------------------------

    def enter(self) -> None:
        if not self._speeches:
            open_ = list(self._session.speeches.values())
            front = [self._session.current] if self._session.current else []
            others = [speech for speech in reversed(open_) if speech not in front]
            self._set([Speech(speech.document, {}) for speech in (*front, *others)[:2]])
        self.table.setFocus()

    def _set(self, speeches: list[Speech]) -> None:
        self._speeches = speeches
        for pane in self._panes:
            pane.setParent(None)  # out of the splitter at once
            pane.deleteLater()
        page = self._window.settings.page
        small = Setting(page.face, max(LEAST, page.size - SMALLER), page.line, page.measure)
        self._panes = [ComparePane(n, speech, small, self._window.look) for n, speech in enumerate(speeches, 1)]
        for pane in self._panes:
            pane.taken_out.connect(lambda pane=pane: self._take_out(pane))
            self._texts.addWidget(pane)
        self._texts.setSizes([1000] * len(self._panes))
        self._add.setVisible(len(speeches) < MOST)
        self._compare()

    def _take_out(self, pane: ComparePane) -> None:
        self._set([speech for speech in self._speeches if speech is not pane.speech])

    def _choose(self) -> None:
        """Let a reader choose one more speech."""
        compared = {speech.digest for speech in self._speeches}
        rows = [row for row in self._known() if row.digest not in compared]
        if not rows:
            self._window.messages.tell(self.tr("No other speech is there to compare."))
            return
        chooser = SpeechChooser(rows, self._add)
        chooser.taken.connect(self.add)
        chooser.begin()

    def _known(self) -> list[DocumentRow]:
        try:
            return self._session.library.documents() if self._session.library else []
        except Problem as problem:
            self._session.fail(problem)
            return []

    def add(self, digest: str) -> None:
        """Compare one more speech of the library."""
        library = self._session.library
        if digest in self._session.speeches:
            self._set([*self._speeches, Speech(self._session.speeches[digest].document, {})])
        elif library is not None:
            self._window.opener.tasks.run(
                speeches_of,
                library.path,
                [digest],
                then=lambda found: self._set([*self._speeches, *found]),
                fail=self._fail,
            )

    def compare(self, digests: Sequence[str]) -> None:
        """Compare these speeches of the library, and no others."""
        library = self._session.library
        if library is not None:
            self._window.opener.tasks.run(speeches_of, library.path, digests, then=self._set, fail=self._fail)

    # -- what is found -------------------------------------------------------------------------

    def _compare(self) -> None:
        self._found = None
        self._asked += 1
        ready = len(self._speeches) > 1
        self._halves.setVisible(bool(self._speeches))
        self._above.setVisible(ready)
        self._hint.setVisible(not ready)
        self._fill()
        if ready:
            self._said.setText(self.tr("Comparing…"))
            asked, documents = self._asked, [speech.document for speech in self._speeches]
            self._window.opener.tasks.run(
                compared, documents, then=lambda found: self._take(asked, found), fail=self._fail
            )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._session.fail(error)

    def _take(self, asked: int, found: Any) -> None:
        if asked == self._asked:
            self._found = found
            self._fill()

    def _fill(self) -> None:
        found, documents = self._found, [speech.document for speech in self._speeches]
        if found is None:
            self.table.show_table(Table("", (), ()))
            self._places = []
            self._said.setText("")
            return
        outline = self._outline.isChecked()
        table, self._places = (outlines if outline else passages)(documents, found)
        self.table.show_table(table)
        head = self.table.header()
        for column in range(len(table.columns)):
            head.setSectionHidden(column, column == len(table.columns) - 1)
            wide = outline or column == 0
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)
        self._tell(found)
        for number, pane in enumerate(self._panes):
            pane.text.set_shared(joined([s for each in found.passages for n, s in _sides(each) if n == number]))

    def _tell(self, found: Comparison) -> None:
        if self._outline.isChecked():
            together = sum(sum(section is not None for section in row.sections) > 1 for row in found.rows)
            words = self.tr("%1 of %2 headings stand together").replace("%1", str(together))
            self._said.setText(words.replace("%2", str(len(found.rows))))
        else:
            self._said.setText(self.tr("%n passage(s) shared", "", len(found.passages)))

    def _follow(self, index: QModelIndex) -> None:
        """Show in every text where a row stands in it."""
        if not index.isValid():
            return
        for pane, span in zip(self._panes, self._at(self.table.model_.row(index)), strict=False):
            if span is not None:
                pane.text.go(span)

    def _at(self, row: Any) -> Places:
        return self._places[int(row[-1]) - 1]

    def _visit(self, row: Any) -> None:
        number, span = next((n, span) for n, span in enumerate(self._at(row)) if span)
        document = self._speeches[number].document
        self._visiting.visit(document.digest, document.title, span)

    def set_theme(self, look: Theme) -> None:
        for pane in self._panes:
            pane.text.set_theme(look)


def _sides(each: Any) -> tuple[tuple[int, Span], tuple[int, Span]]:
    return (each.one, each.here), (each.other, each.there)
