"""The dialog that lists the copies of the library, and puts one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.backups import Backup, Contents, contents, listed

if TYPE_CHECKING:
    from datetime import datetime

    from gui.safekeeping import Safekeeping
    from gui.tasks import Tasks

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RestoreDialog(QDialog):
    """One row a copy, the youngest first. What is in each is counted behind, and filled in as it is known."""

    def __init__(self, parent: QWidget, keeper: Safekeeping, tasks: Tasks) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 460)
        self._keeper, self._tasks = keeper, tasks
        self._copies: list[Backup] = []
        self._found: dict[int, Contents | None] = {}
        self._listing = 0
        self.list = QTreeWidget()
        self.list.setObjectName("restoreList")
        self.list.setAccessibleName(self.tr("Backups of the library"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = (self.tr("Made"), self.tr("Why"), self.tr("Size"), self.tr("Speeches"), self.tr("Marks"))
        self.list.setHeaderLabels(heads)
        for column, width in enumerate((150, 190, 80, 84, 70)):
            self.list.setColumnWidth(column, width)
        for column in (2, 3, 4):
            self.list.headerItem().setTextAlignment(column, RIGHT)
        self.cost = QLabel()
        self.cost.setObjectName("restoreCost")
        self.cost.setWordWrap(True)
        self.cost.setMinimumHeight(40)
        self.cost.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.list.currentItemChanged.connect(lambda: self._show_cost())
        self.list.itemActivated.connect(lambda: self.take())
        self.fill()

    def _build(self) -> None:
        words = QLabel(
            self.tr("A backup is made once a day and before every risky step. The library as it is now is kept, too.")
        )
        words.setWordWrap(True)
        self.make = _button("restoreMake", self.tr("Back up now"))
        self.restore = _button("restoreTake", self.tr("Restore"))
        cancel = _button("restoreCancel", self.tr("Cancel"))
        self.make.clicked.connect(lambda: self._keeper.back_up_now(self.fill))
        self.restore.clicked.connect(self.take)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(words)
        box.addWidget(self.list, 1)
        box.addWidget(self.cost)
        box.addLayout(row)

    def fill(self) -> None:
        """List the copies anew, and count what is in them in the background."""
        self._listing += 1
        self._copies, self._found = listed(self._keeper.path), {}
        self.list.clear()
        for number, copy in enumerate(self._copies):
            self._add(copy)
            self._count(number, copy, self._listing)
        if self._copies:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_cost()
        self.list.setFocus()

    def _add(self, copy: Backup) -> None:
        size = QLocale().formattedDataSize(copy.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        item = QTreeWidgetItem([_local(copy.time), self._reason(copy.reason), size, "…", "…"])
        for column in (2, 3, 4):
            item.setTextAlignment(column, RIGHT)
        self.list.addTopLevelItem(item)

    def _count(self, number: int, copy: Backup, listing: int) -> None:
        def then(found: Contents | None) -> None:
            if listing != self._listing:
                return
            self._found[number] = found
            item = self.list.topLevelItem(number)
            if item is not None:
                item.setText(3, f"{found.speeches:,}" if found else "–")
                item.setText(4, f"{found.marks:,}" if found else "–")
            self._show_cost()

        task = self._tasks.run(contents, copy.path, self._keeper.path, then=then, fail=lambda _: then(None))
        self.destroyed.connect(task.cancel)

    def _reason(self, reason: str) -> str:
        reasons = {
            "": self.tr("of the day"),
            "hand": self.tr("by hand"),
            "bin": self.tr("before emptying the bin"),
            "import": self.tr("before an import"),
            "restore": self.tr("before restoring"),
        }
        return reasons.get(reason, reason)

    def _chosen(self) -> int:
        """The row of the chosen copy, -1 for none."""
        item = self.list.currentItem()
        return self.list.indexOfTopLevelItem(item) if item is not None else -1

    def _show_cost(self) -> None:
        number = self._chosen()
        self.restore.setEnabled(number >= 0 and self._found.get(number) is not None)
        self.cost.setText(self._cost(number))

    def _cost(self, number: int) -> str:
        """What putting a copy back changes."""
        if number < 0:
            return self.tr("There is no backup yet.")
        if number not in self._found:
            return self.tr("Counting…")
        found = self._found[number]
        if found is None:
            return self.tr("This backup cannot be read.")
        parts = [
            self.tr("%n mark(s) made or changed since would go", "", found.lost) if found.lost else "",
            self.tr("%n speech(es) taken in since would go", "", found.speeches_lost) if found.speeches_lost else "",
            self.tr("%n deleted mark(s) would come back", "", found.back) if found.back else "",
        ]
        told = self.tr("; ").join(part for part in parts if part)
        return self.tr("%1.").replace("%1", told) if told else self.tr("The library is just as in this backup.")

    def take(self) -> None:
        """Put the chosen copy back."""
        number = self._chosen()
        if self._found.get(number) is not None:
            self.accept()
            self._keeper.restore(self._copies[number])


def _button(name: str, words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made


def _local(time: datetime) -> str:
    """A time in UTC as the clock on the wall shows it."""
    from datetime import UTC

    return time.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
