"""One of the speeches that are compared: its title, and its text with the passages that others share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.model import Span
from gui import painter
from gui.caret import Caret
from gui.compare_room.tables import named
from gui.faces import Setting
from gui.page_view import PageView, View
from gui.parts import Elided
from gui.speech import Speech
from gui.theme import Theme


class ComparedText(PageView):
    """Shows a text; what is shared is set apart, and the passage one is at is selected."""

    def __init__(self, setting: Setting, theme: Theme) -> None:
        super().__init__(setting, theme)
        self._shared: Sequence[Span] = ()
        self.map.hide()

    def ink(self, view: View) -> painter.Ink:
        return painter.Ink(self._theme, {}, view.caret.span, "", self._shared)

    def fold_words(self, lines: int) -> str:
        return self.tr("%n line(s) of adverts and watermarks", "", lines)

    def show_speech(self, speech: Speech) -> None:
        """Show a speech from its beginning."""
        self.show_view(View(speech, self._setting, self._column()))

    def set_shared(self, shared: Sequence[Span]) -> None:
        """Set passages apart, in order and none over another."""
        self._shared = shared
        self.viewport().update()

    def go(self, span: Span) -> None:
        """Show a passage."""
        if self._view is not None and self.page is not None:
            self.page.reveal(span.start)
            self.scroll_to(span.start)
            self._view.caret = Caret(span.start, span.stop)
            self.viewport().update()


class ComparePane(QWidget):
    """A text below its title, from where it is taken out again."""

    taken_out = Signal()

    def __init__(self, number: int, speech: Speech, setting: Setting, theme: Theme) -> None:
        super().__init__()
        self.speech = speech
        title = named(speech.document)
        self.text = ComparedText(setting, theme)
        self.text.setObjectName(f"compareText.{number}")
        self.text.setAccessibleName(self.tr("Text of %1").replace("%1", title))
        label = Elided()
        label.setObjectName(f"compareTitle.{number}")
        label.setText(title)
        label.setToolTip(title)
        out = QToolButton()
        out.setObjectName(f"compareOut.{number}")
        out.setText("×")
        out.setProperty("role", "close")
        out.setAccessibleName(self.tr("Take %1 out").replace("%1", title))
        out.setToolTip(out.accessibleName())
        out.clicked.connect(self.taken_out)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.addWidget(label, 1)
        head.addWidget(out)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.text, 1)
        self.text.show_speech(speech)
