"""What a reader does to passages: tag them, write notes, delete. Every step becomes one change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.clock import new_id
from core.marks import mark
from core.model import Annotation, Change, Span
from gui.session import Session


class Marking(QObject):
    """Acts on the session's selection and current mark."""

    stuck = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.last_tags: tuple[str, ...] = ()
        self.sticky = False

    def tag(self, ids: Iterable[str]) -> None:
        """Tag the selection, which makes a mark of it; without a selection, the current mark."""
        tags, session = tuple(ids), self._session
        if session.current is None or not tags:
            return
        if len(session.selection):
            self._mark(session.selection, tags)
        elif session.mark is not None:
            self._toggle(session.mark, tags)
        else:
            return
        self.last_tags = tags

    def repeat(self) -> None:
        """The tags used last, again."""
        self.tag(self.last_tags)

    def stick(self, on: bool) -> None:
        """While on, whatever gets selected gets the tags used last at once."""
        if on != self.sticky:
            self.sticky = on
            self.stuck.emit(on)

    def selection_done(self) -> None:
        """A selection was finished: in sticky mode it becomes a mark."""
        if self.sticky and self.last_tags and len(self._session.selection):
            self.tag(self.last_tags)

    def _mark(self, span: Span, tags: tuple[str, ...]) -> None:
        session = self._session
        assert session.current is not None
        start, stop = span.start, span.stop
        standing = session.current.marks.values()
        same = next((m for m in standing if m.span is not None and m.span.start == start and m.span.stop == stop), None)
        if same is not None:
            session.pick(same.id)
            if tags:
                self._toggle(same, tags)
            return
        made = mark(session.current.document, span, tags, id=new_id(), now=session.now(), creator=session.creator)
        if session.do(Change({made.id: made}), self.tr("Mark")):
            session.select(Span(span.stop, span.stop))
            session.pick(made.id)

    def mark_untagged(self) -> None:
        """Make a mark of the selection without a tag, to hang a note on."""
        if len(self._session.selection):
            self._mark(self._session.selection, ())

    def _toggle(self, annotation: Annotation, tags: tuple[str, ...]) -> None:
        """Add the tags that are missing; take them away where the mark has them all."""
        missing = tuple(t for t in tags if t not in annotation.tags)
        left = tuple(t for t in annotation.tags if t not in tags)
        self._edit(annotation, self.tr("Tag"), tags=annotation.tags + missing if missing else left)

    def note(self, id_: str, note: str) -> bool:
        """Write the note of a mark; what is typed in one go is one step of undo. False: not written."""
        annotation = self._session.find(id_)
        if annotation is None:
            return True
        if annotation.note == note:
            self._session.saving.emit("saved")
            return True
        return self._edit(annotation, self.tr("Note"), merges=id_, note=note)

    def bring_back(self, annotation: Annotation, note: str) -> bool:
        """Write the note of a mark that somebody else has deleted while it was being typed: nothing typed is lost."""
        tags = tuple(tag for tag in annotation.tags if tag in self._session.tags)
        back = replace(annotation, note=note, tags=tags, modified=self._session.now())
        return self._session.do(Change({back.id: back}), self.tr("Note"))

    def delete(self, ids: Iterable[str]) -> None:
        """Take marks out."""
        self._session.do(Change(dict.fromkeys(ids)), self.tr("Delete mark"))

    def _edit(self, annotation: Annotation, text: str, merges: str = "", **fields: Any) -> bool:
        edited = replace(annotation, modified=self._session.now(), **fields)
        return self._session.do(Change({edited.id: edited}), text, merges)
