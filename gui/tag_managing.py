"""What a reader does to the tags themselves: each verb is one change of all speeches that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from core import tag_edits
from core.clock import new_id, now
from core.model import Annotation, Change, Tag
from core.problem import Problem
from core.tag_tree import children
from core.tags import next_colour
from gui.session import Session


class TagManaging(QObject):
    """Does what is asked, or says in ``refused`` why it cannot be; an empty sentence: it was done."""

    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def add(self, name: str, parent: str | None) -> str:
        """Make a tag under another, or at the top; returns its id. A number tells it from one of that name."""
        beside = {tag.name for tag in children(self._session.tags).get(parent, ())}
        names = (f"{name} {number}" if number > 1 else name for number in range(1, len(beside) + 2))
        free = next(each for each in names if each not in beside)
        tag = Tag(new_id(), free, next_colour(self._session.tags.values()), parent=parent)
        return tag.id if self._do(self.tr("New tag"), lambda: Change(tags={tag.id: tag})) else ""

    def rename(self, id_: str, name: str) -> bool:
        return self._do(self.tr("Rename tag"), lambda: tag_edits.rename(self._session.tags, id_, name))

    def recolour(self, id_: str, colour: str) -> bool:
        """Colours that are tried out one after the other are one step."""
        verb = self.tr("Recolour tag")
        return self._do(verb, lambda: tag_edits.recolour(self._session.tags, id_, colour), f"colour {id_}")

    def give_key(self, id_: str, key: str) -> bool:
        return self._do(self.tr("Key of a tag"), lambda: tag_edits.give_key(self._session.tags, id_, key))

    def explain(self, id_: str, hint: str) -> bool:
        return self._do(self.tr("Hint of a tag"), lambda: tag_edits.explain(self._session.tags, id_, hint))

    def shift(self, id_: str, way: str) -> bool:
        return self._do(self.tr("Move tag"), lambda: tag_edits.shift(self._session.tags, id_, way))

    def move(self, id_: str, parent: str | None, row: int) -> bool:
        return self._do(self.tr("Move tag"), lambda: tag_edits.move(self._session.tags, id_, parent, row))

    def delete(self, id_: str) -> bool:
        return self._do(
            self.tr("Delete tag"),
            lambda: tag_edits.delete(self._session.tags, self._bearers([id_]), id_, now()),
        )

    def merge(self, id_: str, into: str) -> bool:
        return self._do(
            self.tr("Merge tags"),
            lambda: tag_edits.merge(self._session.tags, self._bearers([id_]), id_, into, now()),
        )

    def counts(self) -> dict[str, int]:
        """How many marks of all speeches have each tag."""
        library = self._session.library
        try:
            return library.tag_counts() if library else {}
        except Problem as problem:
            self._session.fail(problem)
            return {}

    def _bearers(self, ids: Iterable[str]) -> dict[str, Annotation]:
        self._session.noted.emit()  # what is being typed belongs to a mark, too
        return self._session.library.bearers(ids) if self._session.library else {}

    def _do(self, words: str, verb: Callable[[], Change], merges: str = "") -> bool:
        try:
            change = verb()
        except Problem as problem:
            self.refused.emit(problem.say(self._session.language))
            return False
        self.refused.emit("")
        return self._session.do(change, words, merges)
