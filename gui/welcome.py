"""The first page: what to do, in three steps, with a sample speech to try it on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.parts import plain
from gui.settings import Settings

SHOWN = 6


class WelcomePage(QScrollArea):
    """Three steps, the keys one needs first, the sample, and the files opened lately."""

    sample_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(str)
    left = Signal()
    painted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("welcomePage")
        self.setAccessibleName(self.tr("Welcome"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settings = settings
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        sheet = QWidget()
        sheet.setObjectName("welcomeSheet")
        sheet.setMaximumWidth(680)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 64, 24, 40)
        column.setSpacing(14)
        column.addWidget(_label("welcomeTitle", self.tr("Read and mark")))
        column.addWidget(_label("welcomeLead", self.tr("Open a speech, see its outline, mark what you want to keep.")))
        column.addSpacing(8)
        column.addLayout(self._steps())
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.addSpacing(12)
        column.addLayout(self._keys())
        column.addSpacing(12)
        column.addLayout(self._recent)
        column.addStretch(1)
        centre = QWidget()
        centre.setObjectName("welcomeDesk")
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(sheet, 8)
        row.addStretch(1)
        self.setWidget(centre)
        self.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def _steps(self) -> QGridLayout:
        steps = (
            self.tr("Open a speech file: drop it here, or press Ctrl+O. Its outline appears at the left."),
            self.tr("Select a passage and press 1 to 9: it is marked with that tag. N writes a note to it."),
            self.tr("Press Ctrl+E to export your notes, each under its heading, ready to paste."),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, words in enumerate(steps):
            grid.addWidget(_label("stepNumber", "一二三"[number]), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label("stepText", words), number, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for name, words, signal in (
            ("welcomeSample", self.tr("Try it on the sample speech"), self.sample_wanted),
            ("welcomeOpen", self.tr("Open a file…"), self.open_wanted),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _keys(self) -> QGridLayout:
        keys = (
            ("1 … 9", self.tr("tag the selection or the current mark")),
            ("0", self.tr("the last tags again")),
            ("S", self.tr("sticky: every selection gets this tag")),
            ("E", self.tr("grow the selection: word, clause, sentence …")),
            ("N", self.tr("write a note")),
            ("J  K", self.tr("next and previous mark")),
            ("]  [", self.tr("next and previous section")),
            ("?", self.tr("all keys")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        cap = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for number, (key, words) in enumerate(keys):
            row, column = number % 4, number // 4 * 2
            grid.addWidget(_label("keyCap", key), row, column, cap)
            grid.addWidget(_label("keyText", words), row, column + 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def fill(self) -> None:
        """Show the files opened lately that are still there."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = [Path(path) for path in self._settings.recent]
        there = [path for path in paths if path.is_file()][:SHOWN]
        if there:
            self._recent.addWidget(_label("stepText", self.tr("Recently opened")))
        for path in there:
            button = QPushButton(plain(path.name))
            button.setObjectName("recentFile")
            button.setAccessibleName(path.name)
            button.setToolTip(str(path))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, p=str(path): self.file_wanted.emit(p))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _label(name: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(name in ("stepText", "welcomeLead", "keyText"))
    return label
