"""What is done with cards of the material base: going there, copying, noting where used, stars, exporting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QGuiApplication

from core.heading_paths import HeadingPaths
from core.library.material import Piece
from core.model import Annotation, Document, Span
from core.problem import Problem
from core.quotation import quoted

if TYPE_CHECKING:
    from gui.material_room.cards import Cards
    from gui.window import MainWindow

translate = QCoreApplication.translate


class MaterialDeeds(QObject):
    """Acts on the marks with some ids, of whatever speeches."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def open(self, piece: Piece) -> None:
        """Show a mark in its speech, on the desk."""
        mark = piece.mark

        def arrive() -> None:
            self._session.pick(mark.id)
            if mark.span is not None:
                self._session.go(Span(mark.span.start, mark.span.start))

        self._window.opener.open_known(mark.document, piece.title, arrive)

    def marks(self, ids: Sequence[str]) -> list[Annotation]:
        """The marks with these ids, in that order."""
        library = self._session.library
        try:
            found = library.annotations_named(ids) if library else {}
        except Problem as problem:
            self._session.fail(problem)
            return []
        return [found[id_] for id_ in ids if id_ in found]

    def copy(self, ids: Sequence[str]) -> None:
        """Put passages with their sources on the clipboard, in the style that the reader has chosen."""
        template = self._window.settings.quotation
        documents = dict[str, Document | None]()
        said = [words for mark in self.marks(ids) if (words := self._quoted(mark, template, documents))]
        if said:
            QGuiApplication.clipboard().setText(("\n\n" if "\n" in template else "\n").join(said))
            self._window.messages.tell(self.tr("%n passage(s) copied with their source.", "", len(said)))

    def _quoted(self, mark: Annotation, template: str, documents: dict[str, Document | None]) -> str:
        if mark.document not in documents:
            documents[mark.document] = self._document(mark.document)
        document = documents[mark.document]
        if document is None:
            return ""
        tags = [self._session.tags[each].name for each in mark.tags if each in self._session.tags]
        above = HeadingPaths(document.sections).above(mark.span)
        passage = mark.quote if mark.span is None else None
        return quoted(template, document, above, mark.span, passage=passage, note=mark.note, tags=tags)

    def _document(self, digest: str) -> Document | None:
        library = self._session.library
        try:
            return library.document(digest) if library else None
        except Problem as problem:
            self._session.fail(problem)
            return None

    def use(self, ids: Sequence[str]) -> None:
        """Ask in which paper passages were used, and note it of their marks, in one step of undo."""
        library, marks = self._session.library, self.marks(ids)
        if library is None or not marks:
            return
        from gui.material_room.using import UsedDialog

        try:
            papers = library.material.papers()
        except Problem as problem:
            self._session.fail(problem)
            return
        UsedDialog(self._window, papers, len(marks), lambda paper: self._window.marking.use(paper, marks)).open()

    def star(self, ids: Sequence[str], stars: int) -> None:
        """Say how much marks matter."""
        self._window.marking.star_these(stars, self.marks(ids))

    def delete(self, ids: Sequence[str]) -> None:
        """Put marks into the bin."""
        self._window.marking.delete(ids)

    def export(self, ids: Sequence[str]) -> None:
        """Open the dialog for exports with these marks."""
        from gui.export_dialog import show_gathered

        self._session.noted.emit()
        show_gathered(self._window, ids)

    def show_menu(self, cards: Cards, at: QPoint) -> None:
        """What can be done with the cards that are chosen."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        ids = cards.chosen()
        menu = QMenu(self._window)
        menu.setObjectName("materialMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        piece = cards.pieces.at(cards.currentIndex().row()) if cards.currentIndex().isValid() else None
        if piece is not None:
            menu.addAction(translate("MaterialDeeds", "Go there") + "\tEnter", lambda: self.open(piece))
        menu.addAction(translate("MaterialDeeds", "Copy with source") + "\tCtrl+C", lambda: self.copy(ids))
        menu.addAction(translate("MaterialDeeds", "Used in…") + "\tU", lambda: self.use(ids))
        stars = menu.addMenu(translate("MaterialDeeds", "Stars"))
        for number in range(6):
            words = "★" * number or translate("MaterialDeeds", "No stars")
            stars.addAction(f"{words}\tAlt+{number}", lambda n=number: self.star(ids, n))
        menu.addAction(translate("MaterialDeeds", "Export…"), lambda: self.export(ids))
        menu.addSeparator()
        menu.addAction(translate("MaterialDeeds", "Delete") + "\tDel", lambda: self.delete(ids))
        menu.popup(at)
