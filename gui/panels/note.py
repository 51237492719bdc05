"""The note editor: what is typed is saved while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from core.model import Annotation, Change
from gui.marking import Marking
from gui.note_text import is_set, show
from gui.parts import heading
from gui.session import Session

PAUSE = 400
"""Milliseconds after the last key before a note is written."""
AGAIN = 10_000
"""Milliseconds before it is tried again to write what could not be written."""


class NotePanel(QWidget):
    """The note of the current mark. It is written after a pause, on every focus change and on closing."""

    def __init__(self, session: Session, marking: Marking) -> None:
        super().__init__()
        self.setObjectName("notePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._marking = session, marking
        self._id, self._loading = "", False
        self._unsaved: dict[str, str] = {}
        self._marks: dict[str, Annotation] = {}
        """The marks of what is not saved yet, as they were when it was typed."""
        self.editor = NoteField()
        self._set = SetNote(self.editor)
        self.editor.setObjectName("noteEditor")
        self.editor.setAccessibleName(self.tr("Note of the current mark"))
        self.editor.setTabChangesFocus(True)
        self._whose = QLabel()
        self._whose.setObjectName("noteHint")
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Note")))
        top.addStretch(1)
        top.addWidget(self._whose)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 14)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.editor, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self.editor.textChanged.connect(self._typed)
        self.editor.left.connect(self.flush)
        self.editor.left.connect(lambda: self._set.show_note(self._text()))
        self.editor.entered.connect(self._set.hide)
        session.noted.connect(self.flush)
        session.picked.connect(self._show)
        session.changed.connect(self._changed)
        self._show(session.mark_id)

    def _show(self, id_: str) -> None:
        mark = self._session.mark
        self._id = id_ if mark else ""
        self._load(self._unsaved.get(self._id, mark.note) if mark else "")
        self.editor.setEnabled(mark is not None)
        self.editor.setPlaceholderText(self.tr("Write a note…") if mark else self.tr("Pick a mark to write a note."))
        self._whose.setText(self.tr("N to write, Esc back to the text") if mark else "")

    def _load(self, note: str) -> None:
        if note != self._text():
            self._loading, at = True, self.editor.textCursor().position()
            self.editor.setPlainText(note)
            self._loading = False
            if self.editor.hasFocus():  # somebody else has changed the note: one goes on where one was
                cursor = self.editor.textCursor()
                cursor.setPosition(min(at, self.editor.document().characterCount() - 1))
                self.editor.setTextCursor(cursor)
        self._set.show_note(note)

    def _text(self) -> str:
        """What stands in the field, as typed: Qt's plain text would turn a hard space into a soft one."""
        return self.editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _changed(self, change: Change) -> None:
        mark = change.annotations.get(self._id)
        if mark is not None and self._id not in self._unsaved:
            self._load(mark.note)

    def _typed(self) -> None:
        if self._id and not self._loading:
            self._unsaved[self._id] = self._text()
            if self._session.mark is not None:
                self._marks[self._id] = self._session.mark
            self._timer.start(PAUSE)
            self._session.saving.emit("saving")

    def flush(self) -> None:
        """Write what was typed; what cannot be written is kept and tried again."""
        self._timer.stop()
        for id_, note in list(self._unsaved.items()):
            del self._unsaved[id_]
            if not self._write(id_, note):
                self._unsaved[id_] = note
        if self._unsaved:
            self._timer.start(AGAIN)

    def _write(self, id_: str, note: str) -> bool:
        mark = self._session.find(id_) or self._marks.get(id_)
        gone = mark is not None and mark.document in self._session.speeches and self._session.find(id_) is None
        if gone and mark is not None:
            return self._marking.bring_back(mark, note)
        return self._marking.note(id_, note)

    @property
    def unsaved(self) -> bool:
        """Whether something typed has not been written yet."""
        return bool(self._unsaved)


class NoteField(QPlainTextEdit):
    """A field that says when it is left, and when Esc was pressed in it."""

    entered = Signal()
    left = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SetNote(QTextBrowser):
    """Over the field while nothing is typed in it: the note as its Markdown means it. A click leads into the field.

    It is shown only where the note looks otherwise than it was typed.
    """

    def __init__(self, field: NoteField) -> None:
        super().__init__(field)
        self.setObjectName("noteView")
        self.setAccessibleName(self.tr("Note, set"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setOpenLinks(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.anchorClicked.connect(_open)
        self._field, self._note = field, ""
        field.installEventFilter(self)
        self.hide()

    def show_note(self, note: str) -> None:
        """Show a note, unless it is being written."""
        self._note = note
        if self._field.hasFocus() or not is_set(note):
            self.hide()
            return
        show(self.document(), note, self.fontInfo().pixelSize())
        self.setGeometry(self._field.rect())
        self.show()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: a note brings no pictures in."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """In another theme links have another colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            show(self.document(), self._note, self.fontInfo().pixelSize())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._field.rect())
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.anchorAt(event.position().toPoint()):
            self._field.setFocus()
            self._field.moveCursor(QTextCursor.MoveOperation.End)


def _open(link: QUrl) -> None:
    """Open a page of the web; anything else a note may name is left alone."""
    if link.scheme() in ("http", "https"):
        QDesktopServices.openUrl(link)
