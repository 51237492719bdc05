"""What is done with hits: gone to, marked with a tag in one step, copied, written as a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu

from core.clock import new_id
from core.files import keep_off
from core.model import Annotation, Change, Span
from core.problem import Problem
from core.search.listing import Head, Line
from gui.parts import plain
from gui.search_room.process import SearchProcess
from gui.targets import kept
from gui.visiting import Visiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.window import MainWindow

CSV, XLSX = ".csv", ".xlsx"
SWATCH = 12
"""Pixels: the square of a tag's colour."""


class HitDeeds(QObject):
    """Acts on the chosen hits; where none is chosen, on all. ``chosen`` tells their lines, None for all."""

    def __init__(self, window: MainWindow, process: SearchProcess, chosen: Callable[[], list[int] | None]) -> None:
        super().__init__(window)
        self._window, self._session, self._process, self._chosen = window, window.session, process, chosen
        self._visiting = Visiting(window)
        self._tag = ""
        process.marked.connect(self._mark)
        process.written.connect(lambda path: window.messages.tell(self.tr("Written: %1").replace("%1", path)))
        process.copied.connect(lambda words: QGuiApplication.clipboard().setText(words))

    # -- going there ---------------------------------------------------------------------------

    def open(self, line: Line | None) -> None:
        """Show the place of a hit on the desk; a speech, where it was left."""
        if line is None:
            return
        span = Span(0, 0) if isinstance(line, Head) else Span(line.start, line.stop)
        self._visiting.visit(line.document, line.title, span)

    # -- the menu ------------------------------------------------------------------------------

    def fill(self, menu: QMenu) -> None:
        """What can be done now."""
        menu.clear()
        some = self._chosen() is not None
        tags = menu.addMenu(self.tr("Mark the chosen hits") if some else self.tr("Mark all hits"))
        tags.setObjectName("searchTagMenu")
        for tag in self._session.tags.values():
            picture = QPixmap(SWATCH, SWATCH)
            picture.fill(QColor(self._window.look.tag(tag.colour)))
            entry = tags.addAction(QIcon(picture), plain(tag.name))
            entry.triggered.connect(lambda _=False, id_=tag.id: self.mark(id_))
        menu.addAction(self.tr("Copy"), self.copy).setObjectName("searchCopy")
        menu.addAction(self.tr("Write as a table…"), self.export).setObjectName("searchExport")

    def mark(self, tag: str) -> None:
        """Mark hits with a tag, in one step, across speeches."""
        self._tag = tag
        self._process.marks(self._chosen())

    def _mark(self, found: list[list[Any]]) -> None:
        change = self._change(found)
        if change and self._session.do(change, self.tr("Mark all hits")):
            count = len(change.annotations)
            self._window.messages.tell(self.tr("%n hit(s) marked.", "", count))

    def _change(self, found: list[list[Any]]) -> Change:
        session, made = self._session, dict[str, Annotation | None]()
        ids = [id_ for *_, id_ in found if id_]
        try:
            standing = session.library.annotations_named(ids) if session.library and ids else {}
        except Problem as problem:
            session.fail(problem)
            return Change()
        now = session.now()
        for document, start, stop, quote, prefix, suffix, id_ in found:
            if (old := standing.get(id_)) is None:
                fresh = new_id()
                text = {"quote": quote, "prefix": prefix, "suffix": suffix, "created": now, "modified": now}
                span, tags = Span(start, stop), (self._tag,)
                made[fresh] = Annotation(fresh, document, span, tags=tags, creator=session.creator, **text)
            elif self._tag not in old.tags:
                made[old.id] = replace(old, tags=(*old.tags, self._tag), modified=now)
        return Change(made)

    def copy(self) -> None:
        """Copy hits as lines of text."""
        self._process.copy(self._chosen())

    def export(self) -> None:
        """Write hits as a table for spreadsheets; the ending decides which."""
        kinds = {f"XLSX (*{XLSX})": XLSX, f"CSV (*{CSV})": CSV}
        words, suggested = self.tr("Write the hits as a table"), self.tr("hits") + XLSX
        name, kind = QFileDialog.getSaveFileName(self._window, words, suggested, ";;".join(kinds))
        if not name:
            return
        if Path(name).suffix.lower() not in kinds.values():
            name += kinds.get(kind, XLSX)
        try:
            keep_off(name, kept(self._session))
        except Problem as problem:
            self._session.fail(problem)
        else:
            self._process.table(name, self._chosen())
