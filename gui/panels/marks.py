"""The list of marks: sorted and filtered, one card each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.model import Annotation, Change, Span
from gui.filter_bar import FilterBar
from gui.filter_words import sorted_words
from gui.mark_card import CardDelegate
from gui.mark_cards import AnnotationList
from gui.mark_filter import Around, asked, fold, placing
from gui.mark_initials import MarkInitials
from gui.mark_model import MarkModel, MarkRole
from gui.marking import Marking
from gui.parts import heading
from gui.session import Session
from gui.theme import Theme
from gui.word_process import WordProcess

__all__ = ["AnnotationList", "CardDelegate", "MarkPanel"]


class MarkPanel(QWidget):
    """The cards with their heading. The current card is the session's current mark."""

    def __init__(self, session: Session, marking: Marking, theme: Theme, words: WordProcess | None = None) -> None:
        super().__init__()
        self.setObjectName("markPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._marking, self._model = session, marking, MarkModel(self)
        self._initials = MarkInitials(words, self)
        self._here: Span | None = None
        self._jumping = False
        self.list = AnnotationList(self._model, session, theme)
        self.filter = FilterBar(session, theme)
        self._count = QLabel()
        self._count.setObjectName("markCount")
        self._empty = QLabel()
        self._empty.setObjectName("emptyHint")
        self._empty.setWordWrap(True)
        self._build()
        self._connect()
        self._show(session.current.digest if session.current else "")
        self._pick(session.mark_id)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 2)
        top.addWidget(heading(self.tr("Marks")))
        top.addStretch(1)
        top.addWidget(self._count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self.filter)
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)

    def _connect(self) -> None:
        session = self._session
        session.activated.connect(self._show)
        session.changed.connect(self._changed)
        session.picked.connect(self._pick)
        session.selected.connect(self._selected)
        session.reading.connect(self._read_on)
        session.reshaped.connect(self._reshape)
        self.filter.changed.connect(self._refill)
        self.filter.left.connect(self._enter)
        self._initials.known.connect(self._refill)
        self._marking.chosen = self.list.chosen
        session.recalled.connect(lambda digest: self._refill() if self._shows(digest) else None)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.pressed.connect(self._press)
        self.list.selectionModel().selectionChanged.connect(self._say_count)
        self.list.activated.connect(self._jump)
        self.list.starred.connect(self._star)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.filter.set_theme(theme)

    def shown(self) -> list[Annotation]:
        """The marks that fit the filter, in the order of the text."""
        return self._model.shown()

    # -- what is shown -------------------------------------------------------------------------

    def _shows(self, digest: str) -> bool:
        return self._session.current is not None and self._session.current.digest == digest

    def _show(self, digest: str) -> None:
        """Show another speech; a section of the former one means nothing there."""
        self._here = self._scope()
        if self.filter.query.section is not None:
            self.filter.ask(section=None)
        self._fill()

    def _reshape(self) -> None:
        """The outline is another one; what is no section of it any more is not asked for."""
        self._here, section = self._scope(), self.filter.query.section
        if section is not None and section not in self.filter.sections():
            self.filter.ask(section=None)
        else:
            self._refill()

    def _fill(self) -> None:
        session, query = self._session, self.filter.query
        if query.text and fold(query.text).isascii() and session.current is not None:
            self._initials.want(session.current.marks.values())
        fits = asked(query, Around(self._initials.of, self._here, date.today()))
        self._model.show_marks(session.current, fits, placing(self.filter.order, session.tags))
        self._say_count()

    def _refill(self) -> None:
        """Show what fits now; what was chosen, and is still shown, stays so."""
        chosen = self.list.chosen()
        self._fill()
        self._pick(self._session.mark_id)
        if len(chosen) > 1:
            self.list.choose(chosen)

    def _changed(self, change: Change, was: Change) -> None:
        current = self._session.current
        if current is None:
            return
        chosen = self.list.chosen() if len(change.annotations) > 1 else []
        if change.tags:
            self.filter.ask(tags=self.filter.query.tags & self._session.tags.keys())
            self.filter.show_chips()
            self._fill()
        else:
            self._model.apply(change, was, current)
        if not self.list.currentIndex().isValid():  # the list was made anew
            self._pick(self._session.mark_id)
        if len(chosen) > 1:
            self.list.choose(chosen)
        self._say_count()
        self.list.viewport().update()

    def _say_count(self) -> None:
        current, shown = self._session.current, self._model.count
        total = len(current.sight) if current else 0
        words = self.tr("%n mark(s)", "", total)
        if self.filter.query:
            words = self.tr("%1 of %2").replace("%1", f"{shown:,}").replace("%2", f"{total:,}")
        elif total:
            words += f" · {sorted_words(self.filter.order)}"
        else:
            words = ""
        self.filter.say(words)
        several = len(self.list.chosen())
        self._count.setText(self.tr("%n chosen", "", several) if several > 1 else words)
        none = self.tr("No mark is like this.") if total else self.tr("Select a passage and press 1 to 9.")
        self._empty.setText(none)
        self._empty.setVisible(not shown)
        self.filter.setVisible(bool(total or self.filter.query))

    def _scope(self) -> Span | None:
        """The scope of the section that is being read."""
        current = self._session.current
        above = current.above(current.position) if current else ()
        return above[-1].scope if above else None

    def _read_on(self) -> None:
        here = self._scope()
        if here != self._here:
            self._here = here
            if self.filter.query.here:
                self._refill()

    # -- what is current, and chosen -----------------------------------------------------------

    def _pick(self, id_: str) -> None:
        row = self._model.row_of(id_)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        if index != self.list.currentIndex():  # whatever keys are held: a view would only add to what is selected
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row >= 0:
            self.list.scrollTo(index)

    def _selected(self) -> None:
        """Who goes on in the text acts on what is current or selected there, and no longer on several cards."""
        if not self._jumping and len(self.list.chosen()) > 1:
            self.list.choose([self._session.mark_id])

    def _choose(self, index: QModelIndex) -> None:
        """A reader has moved in the list. (Qt moves there too, when the current row is taken out.)"""
        mark: Annotation | None = index.data(MarkRole.MARK) if index.isValid() else None
        if mark is not None and self.list.hasFocus() and mark.id != self._session.mark_id:
            self._session.pick(mark.id)

    def _press(self, index: QModelIndex) -> None:
        """A card was clicked: it is picked also where the list stood on it, or another program was in front."""
        mark: Annotation | None = index.data(MarkRole.MARK)
        if mark is not None and mark.id != self._session.mark_id:
            self._session.pick(mark.id)

    def _enter(self) -> None:
        """From the filter into the list."""
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self._model.count:
            self.list.setCurrentIndex(self._model.index(0))

    def _star(self, id_: str, stars: int) -> None:
        chosen = self.list.chosen()
        self._marking.star(stars, chosen if len(chosen) > 1 and id_ in chosen else [id_])

    def _jump(self, index: QModelIndex) -> None:
        mark: Annotation | None = index.data(MarkRole.MARK)
        if mark is not None and mark.span is not None:
            self._jumping = True
            self._session.go(mark.span)
            self._jumping = False
