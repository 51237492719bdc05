"""What the actions on files do, and what a reader is told about them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from core.problem import Problem, say
from gui.parts import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from core.readers.format import Reading
    from core.versions import Replacement
    from gui.importing import Importing
    from gui.taking_in import TakingIn
    from gui.versions import Former
    from gui.window import MainWindow


MARKS = frozenset((".json", ".jsonld", ".qdc", ".qde", ".qdpx"))
"""The endings of files that hold marks or tags and are no speeches."""


class FileDeeds(QObject):
    """Opening, closing, exporting, pasting; what became of the marks of a file that was changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action on files calls."""
        return {
            "file.open": self.open_files,
            "file.takeIn": self.take_folder,
            "file.paste": self.paste_speech,
            "file.showFile": self.show_file,
            "file.import": lambda: self.importing.choose(self.folder()),
            "file.export": self.export_notes,
            "file.templates": self.show_templates,
            "file.close": self.close_speech,
            "go.nextSpeech": self.next_speech,
            "annotate.report": self.show_report,
        }

    def open_files(self) -> None:
        """Ask for files and open them."""
        from PySide6.QtWidgets import QFileDialog

        from core.adding import suffixes

        endings = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        words = self.tr("Speeches (%1);;All files (*)").replace("%1", endings)
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open speeches"), self.folder(), words)
        self.take([Path(path) for path in paths])

    def open(self, path: Path) -> None:
        """Open a speech, or take in what is in a file of marks. (What is told by its ending loads no importer.)"""
        if path.suffix.lower() in MARKS:
            self.importing.take([path])
        else:
            self._window.opener.open(path)

    def take(self, paths: list[Path], dropped: bool = False) -> None:
        """Open speeches, and take in what is in other files; a speech that is ``dropped`` on another one may bring
        marks for it."""
        from gui.importing import may_hold_marks

        onto = dropped and len(paths) == 1 and self._session.current is not None
        marks = [path for path in paths if may_hold_marks(path, onto)]
        self._window.opener.open_all([path for path in paths if path not in marks])
        if marks:
            self.importing.take(marks)

    @cached_property
    def importing(self) -> Importing:
        """What takes in marks made elsewhere; it comes when it is first wanted."""
        from gui.importing import Importing

        return Importing(self._window)

    def folder(self) -> str:
        """Where the current speech lies."""
        current = self._session.current
        return str(current.document.source.parent) if current and current.document.source else ""

    def export_notes(self) -> None:
        """Let a reader choose what is exported, how, and where to."""
        self._session.noted.emit()
        from gui.export_dialog import show

        show(self._window, "speech")

    def show_templates(self) -> None:
        """The templates of exports: ours, and the reader's own."""
        from gui.template_dialog import TemplateDialog

        window = self._window
        self._session.noted.emit()
        TemplateDialog(window, self._session, window.opener.tasks, window.settings.quotation, window.look).open()

    def close_speech(self) -> None:
        """Close the current speech."""
        if self._session.current is not None:
            self.close(self._session.current.digest)

    def close(self, digest: str) -> None:
        """Close an open speech."""
        if self._window.may_leave():
            self._session.close(digest)

    def next_speech(self) -> None:
        """Go round the tabs."""
        if self._session.current is not None:
            digests = list(self._session.speeches)
            at = digests.index(self._session.current.digest)
            self._session.activate(digests[(at + 1) % len(digests)])

    def paste_speech(self) -> None:
        """Make a new speech of what is on the clipboard."""
        said = _copied(QGuiApplication.clipboard().mimeData())
        if said.text.strip():
            self._window.opener.paste(said)
        else:
            self._session.fail(Problem("paste.empty"))

    def show_file(self) -> None:
        """Show the file of this speech in its folder."""
        from PySide6.QtGui import QDesktopServices

        source = self._session.current.document.source if self._session.current else None
        if source is None or not source.parent.is_dir():
            self._session.fail(Problem("file.no_place"))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.parent)))

    def show_taking(self, taking: TakingIn) -> None:
        """Show, above the status bar, how far the taking in of files is."""
        from gui.intake_bar import IntakeBar

        whole = self._window.centralWidget()
        column = whole.layout() if whole is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, IntakeBar(self._window, taking))

    def take_folder(self) -> None:
        """Ask for a folder, and take the speeches in it into the library."""
        from PySide6.QtWidgets import QFileDialog

        path = QFileDialog.getExistingDirectory(self._window, self.tr("Take a folder into the library"), self.folder())
        if path:
            self._window.opener.open_all([Path(path)])

    def tell_scanned(self, path: Path, problem: Problem) -> None:
        """Say that a file's pages are pictures, and offer to recognise them where that can be done."""
        from gui.recognising import available

        words = problem.say(self._session.language)
        if available():
            self._window.messages.say(words, self.tr("Recognise the text"), lambda: self._recognise(path))
        else:
            self._window.messages.fail(words)

    def _recognise(self, path: Path) -> None:
        self._window.messages.say(self.tr("Recognising…"))
        self._window.opener.recognise(path)

    def tell_recognising(self, done: int, count: int, stop: Callable[[], None]) -> None:
        """Say how far the recognising of a file is."""
        words = self.tr("Recognising: page %1 of %2 is done.").replace("%1", str(done)).replace("%2", str(count))
        self._window.messages.say(words, self.tr("Stop"), stop)

    def tell_noticed(self, key: str) -> None:
        """Say what there is to say of a file; ``key`` is that of the sentence."""
        self._window.messages.tell(say(key, self._session.language))

    def tell_remarked(self, count: int) -> None:
        """Say that a file brought marks along."""
        self._window.messages.tell(self.tr("%n comment(s) and highlight(s) of the file are marks here.", "", count))

    def tell_replaced(self, _: str, made: Replacement) -> None:
        """Say what became of the marks of a speech of which the text was replaced."""
        words = self.tr("The text was replaced; its former version is kept. Of the marks: %1.")
        counts = (
            (self.tr("%n kept", "", made.kept), made.kept),
            (self.tr("%n moved", "", made.moved), made.moved),
            (self.tr("%n changed", "", made.changed), made.changed),
            (self.tr("%n not found", "", made.lost), made.lost),
        )
        told = self.tr(", ").join(text for text, count in counts if count) or self.tr("none")
        again = made.moved + made.changed + made.lost
        report = (self.tr("Look at them…"), self.show_report) if again else ("", None)
        self._window.messages.say(words.replace("%1", told), *report)

    def tell_alike(self, digest: str, before: Former) -> None:
        """Ask whether a speech is another version of one that has marks."""
        words = self.tr("This looks like another version of “%1”, which has %n mark(s).", "", len(before.marks))
        bring = self.tr("Bring the marks along")
        act = lambda: self._window.opener.bring_along(digest, before)  # noqa: E731
        self._window.messages.say(words.replace("%1", before.document.title), bring, act)

    def show_report(self) -> None:
        """What became of the marks when their text was replaced."""
        from gui.report import ReportDialog

        dialog = self._window.findChild(ReportDialog)
        if not isinstance(dialog, ReportDialog):
            dialog = ReportDialog(self._window, self._session, self._window.look)
            dialog.addActions([self._window.actions_by_name[f"edit.{name}"] for name in ("undo", "redo")])
        dialog.show()

    def fill_recent(self, menu: QMenu) -> None:
        """The files opened lately."""
        menu.clear()
        for path in self._window.settings.recent:
            entry = menu.addAction(plain(path))
            entry.triggered.connect(lambda _=False, p=path: self._window.opener.open(p))


def _copied(data: QMimeData | None) -> Reading:
    """What was copied, if anything: rich text with its formatting, where that can be read, else plain text."""
    from core.readers.format import Reading
    from core.readers.html import from_markup
    from core.text import normalise

    plain = normalise(data.text() if data is not None else "")
    if data is not None and data.hasHtml():
        with suppress(Problem):
            rich = from_markup(data.html())
            if len(rich.text.split()) and len("".join(rich.text.split())) >= 0.9 * len("".join(plain.split())):
                return rich
    return Reading(plain)
