"""The head of the search room: the question, where it is looked for, what is taken for the same, in what order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from core.search.listing import ORDERS
from core.search.search import SCOPES
from gui.search_options import SIGNS
from gui.search_room.query_field import QueryField
from gui.theme import Theme, icon

FOLDS = ("width", "script", "case")


class Asked(NamedTuple):
    """What is asked, as it is kept and sent."""

    words: str = ""
    fold: tuple[bool, ...] = (False, False, False)
    scopes: tuple[str, ...] = ("text",)
    order: str = "library"

    def record(self) -> dict[str, Any]:
        """The same for JSON."""
        return self._asdict()

    @classmethod
    def of(cls, record: object) -> Asked | None:
        """What a record says; None where it says nothing."""
        if not isinstance(record, dict) or not isinstance(words := record.get("words"), str):
            return None
        fold, scopes = record.get("fold"), record.get("scopes")
        kept = tuple(each for each in SCOPES if isinstance(scopes, list | tuple) and each in scopes)
        bits = tuple(map(bool, fold)) if isinstance(fold, list | tuple) and len(fold) == len(FOLDS) else cls().fold
        order = record.get("order")
        return cls(words, bits, kept or cls().scopes, order if order in ORDERS else cls().order)


class SearchBar(QWidget):
    """Says when something else is asked; the room decides when it is looked for."""

    changed = Signal()
    """Something but the words was changed."""
    narrowing = Signal()
    """The menu of conditions is to be filled."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self._look = look
        self.field = QueryField(look)
        self.problem, self.count = QLabel(), QLabel()
        self.problem.setObjectName("searchWrong")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.count.setObjectName("searchTotal")
        self.index = QLabel()
        self.index.setObjectName("searchIndex")
        self.scopes = {name: self._toggle(f"searchScope.{name}", words) for name, words in self._scope_words().items()}
        self.scopes["text"].setChecked(True)
        self.folds = {name: self._toggle(f"searchFold.{name}", SIGNS[name]) for name in FOLDS}
        for name, words in self._fold_words().items():
            self.folds[name].setAccessibleName(words)
            self.folds[name].setToolTip(words)
        self.narrow = self._menu_button("searchNarrow", self.tr("Narrow"), self.tr("Add a condition"))
        self.narrow_menu = self._menu(self.narrow, "searchNarrowMenu")
        self.narrow_menu.aboutToShow.connect(self.narrowing)
        self.order_button = self._menu_button("searchOrder", "", self.tr("Order of the hits"))
        self.orders = self._make_orders()
        self.deeds = self._menu_button("searchDeeds", self.tr("With the hits"), self.tr("What is done with the hits"))
        self.deeds_menu = self._menu(self.deeds, "searchDeedsMenu")
        self.saved = self._menu_button("searchSaved", self.tr("Searches"), self.tr("Saved and recent searches"))
        self.saved_menu = self._menu(self.saved, "searchSavedMenu")
        self._build()
        self.show_order()

    def _scope_words(self) -> dict[str, str]:
        return {
            "text": self.tr("Text"),
            "notes": self.tr("Notes"),
            "tags": self.tr("Tags"),
            "titles": self.tr("Titles"),
        }

    def _fold_words(self) -> dict[str, str]:
        return {
            "width": self.tr("Full and half width alike"),
            "script": self.tr("Simplified and traditional alike"),
            "case": self.tr("Large and small letters alike"),
        }

    def _order_words(self) -> dict[str, str]:
        return {
            "library": self.tr("By speech"),
            "newest": self.tr("Newest first"),
            "oldest": self.tr("Oldest first"),
            "left": self.tr("By what stands before"),
            "right": self.tr("By what follows"),
        }

    def _toggle(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "option")
        button.setText(words)
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(lambda _: self.changed.emit())
        return button

    def _menu_button(self, name: str, words: str, spoken: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "option")
        button.setText(words)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        button.setIconSize(QSize(12, 12))
        button.setIcon(icon("chevron-down", self._look.soft, 12))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu(self, button: QToolButton, name: str) -> QMenu:
        menu = QMenu(button)
        menu.setObjectName(name)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        button.setMenu(menu)
        return menu

    def _make_orders(self) -> dict[str, QAction]:
        menu, group, made = self._menu(self.order_button, "searchOrderMenu"), QActionGroup(self), dict[str, QAction]()
        for name, words in self._order_words().items():
            made[name] = menu.addAction(words)
            made[name].setObjectName(f"searchOrder.{name}")
            made[name].setCheckable(True)
            group.addAction(made[name])
            made[name].triggered.connect(self._reorder)
        made["library"].setChecked(True)
        return made

    def _reorder(self) -> None:
        self.show_order()
        self.changed.emit()

    def show_order(self) -> None:
        """Say the order on its button."""
        self.order_button.setText(self._order_words()[self.order])

    @property
    def order(self) -> str:
        """One of ORDERS."""
        return next(name for name, action in self.orders.items() if action.isChecked())

    @property
    def asked(self) -> Asked:
        """What is asked now; with nothing chosen to look through, it is the text."""
        scopes = tuple(name for name, button in self.scopes.items() if button.isChecked())
        return Asked(
            self.field.text(), tuple(b.isChecked() for b in self.folds.values()), scopes or ("text",), self.order
        )

    def show_asked(self, asked: Asked) -> None:
        """Ask this; nothing is said of it."""
        self.blockSignals(True)
        self.field.setText(asked.words)
        for on, button in zip(asked.fold, self.folds.values(), strict=True):
            button.setChecked(on)
        for name, button in self.scopes.items():
            button.setChecked(name in asked.scopes)
        self.orders[asked.order].setChecked(True)
        self.show_order()
        self.blockSignals(False)

    def say_wrong(self, words: str) -> None:
        """Say what is wrong with the question; nothing, where nothing is."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def set_theme(self, look: Theme) -> None:
        self._look = self.field.look = look
        for button in (self.narrow, self.order_button, self.deeds, self.saved):
            button.setIcon(icon("chevron-down", look.soft, 12))
        self.field.update()

    def _build(self) -> None:
        first, second, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        first.addWidget(self.field, 1)
        first.addWidget(self.saved)
        _add(second, self.scopes.values())
        second.addSpacing(14)
        _add(second, self.folds.values())
        second.addSpacing(14)
        _add(second, (self.narrow, self.order_button, self.deeds))
        second.addStretch(1)
        second.addWidget(self.index)
        second.addSpacing(14)
        second.addWidget(self.count)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        for row in (first, second):
            row.setSpacing(6)
            column.addLayout(row)
        column.insertWidget(1, self.problem)


def _add(row: QHBoxLayout, widgets: Iterable[QWidget]) -> None:
    for each in widgets:
        row.addWidget(each)
