"""The right side: tags, marks and note, one above the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.marking import Marking
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.panels.marks import MarkPanel
    from gui.panels.note import NotePanel
    from gui.panels.tags import TagPalette
    from gui.tag_finder import Initials
    from gui.word_process import WordProcess


class SidePanel(QWidget):
    """Empty until it is filled: the first picture shows the speech, the panels beside it follow at once.

    Asking for one of the panels fills it. ``filled`` is emitted once.
    """

    filled = Signal()

    def __init__(
        self, session: Session, marking: Marking, look: Theme, state: QByteArray, words: WordProcess | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._marking, self._look, self._state, self._words = session, marking, look, state, words
        self._parts: tuple[TagPalette, MarkPanel, NotePanel] | None = None
        self._splitter: QSplitter | None = None
        self._filling = self._fill()
        self.initials: Initials | None = None

    @property
    def palette_panel(self) -> TagPalette:
        return self.fill()[0]

    @property
    def marks(self) -> MarkPanel:
        return self.fill()[1]

    @property
    def note(self) -> NotePanel:
        return self.fill()[2]

    def fill(self) -> tuple[TagPalette, MarkPanel, NotePanel]:
        """Make the panels, unless they are there already."""
        while self._parts is None:
            self.fill_more()
        return self._parts

    def fill_more(self) -> bool:
        """Make one of the panels; whether there was one left."""
        return next(self._filling, False)

    def _fill(self) -> Iterator[bool]:
        from gui.panels.tags import TagPalette
        from gui.tag_finder import Initials

        self.initials = Initials(self._words)
        palette = TagPalette(self._session, self._marking, self.initials, self._look)
        yield True
        from gui.panels.marks import MarkPanel

        marks = MarkPanel(self._session, self._marking, self._look, self._words)
        yield True
        from gui.panels.note import NotePanel

        note = NotePanel(self._session, self._marking)
        yield True
        self._set(palette, marks, note)
        self._parts = palette, marks, note
        self.filled.emit()
        yield True

    def _set(self, palette: TagPalette, marks: MarkPanel, note: NotePanel) -> None:
        """Put the panels one above the other."""
        self._splitter = splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("notesSplitter")
        for part, stretch, height in ((marks, 3, 420), (note, 1, 180)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
            part.resize(part.width(), height)
        splitter.setSizes([420, 180])
        splitter.restoreState(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(palette)
        column.addWidget(splitter, 1)

    @property
    def unsaved(self) -> bool:
        """Whether a note has not been written yet."""
        return self._parts is not None and self._parts[2].unsaved

    def state(self) -> QByteArray:
        """How the room is divided."""
        return self._splitter.saveState() if self._splitter else self._state

    def set_theme(self, look: Theme) -> None:
        self._look = look
        if self._parts is not None:
            self._parts[0].set_theme(look)
            self._parts[1].set_theme(look)
