"""Finding in the open speech: all hits of what stands in the search field, stepping, and marking them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.model import Span
from core.problem import Problem
from gui import actions as table
from gui.tasks import Task
from gui.way_back import WayBack

if TYPE_CHECKING:
    from core.find import Finder, Query
    from gui.search_options import SearchOptions
    from gui.window import MainWindow

AT_ONCE = 200_000
"""Code points of a text that is searched before the eye notices; a longer one is searched behind."""
PAUSE = 60
"""Milliseconds after the last key before a long text is searched."""
LONGEST = 200
"""Code points of a selected passage that is taken for what is looked for."""

_start = attrgetter("start")


class Finding(QObject):
    """Connects the search field with the pane. An answer that is overtaken by another question is dropped."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.pane)
        self._session, self._pane, self._field, self._marking = (
            window.session,
            window.pane,
            window.top.search,
            window.marking,
        )
        self._settings, self._tasks, self._actions = window.settings, window.opener.tasks, window.actions_by_name
        self._options: SearchOptions | None = None
        self._hits: Sequence[Span] = ()
        self._at, self._way = 0, 0
        self._words, self._problem = "", ""
        self._origin: int | None = None
        self._way_back = WayBack(window.session, window.pane)
        self._finder: tuple[str, Finder] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search_behind)
        self._connect()

    def _connect(self) -> None:
        field = self._field
        for name in table.SEARCHING:
            self._actions[f"search.{name}"].setChecked(self._settings.flag(f"search/{name}", False))
        field.textChanged.connect(self._search)
        field.stepped.connect(self.step)
        field.left.connect(self._leave)
        field.entered.connect(self._enter)
        field.deserted.connect(self._hide_options)
        field.tag_wanted.connect(self._mark_all_by_key)
        self._session.activated.connect(self._look_again)

    # -- the way in and out --------------------------------------------------------------------

    def begin(self) -> None:
        """Let a reader type; a selected passage is what is looked for."""
        speech, span, typing = self._session.current, self._session.selection, self._field.hasFocus()
        self._field.setFocus()
        if speech is not None and not typing:
            self._origin = span.start if len(span) else None
            words = speech.text[span.start : min(span.stop, span.start + LONGEST + 1)]
            if words and len(words) <= LONGEST and "\n" not in words:
                self._take_up(self._as_query(words))
        self._field.selectAll()

    def show(self, words: str) -> None:
        """Look for some words, and go to the next place of them."""
        query = self._as_query(words)
        if query == self._field.text() and self._hits:
            self.step(1)
        else:
            self._origin = self._pane.top_point()
            self._take_up(query)

    def _take_up(self, query: str) -> None:
        if query == self._field.text():
            self._search(query)
        else:
            self._field.setText(query)

    def _enter(self) -> None:
        self._way_back.note()
        if self._options is None:
            from gui.search_options import SearchOptions

            self._options = SearchOptions(self._field, self._actions)
            self._options.say(self._problem)
        self._options.unfold()

    def _as_query(self, words: str) -> str:
        if not self._is_on("regex"):
            return words
        import regex

        return regex.escape(words, special_only=True, literal_spaces=True)

    def _leave(self) -> None:
        """Back to the text, at the hit; Esc once more leads back to where one was before."""
        self._origin = None
        self._pane.setFocus()

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
        self._origin = None
        self._way_back.forget()
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
        if not self._hits:
            self._field.show_count(0, 0, False)
            return
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
        self._way_back.select(self._hits[number])
        self._say_count(number + 1)

    # -- marking all ---------------------------------------------------------------------------

    def mark_all(self) -> None:
        """Offer the tags with which all hits can be marked."""
        if self._hits:
            from gui.marking_all import offer

            offer(self._session, self._marking, self._hits, self._field, self._pane.theme)

    def _mark_all_by_key(self, key: str) -> None:
        from gui.marking_all import by_key

        by_key(self._session, self._marking, self._hits, key)
