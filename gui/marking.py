"""What a reader does to passages: tag them, write notes, delete. Every step becomes one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.clock import new_id
from core.marks import mark, mark_all, resized
from core.model import Annotation, Change, Span, Tag
from core.problem import Problem
from gui.session import Session

MOST = 20_000
"""Passages marked in one step at most."""


class Marking(QObject):
    """Acts on the session's selection and current mark."""

    stuck = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.last_tags: tuple[str, ...] = ()
        self.sticky = False
        self.chosen: Callable[[], Sequence[str]] = tuple
        """The ids of the marks chosen in the list."""

    def targets(self) -> list[Annotation]:
        """The marks to act upon: those chosen in the list where they are several, else the current one."""
        chosen, mark = self.chosen(), self._session.mark
        if len(chosen) > 1 and self._session.current is not None:
            return [self._session.current.marks[id_] for id_ in chosen]
        return [mark] if mark is not None else []

    def addressed(self) -> list[Annotation]:
        """The same, but a selection goes before the current mark: its own mark, or none where it has none yet."""
        marks, (span, annotation) = self.targets(), self.meant
        if len(marks) > 1 or span is None or not len(self._session.selection):
            return marks
        return [annotation] if annotation is not None else []

    def tag(self, ids: Iterable[str]) -> None:
        """Tag the selection, which makes a mark of it; without a selection, the current mark, or all chosen."""
        tags, session = tuple(ids), self._session
        if session.current is None or not tags:
            return
        marks = self.targets()
        if len(session.selection) and len(marks) < 2:
            self._mark(session.selection, tags)
        elif marks:
            self._toggle(marks, tags)
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

    def _standing(self, span: Span) -> Annotation | None:
        """The mark of just this passage."""
        session = self._session
        assert session.current is not None
        start, stop = span.start, span.stop
        standing = session.current.marks.values()
        return next((m for m in standing if m.span is not None and m.span.start == start and m.span.stop == stop), None)

    def _mark(self, span: Span, tags: tuple[str, ...]) -> None:
        same = self._standing(span)
        if same is None:
            self._make(span, tags, {})
            return
        self._session.pick(same.id)
        if tags:
            self._toggle([same], tags)

    def _make(
        self, span: Span, tags: tuple[str, ...], new: Mapping[str, Tag], colour: str = "", stars: int = 0
    ) -> None:
        session = self._session
        assert session.current is not None
        made = mark(session.current.document, span, tags, id=new_id(), now=session.now(), creator=session.creator)
        made = replace(made, colour=colour, stars=stars)
        if session.do(Change({made.id: made}, new), self.tr("Mark")):
            session.select(Span(span.stop, span.stop))
            session.pick(made.id)

    def mark_all(self, spans: Sequence[Span], ids: Iterable[str]) -> None:
        """Mark many passages with the same tags, in one step; MOST at most, so that nobody waits for it."""
        tags, session = tuple(ids), self._session
        if session.current is None or not tags:
            return
        if len(spans) > MOST:
            session.fail(Problem("find.too_many", count=f"{len(spans):,}", most=f"{MOST:,}"))
            return
        document, standing = session.current.document, session.current.marks.values()
        change = mark_all(document, spans, tags, standing, ids=new_id, now=self._session.now(), creator=session.creator)
        if session.do(change, self.tr("Mark all hits")):
            self.last_tags = tags

    def resize(self, annotation: Annotation, span: Span, merges: str = "") -> bool:
        """Put the ends of a mark elsewhere."""
        session = self._session
        if session.current is None or not len(span) or annotation.span == span:
            return False
        moved = resized(session.current.document, annotation, span, now=self._session.now())
        return session.do(Change({moved.id: moved}), self.tr("Move the ends"), merges)

    @property
    def meant(self) -> tuple[Span | None, Annotation | None]:
        """What would be tagged: the selection, and its mark if it has one; else the current mark."""
        session = self._session
        if session.current is None:
            return None, None
        if len(session.selection):
            return session.selection, self._standing(session.selection)
        return session.mark.span if session.mark else None, session.mark

    def put(self, ids: Iterable[str], new: Mapping[str, Tag]) -> None:
        """Give what is meant these tags and no others; ``new`` are those among them that are made with it."""
        tags, (span, annotation) = tuple(dict.fromkeys(ids)), self.meant
        if annotation is not None:
            self._session.pick(annotation.id)
            if tags != annotation.tags:
                edited = replace(annotation, tags=tags, modified=self._session.now())
                self._session.do(Change({edited.id: edited}, new), self.tr("Tag"))
        elif span is not None and tags:
            self._make(span, tags, new)
        self.last_tags = tags or self.last_tags

    def mark_untagged(self) -> None:
        """Make a mark of the selection without a tag, to hang a note on."""
        if len(self._session.selection):
            self._mark(self._session.selection, ())

    def _toggle(self, marks: Sequence[Annotation], tags: tuple[str, ...]) -> None:
        """Add the tags that are missing; take them away where all the marks have them all."""
        if any(not set(tags).issubset(mark.tags) for mark in marks):
            self._edit(self.tr("Tag"), marks, lambda m: {"tags": m.tags + tuple(t for t in tags if t not in m.tags)})
        else:
            self._edit(self.tr("Tag"), marks, lambda m: {"tags": tuple(t for t in m.tags if t not in tags)})

    def star(self, stars: int, ids: Iterable[str] | None = None) -> None:
        """Say how much marks matter, 0 to 5: those with these ids, else the selection, which becomes a mark, the
        current mark, or all chosen."""
        marks = self.addressed() if ids is None else self._these(ids)
        if marks:
            self.star_these(stars, marks)
        elif stars and ids is None and len(self._session.selection):
            self._make(self._session.selection, (), {}, stars=stars)

    def star_these(self, stars: int, marks: Iterable[Annotation]) -> None:
        """The same of marks of whatever speeches."""
        self._edit(self.tr("Stars"), marks, lambda _: {"stars": stars})

    def use(self, paper: str, marks: Iterable[Annotation]) -> None:
        """Note of marks that their passages were used in a paper; with an empty one, that they were not used."""
        name = " ".join(paper.split())

        def used(mark: Annotation) -> dict[str, object]:
            papers = dict.fromkeys([*mark.used.split("\n"), name]) if name else {}
            return {"used": "\n".join(filter(None, papers))}

        self._edit(self.tr("Used in a paper") if name else self.tr("Not used"), list(marks), used)

    def colour(self, colour: str) -> None:
        """Give a colour (or none) to the selection, which makes a mark of it, to the current mark, or to all chosen;
        it shows where there is no tag."""
        if marks := self.addressed():
            self._edit(self.tr("Colour"), marks, lambda _: {"colour": colour})
        elif colour and len(self._session.selection):
            self._make(self._session.selection, (), {}, colour)

    def _these(self, ids: Iterable[str]) -> list[Annotation]:
        return [mark for id_ in ids if (mark := self._session.find(id_)) is not None]

    def note(self, id_: str, note: str) -> bool:
        """Write the note of a mark; what is typed in one go is one step of undo. False: not written."""
        annotation = self._session.find(id_)
        if annotation is None:
            return True
        if annotation.note == note:
            self._session.saving.emit("saved")
            return True
        return self._edit(self.tr("Note"), [annotation], lambda _: {"note": note}, merges=id_)

    def bring_back(self, annotation: Annotation, note: str) -> bool:
        """Write the note of a mark that somebody else has deleted while it was being typed: nothing typed is lost."""
        tags = tuple(tag for tag in annotation.tags if tag in self._session.tags)
        back = replace(annotation, note=note, tags=tags, modified=self._session.now())
        return self._session.do(Change({back.id: back}), self.tr("Note"))

    def delete(self, ids: Iterable[str]) -> None:
        """Take marks out."""
        self._session.do(Change(dict.fromkeys(ids)), self.tr("Delete mark"))

    def _edit(
        self, text: str, marks: Iterable[Annotation], edit: Callable[[Annotation], dict[str, Any]], merges: str = ""
    ) -> bool:
        """Change some fields of marks in one step; those that have them so already are left alone."""
        time = self._session.now()
        pairs = ((each, replace(each, **edit(each))) for each in marks)
        edited = {new.id: replace(new, modified=time) for old, new in pairs if new != old}
        return self._session.do(Change(edited), text, merges)
