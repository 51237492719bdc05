"""The cover of a speech: what it is called, who spoke when and where, its tags, its outline."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.kinds import kind_of
from core.model import DocumentRow
from gui.faces import font
from gui.theme import Theme

SHOWN = 60
"""Headings of an outline that a cover shows."""
WIDTH = 320
LINE, INDENT = 26, 16
"""Pixels of a heading on the cover."""
Heading = tuple[int, str]
"""Level, 1 the highest, and words."""


class Headings(QWidget):
    """The outline of a speech, a line a heading."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("coverOutline")
        self.look = look
        self._lines: tuple[Heading, ...] = ()

    def show_lines(self, lines: tuple[Heading, ...]) -> None:
        """Show these headings; of very many the first."""
        self._lines = (*lines[:SHOWN], *([(1, "…")] if len(lines) > SHOWN else []))
        self.setFixedHeight(LINE * len(self._lines))
        self.setAccessibleDescription("\n".join(words for _, words in self._lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, (level, words) in enumerate(self._lines):
            top = number * LINE
            if top + LINE < event.rect().top() or top > event.rect().bottom():
                continue
            left = INDENT * (level - 1)
            painter.setFont(font("hei", 13, bold=level == 1))
            painter.setPen(QColor(self.look.ink if level == 1 else self.look.soft))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width() - left)
            painter.drawText(left, top, self.width() - left, LINE, Qt.AlignmentFlag.AlignVCenter, shown)


class Cover(QScrollArea):
    """One speech at a time; empty where none is chosen."""

    open_wanted = Signal()

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAccessibleName(self.tr("The chosen speech"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title, self.facts = _label("coverTitle"), _label("coverFacts")
        self.counts, self.outline = _label("coverCounts"), Headings(look)
        self.open = QPushButton(self.tr("Read"))
        self.open.setObjectName("coverOpen")
        self.open.clicked.connect(self.open_wanted)
        sheet = QWidget()
        sheet.setObjectName("coverSheet")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(24, 32, 24, 24)
        self._column.setSpacing(12)
        for part in (self.title, self.facts, self.counts, self.open, self.outline):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(sheet)
        self.show_speech(None, ())

    def show_speech(self, row: DocumentRow | None, headings: tuple[Heading, ...]) -> None:
        """Show a speech with its headings, each with its level; None: none."""
        for part in (self.title, self.facts, self.counts, self.open, self.outline):
            part.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(row.title or self.tr("Untitled"))
        facts = (row.speaker, row.date, row.venue, kind_of(row.title))
        self.facts.setText(" · ".join(filter(None, facts)))
        self.facts.setVisible(any(facts))
        counts = (self.tr("%n character(s)", "", row.chars), self.tr("%n mark(s)", "", row.marks))
        self.counts.setText(" · ".join(counts))
        self.outline.show_lines(headings)

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self.outline.look = look
        self.outline.update()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
