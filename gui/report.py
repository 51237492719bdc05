"""What became of the marks when their text was replaced: each can be accepted, put in its place, or left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.anchor import candidates
from core.model import Annotation, Change, Span
from core.versions import accepted, placed
from gui.session import Session
from gui.speech import Speech, order
from gui.theme import Theme

AROUND = 14
"""Code points shown on either side of a place."""
MOST = 4
"""Places offered for an orphan."""
STATES = ("orphan", "changed", "moved")
"""What there is to decide about, the gravest first."""


class ReportDialog(QDialog):
    """The marks of the current speech that are not as they were; the text can be used meanwhile."""

    def __init__(self, parent: QWidget, session: Session, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(self.tr("What became of the marks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 520)
        self._session, self._theme = session, theme
        self.summary, self.before, self.after, self.hint = QLabel(), QLabel(), QLabel(), QLabel()
        self.list = QListWidget()
        self.list.setObjectName("reportList")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places = QListWidget()
        self.places.setObjectName("reportPlaces")
        self.places.setAccessibleName(self.tr("Where it may stand now"))
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.accept_one = self._button("reportAccept", self.tr("Accept"), lambda: self._accept(self._chosen()))
        self.accept_all = self._button("reportAcceptAll", self.tr("Accept all"), lambda: self._accept(self._found()))
        self.place = self._button("reportPlace", self.tr("Put it here"), self._place_at_candidate)
        self.hand = self._button("reportSelection", self.tr("Put it at the selection"), self._place_at_selection)
        self._build()
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self._go())
        self.places.currentRowChanged.connect(self._look)
        session.changed.connect(self._refill)
        session.selected.connect(lambda *_: self._offer())
        session.activated.connect(self._refill)
        self._refill()

    # -- building ------------------------------------------------------------------------------

    def _button(self, name: str, words: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        return button

    def _build(self) -> None:
        for label, name in ((self.before, "reportBefore"), (self.after, "reportAfter"), (self.hint, "reportHint")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        sides = QHBoxLayout()
        sides.setSpacing(18)
        for words, label in ((self.tr("As it was marked"), self.before), (self.tr("As it is now"), self.after)):
            side = QVBoxLayout()
            head = QLabel(words)
            head.setProperty("role", "heading")
            side.addWidget(head)
            side.addWidget(label, 1)
            sides.addLayout(side, 1)
        buttons = QHBoxLayout()
        for button in (self.accept_one, self.place, self.hand):
            buttons.addWidget(button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(sides, 3)
        right.addWidget(self.hint)
        right.addWidget(self.places, 2)
        right.addLayout(buttons)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.list, 2)
        columns.addLayout(right, 3)
        close = self._button("dialogClose", self.tr("Close"), self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.accept_all)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(14)
        box.addWidget(self.summary)
        box.addLayout(columns, 1)
        box.addLayout(foot)

    # -- what there is -------------------------------------------------------------------------

    @property
    def _speech(self) -> Speech | None:
        return self._session.current

    def _marks(self) -> list[Annotation]:
        """The marks to decide about, the gravest first, then by their place."""
        marks = self._speech.marks.values() if self._speech else ()
        return sorted((m for m in marks if m.state in STATES), key=lambda m: (STATES.index(m.state), order(m)))

    def _refill(self, *_: object) -> None:
        marks, row = self._marks(), self.list.currentRow()
        names = {"orphan": self.tr("lost"), "changed": self.tr("changed"), "moved": self.tr("moved")}
        counts = {state: sum(mark.state == state for mark in marks) for state in STATES}
        parts = [f"{names[state]} {count}" for state, count in counts.items() if count]
        self.summary.setText(" · ".join(parts) or self.tr("Every mark is in its place."))
        self.list.blockSignals(True)
        self.list.clear()
        for mark in marks:
            item = QListWidgetItem(f"{names[mark.state]}\u3000{' '.join(mark.quote.split())}")
            item.setData(Qt.ItemDataRole.UserRole, mark.id)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(marks) - 1)))
        self.list.blockSignals(False)
        self._show()

    def _chosen(self) -> list[Annotation]:
        item = self.list.currentItem()
        id_ = item.data(Qt.ItemDataRole.UserRole) if item else None
        mark = self._speech.marks.get(id_) if self._speech and id_ else None
        return [mark] if mark else []

    def _found(self) -> list[Annotation]:
        return [mark for mark in self._marks() if mark.span]

    def _show(self, *_: object) -> None:
        """Show the chosen mark: what was marked beside what stands there, or where it may stand now."""
        mark = next(iter(self._chosen()), None)
        speech = self._speech
        now = speech.text[mark.span.start : mark.span.stop] if speech and mark and mark.span else ""
        was = mark.quote if mark else ""
        self.before.setText(marked_up(was, now if now else was, self._theme))
        self.after.setText(marked_up(now, was, self._theme) if now else "—")
        former = self.tr("It stood under: %1").replace("%1", mark.former) if mark and mark.former else ""
        self.hint.setText(escape(former))
        self.hint.setVisible(bool(former))
        self._fill_places(speech, mark)
        self._offer()
        if mark is not None and mark.span is not None and speech is not None:
            self._session.pick(mark.id)

    def _fill_places(self, speech: Speech | None, mark: Annotation | None) -> None:
        self.places.blockSignals(True)
        self.places.clear()
        if speech is not None and mark is not None and mark.span is None:
            for span in _likely(speech.text, mark):
                item = QListWidgetItem(in_context(speech.text, span))
                item.setData(Qt.ItemDataRole.UserRole, (span.start, span.stop))
                self.places.addItem(item)
        self.places.setVisible(self.places.count() > 0)
        self.places.blockSignals(False)

    def _offer(self) -> None:
        """Let only be pressed what can be done."""
        mark = next(iter(self._chosen()), None)
        self.accept_one.setVisible(mark is not None and mark.span is not None)
        self.place.setVisible(self.places.count() > 0)
        self.place.setEnabled(self.places.currentRow() >= 0)
        self.hand.setVisible(mark is not None)
        self.hand.setEnabled(len(self._session.selection) > 0)
        self.accept_all.setVisible(bool(self._found()))

    # -- what is done --------------------------------------------------------------------------

    def _accept(self, marks: Iterable[Annotation]) -> None:
        self._session.do(accepted({mark.id: mark for mark in marks}), self.tr("Accept"))

    def _look(self, row: int) -> None:
        """Show a place in the text."""
        if row >= 0:
            self._session.go(Span(*self.places.item(row).data(Qt.ItemDataRole.UserRole)))
        self._offer()

    def _go(self) -> None:
        for mark in self._chosen():
            if mark.span is not None:
                self._session.go(mark.span)

    def _place_at_candidate(self) -> None:
        item = self.places.currentItem()
        if item is not None:
            self._put(Span(*item.data(Qt.ItemDataRole.UserRole)))

    def _place_at_selection(self) -> None:
        self._put(self._session.selection)

    def _put(self, span: Span) -> None:
        for mark in self._chosen():
            if len(span):
                self._session.do(Change({mark.id: placed(mark, span)}), self.tr("Put in its place"))


def _likely(text: str, mark: Annotation) -> list[Span]:
    """Where an orphan may stand: by its words and what stood around them, then by its words alone."""
    found = [*candidates(text, mark.quote, mark.prefix, mark.suffix), *candidates(text, mark.quote)]
    return list(dict.fromkeys(Span(each.start, each.stop) for each in found))[:MOST]


def marked_up(words: str, other: str, theme: Theme) -> str:
    """Words as rich text, what the other ones lack underlined in the accent's colour."""
    parts: list[str] = []
    for tag, start, stop, _, _ in SequenceMatcher(None, words, other, autojunk=False).get_opcodes():
        text = escape(words[start:stop]).replace("\n", "<br>")
        parts.append(text if tag == "equal" or not text else f'<u style="color:{theme.accent}">{text}</u>')
    return "".join(parts)


def in_context(text: str, span: Span) -> str:
    """A passage with a little of what stands around it, on one line."""
    left, right = text[max(0, span.start - AROUND) : span.start], text[span.stop : span.stop + AROUND]
    return " ".join(f"…{left}【{text[span.start : span.stop]}】{right}…".split())
