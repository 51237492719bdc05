"""What each action of the window does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.model import Annotation, Change, Correction
from core.problem import Problem
from gui import actions as table
from gui.faces import SIZES, Setting
from gui.parts import plain

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QMenu

    from core.versions import Replacement
    from gui.versions import Former
    from gui.window import MainWindow


class Deeds(QObject):
    """The verbs of the window; ``by_action`` says which action means which."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._touched: list[Annotation | Correction] = []
        self._session.changed.connect(self._note_touched)

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action calls; one that can be checked passes whether it is."""
        window = self._window
        pane, marking, navigation = window.pane, window.marking, window.navigation
        return {
            "file.open": self.open_files,
            "file.paste": self.paste_speech,
            "file.showFile": self.show_file,
            "file.export": self.export_notes,
            "file.restore": lambda: window.restore_wanted.emit(),
            "file.close": self.close_speech,
            "file.quit": window.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.copy": pane.copy,
            "edit.copyWithSource": self.copy_with_source,
            "search.document": lambda: window.finding.begin(),
            "search.next": lambda: window.finding.step(1),
            "search.previous": lambda: window.finding.step(-1),
            "search.markAll": lambda: window.finding.mark_all(),
            **{f"search.{name}": self._search_option(name) for name in table.SEARCHING},
            "annotate.tagByName": self.tag_by_name,
            "annotate.pick": pane.choose_mark,
            "annotate.repeat": marking.repeat,
            "tags.manage": self.manage_tags,
            "tags.import": self.import_tags,
            "tags.export": self.export_tags,
            "annotate.sticky": marking.stick,
            "annotate.note": self.write_note,
            "annotate.report": self.show_report,
            "select.grow": pane.grow,
            "select.shrink": pane.shrink,
            "go.nextMark": lambda: navigation.mark(1),
            "go.previousMark": lambda: navigation.mark(-1),
            "go.nextSection": lambda: navigation.section(1),
            "go.previousSection": lambda: navigation.section(-1),
            "go.nextSpeech": self.next_speech,
            "outline.filter": self.filter_outline,
            **window.outlining.by_action(),
            **window.mark_deeds.by_action(),
            **window.ends.by_action(),
            "outline.copy": lambda: self.copy_outline("text"),
            "outline.export": self.export_outline,
            "outline.styles": self.show_own_styles,
            **{f"outline.level.{n}": self._opener(int(n)) for n in table.LEVELS},
            "view.outline": lambda on: window.keep_panel("outline", on),
            "view.marks": lambda on: window.keep_panel("marks", on),
            "view.skeleton": pane.set_bare,
            "view.larger": lambda: self._resize_text(1),
            "view.smaller": lambda: self._resize_text(-1),
            "view.setting": lambda: self.show_setting(),
            "view.theme": window.toggle_theme,
            "view.fullScreen": lambda on: window.showFullScreen() if on else window.showNormal(),
            "help.keys": self.show_keys,
            "help.welcome": window.show_welcome,
            "help.about": self.show_about,
            **{f"annotate.tag.{key}": self.tagger(key) for key in table.TAG_KEYS},
        }

    def _opener(self, level: int) -> Callable[[], None]:
        return lambda: self._window.outline.open_to(level)

    def _search_option(self, name: str) -> Callable[[bool], None]:
        return lambda on: self._window.finding.set_option(name, on)

    def filter_outline(self) -> None:
        """Let a reader type what the tree is to show."""
        if self._window.outline.isHidden():
            self._window.actions_by_name["view.outline"].trigger()
        self._window.outline.field.setFocus()

    def copy_outline(self, form: str, index: QModelIndex | None = None) -> None:
        """Put the outline on the clipboard, whole or from a row down, as ``text``, ``numbered`` or ``markdown``."""
        from core.outline_forms import FORMS

        if self._session.current is not None:
            title = "" if index is not None and index.isValid() else self._session.current.document.title
            QGuiApplication.clipboard().setText(FORMS[form](title, self._window.outline.sections(index)))

    def export_outline(self) -> None:
        """Ask for a place and a form, and write the outline of this speech there."""
        if self._session.current is not None:
            from gui.exporting import export_outline

            export_outline(self._window, self._session, self._window.messages, self.folder())

    def show_own_styles(self) -> None:
        """The reader's own styles of heading, with what they make of this speech."""
        from gui.own_styles import OwnStylesDialog

        session, speech = self._session, self._session.current
        document = speech.document if speech else None
        OwnStylesDialog(self._window, document, self._window.look, session.language, session.restyled.emit).open()

    def show_quotation(self) -> None:
        """The style in which passages are copied with their source."""
        from gui.quotation_dialog import QuotationDialog
        from gui.quoting import sample

        session = self._session
        QuotationDialog(
            self._window, self._window.settings, lambda template: sample(session, template), session.language
        ).open()

    def fill_outline_menu(self, menu: QMenu, index: QModelIndex) -> None:
        """The tree's menu: putting a row right, copying from it down, or the whole; how far the tree is opened."""
        if self._window.outline.sections(index):
            for name in ("plain", "raise", "lower", "join", "reset"):
                menu.addAction(self._window.actions_by_name[f"outline.{name}"])
            menu.addSeparator()
        forms = {"text": self.tr("Text"), "numbered": self.tr("Numbered"), "markdown": "Markdown"}
        for words, below in ((self.tr("Copy from here"), index), (self.tr("Copy the outline"), None)):
            if below is None or self._window.outline.sections(below):
                sub = menu.addMenu(words)
                for form, name in forms.items():
                    entry = sub.addAction(name)
                    entry.triggered.connect(lambda _=False, f=form, i=below: self.copy_outline(f, i))
        menu.addAction(self._window.actions_by_name["outline.export"])
        menu.addSeparator()
        for level in table.LEVELS:
            menu.addAction(self._window.actions_by_name[f"outline.level.{level}"])

    def tagger(self, key: str) -> Callable[[], None]:
        """What the key of a tag does, whichever tag has it then."""
        session = self._session
        return lambda: self._window.marking.tag([tag.id for tag in session.tags.values() if tag.key == key])

    def tag_by_name(self) -> None:
        """Let a reader type the tags of the selection, or of the current mark."""
        window = self._window
        if window.marking.meant == (None, None):
            window.messages.tell(self.tr("Select a passage first, or put the caret on a mark."))
            return
        from gui.tag_popup import TagPopup

        TagPopup(self._session, window.marking, window.initials, window.look, window.pane).begin()

    def manage_tags(self) -> None:
        """The tags as a tree: names, colours, keys, order."""
        from gui.tag_dialog import TagDialog

        window = self._window
        free = window.tag_keys.free()
        dialog = TagDialog(
            window, self._session, window.initials, window.look, free, self.import_tags, self.export_tags
        )
        dialog.open()

    def import_tags(self) -> None:
        """Ask for a set of tags, and take it in."""
        from gui.tag_files import import_tags

        import_tags(self._window, self._session, self._window.messages, self.folder())

    def export_tags(self) -> None:
        """Ask for a place, and write all tags there."""
        from gui.tag_files import export_tags

        export_tags(self._window, self._session, self._window.messages, self.folder())

    # -- files ---------------------------------------------------------------------------------

    def open_files(self) -> None:
        """Ask for files and open them."""
        from PySide6.QtWidgets import QFileDialog

        from core.adding import suffixes

        endings = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        words = self.tr("Speeches (%1);;All files (*)").replace("%1", endings)
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open speeches"), self.folder(), words)
        self._window.opener.open_all([Path(path) for path in paths])

    def folder(self) -> str:
        """Where the current speech lies."""
        current = self._session.current
        return str(current.document.source.parent) if current and current.document.source else ""

    def export_notes(self) -> None:
        """Ask for a place and a format, and write the notes of this speech there."""
        if self._session.current is not None:
            from gui.exporting import export

            self._session.noted.emit()
            export(self._window, self._session, self._window.messages, self.folder())

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

    # -- edits ---------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change back; what is being typed is a change too."""
        self._session.noted.emit()
        self._take(self._session.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._take(self._session.undo_stack.redo)

    def _note_touched(self, change: Change, was: Change) -> None:
        marks = (new or was.annotations.get(id_) for id_, new in change.annotations.items())
        right = (new or was.corrections.get(id_) for id_, new in change.corrections.items())
        self._touched = [each for each in (*marks, *right) if each is not None]

    def _take(self, step: Callable[[], None]) -> None:
        """Undo or redo; what it changed is to be seen: in its speech, and in sight."""
        self._touched = []
        step()
        each = next(iter(self._touched), None)
        if each is not None and each.span is not None and each.document in self._session.speeches:
            self._session.activate(each.document)
            self._window.pane.ensure_visible(each.span.start)

    def copy_with_source(self) -> None:
        """Put the selection, or the current mark, on the clipboard with its source; of several marks chosen, all."""
        from gui.quoting import copy

        cards = self._window.marks.list
        several = len(cards.chosen()) > 1 and (cards.hasFocus() or not len(self._session.selection))
        copy(self._session, self._window.settings.quotation, cards.chosen() if several else ())

    def write_note(self) -> None:
        """Go to the note of the current mark; a selection that is not marked yet is marked for it."""
        if len(self._session.selection):
            self._window.marking.mark_untagged()
        if self._session.mark is not None:
            if self._window.side.isHidden():
                self._window.actions_by_name["view.marks"].trigger()
            self._window.note.editor.setFocus()

    def show_report(self) -> None:
        """What became of the marks when their text was replaced."""
        from gui.report import ReportDialog

        dialog = self._window.findChild(ReportDialog)
        if not isinstance(dialog, ReportDialog):
            dialog = ReportDialog(self._window, self._session, self._window.look)
            dialog.addActions([self._window.actions_by_name[f"edit.{name}"] for name in ("undo", "redo")])
        dialog.show()

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

    def tell_taking(self, count: int, stop: Callable[[], None]) -> None:
        """Say how far the taking in of a folder is."""
        words = self.tr("Taking speeches into the library: %n file(s) looked at…", "", count)
        self._window.messages.say(words, self.tr("Stop"), stop)

    def tell_taken(self, count: int, problems: list[Problem]) -> None:
        """Say what became of a folder: what failed, the first of it in its own words."""
        words = self.tr("%n speech(es) taken into the library.", "", count)
        if problems:
            words += " " + self.tr("%n file(s) could not be:", "", len(problems))
            words += f" {problems[0].say(self._session.language)}"
        self._window.messages.say(words)

    def paste_speech(self) -> None:
        """Make a new speech of what is on the clipboard."""
        from core.readers.format import Reading
        from core.text import normalise

        text = normalise(QGuiApplication.clipboard().text())
        if text.strip():
            self._window.opener.paste(Reading(text))
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

    def tell_remarked(self, count: int) -> None:
        """Say that a file brought marks along."""
        self._window.messages.tell(self.tr("%n comment(s) and highlight(s) of the file are marks here.", "", count))

    def tell_alike(self, digest: str, before: Former) -> None:
        """Ask whether a speech is another version of one that has marks."""
        words = self.tr("This looks like another version of “%1”, which has %n mark(s).", "", len(before.marks))
        bring = self.tr("Bring the marks along")
        act = lambda: self._window.opener.bring_along(digest, before)  # noqa: E731
        self._window.messages.say(words.replace("%1", before.document.title), bring, act)

    # -- views ---------------------------------------------------------------------------------

    def _resize_text(self, step: int) -> None:
        page = self._window.settings.page
        size = max(SIZES[0], min(SIZES[1], page.size + step))
        self._window.set_page(Setting(page.face, size, page.line, page.measure))

    def show_setting(self, field: str = "") -> None:
        """How the page is set, the theme, the language; with the focus on the ``field`` of this name."""
        from gui.dialogs import SettingDialog

        window = self._window
        dialog = SettingDialog(
            window,
            window.settings,
            window.set_page,
            window.theme_wanted.emit,
            window.language_wanted.emit,
            self.show_own_styles,
            self.show_quotation,
        )
        dialog.open()
        for widget in dialog.findChildren(QWidget, field) if field else ():
            widget.setFocus()

    @property
    def choosing(self) -> bool:
        """Whether a reader is choosing how the page is set."""
        return any(dialog.isVisible() for dialog in self._window.findChildren(QWidget, "settingDialog"))

    def show_keys(self) -> None:
        """Every key."""
        from gui.dialogs import KeysDialog

        KeysDialog(self._window, self._window.actions_by_name).open()

    def show_about(self) -> None:
        """What this program is."""
        from PySide6.QtWidgets import QMessageBox

        from core import __version__

        words = self.tr("Piyue %1\nRead and mark official speeches.\nMIT licence.").replace("%1", __version__)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About"), words, parent=self._window)
        box.setObjectName("aboutDialog")
        box.open()

    # -- menus that depend on what there is ----------------------------------------------------

    def fill_menu(self, menu: QMenu) -> None:
        """The pane's menu: the tags, and what is done with a passage."""
        actions = self._window.actions_by_name
        self.fill_tags(menu)
        menu.addSeparator()
        if self._session.mark is not None and not len(self._session.selection):
            self._window.mark_deeds.fill_more(menu)
            menu.addSeparator()
        for name in ("annotate.tagByName", "annotate.note", "annotate.delete", "edit.copy", "edit.copyWithSource"):
            menu.addAction(actions[name])
        sub = menu.addMenu(self.tr("Outline"))
        for name in table.CORRECTING:
            sub.addAction(actions[f"outline.{name}"])

    def fill_tags(self, menu: QMenu) -> None:
        """The tags that have a key."""
        actions = self._window.actions_by_name
        for tag in self._session.tags.values():
            if f"annotate.tag.{tag.key}" in actions:
                entry = menu.addAction(f"{plain(tag.name)}\t{tag.key}")
                entry.triggered.connect(actions[f"annotate.tag.{tag.key}"].trigger)

    def fill_recent(self, menu: QMenu) -> None:
        """The files opened lately."""
        menu.clear()
        for path in self._window.settings.recent:
            entry = menu.addAction(plain(path))
            entry.triggered.connect(lambda _=False, p=path: self._window.opener.open(p))
