"""What annotations were: their history, and the bin."""

from __future__ import annotations

import json

from core.library.connection import Connection
from core.model import Annotation, State
from core.records import annotation_from

_BIN = """
    SELECT {0} FROM history JOIN changes ON number = change
    WHERE kind = 'annotation' AND after IS NULL AND undone = 0 AND item NOT IN (SELECT id FROM annotations)
    AND change = (SELECT max(change) FROM history AS later JOIN changes ON number = later.change
        WHERE later.item = history.item AND undone = 0) ORDER BY change DESC, history.rowid"""

_ALONG = """
    SELECT item, before FROM history WHERE kind = 'annotation' AND after IS NULL AND before IS NOT NULL
    AND item NOT IN (SELECT id FROM annotations) AND change = (SELECT max(change) FROM history
        JOIN changes ON number = change WHERE item = ? AND kind = 'facts' AND undone = 0)"""
_GONE = """SELECT digest FROM documents WHERE out AND digest NOT IN (SELECT document FROM annotations)"""
_FORGET = (
    f"DELETE FROM history WHERE kind = 'facts' AND item IN ({_GONE})",
    f"DELETE FROM corrections WHERE document IN ({_GONE})",
    f"UPDATE documents SET former = NULL WHERE former IN ({_GONE})",
    f"DELETE FROM documents WHERE digest IN ({_GONE})",
)


class Lost:
    """Stands for what a record that cannot be read would have told."""


class Past(Connection):
    """Reads the history of annotations."""

    def history(self, annotation: str) -> list[State]:
        """What an annotation became by each change that holds, oldest first, also of one that is gone."""
        rows = self._read(
            """SELECT time, words, after FROM history JOIN changes ON number = change
            WHERE item = ? AND kind = 'annotation' AND undone = 0 ORDER BY change""",
            annotation,
        )
        states = ((time, words, after and self._recorded(annotation, after)) for time, words, after in rows)
        return [State(time, words, mark or None) for time, words, mark in states if not isinstance(mark, Lost)]

    def bin(self) -> list[Annotation]:
        """The annotations that were deleted, as they were, the last deleted first."""
        found = (self._recorded(item, before) for item, before in self._read(_BIN.format("item, before")))
        return [mark for mark in found if isinstance(mark, Annotation)]

    def taken_along(self, digest: str) -> list[Annotation]:
        """The annotations that went when a speech was taken out, as they were."""
        found = (self._recorded(item, before) for item, before in self._read(_ALONG, digest))
        return [mark for mark in found if isinstance(mark, Annotation) and mark.document == digest]

    def _recorded(self, id: str, record: str) -> Annotation | Lost:
        """The annotation in a record of the history, Lost where it cannot be read."""
        try:
            return annotation_from(json.loads(record))
        except (ValueError, TypeError, KeyError):
            self.faulty.add(id)
            return Lost()

    def empty_bin(self) -> None:
        """Forget the deleted annotations, and the speeches taken out, for good: they are in no step of undo any
        more. A backup is made first."""
        from core.backups import back_up

        back_up(self.path, self.now(), "bin")
        with self._writing():
            self._execute(f"DELETE FROM history WHERE item IN ({_BIN.format('item')})")
            for statement in _FORGET:
                self._execute(statement)
