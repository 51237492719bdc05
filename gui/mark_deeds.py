"""What is done with marks beside tagging them: stars, colours, history, bin, export, and what the list shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor

from gui import actions as table

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QMenu

    from gui.window import MainWindow


class MarkDeeds(QObject):
    """Acts on the current mark, or on all that are chosen in the list."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._marking = window, window.session, window.marking
        window.side.filled.connect(self._adopt_list)

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action calls."""
        return {
            **{f"annotate.star.{n}": self._starrer(int(n)) for n in table.STARS},
            "annotate.colour": self.choose_colour,
            "annotate.history": self.show_history,
            "annotate.export": self.export,
            "marks.filter": self.filter,
            "marks.all": lambda: self._window.marks.filter.clear(),
            "compare.colleagues": self.compare,
            "view.bin": self.show_bin,
            "edit.selectAll": self.select_all,
            "annotate.delete": self.delete,
        }

    def _starrer(self, stars: int) -> Callable[[], None]:
        return lambda: self._marking.star(stars)

    def delete(self) -> None:
        """Take the marks meant out; what was typed for them is deleted with them, and comes back with them."""
        self._session.noted.emit()
        self._marking.delete([mark.id for mark in self._marking.targets()])

    def select_all(self) -> None:
        """All cards of the list while one is there, else all words."""
        cards = self._window.marks.list
        if cards.hasFocus():
            cards.selectAll()
        else:
            self._window.pane.select_all()

    def filter(self) -> None:
        """Let a reader type what the list is to show."""
        if self._window.side.isHidden():
            self._window.actions_by_name["view.marks"].trigger()
        self._window.marks.filter.field.setFocus()
        self._window.marks.filter.field.selectAll()

    def export(self) -> None:
        """Write the marks chosen, or the current one, in a form and a place of the reader's choice."""
        self._session.noted.emit()
        if self._marking.targets():
            from gui.export_dialog import show

            show(self._window, "chosen")

    def show_history(self) -> None:
        """What the current mark was, and when."""
        self._session.noted.emit()
        if self._session.mark is not None:
            from gui.history import HistoryDialog

            HistoryDialog(self._window, self._session, self._session.mark.id, self._window.look).open()

    def compare(self) -> None:
        """The marks of two readers beside each other."""
        self._session.noted.emit()
        from gui.comparing import CompareDialog

        window = self._window
        dialog = window.findChild(CompareDialog)
        if not isinstance(dialog, CompareDialog):
            dialog = CompareDialog(window, self._session, window.opener.tasks, window.look)
            dialog.addActions([window.actions_by_name[f"edit.{name}"] for name in ("undo", "redo")])
            dialog.import_wanted.connect(window.actions_by_name["file.import"].trigger)
        dialog.show()
        dialog.activateWindow()

    def show_bin(self) -> None:
        """The marks that were deleted."""
        self._session.noted.emit()
        from gui.bin import BinDialog

        BinDialog(self._window, self._session, self._window.look).open()

    # -- menus ---------------------------------------------------------------------------------

    def choose_colour(self) -> None:
        """The palette, by the current card or the mouse."""
        from PySide6.QtWidgets import QMenu

        if self._marking.addressed() or len(self._session.selection):
            menu = QMenu(self._window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._fill_colours(menu)
            menu.popup(self._by_card())

    def _fill_colours(self, menu: QMenu) -> None:
        from gui.colours import fill

        marks = self._marking.addressed()
        fill(menu, self._window.look, marks[0].colour if marks else "", self._marking.colour)
        if any(mark.tags for mark in marks):
            menu.addSeparator()
            menu.addAction(self.tr("Seen where a mark has no tag")).setEnabled(False)

    def _by_card(self) -> QPoint:
        cards = self._window.marks.list
        if not cards.hasFocus() or not cards.currentIndex().isValid():
            return QCursor.pos()
        return cards.viewport().mapToGlobal(cards.visualRect(cards.currentIndex()).bottomLeft() + QPoint(18, 0))

    def _adopt_list(self) -> None:
        cards = self._window.marks.list
        cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        cards.customContextMenuRequested.connect(self._show_menu)
        cards.carried = self._carried

    def _carried(self) -> QMimeData | None:
        """What a drag of the cards chosen takes along."""
        found = (self._session.find(id_) for id_ in self._window.marks.list.chosen())
        return self._window.deeds.copying.carried(mark for mark in found if mark is not None)

    def _show_menu(self, at: QPoint) -> None:
        from PySide6.QtWidgets import QMenu

        if not self._marking.targets():
            return
        menu = QMenu(self._window)
        menu.setObjectName("markMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self._window.marks.list.viewport().mapToGlobal(at))

    def fill_menu(self, menu: QMenu) -> None:
        """What is done with the marks chosen."""
        actions = self._window.actions_by_name
        self._window.deeds.fill_tags(menu)
        menu.addSeparator()
        self.fill_more(menu)
        menu.addSeparator()
        for name in ("annotate.note", "edit.copyWithSource"):
            menu.addAction(actions[name])
        copies = menu.addMenu(self.tr("Copy as"))
        copies.aboutToShow.connect(lambda: copies.isEmpty() and self._window.deeds.copying.fill(copies))
        for name in ("annotate.export", "annotate.history", "annotate.delete"):
            menu.addAction(actions[name])

    def fill_more(self, menu: QMenu) -> None:
        """Stars and colours, each in a menu of its own."""
        stars = menu.addMenu(self.tr("Stars"))
        for n in table.STARS:
            stars.addAction(self._window.actions_by_name[f"annotate.star.{n}"])
        self._fill_colours(menu.addMenu(self.tr("Colour")))
