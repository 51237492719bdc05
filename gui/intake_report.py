"""Which files could not be taken into the library, and why: one sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from core.problem import Problem


class IntakeReport(QDialog):
    """A line a file; all can be copied."""

    def __init__(self, parent: QWidget, failed: Sequence[tuple[str, Problem]], language: str) -> None:
        super().__init__(parent)
        self.setObjectName("intakeReportDialog")
        self.setWindowTitle(self.tr("Files that could not be taken in"))
        self.resize(680, 420)
        self._sentences = [problem.say(language) for _, problem in failed]
        count = QLabel(self.tr("%n file(s)", "", len(failed)))
        self.list = QListWidget()
        self.list.setObjectName("intakeFailures")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.addItems(self._sentences)
        copy, close = QPushButton(self.tr("Copy")), QPushButton(self.tr("Close"))
        copy.setObjectName("intakeCopy")
        close.setObjectName("intakeClose")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._sentences)))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(count)
        column.addWidget(self.list, 1)
        column.addLayout(row)
