"""Finding in the open speech: all hits of what stands in the search field, stepping, and marking them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from core.model import Span
from core.problem import Problem
from gui import actions as table
from gui.caret import Caret
from gui.parts import plain
from gui.search_field import SearchField
from gui.session import Session
from gui.settings import Settings
from gui.tasks import Task, Tasks
from gui.text_pane import TextPane

if TYPE_CHECKING:
    from core.find import Finder, Query
    from gui.marking import Marking
    from gui.search_options import SearchOptions

AT_ONCE = 200_000
"""Code points of a text that is searched before the eye notices; a longer one is searched behind."""
PAUSE = 60
"""Milliseconds after the last key before a long text is searched."""
LONGEST = 200
"""Code points of a selected passage that is taken for what is looked for."""

_start = attrgetter("start")


class Place(NamedTuple):
    """Where a reader was before a search: in which speech, the caret, and how far the page was scrolled."""

    digest: str
    caret: Caret
    scroll: int


class Finding(QObject):
    """Connects the search field with the pane. An answer that is overtaken by another question is dropped."""

    def __init__(
        self,
        session: Session,
        pane: TextPane,
        field: SearchField,
        marking: Marking,
        settings: Settings,
        tasks: Tasks,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(pane)
        self._session, self._pane, self._field, self._marking = session, pane, field, marking
        self._settings, self._tasks, self._actions = settings, tasks, actions
        self._options: SearchOptions | None = None
        self._hits: Sequence[Span] = ()
        self._at, self._way = 0, 0
        self._words, self._problem = "", ""
        self._origin: int | None = None
        self._before: Place | None = None
        self._finder: tuple[str, Finder] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search_behind)
        self._connect()

    def _connect(self) -> None:
        field, session = self._field, self._session
        for name in table.SEARCHING:
            self._actions[f"search.{name}"].setChecked(self._settings.flag(f"search/{name}", False))
        field.textChanged.connect(self._search)
        field.stepped.connect(self.step)
        field.left.connect(self._leave)
        field.entered.connect(self._enter)
        field.deserted.connect(self._hide_options)
        field.tag_wanted.connect(self._mark_all_by_key)
        session.activated.connect(self._look_again)
        session.selected.connect(self._stay)
        self._pane.scrolled.connect(self._stay)
        self._pane.escaped.connect(self._go_back)

    # -- the way in and out --------------------------------------------------------------------

    def begin(self) -> None:
        """Let a reader type; a selected passage is what is looked for."""
        speech, span = self._session.current, self._session.selection
        if speech is not None and not self._field.hasFocus():
            self._note_place()
            self._origin = span.start if len(span) else None
            words = speech.text[span.start : min(span.stop, span.start + LONGEST + 1)]
            if words and len(words) <= LONGEST and "\n" not in words:
                self._field.setText(self._as_query(words))
        self._field.begin()

    def _enter(self) -> None:
        self._note_place()
        if self._options is None:
            from gui.search_options import SearchOptions

            self._options = SearchOptions(self._field, self._actions)
            self._options.say(self._problem)
        self._options.unfold()

    def _note_place(self) -> None:
        if self._before is None and self._session.current is not None:
            scroll = self._pane.verticalScrollBar().value()
            self._before = Place(self._session.current.digest, self._pane.caret, scroll)

    def _as_query(self, words: str) -> str:
        if not self._is_on("regex"):
            return words
        import regex

        return regex.escape(words, special_only=True, literal_spaces=True)

    def _leave(self) -> None:
        """Back to the text, at the hit; Esc once more leads back to where one was before."""
        self._origin = None
        self._pane.setFocus()

    def _go_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and self._session.current and before.digest == self._session.current.digest:
            self._pane.set_caret(before.caret, follow=False)
            self._pane.verticalScrollBar().setValue(before.scroll)

    def _stay(self) -> None:
        """A reader who moves on from a hit is not taken back any more."""
        if self._pane.hasFocus():
            self._before = None

    def _hide_options(self) -> None:
        if self._options is not None:
            self._options.hide()

    # -- looking -------------------------------------------------------------------------------

    def set_option(self, name: str, on: bool) -> None:
        """Take more, or less, for the same; keep it so."""
        self._settings.keep(f"search/{name}", on)
        self._search(self._field.text())

    def _is_on(self, name: str) -> bool:
        return self._actions[f"search.{name}"].isChecked()

    def _query(self) -> Query:
        from core.find import Query
        from core.folding import Fold

        fold = Fold(self._is_on("width"), self._is_on("script"), self._is_on("case"))
        return Query(self._field.text(), fold, self._is_on("regex"))

    def _look_again(self, _: str) -> None:
        self._origin = self._before = None
        self._look(0)

    def _search(self, words: str) -> None:
        if words and self._origin is None:
            self._origin = self._pane.top_point()
        self._words = words or self._words
        self._look(1)

    def _look(self, way: int) -> None:
        """Find all hits, then go a ``way``; with 0 go to none: the next step leads to the first in view or after it."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._way, speech = way, self._session.current
        if speech is None or not self._field.text():
            self._take([])
        elif len(speech.text) <= AT_ONCE and not self._is_on("regex"):
            self._take(self._find(speech.text).hits(self._query()))
        else:
            self._field.show_working()
            self._timer.start()

    def _find(self, text: str) -> Finder:
        """What finds in the text of the speech; it is kept for the next key."""
        from core.find import Finder

        if self._finder is None or self._finder[0] is not text:
            self._finder = (text, Finder(text))
        return self._finder[1]

    def _search_behind(self) -> None:
        if self._session.current is not None:
            finder = self._find(self._session.current.text)
            self._task = self._tasks.run(finder.hits, self._query(), then=self._take, fail=self._fail)

    def _take(self, hits: Sequence[Span]) -> None:
        self._task, self._hits = None, hits
        self._say_problem("")
        self._pane.set_hits(hits)
        origin = self._pane.top_point() if self._origin is None else self._origin
        self._at = bisect_left(hits, origin, key=_start) - 1
        way, self._way = self._way, 0
        self._say_count(0)
        if way and hits:
            self._at += way < 0
            self.step(way)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._take([])
        self._say_problem(error.say(self._session.language))

    def _say_problem(self, words: str) -> None:
        self._problem = words
        if self._options is not None:
            self._options.say(words)

    def _say_count(self, number: int) -> None:
        from core.find import MOST

        self._field.show_count(number, len(self._hits), len(self._hits) == MOST)

    # -- stepping ------------------------------------------------------------------------------

    def step(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end: from where one is, if one is in the text.

        Where the field is empty, the hits are those of what was looked for last.
        """
        if self._pane.hasFocus():
            span = self._pane.caret.span
            self._origin = span.stop if way > 0 else span.start
            self._at = bisect_left(self._hits, self._origin, key=_start) - (way > 0)
        if not self._field.text() and self._words:
            self._field.blockSignals(True)
            self._field.setText(self._words)
            self._field.blockSignals(False)
            self._look(way)
        elif self._task is not None or self._timer.isActive():
            self._way = way
        elif self._hits:
            self._show((self._at + way) % len(self._hits))

    def _show(self, number: int) -> None:
        self._at, self._origin = number, self._hits[number].start
        before = self._before
        self._pane.select(self._hits[number])
        self._before = before
        self._say_count(number + 1)

    # -- marking all ---------------------------------------------------------------------------

    def mark_all(self) -> None:
        """Offer the tags with which all hits can be marked."""
        if not self._hits:
            return
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self._field)
        menu.setObjectName("markAllMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tag in self._session.tags.values():
            entry = menu.addAction(plain(tag.name) + (f"\tAlt+{tag.key}" if tag.key in table.TAG_KEYS else ""))
            entry.triggered.connect(lambda _=False, id_=tag.id: self._marking.mark_all(self._hits, (id_,)))
        menu.popup(self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))

    def _mark_all_by_key(self, key: str) -> None:
        self._marking.mark_all(self._hits, [tag.id for tag in self._session.tags.values() if tag.key == key])
