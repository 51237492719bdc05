"""What the material base is narrowed by: tags, and the speech, speaker, year, stars and use of a mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.library.material import Choice, Wanted
from core.model import Tag
from gui.parts import heading
from gui.tag_rows import TagDelegate, TagRole
from gui.theme import Theme

WIDTH = 232
USES: dict[str, bool | None] = {"any": None, "new": False, "used": True}


class PieceNarrowing(QWidget):
    """A column beside the cards. ``changed`` is emitted when a reader asks for something else."""

    changed = Signal()

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.setObjectName("materialNarrowing")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.tags = QListWidget()
        self.tags.setObjectName("materialTags")
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.tags.setMouseTracking(True)
        self.tags.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = TagDelegate(self.tags, look)
        self.tags.setItemDelegate(self._rows)
        self.speech = _box("materialSpeech", self.tr("Speech"))
        self.speaker = _box("materialSpeaker", self.tr("Speaker"))
        self.year = _box("materialYear", self.tr("Year"))
        self.stars = _box("materialStars", self.tr("Stars"))
        self.use = _box("materialUse", self.tr("Use"))
        self._fill_fixed()
        self._build()
        self.tags.itemSelectionChanged.connect(self.changed)
        for box in self.boxes:
            box.activated.connect(self.changed)

    @property
    def boxes(self) -> tuple[QComboBox, ...]:
        """The fields below the tags."""
        return self.speech, self.speaker, self.year, self.stars, self.use

    def _fill_fixed(self) -> None:
        self.stars.addItem(self.tr("Any stars"), 0)
        for number in range(1, 6):
            self.stars.addItem("★" * number + ("" if number == 5 else "+"), number)
        words = {"any": self.tr("Used or not"), "new": self.tr("Not used yet"), "used": self.tr("Used already")}
        for name, value in USES.items():
            self.use.addItem(words[name], value)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(7)
        column.addWidget(heading(self.tr("Tags")))
        column.addWidget(self.tags, 1)
        column.addSpacing(6)
        column.addWidget(heading(self.tr("From")))
        for box in self.boxes:
            column.addWidget(box)

    def offer(self, speeches: Iterable[Choice], speakers: Iterable[Choice], years: Iterable[Choice]) -> None:
        """Offer what there is; what is chosen stays so while it is there."""
        fields = (
            (self.speech, self.tr("All speeches"), speeches),
            (self.speaker, self.tr("All speakers"), speakers),
            (self.year, self.tr("All years"), years),
        )
        for box, words, choices in fields:
            kept = box.currentData()
            box.clear()
            box.addItem(words, "")
            for each in choices:
                box.addItem(f"{''.join(each.name.split()) or self.tr('Untitled')}  ({each.marks:,})", each.value)
            box.setCurrentIndex(max(0, box.findData(kept)))

    def show_tags(self, tags: Mapping[str, Tag], counts: Mapping[str, int]) -> None:
        """Show the tags with how many marks have them; what is chosen stays so."""
        kept = {item.data(_ID) for item in self.tags.selectedItems()}
        self.tags.blockSignals(True)
        self.tags.clear()
        for tag in tags.values():
            self._row(tag.name, tag.id, counts.get(tag.id, 0), replace(tag, key=""), tag.id in kept)
        if counts.get(""):
            self._row(self.tr("Without a tag"), "", counts[""], None, "" in kept)
        self.tags.blockSignals(False)

    def _row(self, words: str, id_: str, count: int, tag: Tag | None, on: bool) -> None:
        item = QListWidgetItem(words, self.tags)
        item.setData(TagRole.TAG, tag)
        item.setData(TagRole.COUNT, count)
        item.setData(_ID, id_)
        item.setSelected(on)

    def wanted(self, words: str, order: str) -> Wanted:
        """What is asked for here, with what is asked for elsewhere."""
        tags = {str(item.data(_ID)) for item in self.tags.selectedItems()}
        return Wanted(
            words=words,
            tags=frozenset(tags - {""}),
            untagged=tags == {""},
            speech=self.speech.currentData() or "",
            speaker=self.speaker.currentData() or "",
            year=self.year.currentData() or "",
            stars=self.stars.currentData() or 0,
            used=self.use.currentData(),
            order=order,
        )

    def take(self, wanted: Wanted) -> None:
        """Ask for what a saved view asks for; what is there no more is asked for no more."""
        values = (wanted.speech, wanted.speaker, wanted.year, wanted.stars, wanted.used)
        for box, value in zip(self.boxes, values, strict=True):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.tags.blockSignals(True)
        for row in range(self.tags.count()):
            item = self.tags.item(row)
            id_ = item.data(_ID)
            item.setSelected(id_ in wanted.tags or (wanted.untagged and not id_))
        self.tags.blockSignals(False)

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self._rows.theme = look
        self.tags.viewport().update()


_ID = TagRole.NEW + 8


def _box(name: str, words: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box
