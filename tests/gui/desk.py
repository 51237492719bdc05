"""A reader at the window: real keys and clicks on one side, the library as another program reads it on the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Annotation, Span
from gui.app import App, build
from gui.panels.note import PAUSE
from gui.settings import Settings
from tests.gui.own_speech import TEXT, find

Found = TypeVar("Found", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LONG = 5000
"""Milliseconds after which a test stops waiting."""

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Marks a test in which a menu or dialog comes up: Qt's platform without a screen warns that it cannot raise
windows or grab keys."""

TAGS = ("金句", "数据", "提法", "案例", "问题", "举措", "目标", "过渡", "待查")
"""The tags of a new library, in the order of their keys 1 to 9."""


class Desk:
    """One window on a library of its own. Positions are code points of the current speech."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        files: Iterable[Path] = (),
        *,
        library: Path | None = None,
        language: str = "en",
        theme: str = "light",
        words: bool = False,
        show: bool = True,
    ) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.path = library or folder / "library.sqlite"
        self.settings = Settings(folder / "settings.ini")
        self._clock = 0
        self.window = build(self.path, files, self.settings, language=language, theme=theme)
        self.app = cast("App", self.window.app)
        self.session, self.pane = self.app.session, self.window.pane
        if not words:
            self.app.words.stop()
        if show:
            self.show()

    def show(self) -> None:
        """Show the window, and bring it to the front."""
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        """Close the window as a reader does; a second time nothing happens."""
        window = self.app.window
        if window is not None:
            window.close()

    def again(self) -> Desk:
        """This desk with the window that took the former one's place."""
        window = self.app.window
        assert window is not None
        self.window, self.pane = window, window.pane
        self.show()
        return self

    def discard(self) -> None:
        """Close the window and free it, before its library's folder goes."""
        self.close()
        window, self.app.window = self.app.window, None
        if window is not None:
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]

    # -- what there is -------------------------------------------------------------------------

    @property
    def text(self) -> str:
        assert self.session.current is not None
        return self.session.current.text

    @property
    def selected(self) -> str:
        """The selected text, as the pane shows it."""
        span = self.pane.caret.span
        return self.text[span.start : span.stop]

    @property
    def status(self) -> str:
        return self.window.status.state.text()

    @property
    def message(self) -> str:
        return self.window.messages.words

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library as another program finds it at this moment: a copy that SQLite itself makes."""
        copy = self.folder / "copy.sqlite"
        with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        with Library(copy) as library:
            yield library

    @property
    def marks(self) -> list[Annotation]:
        """The marks of the speech as they stand in the library."""
        assert self.session.current is not None
        with self.library() as library:
            return list(library.annotations(self.session.current.digest).values())

    @property
    def mark(self) -> Annotation:
        """The only mark in the library."""
        (only,) = self.marks
        return only

    def tags_of(self, mark: Annotation) -> list[str]:
        return [self.session.tags[id_].name for id_ in mark.tags]

    @property
    def quotes(self) -> list[str | None]:
        """The quotes of the list of marks, from top to bottom; None for a heading among them."""
        model = self.window.marks.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def tree(self) -> QTreeView:
        return self.window.outline.tree

    def find(self, kind: type[Found], name: str) -> Found:
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def splitter(self, name: str) -> QSplitter:
        return self.find(QSplitter, name)

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, name)
        assert isinstance(found, QAction), name
        return found

    def row(self, words: str) -> QModelIndex:
        """The row of the tree that begins with some words."""
        model = self.tree.model()
        start = model.index(0, 0)
        flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
        (index,) = model.match(start, Qt.ItemDataRole.DisplayRole, words, -1, flags)
        return index

    # -- keys ----------------------------------------------------------------------------------

    def press(self, *keys: Qt.Key | str, on: QWidget | None = None, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other, where the focus is or on a widget."""
        for key in keys:
            target = on or QApplication.focusWidget() or self.window
            QTest.keyClick(target, key, held)  # type: ignore[call-overload]

    def go(self, point: int) -> None:
        """Put the caret before a character: a click on it, and arrows for the rest."""
        self.click(point)
        while self.pane.caret.point < point:
            self.press(Qt.Key.Key_Right, on=self.pane)
        while self.pane.caret.point > point:
            self.press(Qt.Key.Key_Left, on=self.pane)

    def extend(self, key: Qt.Key, times: int = 1) -> None:
        """Press a key some times while Shift is held, and let go of Shift."""
        QTest.keyPress(self.pane, Qt.Key.Key_Shift)
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.pane, QKeyEvent(kind, key, SHIFT))
        QTest.keyRelease(self.pane, Qt.Key.Key_Shift)

    def type(self, words: str, on: QWidget | None = None) -> None:
        target = on or QApplication.focusWidget()
        assert target is not None
        for character in words:
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key.Key_unknown, character, NONE)

    def wait_until_saved(self) -> None:
        """Wait until a note that was typed has been written: its pause, and no longer."""
        self.qtbot.waitUntil(lambda: self.status in ("Saved", "已保存"), timeout=PAUSE + LONG)

    def wait_until_read(self) -> None:
        """Wait until all files have been read."""
        self.qtbot.waitUntil(lambda: not self.app.tasks.busy, timeout=LONG)

    # -- the mouse -----------------------------------------------------------------------------

    def place(self, point: int) -> QPoint:
        """The middle of a character in the viewport; scrolls to it where it is out of sight."""
        page = self.pane.page
        assert page is not None
        self.pane.ensure_visible(point)
        index = page.block_of(point)
        box = next(page.laid(index).rects(point, point + 1)).translated(0, page.text_top(index))
        dx, dy = self.pane.place(QPoint(0, 0))
        return QPoint(round(box.center().x() - dx), round(box.center().y() - dy))

    def edge(self, point: int) -> QPoint:
        """The left edge of a character in the viewport, where a drag begins or ends."""
        page = self.pane.page
        assert page is not None
        self.pane.ensure_visible(point)
        box = page.caret(point)
        dx, dy = self.pane.place(QPoint(0, 0))
        return QPoint(round(box.x() - dx), round(box.center().y() - dy))

    def click(self, point: int, times: int = 1, held: Qt.KeyboardModifier = NONE) -> None:
        """Click a character once, twice or three times, each within the time of a double-click."""
        at = self.place(point)
        self._clock += 10_000
        for number in range(times):
            press = QEvent.Type.MouseButtonDblClick if number == 1 else QEvent.Type.MouseButtonPress
            for kind in (press, QEvent.Type.MouseButtonRelease):
                self._mouse(kind, at, self._clock + 60 * number, held)

    def drag(self, start: int, stop: int, over: Iterable[int] = ()) -> None:
        """Select from one position to another with the button held."""
        self._clock += 10_000
        self._mouse(QEvent.Type.MouseButtonPress, self.edge(start), self._clock)
        for point in (*over, stop):
            self._mouse(QEvent.Type.MouseMove, self.edge(point), self._clock)
        self._mouse(QEvent.Type.MouseButtonRelease, self.edge(stop), self._clock)

    def _mouse(self, kind: QEvent.Type, at: QPoint, when: int, held: Qt.KeyboardModifier = NONE) -> None:
        viewport = self.pane.viewport()
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        there = QPointF(at)
        event = QMouseEvent(kind, there, QPointF(viewport.mapToGlobal(at)), button, buttons, held)
        event.setTimestamp(when)
        QApplication.sendEvent(viewport, event)

    # -- what readers do -----------------------------------------------------------------------

    def select(self, words: str) -> Span:
        """Select the one place of some words of our own speech with the mouse."""
        start, stop = find(words)
        self.drag(start, stop)
        assert self.selected == words
        return Span(start, stop)

    def select_here(self, words: str) -> Span:
        """Select the first place of some words of the speech in front."""
        start = self.text.index(words)
        self.drag(start, start + len(words))
        return Span(start, start + len(words))

    def tag(self, words: str, key: str = "1") -> Annotation:
        """Select some words and press a tag's key; the mark as it stands in the library."""
        span = self.select(words)
        self.press(key, on=self.pane)
        return next(mark for mark in self.marks if mark.span == span)


def speech_file(folder: Path, name: str = "speech.txt", text: str = TEXT) -> Path:
    """A file with a speech."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
