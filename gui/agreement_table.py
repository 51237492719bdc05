"""How far two readers agree, as a table: a row for all marks and for each tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.agreement import EVERY, Agreement
from core.agreement_forms import figure
from core.model import Tag
from core.tag_tree import path
from gui.colours import swatch
from gui.theme import Theme

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TAG, WHY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
COLUMNS = 8


class AgreementTable(QTreeWidget):
    """Marks of both, characters marked by both and by one, kappa, alpha. A row that is entered is a tag chosen."""

    tag_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("compareTable")
        self.setAccessibleName(self.tr("Agreement by tag"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self._theme = theme
        self.setColumnCount(COLUMNS)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, COLUMNS):
            self.headerItem().setTextAlignment(column, RIGHT)
        self.itemActivated.connect(lambda item: self.tag_wanted.emit(item.data(0, TAG)))

    def show_rows(self, rows: Sequence[Agreement], names: tuple[str, str], tags: Mapping[str, Tag]) -> None:
        """Show the agreement of two readers."""
        marks, only = self.tr("%1: marks"), self.tr("%1 only")
        self.setHeaderLabels(
            [
                self.tr("Tag"),
                *(marks.replace("%1", name) for name in names),
                self.tr("Characters by both"),
                *(only.replace("%1", name) for name in names),
                "κ",
                "α_u",
            ]
        )
        self.clear()
        for row in rows:
            self.addTopLevelItem(self._item(row, tags))

    def why(self) -> str:
        """What the figures of the current row mean, or why one is not defined."""
        item = self.currentItem()
        return (item.data(0, WHY) if item is not None else "") or self.tr(
            "κ (Cohen) looks at each character, α_u (Krippendorff) at where passages begin and end: "
            "1 is full agreement, 0 what chance brings, below 0 less than that."
        )

    def _item(self, row: Agreement, tags: Mapping[str, Tag]) -> QTreeWidgetItem:
        name = self.tr("All marks") if row.tag == EVERY else path(tags, row.tag)
        counts = (row.ours, row.theirs, row.both, row.ours_only, row.theirs_only)
        item = QTreeWidgetItem([name, *(f"{count:,}" for count in counts), figure(row.kappa), figure(row.alpha)])
        item.setData(0, TAG, row.tag)
        item.setData(0, WHY, self._reason(row))
        if row.tag != EVERY:
            item.setIcon(0, swatch(self._theme.tag(tags[row.tag].colour)))
        for column in range(1, COLUMNS):
            item.setTextAlignment(column, RIGHT)
        for column, value in ((6, row.kappa), (7, row.alpha)):
            if value is None:
                item.setToolTip(column, self._reason(row))
        return item

    def _reason(self, row: Agreement) -> str:
        reasons = {
            "nothing": self.tr("—: neither has marked anything, so there is nothing to agree on."),
            "everything": self.tr("—: both have marked the whole text, so chance alone brings full agreement."),
        }
        return reasons.get(row.why, "")
