"""The search room: a question, and its hits in all speeches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout

from core.search.language import narrowed
from gui.parts import restyle, selected_runs
from gui.rooms import RoomPage
from gui.search_room.hit_deeds import HitDeeds
from gui.search_room.hit_model import HitModel
from gui.search_room.hit_view import HitView
from gui.search_room.narrowing import Narrowing
from gui.search_room.process import SearchProcess
from gui.search_room.saved import SavedSearches
from gui.search_room.search_bar import Asked, SearchBar
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.window import MainWindow

PAUSE = 220
"""Milliseconds after the last key before a question is asked."""
LONGEST = 60
"""Code points of a selection that is taken over as the question."""


class SearchRoom(RoomPage):
    """Type to search; Down goes into the hits, Enter opens one, Escape goes back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("searchRoom")
        self.setAccessibleName(self.tr("Search"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._session = window, window.session
        self.process = SearchProcess(self._session.language, self)
        self.bar, self.model = SearchBar(window.look), HitModel(self.process)
        self.list = HitView(self.model, window.look)
        self.hint = self._make_hint()
        self.deeds = HitDeeds(window, self.process, self.chosen)
        self.saved = SavedSearches(self.bar.saved_menu, window.settings, lambda: self.bar.asked, self.show_asked)
        self._narrowing = Narrowing(self.bar.narrow_menu, self._session, self.narrow)
        self._looked_for = Asked()
        self._done = True
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._build()
        self._connect()

    def _make_hint(self) -> QLabel:
        hint = QLabel()
        hint.setObjectName("searchHint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        return hint

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.hint, 1)
        column.addWidget(self.list, 1)
        self._show_hint()

    def _connect(self) -> None:
        bar, process, field = self.bar, self.process, self.bar.field
        field.textChanged.connect(lambda _: self._typing.start())
        field.asked.connect(lambda: self.ask())
        field.entered_list.connect(lambda: self.enter_list())
        field.left.connect(lambda: self._window.rooms.read())
        self._typing.timeout.connect(lambda: self.ask())
        bar.changed.connect(lambda: self.ask())
        bar.narrowing.connect(lambda: self._narrowing.fill())
        bar.deeds_menu.aboutToShow.connect(lambda: self.deeds.fill(bar.deeds_menu))
        self.list.left.connect(lambda: field.setFocus())
        self.list.typed.connect(lambda words: self._type(words))
        self.list.copied.connect(lambda: self.copy())
        self.list.opened.connect(lambda index: self.open(index))
        process.progressed.connect(self._progress)
        process.wrong.connect(self._wrong)
        process.failed.connect(self._fail)
        process.index_failed.connect(self._session.failed)
        process.indexing.connect(self._tell_index)
        self._window.closed.connect(lambda _: process.stop())

    def enter(self) -> None:
        if self._session.library is not None:
            self.process.start(self._session.library.path)
            self.process.index(self._session.library.path)
        self.bar.field.setFocus()
        self.bar.field.selectAll()
        self.ask()

    def take(self, words: str) -> None:
        """Search for what is selected on the desk."""
        if words.strip() and len(words) <= LONGEST and "\n" not in words and '"' not in words:
            self.bar.field.setText(f'"{words}"' if " " in words.strip() else words)

    def set_theme(self, look: Theme) -> None:
        self.bar.set_theme(look)
        self.list.delegate.look = look
        self.list.viewport().update()

    def chosen(self) -> list[int] | None:
        """The chosen lines; None where all are, or only the one is that one stands on."""
        runs = [range(run.top(), run.bottom() + 1) for run in selected_runs(self.list)]
        count = sum(map(len, runs))
        return sorted(line for run in runs for line in run) if 1 < count < self.model.rowCount() else None

    # -- asking --------------------------------------------------------------------------------

    def show_asked(self, asked: Asked) -> None:
        """Ask something that was kept."""
        self.bar.show_asked(asked)
        self.ask()

    def narrow(self, condition: str) -> None:
        """Write one more condition into the question."""
        self.bar.field.setText(narrowed(self.bar.field.text(), condition))
        self.bar.field.setFocus()

    def ask(self) -> None:
        """Look for what is asked now."""
        self._typing.stop()
        asked, library = self.bar.asked, self._session.library
        if not asked.words.strip() or library is None:
            self._clear()
            return
        self._looked_for, self._done = asked, False
        self.bar.say_wrong("")
        self.bar.field.mark_wrong(None)
        self.model.clear()
        self.list.delegate.by_context = asked.order in ("left", "right")
        self.process.ask(library.path, asked.record())

    def _clear(self) -> None:
        self._looked_for = Asked()
        self.model.clear()
        self.bar.count.clear()
        self.bar.say_wrong("")
        self._show_hint()

    def _progress(self, hits: int, speeches: int, lines: int, done: bool) -> None:
        self._done = done
        self.model.grow(lines)
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(min(1, lines - 1) if self._has_heads() else 0, 0))
        words = self.tr("%1 hits in %2 speeches").replace("%1", f"{hits:,}").replace("%2", f"{speeches:,}")
        self.bar.count.setText(words if done else f"{words} …")
        if done and hits:
            self.saved.remember(self._looked_for)
        self._show_hint()

    def _has_heads(self) -> bool:
        return self._looked_for.order not in ("left", "right")

    def _wrong(self, sentence: str, start: int, stop: int) -> None:
        self.bar.say_wrong(sentence)
        self.bar.field.mark_wrong((start, stop))
        restyle(self.bar.field, "none", False)
        self.bar.count.clear()
        self._done = True
        self._show_hint()

    def _fail(self, sentence: str) -> None:
        self._done = True
        self._session.failed.emit(sentence)

    def _tell_index(self, done: int, of: int) -> None:
        words = self.tr("Index: %1 of %2 speeches").replace("%1", f"{done:,}").replace("%2", f"{of:,}")
        self.bar.index.setText(words if of > done else "")

    def _show_hint(self) -> None:
        """Say what one can do where there are no hits."""
        empty = not self.model.rowCount()
        if not self._looked_for.words:
            self.hint.setText(self.tr("Type to search all speeches."))
        elif self._done and not self.bar.problem.text():
            self.hint.setText(self.tr("Nothing was found."))
        else:
            self.hint.setText("")
        self.hint.setVisible(empty)
        self.list.setVisible(not empty)

    # -- hits ----------------------------------------------------------------------------------

    def enter_list(self) -> None:
        """Go into the hits."""
        if self.model.rowCount():
            self.list.setFocus()

    def _type(self, words: str) -> None:
        self.bar.field.setFocus()
        self.bar.field.end(False)
        self.bar.field.insert(words)

    def copy(self) -> None:
        """Copy the chosen hits, or the one that one stands on."""
        runs = [(run.top(), run.bottom()) for run in selected_runs(self.list)]
        alone = len(runs) == 1 and runs[0][0] == runs[0][1]
        self.process.copy([runs[0][0]] if alone else self.chosen())

    def open(self, index: QModelIndex) -> None:
        """Show the place of a hit on the desk."""
        self.deeds.open(self.model.at(index.row()))
