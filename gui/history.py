"""The history of a mark: what it was, when, and what made it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.differences import pieces
from core.model import Annotation, Change, State
from core.problem import Problem
from gui.bin import here
from gui.session import Session
from gui.theme import Theme


class HistoryDialog(QDialog):
    """The states of a mark at the left, the newest first; at the right what each changed."""

    def __init__(self, parent: QWidget, session: Session, mark: str, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History of the mark"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 440)
        self._session, self._mark, self._theme = session, mark, theme
        self._states: list[State] = []
        self.list = QListWidget()
        self.list.setObjectName("historyList")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFixedWidth(236)
        self.text = QTextBrowser()
        self.text.setObjectName("historyText")
        self.text.setAccessibleName(self.tr("What was changed"))
        self.text.setOpenLinks(False)
        self.quote = QLabel()
        self.quote.setObjectName("historyQuote")
        self.quote.setWordWrap(True)
        self.take = self._button("historyTake", self.tr("Take this state again"))
        close = self._button("historyClose", self.tr("Close"))
        self.take.clicked.connect(self._take)
        close.clicked.connect(self.reject)
        columns, row, box = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        columns.setSpacing(14)
        columns.addWidget(self.list)
        columns.addWidget(self.text, 1)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(close)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(12)
        box.addWidget(self.quote)
        box.addLayout(columns, 1)
        box.addLayout(row)
        self.list.currentRowChanged.connect(self._show)
        session.changed.connect(self.fill)
        self.fill()
        self.list.setFocus()

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def fill(self) -> None:
        """Show the history as the library has it now."""
        try:
            known = self._session.library.history(self._mark) if self._session.library else []
        except Problem as problem:
            self._session.fail(problem)
            known = []
        self._states = known[::-1]
        self.list.clear()
        for state in self._states:
            words = state.words or (self.tr("Changed") if state.annotation else self.tr("Deleted"))
            self.list.addItem(f"{here(state.time)}   {words}")
        last = next((state.annotation for state in self._states if state.annotation), None)
        quote = " ".join(last.quote.split()) if last else ""
        self.quote.setText(f"“{quote if len(quote) <= 90 else quote[:89] + '…'}”" if quote else "")
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        shown = 0 <= row < len(self._states)
        state = self._states[row] if shown else None
        self.take.setEnabled(state is not None and state.annotation is not None and row > 0)
        before = self._states[row + 1].annotation if shown and row + 1 < len(self._states) else None
        lines = "".join(f"<p>{line}</p>" for line in self._lines(before, state.annotation)) if state else ""
        self.text.setHtml(f"<div style='line-height:150%'>{lines}</div>")

    def _lines(self, old: Annotation | None, new: Annotation | None) -> Iterator[str]:
        """What became of each part of a mark, in words."""
        if new is None:
            yield self._soft(self.tr("The mark was deleted."))
            return
        if old is None:
            yield self._soft(self.tr("The mark was made."))
        before = old or replace(new, tags=(), note="", stars=0, colour="")
        for words, was, now in (
            (self.tr("Tags"), self._names(before), self._names(new)),
            (self.tr("Stars"), "★" * before.stars, "★" * new.stars),
            (self.tr("Colour"), before.colour, new.colour),
            (self.tr("Note"), before.note, new.note),
            (self.tr("Passage"), before.quote, new.quote),
        ):
            if was or now:
                same = "" if was != now else self._soft(" " + self.tr("(unchanged)"))
                yield f"{self._soft(words)}{same}<br>{self._compared(was, now)}"

    def _names(self, mark: Annotation) -> str:
        return "、".join(self._session.tags[t].name if t in self._session.tags else "?" for t in mark.tags)

    def _soft(self, words: str) -> str:
        return f"<span style='color:{self._theme.soft}'>{escape(words)}</span>"

    def _compared(self, was: str, now: str) -> str:
        looks = {
            "same": "",
            "gone": f"color:{self._theme.accent};text-decoration:line-through",
            "new": f"color:{self._theme.saved};text-decoration:underline",
        }
        parts = ((piece.kind, escape(piece.text).replace("\n", "<br>")) for piece in pieces(was, now))
        return "".join(f"<span style='{looks[kind]}'>{text}</span>" for kind, text in parts)

    def _take(self) -> None:
        """Let the mark be what it was; where it stands only if that was in the same text."""
        state, present = self._states[self.list.currentRow()].annotation, self._session.find(self._mark)
        if state is None:
            return
        tags = tuple(t for t in state.tags if t in self._session.tags)
        new = replace(state, tags=tags, modified="")
        if present is not None and present.document != state.document:
            new = replace(present, tags=tags, note=state.note, stars=state.stars, colour=state.colour, modified="")
        self._session.do(Change({self._mark: new}), self.tr("Former state"))
