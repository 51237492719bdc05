"""The status bar: saved or not, where one is, what is selected, how many marks, how far."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.parts import Elided
from gui.session import Session
from gui.theme import Theme


class StatusBar(QWidget):
    """One quiet line at the foot of the window."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._session = session
        self.dot = Dot(theme)
        self.state, self.place = QLabel(), Elided()
        self.chosen, self.marks, self.share = QLabel(), QLabel(), QLabel()
        names = {"saveState": self.state, "place": self.place, "chosen": self.chosen, "markTotal": self.marks}
        for name, label in {**names, "share": self.share}.items():
            label.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.dot)
        row.addWidget(self.state)
        row.addSpacing(14)
        row.addWidget(self.place, 1)
        for label in (self.chosen, self.marks, self.share):
            row.addSpacing(14)
            row.addWidget(label)
        session.activated.connect(self._show_all)
        session.changed.connect(self._show_marks)
        session.selected.connect(self._show_selection)
        session.reading.connect(self._show_place)
        session.reshaped.connect(self._show_place)
        session.recalled.connect(self._show_marks)
        session.saving.connect(self.show_state)
        self._show_all()

    def set_theme(self, theme: Theme) -> None:
        self.dot.theme = theme
        self.dot.update()

    def _show_all(self, *_: object) -> None:
        if self._session.library is None:
            state = "off"
        elif self._session.library.read_only:
            state = "locked"
        else:
            state = "saved" if self._session.current else ""
        self.show_state(state)
        self._show_place()
        self._show_selection()
        self._show_marks()

    def show_state(self, state: str) -> None:
        """``saved``, ``saving``, ``failed``, ``locked`` (read only), ``off`` (no library) or empty."""
        words = {
            "saved": self.tr("Saved"),
            "saving": self.tr("Saving…"),
            "failed": self.tr("Not saved"),
            "locked": self.tr("Read only"),
            "off": self.tr("No library"),
        }
        self.state.setText(words.get(state, ""))
        self.dot.show_state(state)

    def _show_place(self, *_: object) -> None:
        speech = self._session.current
        if speech is None:
            self.place.clear()
            self.share.clear()
            return
        above = speech.above(speech.position)
        words = " › ".join(_short(section.label + section.title) for section in above)
        self.place.setText(words)
        share = f"{100 * speech.position // max(1, len(speech.text))}%"
        page = speech.document.page(speech.position)
        words = self.tr("page %1").replace("%1", str(page))
        self.share.setText(f"{words} · {share}" if page else share)

    def _show_selection(self, *_: object) -> None:
        speech, span = self._session.current, self._session.selection
        chars = sum(map(len, speech.text[span.start : span.stop].split())) if speech else 0
        self.chosen.setText(self.tr("%n character(s) selected", "", chars) if chars else "")

    def _show_marks(self, *_: object) -> None:
        speech = self._session.current
        self.marks.setText(self.tr("%n mark(s)", "", len(speech.sight)) if speech else "")


def _short(words: str, most: int = 22) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"


class Dot(QWidget):
    """A dot that says at a glance whether all is saved."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self._state = theme, ""
        self.setFixedSize(9, 9)

    def show_state(self, state: str) -> None:
        """Take the colour of a state."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = {"saved": self.theme.saved, "saving": self.theme.warning, "": self.theme.line}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(colours.get(self._state, self.theme.accent)))
        painter.drawEllipse(1, 1, 7, 7)
