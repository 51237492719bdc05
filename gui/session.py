"""The one seam between the window and core: the library, the open speeches, the undo stack.

Panels never know each other; they meet here. Whatever is written goes through ``do``, and comes
back to everybody as ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.changes import rebased
from core.clock import now
from core.library import Library
from core.model import Annotation, Change, Correction, Document, Span
from core.problem import Problem
from core.tags import default_tags
from gui.commands import UndoStack
from gui.news import as_seen, correction_in, mark_in, unknown
from gui.speech import Speech

MANY = 800
"""Marks above which a speech is shown with those of its first picture, and the rest follow."""
READ_PAUSE = 2000
"""Milliseconds after the last move before the reading position is written down."""


class Session(QObject):
    """What is open, what is current, and what may be done with it. Raises nothing: it says ``failed``."""

    opened = Signal(str)
    closed = Signal(str)
    activated = Signal(str)
    changed = Signal(object, object)
    """The change, and a change with what stood there before."""
    picked = Signal(str)
    selected = Signal(int, int)
    went = Signal(int, int)
    reading = Signal(int)
    saving = Signal(str)
    failed = Signal(str)
    damaged = Signal(str)
    """The same sentence where the library is damaged, and can be repaired."""
    noted = Signal()
    checked = Signal(str)
    recalled = Signal(str)
    """All marks of a speech are there, where only those of the first picture were."""
    reshaped = Signal(str)
    """The outline of a speech is another one."""
    named = Signal(str)
    """What is said of an open speech, its title perhaps, was put right."""
    restyled = Signal()
    """The reader's own styles of heading are others."""
    library_wanted = Signal()
    """Something is to be written, and no library is open; whoever hears it may open one."""

    def __init__(self, library: Library | None, language: str, creator: str = "") -> None:
        super().__init__()
        self.library, self.language, self.creator = library, language, creator
        self.speeches: dict[str, Speech] = {}
        self.current: Speech | None = None
        self.tags = library.tags() if library else {tag.id: tag for tag in default_tags()}
        self.mark_id = ""
        self.selection = Span(0, 0)
        self._outside: dict[str, Document] = {}
        self._merges = ""
        self.awaiting = False
        """Whether a step of ours is being written behind the window: what of it is news comes by ``adopted``."""
        self.undo_stack = UndoStack(self._turn, self)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(READ_PAUSE)
        self._read_timer.timeout.connect(self._keep_reading)

    # -- speeches ------------------------------------------------------------------------------

    def open(self, document: Document) -> None:
        """Show a document; take it into the library. One that is open already comes to the front."""
        self.show(self.speeches.get(document.digest) or Speech(document, {}))

    def show(self, speech: Speech, kept: bool = False) -> None:
        """The same with a speech that has been made of the document already, perhaps in the background;
        ``kept`` if its text has been written into the library there."""
        if speech.digest not in self.speeches:
            self.speeches[speech.digest] = self._take_in(speech, kept)
            self.opened.emit(speech.digest)
        self.activate(speech.digest)

    def bring(self, former: str, speech: Speech, change: Change, text: str) -> None:
        """Let a speech take the place of its former version, with ``change``, which carries the marks over."""
        if self.library is not None and not self.library.read_only:
            try:
                self.library.add(speech.document, former)
            except Problem as problem:
                self.fail(problem)
            else:
                self.do(change, text)
        if former not in self.speeches:
            self.show(speech)
        elif speech.digest not in self.speeches:
            self._swap(former, speech)

    def _swap(self, former: str, speech: Speech) -> None:
        """Put a speech where another stood among the open ones."""
        front = self.current is not None and self.current.digest == former
        digests = [speech.digest if digest == former else digest for digest in self.speeches]
        speeches = {**self.speeches, speech.digest: self._take_in(speech)}
        self.speeches = {digest: speeches[digest] for digest in digests}
        self.closed.emit(former)
        self.opened.emit(speech.digest)
        if front:
            self.activate(speech.digest)

    def recall(self, digest: str) -> Document | None:
        """What the library remembers of a speech with this digest, its outline included."""
        try:
            return self.library.recall(digest) if self.library else None
        except Problem:  # it is read anew; what is wrong with the library is said when it is taken in
            return None

    def corrections(self, digest: str) -> dict[str, Correction]:
        """What readers put right in the outline of a speech, as the library has it."""
        try:
            return self.library.corrections(digest) if self.library else {}
        except Problem:  # as above
            return {}

    def _take_in(self, speech: Speech, kept: bool = False) -> Speech:
        if self.library is None:
            return speech
        self._outside[speech.digest] = speech.document
        try:
            self._recall_marks(self.library, speech)
            known = self.library.corrections(speech.digest)
            if known != speech.corrections:
                speech.corrections = known
                speech.reshape(speech.corrected(known))
            if not self.library.read_only:
                self._add_outside(self.library, speech.digest if kept else "")
            speech.name(self.library.facts([speech.digest]).get(speech.digest))
            self._say_faulty(self.library)
        except Problem as problem:
            self.fail(problem)
        return speech

    def _say_faulty(self, library: Library) -> None:
        """Say once of each library that some of its records were damaged."""
        if library.faulty and not library.told:
            library.told = True
            problem = Problem("library.faulty", path=library.path, count=len(library.faulty))
            self.damaged.emit(problem.say(self.language))

    def _recall_marks(self, library: Library, speech: Speech) -> None:
        digest, position = speech.digest, library.position(speech.digest)
        near = library.annotations_near(digest, position, MANY)
        if near is None:
            speech.recall(library.annotations(digest), position)
        else:
            speech.recall(near, position, lambda: library.annotations(digest))

    def take_all(self, digest: str, marks: Mapping[str, Annotation]) -> None:
        """Take the marks of a speech that were still to come."""
        speech = self.speeches.get(digest)
        if speech is not None:
            speech.take_all(marks)
            self.recalled.emit(digest)

    def _add_outside(self, library: Library, kept: str = "") -> None:
        """Take the speeches into the library that it would not take when they were opened; ``kept`` is one whose
        text is there. Raises Problem."""
        for digest, document in list(self._outside.items()):
            library.add(document, kept=digest == kept)
            del self._outside[digest]

    def activate(self, digest: str) -> None:
        """Bring an open speech to the front."""
        if self.current is None or self.current.digest != digest:
            self.current = self.speeches[digest]
            self.mark_id, self.selection = "", Span(0, 0)
            self.activated.emit(digest)
            self.picked.emit("")

    def close(self, digest: str) -> None:
        """Close a speech; the reading position stays in the library."""
        self.noted.emit()
        self.keep_position(digest)
        speech = self.speeches.pop(digest)
        self.closed.emit(digest)
        if speech is self.current:
            self.current, self.mark_id, self.selection = None, "", Span(0, 0)
            if self.speeches:
                self.activate(next(reversed(self.speeches)))
            else:
                self.activated.emit("")
                self.picked.emit("")

    def show_again(self) -> None:
        """Tell a window made anew what is open."""
        current = self.current
        for digest in self.speeches:
            self.opened.emit(digest)
        self.current = None
        if current is not None:
            self.activate(current.digest)

    def use_library(self, library: Library) -> None:
        """Go on with another library, or with what this one has become; open speeches are taken into it."""
        self.library, self.tags = library, library.tags()
        self._merges = ""
        self.undo_stack.forget()
        self.restore_steps()
        current = self.current
        for digest, speech in self.speeches.items():
            self.speeches[digest] = self._take_in(Speech(speech.document, {}, 0, speech.corrections))
            self.closed.emit(digest)
            self.opened.emit(digest)
        self.current = None
        self.changed.emit(Change({}, dict(self.tags)), Change())
        if current is not None:
            self.activate(current.digest)
        else:
            self.activated.emit("")

    def let_go(self) -> None:
        """Close the library for a while; the speeches stay."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def refresh(self) -> None:
        """Show what others have done to the library since the last time. Raises Problem."""
        library = self.library
        if library is None or self.awaiting:
            return
        if library.away:
            raise Problem("library.away", path=library.path)
        if library.replaced:
            library.reopen()
            self.use_library(library)
            return
        stirred = library.stirred()
        if stirred == "all":
            self.use_library(library)
        elif stirred:
            self.show_news(self._unknown(library.news()))

    def show_news(self, news: Change) -> None:
        """Show what others have written."""
        if news:
            self._show(news)

    def adopted(self, number: int, text: str, written: Change) -> Change:
        """Take in a step that was written behind the window, on another connection, so that it can be undone;
        returns what of it is to be shown."""
        if self.library is not None:
            self.library.note_own(number)
        self._merges = ""
        self.undo_stack.add(number, text)
        self.saving.emit("saved")
        return self._unknown(written)

    def _unknown(self, news: Change) -> Change:
        """What of a change concerns the open speeches and is not shown already."""
        return unknown(news, self.speeches, self.tags)

    def keep_position(self, digest: str) -> None:
        """Write down how far a speech was read."""
        if self.library is not None:
            self.library.set_position(digest, self.speeches[digest].position)

    def shut(self) -> None:
        """Before the program ends: everything that is still in the air is written."""
        self.noted.emit()
        self._read_timer.stop()
        for digest in self.speeches:
            self.keep_position(digest)
        if self.library is not None:
            self.library.close()
            self.library = None

    # -- changes -------------------------------------------------------------------------------

    def do(self, change: Change, text: str, merges: str = "") -> bool:
        """Apply a change that can be undone; ``text`` names it in the menu. Returns whether it was written."""
        if not change:
            return False
        change = self._on_top(change)
        onto = self.undo_stack.last if merges and merges == self._merges else 0
        written = self._write(lambda library: self._apply(library, change, text, onto))
        if written:
            self._merges = merges
        return written

    def _on_top(self, change: Change) -> Change:
        """The change, made to what others have just made of the same things."""
        before = {id_: self.find(id_) for id_ in change.annotations}
        with suppress(Problem):  # what is wrong is said when the change is written
            self.refresh()
        marks = {id_: rebased(new, before[id_], self.find(id_)) for id_, new in change.annotations.items()}
        return Change(marks, change.tags, change.corrections, change.facts)

    def _apply(self, library: Library, change: Change, text: str, onto: int) -> Change:
        self._add_outside(library)
        library.apply(change, text, onto)
        if library.written != onto:
            self.undo_stack.add(library.written, text)
        return change

    def _turn(self, number: int, back: bool) -> bool:
        self._merges = ""
        return self._write(lambda library: library.turn(number, back))

    def restore_steps(self) -> None:
        """Let what was done before the program began be undone too."""
        if self.library is not None:
            with suppress(Problem):  # what is wrong with the library is said when something is to be written
                self.undo_stack.restore(self.library.steps())

    def _write(self, write: Callable[[Library], Change]) -> bool:
        """Let the library write something, and show what it wrote; says whether it could."""
        if self.library is None:
            self.library_wanted.emit()
        if self.library is None:
            return False
        try:
            change = write(self.library)
        except Problem as problem:
            self.fail(problem)
            self.saving.emit("failed")
            return False
        self._show(change)
        self.saving.emit("saved")
        return True

    def _show(self, change: Change) -> None:
        was = Change(
            {id_: self.find(id_) for id_ in change.annotations},
            {id_: self.tags.get(id_) for id_ in change.tags},
            {id_: self._correction(id_) for id_ in change.corrections},
        )
        for id_, tag in change.tags.items():
            if tag is None:
                self.tags.pop(id_, None)
            else:
                self.tags[id_] = tag
        if change.tags:
            self._sort_tags()
        for digest, speech in self.speeches.items():
            for id_, annotation in change.annotations.items():
                speech.replace(id_, annotation if annotation and annotation.document == digest else None)
            for id_, correction in change.corrections.items():
                if correction is None or correction.document == digest:
                    speech.correct(id_, correction)
            speech.name(change.facts.get(digest))
        self.changed.emit(as_seen(change, was), was)
        for digest in change.facts.keys() & self.speeches.keys():
            self.named.emit(digest)
        if self.mark_id in change.annotations:
            self.noted.emit()  # a note that is being written brings its mark back
            self.pick(self.mark_id if self.mark is not None else "")

    def _sort_tags(self) -> None:
        """Bring the tags into the order that the library has; one that came back stands where it stood."""
        with suppress(Problem):
            order = list(self.library.tags()) if self.library else []
            known = {id_: self.tags.pop(id_) for id_ in order if id_ in self.tags}
            self.tags |= known

    def fail(self, problem: Problem) -> None:
        """Say what went wrong, in the user's language."""
        self.failed.emit(problem.say(self.language))
        if problem.key == "library.damaged":
            self.damaged.emit(problem.say(self.language))

    def now(self) -> str:
        """The time of what is done now: the library's, which never goes back."""
        return self.library.now() if self.library else now()

    # -- what is current -----------------------------------------------------------------------

    @property
    def mark(self) -> Annotation | None:
        """The current mark."""
        return self.current.sight.get(self.mark_id) if self.current else None

    def find(self, id_: str) -> Annotation | None:
        """A mark of any open speech."""
        return mark_in(self.speeches, id_)

    def _correction(self, id_: str) -> Correction | None:
        return correction_in(self.speeches, id_)

    def pick(self, id_: str) -> None:
        """Make a mark the current one; an empty id makes none current."""
        self.noted.emit()
        self.mark_id = id_
        self.picked.emit(id_)

    def select(self, span: Span) -> None:
        """Remember what is selected in the text."""
        self.selection = span
        self.selected.emit(span.start, span.stop)

    def read_at(self, point: int) -> None:
        """Remember the reading position: a code point of the current speech."""
        if self.current is not None and point != self.current.position:
            self.current.position = point
            self._read_timer.start()
            self.reading.emit(point)

    def _keep_reading(self) -> None:
        if self.current is not None:
            self.keep_position(self.current.digest)

    def go(self, span: Span) -> None:
        """Show a place in the text."""
        self.went.emit(span.start, span.stop)

    def sources(self) -> list[Path]:
        """Where the open speeches were read from, in the order of their tabs."""
        return [s.document.source for s in self.speeches.values() if s.document.source]
