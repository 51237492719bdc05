"""The window: puts the panels together, and keeps how they stood."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.file_deeds import FileDeeds
from gui.marking import Marking
from gui.message_bar import MessageBar
from gui.panels.outline import OutlinePanel
from gui.rooms import Rooms
from gui.side_panel import SidePanel
from gui.status import StatusBar
from gui.text_pane import TextPane
from gui.theme import RESOURCES
from gui.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent

    from gui.deeds import Deeds
    from gui.faces import Setting
    from gui.opening import Opener
    from gui.panels.marks import MarkPanel
    from gui.panels.note import NotePanel
    from gui.panels.tags import TagPalette
    from gui.session import Session
    from gui.settings import Settings
    from gui.tag_finder import Initials
    from gui.tag_keys import TagKeys
    from gui.theme import Theme
    from gui.welcome import WelcomePage
    from gui.word_process import WordProcess

PANELS = ("outline", "marks")
"""The panels beside the text that can be hidden, by the action ``view.`` and their name."""
SIZE = QSize(1280, 800)
WIDTHS = (258, 736, 286)
"""Of tree, text and notes, in pixels, before a reader has moved anything."""


class MainWindow(QMainWindow):
    """Section tree, text, tags and marks; one menu, no toolbar."""

    theme_wanted = Signal(str)
    language_wanted = Signal(str)
    restore_wanted = Signal()
    repair_wanted = Signal()
    closed = Signal(object)
    painted = Signal()
    """A picture of the text, or of the welcome page, has been painted."""
    app: QObject | None = None
    """What owns the window and outlives it; kept here so that it lives as long as the window does."""

    def __init__(self, session: Session, settings: Settings, opener: Opener, words: WordProcess, look: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName(self.tr("Piyue"))
        self.setWindowTitle(self.tr("Piyue"))
        self.setAcceptDrops(True)
        self.setMinimumSize(772, 480)
        self.session, self.settings, self.opener, self._theme = session, settings, opener, look
        self.words = words
        self.marking = Marking(session)
        self.pane = TextPane(session, self.marking, words, settings.page, look)
        self.welcome: WelcomePage | None = None
        self.messages, self._reading = MessageBar(), ""
        self._refused, self._unsaved_words = False, ""
        self.outline = OutlinePanel(session, look, words)
        self.side = SidePanel(session, self.marking, look, settings.bytes("window/notes"), words)
        self.top = TopBar(session, look)
        self.status = StatusBar(session, look)
        self.files = FileDeeds(self)
        self._completing = self._complete()
        self._build()
        self._connect_session()
        self._restore()

    def complete(self) -> None:
        """Add, all at once, what the first picture can do without."""
        while self.complete_more():
            pass

    def complete_more(self) -> bool:
        """Add a piece of what the first picture can do without, in less time than a reader notices; whether
        there was one left."""
        return next(self._completing, False)

    def _complete(self) -> Iterator[bool]:
        """The actions with their keys, the menu, icons, the panels at the right: True after each piece."""
        self._connect_actions()
        yield True
        self.top.complete(self.actions_by_name)
        self.top.copies.aboutToShow.connect(lambda: self.deeds.copying.add_templates(self.top.copies))
        yield True
        self.rooms.complete()
        yield True
        while self.side.fill_more():
            yield True
        _ = self.tag_keys
        self.words.ready.connect(self._learn_initials)
        yield True

    @cached_property
    def actions_by_name(self) -> dict[str, QAction]:
        """All actions by their names; those of tags with a key of their own come with ``tag_keys``."""
        from gui import actions

        return actions.make(self)

    @cached_property
    def deeds(self) -> Deeds:
        """What the actions do."""
        from gui.deeds import Deeds

        return Deeds(self)

    def _learn_initials(self) -> None:
        """The words' process is ready: what a reader may type first is asked beforehand."""
        self.initials.ask(self.session.tags, int)

    @property
    def initials(self) -> Initials:
        """The pinyin initials of the tags' names."""
        self.side.fill()
        assert self.side.initials is not None
        return self.side.initials

    @cached_property
    def tag_keys(self) -> TagKeys:
        """The keys that readers gave to tags."""
        from gui.tag_keys import TagKeys

        return TagKeys(self)

    @property
    def palette_panel(self) -> TagPalette:
        return self.side.palette_panel

    @property
    def marks(self) -> MarkPanel:
        return self.side.marks

    @property
    def note(self) -> NotePanel:
        return self.side.note

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pane)
        centre = _column(self.messages, self.stack)
        self.splitter = QSplitter()
        self.splitter.setObjectName("mainSplitter")
        for number, (widget, least) in enumerate(((self.outline, 170), (centre, 300), (self.side, 244))):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(number, int(widget is centre))
            self.splitter.setCollapsible(number, False)
            widget.setMinimumWidth(least)
        self.splitter.setSizes(list(WIDTHS))
        self.rooms = Rooms(self, self.splitter, centre)
        whole = _column(self.top, self.rooms, self.status)
        whole.setObjectName("desk")
        self.setCentralWidget(whole)

    def _connect_actions(self) -> None:
        from gui.actions import local

        does = self.deeds.by_action()
        for name, action in self.actions_by_name.items():
            action.triggered.connect(does[name])
            if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
                self.addAction(action)
        for widget in (self.pane, self.outline.tree):
            widget.addActions(local(self.actions_by_name))
        for name in PANELS:
            self.actions_by_name[f"view.{name}"].setChecked(self._panels[name])
        self.marking.stuck.connect(self.actions_by_name["annotate.sticky"].setChecked)
        self.session.undo_stack.indexChanged.connect(self._show_undo)
        self._show_undo()

    def _connect_session(self) -> None:
        session, opener = self.session, self.opener
        session.activated.connect(self._show_current)
        session.named.connect(lambda _: self._show_title())
        session.failed.connect(self.messages.fail)
        session.damaged.connect(self.offer_repair)
        session.saving.connect(self._note_saving)
        opener.reading.connect(self._say_reading)
        opener.idle.connect(self._end_reading)
        opener.opened.connect(self._leave_welcome)
        for to_read in (opener.opened, session.went, self.top.tabs.tabBarClicked):
            to_read.connect(self.rooms.read)
        opener.replaced.connect(self.files.tell_replaced)
        opener.alike.connect(self.files.tell_alike)
        opener.scanned.connect(self.files.tell_scanned)
        opener.recognising.connect(self.files.tell_recognising)
        opener.taking.connect(self.files.show_taking)
        opener.tell_taking()
        opener.noticed.connect(self.files.tell_noticed)
        opener.remarked.connect(self.files.tell_remarked)
        self.side.filled.connect(self._adopt_side)
        self.top.recent.aboutToShow.connect(lambda: self.files.fill_recent(self.top.recent))
        self.top.tabs.tabBarClicked.connect(lambda _: self._leave_welcome())
        self.top.close_wanted.connect(self.files.close)
        self.pane.painted.connect(self.painted)
        self.pane.menu_wanted.connect(lambda menu: self.deeds.fill_menu(menu))
        self.outline.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.outline.tree.customContextMenuRequested.connect(self._show_outline_menu)
        self.pane.note_wanted.connect(lambda: self.deeds.write_note())

    def _adopt_side(self) -> None:
        """The panels at the right have been made: their keys, and the way back from the note."""
        from gui.actions import local

        self.marks.list.addActions(local(self.actions_by_name))
        self.palette_panel.manage_wanted.connect(self.actions_by_name["tags.manage"].trigger)
        self.note.editor.escaped.connect(self.pane.setFocus)

    def _show_outline_menu(self, at: QPoint) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.deeds.outline.fill_outline_menu(menu, self.outline.tree.indexAt(at))
        menu.popup(self.outline.tree.viewport().mapToGlobal(at))

    # -- state ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.bytes("window/geometry")):
            self.resize(SIZE)
        self.splitter.restoreState(self.settings.bytes("window/splitter"))
        self._panels = {name: self.settings.flag(f"window/{name}") for name in PANELS}
        self._show_panels()

    def _show_panels(self) -> None:
        """Show the panels a reader wants to see; beside the welcome page there is nothing for them to hold."""
        for name, widget in (("outline", self.outline), ("marks", self.side)):
            widget.setVisible(self._panels[name] and self.stack.currentWidget() is self.pane)

    def keep_panel(self, name: str, on: bool) -> None:
        """Show or hide the ``outline`` or the ``marks``, and keep it so."""
        self.settings.keep(f"window/{name}", on)
        self.show_panel(name, on)

    def show_panel(self, name: str, on: bool) -> None:
        """Show or hide one of them for a while."""
        self._panels[name] = on
        self._show_panels()

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self._theme = look
        for part in (self.pane, self.outline, self.side, self.top, self.status, self.rooms):
            part.set_theme(look)
        self.deeds.lens.set_theme(look)

    @property
    def look(self) -> Theme:
        """The theme shown."""
        return self._theme

    def toggle_theme(self) -> None:
        """From light to dark, or back."""
        self.theme_wanted.emit("light" if self._theme.dark else "dark")

    def set_page(self, setting: Setting) -> None:
        """Set the text in another way, and keep it."""
        self.settings.page = setting
        self.pane.set_setting(setting)

    def _show_current(self, digest: str) -> None:
        self._show_title()
        if digest not in self.session.speeches:
            self.show_welcome()
            return
        self.stack.setCurrentWidget(self.pane)
        self._show_panels()
        self.focus_desk()

    def _show_title(self) -> None:
        title = self.session.current.document.title if self.session.current else ""
        self.setWindowTitle(f"{title} — {self.tr('Piyue')}" if title else self.tr("Piyue"))

    def _show_undo(self) -> None:
        stack = self.session.undo_stack
        for name, can, verb, words in (
            ("edit.undo", stack.canUndo(), self.tr("Undo"), stack.undoText()),
            ("edit.redo", stack.canRedo(), self.tr("Redo"), stack.redoText()),
        ):
            self.actions_by_name[name].setEnabled(can)
            self.actions_by_name[name].setText(f"{verb} · {words}" if words else verb)

    def _say_reading(self, name: str) -> None:
        self._reading = self.tr("Reading “%1”…").replace("%1", name)
        self.messages.say(self._reading, self.tr("Cancel"), self.opener.cancel)

    def _end_reading(self) -> None:
        """Take back what was said about reading, and nothing else that was said since."""
        if self.messages.words == self._reading:
            self.messages.hide()

    def may_leave(self) -> bool:
        """Save what is in the air. Where that fails it has been said; asked once more, one may leave all the same."""
        self.session.noted.emit()
        self._refused = self.side.unsaved and not self._refused
        return not self._refused

    def offer_repair(self, sentence: str) -> None:
        """Say what is wrong with the library, and offer to repair it."""
        self.messages.say(sentence, self.tr("Repair"), self.repair_wanted.emit)

    def _note_saving(self, state: str) -> None:
        if state == "failed":
            self._unsaved_words = self.messages.words
            return
        self._refused = False  # what failed before is a matter of the past
        if state == "saved" and self._unsaved_words and self._unsaved_words == self.messages.words:
            self.messages.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.settings.keep("window/geometry", self.saveGeometry())
        self.settings.keep("window/splitter", self.splitter.saveState())
        self.settings.keep("window/notes", self.side.state())
        self.settings.sync()
        event.accept()
        self.closed.emit(self)

    def focus_desk(self) -> None:
        """Go to the text, or to the welcome page where that is shown; unless one is in another room."""
        shown = self.stack.currentWidget()
        if shown is not None and self.stack.isVisibleTo(self):
            shown.setFocus()

    # -- the welcome page ----------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The first page; Esc, or a tab, leads back to the speech."""
        if self.welcome is None:
            self.welcome = self._make_welcome()
        self.welcome.fill()
        self.stack.setCurrentWidget(self.welcome)
        self._show_panels()
        self.focus_desk()

    def _make_welcome(self) -> WelcomePage:
        """The page is made when it is first wanted: most starts go straight to a speech."""
        from gui.actions import local
        from gui.welcome import WelcomePage

        page = WelcomePage(self.settings)
        page.sample_wanted.connect(lambda: self.opener.open(RESOURCES / "sample" / "qingxi.txt"))
        page.open_wanted.connect(self.files.open_files)
        page.file_wanted.connect(self.opener.open)
        page.left.connect(self._leave_welcome)
        page.painted.connect(self.painted)
        page.addActions(local(self.actions_by_name))
        self.stack.addWidget(page)
        return page

    def _leave_welcome(self) -> None:
        if self.session.current is not None:
            self._show_current(self.session.current.digest)

    # -- files dropped on the window -----------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.files.take([Path(url.toLocalFile()) for url in urls if url.isLocalFile()], dropped=True)


def _column(*widgets: QWidget) -> QWidget:
    """Widgets one above the other, without a gap; what can grow does."""
    made = QWidget()
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for widget in widgets:
        rows.addWidget(widget, int(isinstance(widget, QStackedWidget | QSplitter)))
    return made
