"""The window: puts the panels together and says what each action does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import __version__
from core.quotation import quotation
from gui import actions as table
from gui.faces import SIZES, Setting
from gui.finding import Finding
from gui.marking import Marking
from gui.message_bar import MessageBar
from gui.navigation import Navigation
from gui.opening import Opener
from gui.panels.marks import MarkPanel
from gui.panels.note import NotePanel
from gui.panels.outline import OutlinePanel
from gui.panels.tags import TagPalette
from gui.session import Session
from gui.settings import Settings
from gui.status import StatusBar
from gui.text_pane import TextPane
from gui.theme import RESOURCES, Theme
from gui.top_bar import TopBar
from gui.word_process import WordProcess

if TYPE_CHECKING:
    from gui.welcome import WelcomePage

SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Section tree, text, tags and marks; one menu, no toolbar."""

    theme_wanted = Signal(str)
    language_wanted = Signal(str)
    closed = Signal(object)
    app: QObject | None = None
    """What owns the window and outlives it; kept here so that it lives as long as the window does."""

    def __init__(self, session: Session, settings: Settings, opener: Opener, words: WordProcess, look: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName(self.tr("Piyue"))
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.session, self.settings, self.opener, self._theme = session, settings, opener, look
        self.marking = Marking(session)
        self.actions_by_name = table.make(self)
        self.pane = TextPane(session, self.marking, words, settings.page, look)
        self.welcome: WelcomePage | None = None
        self.messages = MessageBar()
        self.outline = OutlinePanel(session, look)
        self.palette_panel = TagPalette(session, self.marking, look)
        self.marks = MarkPanel(session, look)
        self.note = NotePanel(session, self.marking)
        self.top = TopBar(session, self.actions_by_name, look)
        self.status = StatusBar(session, look)
        self.finding = Finding(session, self.pane, self.top.search)
        self.navigation = Navigation(session, self.pane)
        self._build()
        self._connect()
        self._restore()

    # -- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pane)
        centre = QWidget()
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self.stack, 1)
        self.notes = QSplitter(Qt.Orientation.Vertical)
        self.notes.setObjectName("notesSplitter")
        self.notes.addWidget(self.marks)
        self.notes.addWidget(self.note)
        self.notes.setStretchFactor(0, 3)
        self.notes.setStretchFactor(1, 1)
        self.notes.setSizes([420, 180])
        self.side = QWidget()
        self.side.setObjectName("sidePanel")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.palette_panel)
        column.addWidget(self.notes, 1)
        self.splitter = QSplitter()
        self.splitter.setObjectName("mainSplitter")
        for widget in (self.outline, centre, self.side):
            self.splitter.addWidget(widget)
        for number, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(number, stretch)
            self.splitter.setCollapsible(number, False)
        self.outline.setMinimumWidth(180)
        centre.setMinimumWidth(320)
        self.side.setMinimumWidth(240)
        self.splitter.setSizes([258, 736, 286])
        whole = QWidget()
        whole.setObjectName("desk")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget, stretch in ((self.top, 0), (self.splitter, 1), (self.status, 0)):
            rows.addWidget(widget, stretch)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        session, does = self.session, self._deeds()
        for name, action in self.actions_by_name.items():
            action.triggered.connect(does[name])
            if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
                self.addAction(action)
        for action in table.local(self.actions_by_name):
            for widget in (self.pane, self.outline.tree, self.marks.list):
                widget.addAction(action)
        session.activated.connect(self._show_current)
        session.failed.connect(self.messages.say)
        session.undo_stack.indexChanged.connect(self._show_undo)
        self.marking.stuck.connect(self._action("annotate.sticky").setChecked)
        self.opener.reading.connect(
            lambda name: self.messages.say(
                self.tr("Reading “%1”…").replace("%1", name), self.tr("Cancel"), self.opener.cancel
            )
        )
        self.opener.idle.connect(self.messages.hide)
        self.note.editor.escaped.connect(self.pane.setFocus)
        self.top.recent.aboutToShow.connect(self._fill_recent)
        self.pane.menu_wanted.connect(self._fill_menu)
        self.top.tabs.tabBarClicked.connect(lambda _: self._leave_welcome())
        self._show_undo()

    def _deeds(self) -> dict[str, Callable[..., object]]:
        """What each action does."""
        tag_deeds = {f"annotate.tag.{key}": self._tagger(key) for key in table.TAG_KEYS}
        return {
            "file.open": self.open_files,
            "file.export": self.export_notes,
            "file.close": self.close_speech,
            "file.quit": self.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.copy": self.pane.copy,
            "edit.copyWithSource": self.copy_with_source,
            "edit.selectAll": self.pane.select_all,
            "search.document": self._find,
            "annotate.repeat": self.marking.repeat,
            "annotate.sticky": self.marking.stick,
            "annotate.note": self.write_note,
            "annotate.delete": self.delete_marks,
            "select.grow": self.pane.grow,
            "select.shrink": self.pane.shrink,
            "go.nextMark": lambda: self.navigation.mark(1),
            "go.previousMark": lambda: self.navigation.mark(-1),
            "go.nextSection": lambda: self.navigation.section(1),
            "go.previousSection": lambda: self.navigation.section(-1),
            "go.nextSpeech": self.next_speech,
            "view.outline": lambda on: self._keep_panel("outline", on),
            "view.marks": lambda on: self._keep_panel("marks", on),
            "view.larger": lambda: self._resize_text(1),
            "view.smaller": lambda: self._resize_text(-1),
            "view.setting": self.show_setting,
            "view.theme": lambda: self.theme_wanted.emit("light" if self._theme.dark else "dark"),
            "view.fullScreen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "help.keys": self.show_keys,
            "help.welcome": self.show_welcome,
            "help.about": self.show_about,
            **tag_deeds,
        }

    def _action(self, name: str) -> QAction:
        return self.actions_by_name[name]

    def _tagger(self, key: str) -> Callable[[], None]:
        return lambda: self.marking.tag([tag.id for tag in self.session.tags.values() if tag.key == key])

    # -- state ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.bytes("window/geometry")):
            self.resize(SIZE)
        self.splitter.restoreState(self.settings.bytes("window/splitter"))
        self.notes.restoreState(self.settings.bytes("window/notes"))
        for name in ("outline", "marks"):
            self._action(f"view.{name}").setChecked(self.settings.flag(f"window/{name}"))
        self._show_panels()

    def _show_panels(self) -> None:
        """Show the panels a reader wants to see; beside the welcome page there is nothing for them to hold."""
        for name, widget in (("outline", self.outline), ("marks", self.side)):
            wanted = self._action(f"view.{name}").isChecked()
            widget.setVisible(wanted and self.stack.currentWidget() is self.pane)

    def _keep_panel(self, name: str, on: bool) -> None:
        self.settings.keep(f"window/{name}", on)
        self._show_panels()

    def set_theme(self, look: Theme) -> None:
        """Take another theme's colours."""
        self._theme = look
        for part in (self.pane, self.outline, self.palette_panel, self.marks, self.top, self.status):
            part.set_theme(look)

    def set_page(self, setting: Setting) -> None:
        """Set the text in another way, and keep it."""
        self.settings.page = setting
        self.pane.set_setting(setting)

    def _show_current(self, digest: str) -> None:
        if not digest:
            self.show_welcome()
        speech = self.session.speeches.get(digest)
        title = speech.document.title if speech else ""
        self.setWindowTitle(f"{title} — {self.tr('Piyue')}" if title else self.tr("Piyue"))
        if digest:
            self.stack.setCurrentWidget(self.pane)
            self._show_panels()
            self.pane.setFocus()

    def _show_undo(self) -> None:
        stack = self.session.undo_stack
        for name, can, words in (
            ("edit.undo", stack.canUndo(), stack.undoText()),
            ("edit.redo", stack.canRedo(), stack.redoText()),
        ):
            verb = self.tr("Undo") if name == "edit.undo" else self.tr("Redo")
            self._action(name).setEnabled(can)
            self._action(name).setText(f"{verb} · {words}" if words else verb)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.noted.emit()
        self.settings.keep("window/geometry", self.saveGeometry())
        self.settings.keep("window/splitter", self.splitter.saveState())
        self.settings.keep("window/notes", self.notes.saveState())
        self.settings.sync()
        event.accept()
        self.closed.emit(self)

    # -- deeds ---------------------------------------------------------------------------------

    def open_files(self) -> None:
        """Ask for files and open them."""
        from PySide6.QtWidgets import QFileDialog

        words = self.tr("Speeches (*.txt *.md);;All files (*)")
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Open speeches"), self._folder(), words)
        for path in paths:
            self.opener.open(path)

    def _folder(self) -> str:
        current = self.session.current
        return str(current.document.source.parent) if current and current.document.source else ""

    def export_notes(self) -> None:
        """Ask for a place and a format, and write the notes of this speech there."""
        if self.session.current is None:
            return
        from gui.exporting import export

        self.session.noted.emit()
        export(self, self.session, self.messages, self._folder())

    def close_speech(self) -> None:
        if self.session.current is not None:
            self.session.noted.emit()
            self.session.close(self.session.current.digest)

    def next_speech(self) -> None:
        if self.session.current is not None:
            digests = list(self.session.speeches)
            at = digests.index(self.session.current.digest)
            self.session.activate(digests[(at + 1) % len(digests)])

    def undo(self) -> None:
        self.session.noted.emit()
        self.session.undo_stack.undo()

    def redo(self) -> None:
        self.session.undo_stack.redo()

    def copy_with_source(self) -> None:
        """Put the selection, or the current mark, on the clipboard with its source."""
        speech, mark = self.session.current, self.session.mark
        span = self.session.selection if len(self.session.selection) else mark.span if mark else None
        if speech is not None and span is not None:
            QGuiApplication.clipboard().setText(quotation(speech.document, speech.above(span.start), span))

    def write_note(self) -> None:
        """Go to the note of the current mark; a selection that is not marked yet is marked for it."""
        if len(self.session.selection):
            self.marking.mark_untagged()
        if self.session.mark is not None:
            if self.side.isHidden():
                self._action("view.marks").trigger()
            self.note.editor.setFocus()

    def delete_marks(self) -> None:
        """Delete the current mark; in the list, all that are selected."""
        ids = self.marks.list.chosen() if self.marks.list.hasFocus() else [self.session.mark_id]
        self.marking.delete([id_ for id_ in ids if id_])

    def _find(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _resize_text(self, step: int) -> None:
        page = self.settings.page
        size = max(SIZES[0], min(SIZES[1], page.size + step))
        self.set_page(Setting(page.face, size, page.line, page.measure))

    def _fill_menu(self, menu: QMenu) -> None:
        for tag in self.session.tags.values():
            if tag.key and f"annotate.tag.{tag.key}" in self.actions_by_name:
                entry = menu.addAction(f"{tag.name}\t{tag.key}")
                entry.triggered.connect(self._action(f"annotate.tag.{tag.key}").trigger)
        menu.addSeparator()
        for name in ("annotate.note", "annotate.delete", "edit.copy", "edit.copyWithSource"):
            menu.addAction(self._action(name))

    def _fill_recent(self) -> None:
        self.top.recent.clear()
        for path in self.settings.recent:
            entry = self.top.recent.addAction(path)
            entry.triggered.connect(lambda _=False, p=path: self.opener.open(p))

    def show_setting(self) -> None:
        from gui.dialogs import SettingDialog

        SettingDialog(self, self.settings, self.set_page, self.theme_wanted.emit, self.language_wanted.emit).open()

    def show_keys(self) -> None:
        from gui.dialogs import KeysDialog

        KeysDialog(self, self.actions_by_name).open()

    def show_welcome(self) -> None:
        """The first page again; Esc, or a tab, leads back to the speech."""
        if self.welcome is None:
            self.welcome = self._make_welcome()
        self.welcome.fill()
        self.stack.setCurrentWidget(self.welcome)
        self._show_panels()
        self.welcome.setFocus()

    def _make_welcome(self) -> WelcomePage:
        """The page is made when it is first wanted: most starts go straight to a speech."""

        from gui.welcome import WelcomePage

        page = WelcomePage(self.settings)
        page.sample_wanted.connect(lambda: self.opener.open(RESOURCES / "sample" / "qingxi.txt"))
        page.open_wanted.connect(self.open_files)
        page.file_wanted.connect(self.opener.open)
        page.left.connect(self._leave_welcome)
        page.addActions(table.local(self.actions_by_name))
        self.stack.addWidget(page)
        return page

    def _leave_welcome(self) -> None:
        if self.session.current is not None:
            self._show_current(self.session.current.digest)

    def show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        words = self.tr("Piyue %1\nRead and mark official speeches.\nMIT licence.").replace("%1", __version__)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About"), words, parent=self)
        box.setObjectName("aboutDialog")
        box.open()

    # -- files dropped on the window -----------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.opener.open(Path(url.toLocalFile()))
