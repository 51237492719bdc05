"""What each action of the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.model import Annotation, Change, Correction
from gui import actions as table
from gui.copying import Copying
from gui.ends import Ends
from gui.faces import SIZES, Setting
from gui.finding import Finding
from gui.lens.deeds import LensDeeds
from gui.mark_deeds import MarkDeeds
from gui.navigation import Navigation
from gui.outline_deeds import OutlineDeeds
from gui.outlining import Outlining
from gui.parts import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from gui.window import MainWindow


class Deeds(QObject):
    """The verbs of the window; ``by_action`` says which action means which."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.outline, self.marks, self.copying = OutlineDeeds(window), MarkDeeds(window), Copying(window)
        self.navigation = Navigation(window.session, window.pane)
        self.outlining = Outlining(window.session, window.outline)
        self.ends = Ends(window.session, window.pane, window.marking, window.words)
        self.finding = Finding(window)
        self.lens = LensDeeds(window, self.finding)
        self._touched: list[Annotation | Correction] = []
        self._session.changed.connect(self._note_touched)

    def by_action(self) -> dict[str, Callable[..., object]]:
        """What each action calls; one that can be checked passes whether it is."""
        window = self._window
        pane, marking, navigation, finding = window.pane, window.marking, self.navigation, self.finding
        return {
            "file.restore": lambda: window.restore_wanted.emit(),
            "file.quit": window.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.copy": pane.copy,
            "edit.copyWithSource": self.copy_with_source,
            "search.document": finding.begin,
            "search.next": lambda: finding.step(1),
            "search.previous": lambda: finding.step(-1),
            "search.markAll": finding.mark_all,
            **{f"search.{name}": self._search_option(name) for name in table.SEARCHING},
            "annotate.tagByName": self.tag_by_name,
            "annotate.pick": pane.choose_mark,
            "annotate.repeat": marking.repeat,
            "tags.manage": self.manage_tags,
            "tags.import": self.import_tags,
            "tags.export": self.export_tags,
            "annotate.sticky": marking.stick,
            "annotate.note": self.write_note,
            "select.grow": pane.grow,
            "select.shrink": pane.shrink,
            "go.nextMark": lambda: navigation.mark(1),
            "go.previousMark": lambda: navigation.mark(-1),
            "go.nextSection": lambda: navigation.section(1),
            "go.previousSection": lambda: navigation.section(-1),
            **window.files.by_action(),
            **self.copying.by_action(),
            **self.outline.by_action(),
            **self.outlining.by_action(),
            **self.marks.by_action(),
            **self.ends.by_action(),
            **self.lens.by_action(),
            **window.rooms.by_action(),
            "search.library": lambda: self.search_library(),
            "view.outline": lambda on: window.keep_panel("outline", on),
            "view.marks": lambda on: window.keep_panel("marks", on),
            "view.skeleton": pane.set_bare,
            "view.larger": lambda: self._resize_text(1),
            "view.smaller": lambda: self._resize_text(-1),
            "view.setting": lambda: self.show_setting(),
            "view.theme": window.toggle_theme,
            "view.fullScreen": lambda on: window.showFullScreen() if on else window.showNormal(),
            "help.keys": self.show_keys,
            "help.welcome": lambda: (window.rooms.read(), window.show_welcome()),
            "help.about": self.show_about,
            **{f"annotate.tag.{key}": self.tagger(key) for key in table.TAG_KEYS},
        }

    def _search_option(self, name: str) -> Callable[[bool], None]:
        return lambda on: self.finding.set_option(name, on)

    def search_library(self) -> None:
        """Search all speeches, for what is selected where something is."""
        from gui.search_room import SearchRoom

        room, session = self._window.rooms.page("search"), self._window.session
        assert isinstance(room, SearchRoom)
        if session.current is not None and self._window.rooms.current == "read":
            room.take(session.current.text[session.selection.start : session.selection.stop])
        self._window.rooms.enter("search")

    def show_quotation(self) -> None:
        """The style in which passages are copied with their source."""
        from gui.quotation_dialog import QuotationDialog
        from gui.quoting import sample

        session = self._session
        QuotationDialog(
            self._window, self._window.settings, lambda template: sample(session, template), session.language
        ).open()

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

        import_tags(self._window, self._session, self._window.messages, self._window.files.folder())

    def export_tags(self) -> None:
        """Ask for a place, and write all tags there."""
        from gui.tag_files import export_tags

        export_tags(self._window, self._session, self._window.messages, self._window.files.folder())

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
            self.sign,
            self.outline.show_own_styles,
            self.show_quotation,
        )
        dialog.open()
        for widget in dialog.findChildren(QWidget, field) if field else ():
            widget.setFocus()

    def sign(self, name: str) -> None:
        """Put a name on the marks that are made from now on, and keep it."""
        self._window.settings.creator = name
        self._session.creator = self._window.settings.creator

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
            self.marks.fill_more(menu)
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
