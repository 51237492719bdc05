"""Whose marks are compared, and which of them are shown: two readers, a tag, and who marked what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.agreement import EVERY
from core.comparison import KINDS, Meeting
from core.model import Tag
from gui.parts import plain

ASKED = ("", *KINDS, "unlike")
"""What the list can be asked for: all, who marked it, or marked by both with other tags."""


class CompareBar(QWidget):
    """Two readers among those whose marks a speech has; of one only, there is nobody to compare."""

    readers_changed = Signal()
    asked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked = ""
        self.one = _field("compareOne", self.tr("One reader"))
        self.other = _field("compareOther", self.tr("The other reader"))
        self.tag = _field("compareTag", self.tr("Tag"))
        self._chips: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (self.one, QLabel(self.tr("and")), self.other):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.tag)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(row)
        box.addLayout(self._asking())
        for field in (self.one, self.other):
            field.activated.connect(lambda _: self.readers_changed.emit())
        self.tag.activated.connect(lambda _: self.asked_changed.emit())

    def _asking(self) -> QHBoxLayout:
        """Chips of which one is on."""
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(6)
        for asked in ASKED:
            chip = QPushButton()
            chip.setObjectName(f"compareKind.{asked or 'all'}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(asked == self.asked)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _=False, asked=asked: self._ask(asked))
            group.addButton(chip)
            row.addWidget(chip)
            self._chips[asked] = chip
        row.addStretch(1)
        return row

    def _ask(self, asked: str) -> None:
        self.asked = asked
        self.asked_changed.emit()

    @property
    def names(self) -> tuple[str, str]:
        """The two readers, as their marks name them."""
        return self.one.currentData() or "", self.other.currentData() or ""

    @property
    def called(self) -> tuple[str, str]:
        """The two readers, as the window calls them."""
        return self._called(self.names[0]), self._called(self.names[1])

    def _called(self, name: str) -> str:
        return name or self.tr("No name")

    def show_readers(self, counts: Mapping[str, int]) -> None:
        """Offer readers with the numbers of their marks; who was chosen stays so, where there are marks by them."""
        names, former = list(counts), (self.one.currentData(), self.other.currentData())
        for place, field in enumerate((self.one, self.other)):
            field.clear()
            for name in names:
                field.addItem(f"{self._called(name)} · {counts[name]:,}", name)
            kept = former[place] in names and former[0] != former[1]
            field.setCurrentIndex(names.index(former[place]) if kept else min(place, len(names) - 1))

    def show_tags(self, tags: Iterable[Tag]) -> None:
        """Offer the tags that either used."""
        former = self.tag.currentData() or EVERY
        self.tag.clear()
        self.tag.addItem(self.tr("All tags"), EVERY)
        for tag in tags:
            self.tag.addItem(tag.name, tag.id)
        self.choose_tag(former)

    def choose_tag(self, tag: str) -> None:
        """Show one tag, or all."""
        self.tag.setCurrentIndex(max(0, self.tag.findData(tag)))

    def show_counts(self, rows: Iterable[Meeting]) -> None:
        """Say how many rows there are of each kind."""
        rows, only = list(rows), self.tr("Only %1")
        words = {
            "": self.tr("All"),
            "both": self.tr("Both"),
            "ours": only.replace("%1", self.called[0]),
            "theirs": only.replace("%1", self.called[1]),
            "unlike": self.tr("Both, with other tags"),
        }
        for asked, chip in self._chips.items():
            told = f"{words[asked]} {sum(fits(row, asked) for row in rows):,}"
            chip.setText(plain(told))
            chip.setAccessibleName(told)


def fits(row: Meeting, asked: str) -> bool:
    """Whether a row is of the kind asked for."""
    return asked in ("", row.kind) or (asked == "unlike" and row.kind == "both" and not row.alike)


def _field(name: str, words: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made
