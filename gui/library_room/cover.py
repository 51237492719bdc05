"""The cover of a speech: what it is called, who spoke when and where, its labels, tags, versions, and outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.kinds import kind_of
from core.model import DocumentRow, Tag
from gui.faces import font
from gui.parts import counted, plain
from gui.session import Session
from gui.theme import Theme

SHOWN = 60
"""Headings of an outline that a cover shows."""
WIDTH = 304
LINE, INDENT = 26, 16
"""Pixels of a heading on the cover."""
Heading = tuple[int, str]
"""Level, 1 the highest, and words."""


class About(NamedTuple):
    """What a cover shows of a speech: its headings, how many marks have a tag, its other versions."""

    row: DocumentRow
    headings: tuple[Heading, ...] = ()
    tags: Mapping[str, int] = {}
    versions: tuple[DocumentRow, ...] = ()


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


class TagCounts(QWidget):
    """The tags of a speech: a band of each one's colour, its name, how many marks have it."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("coverTags")
        self.look = look
        self._tags: list[tuple[Tag, int]] = []

    def show_tags(self, tags: list[tuple[Tag, int]]) -> None:
        """Show these, each with its number."""
        self._tags = tags
        self.setFixedHeight((len(tags) + 1) // 2 * LINE)
        self.setAccessibleDescription("\n".join(f"{tag.name} {count}" for tag, count in tags))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, half = QPainter(self), self.width() // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("hei", 12))
        for number, (tag, count) in enumerate(self._tags):
            left, top = number % 2 * half, number // 2 * LINE
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.tag(tag.colour)))
            painter.drawRoundedRect(left, top + 8, 10, 10, 3, 3)
            painter.setPen(QColor(self.look.ink))
            words = f"{tag.name}  {count}"
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, half - 26)
            painter.drawText(left + 18, top, half - 22, LINE, Qt.AlignmentFlag.AlignVCenter, shown)


class Cover(QScrollArea):
    """One speech at a time; empty where none is chosen."""

    open_wanted = Signal()
    facts_wanted = Signal()
    version_wanted = Signal(str, str)
    """The digest and the title of a version that is to be read."""

    def __init__(self, session: Session, look: Theme) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAccessibleName(self.tr("The chosen speech"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self.title, self.facts = _label("coverTitle"), _label("coverFacts")
        self.counts, self.labels = _label("coverCounts"), _label("coverLabels")
        self.tags, self.outline = TagCounts(look), Headings(look)
        self.same = _label("coverSame")
        self.versions = QVBoxLayout()
        self.versions.setSpacing(0)
        self._buttons = QWidget()
        self._parts = (self.title, self.facts, self.labels, self.counts, self._buttons, self.tags, self.same)
        self._build()
        self.show_speech(None)

    def _build(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_button("coverOpen", self.tr("Read"), self.open_wanted.emit), 1)
        row.addWidget(_button("coverFactsButton", self.tr("Edit…"), self.facts_wanted.emit), 1)
        sheet = QWidget()
        sheet.setObjectName("coverSheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(22, 30, 22, 24)
        column.setSpacing(12)
        for part in self._parts:
            column.addWidget(part)
        column.addLayout(self.versions)
        column.addWidget(self.outline)
        column.addStretch(1)
        self.setWidget(sheet)

    def show_speech(self, about: About | None) -> None:
        """Show a speech; None: none."""
        for part in (*self._parts, self.outline):
            part.setVisible(about is not None)
        self._show_versions(about.versions if about else ())
        if about is None:
            return
        row = about.row
        self.title.setText(row.title or self.tr("Untitled"))
        facts = (row.speaker, row.date, row.venue, kind_of(row.title))
        self._say(self.facts, " · ".join(filter(None, facts)))
        self._say(self.labels, " · ".join(filter(None, (row.folder.replace("/", " › "), "  ".join(row.labels)))))
        chars, marks = self.tr("%n character(s)", "", row.chars), self.tr("%n mark(s)", "", row.marks)
        self.counts.setText(f"{counted(chars, row.chars)} · {counted(marks, row.marks)}")
        known = self._session.tags
        self.tags.show_tags([(known[id_], count) for id_, count in about.tags.items() if id_ in known])
        self.outline.show_lines(about.headings)

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _show_versions(self, versions: tuple[DocumentRow, ...]) -> None:
        while (item := self.versions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._say(self.same, self.tr("%n other version(s)", "", len(versions)) if versions else "")
        for number, row in enumerate(versions):
            words = " · ".join(filter(None, (row.title or self.tr("Untitled"), row.date or row.added[:10])))
            wanted = lambda digest=row.digest, title=row.title: self.version_wanted.emit(digest, title)  # noqa: E731
            button = _button(f"coverVersion.{number}", plain(words), wanted)
            button.setProperty("role", "link")
            self.versions.addWidget(button)

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self.outline.look = self.tags.look = look
        self.outline.update()
        self.tags.update()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(name: str, words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.clicked.connect(lambda: act())
    return button
