"""An import before it is written: what it would add, change and leave, and for which speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.importing import Import
from core.model import Tag
from gui.import_rows import Item, ItemDelegate, ItemModel, items, kinds
from gui.parts import Elided
from gui.theme import Theme

KIND = Qt.ItemDataRole.UserRole


class ImportDialog(QDialog):
    """How many of each kind at the left, and which at the right. Nothing is written before Import is pressed."""

    import_wanted = Signal(object)
    """The Import, as the reader wants it."""
    speech_wanted = Signal()
    """The file is to be opened as a speech instead."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        tags: Mapping[str, Tag],
        path: Path,
        offers: tuple[Import, ...],
        speech: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import “%1”").replace("%1", path.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 540)
        self._tags, self._offers = dict(tags), offers
        self._items: list[Item] = []
        self._model = ItemModel()
        self.into = self._into(offers)
        self.signer, self._writing = QLineEdit(), False
        self.take = self._button("importTake", self.tr("Import"), self._take)
        self.take.setDefault(True)
        self.counts, self.list = self._counts(), self._list(theme)
        self._build(speech)
        self.into.currentIndexChanged.connect(self._choose)
        self.counts.currentRowChanged.connect(self._filter)
        self._choose()
        self.list.setFocus()

    # -- building ------------------------------------------------------------------------------

    def _into(self, offers: tuple[Import, ...]) -> QComboBox:
        """The speech or speeches that the marks are for: a choice where the file may be meant in two ways."""
        field = QComboBox()
        field.setObjectName("importInto")
        field.setAccessibleName(self.tr("For the speech"))
        for made in offers:
            titles = "；".join(f"《{each.title}》" for each in made.speeches[:3])
            more = self.tr(" and %n more", "", len(made.speeches) - 3) if len(made.speeches) > 3 else ""
            new = self.tr(" (new in the library)") if made.documents else ""
            field.addItem(f"{titles}{more}{new}")
        return field

    def _counts(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("importCounts")
        made.setAccessibleName(self.tr("What would be imported"))
        made.setFixedWidth(190)
        return made

    def _list(self, theme: Theme) -> QListView:
        made = QListView()
        made.setObjectName("importList")
        made.setAccessibleName(self.tr("What would become of each"))
        made.setUniformItemSizes(True)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setItemDelegate(ItemDelegate(made, theme))
        made.setModel(self._model)
        return made

    def _build(self, speech: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        if len(self._offers) > 1:
            form.addRow(self.tr("For the speech"), self.into)
        elif self.into.itemText(0):
            title = Elided()
            title.setObjectName("importSpeech")
            title.setText(self.into.itemText(0))
            form.addRow(self.tr("For the speech"), title)
        self.signer.setObjectName("importSigner")
        self.signer.setAccessibleName(self.tr("Name for marks that bear none"))
        self.signer.setPlaceholderText(self.tr("Leave empty to bring them in without a name"))
        form.addRow(self.tr("Marks without a name are by"), self.signer)
        form.setRowVisible(self.signer, any(made.unsigned for made in self._offers))
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.counts)
        columns.addWidget(self.list, 1)
        note = QLabel(self.tr("Nothing is written yet. The library is copied first, and one undo takes it all back."))
        note.setObjectName("importNote")
        note.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(14)
        box.addLayout(form)
        box.addLayout(columns, 1)
        box.addWidget(note)
        box.addLayout(self._buttons(speech))

    def _buttons(self, speech: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        if speech:
            row.addWidget(self._button("importSpeechOpen", self.tr("Open it as a speech instead"), self._open))
        row.addStretch(1)
        row.addWidget(self._button("importCancel", self.tr("Cancel"), self.reject))
        row.addWidget(self.take)
        return row

    def _button(self, name: str, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button

    # -- what is shown -------------------------------------------------------------------------

    @property
    def made(self) -> Import:
        """The import as the reader wants it."""
        offer = self._offers[max(0, self.into.currentIndex())]
        return offer.signed(self.signer.text().strip())

    def _choose(self) -> None:
        """Show the import into the chosen speech."""
        self._items = items(self._offers[max(0, self.into.currentIndex())], self._tags)
        numbers = Counter(item.kind for item in self._items)
        self.counts.clear()
        for kind, words in {"": self.tr("All"), **kinds()}.items():
            count = numbers[kind] if kind else len(self._items)
            if count:
                row = QListWidgetItem(f"{words}\u2002{count:,}", self.counts)
                row.setData(KIND, kind)
        self.counts.setCurrentRow(0)

    def _filter(self, row: int) -> None:
        item = self.counts.item(row)
        kind = item.data(KIND) if item else ""
        self._model.fill([each for each in self._items if kind in ("", each.kind)])

    # -- what is done --------------------------------------------------------------------------

    def _take(self) -> None:
        """Have it written; until that is done, or has failed, the dialog stays and nothing can be pressed."""
        self._writing = True
        for widget in (self.into, self.signer, *self.findChildren(QPushButton)):
            widget.setEnabled(False)
        self.take.setText(self.tr("Importing…"))
        self.import_wanted.emit(self.made)

    def reject(self) -> None:
        if not self._writing:
            super().reject()

    def _open(self) -> None:
        self.speech_wanted.emit()
        self.reject()
