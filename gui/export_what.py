"""The list of what can be exported, each with its size; what is empty cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.export_scope import Scope


class ScopeList(QListWidget):
    """One scope is always chosen."""

    def __init__(self, found: Sequence[Scope], chosen: str) -> None:
        super().__init__()
        self.setObjectName("exportWhat")
        self.setAccessibleName(self.tr("What"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scopes = found
        for scope in found:
            item = QListWidgetItem(f"{scope.words}  ·  {self._amount(scope)}", self)
            if scope.what is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        rows = [row for row, scope in enumerate(found) if scope.what is not None]
        self.setCurrentRow(next((row for row in rows if found[row].name == chosen), rows[0]))

    def fit(self) -> None:
        """Be as high as its rows, once they are dressed."""
        self.setFixedHeight(self.sizeHintForRow(0) * len(self.scopes) + 12)

    @property
    def scope(self) -> Scope:
        """The scope that is chosen."""
        return self.scopes[self.currentRow()]

    def _amount(self, scope: Scope) -> str:
        if scope.name == "library":
            return self.tr("%n speech(es)", "", scope.size)
        return self.tr("%n mark(s)", "", scope.size)
