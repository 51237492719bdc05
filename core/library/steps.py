"""The steps of undo, which outlive a restart."""

from __future__ import annotations

from core.changes import changes_from, history, still
from core.library.connection import EACH, array
from core.library.writing import Writing
from core.model import Change, Step
from core.problem import Problem

_STEPS = "SELECT number, words, undone FROM changes WHERE undone < 2 AND words != '' ORDER BY undone, number"


class Steps(Writing):
    """Takes recorded changes back, or does them again."""

    def turn(self, number: int, back: bool) -> Change:
        """Undo (``back``) or redo a recorded change; returns what was written.

        What another program has changed since stays as it is; where that is all, and where the step was
        taken already, nothing is written. Raises Problem as ``apply`` does.
        """
        with self._writing():
            change = self._turned(number, back)
            change, inverse = self._perform(change)
            self._execute("UPDATE changes SET undone = ? WHERE number = ?", int(back), number)
            self._tell(history(change, inverse))
        return change

    def _turned(self, number: int, back: bool) -> Change:
        """What a step would write: the state before it, or after, of whatever is as the step left it."""
        if self._read("SELECT 1 FROM changes WHERE number = ? AND undone = ?", number, int(not back)) == []:
            return Change()
        rows = self._read("SELECT kind, item, before, after FROM history WHERE change = ?", number)
        try:
            want, leave = changes_from(rows, back), changes_from(rows, not back)
        except (ValueError, TypeError, KeyError) as error:
            raise Problem("library.record", path=self.path) from error
        tags, corrections = self.tags() if want.tags else {}, self._present(want.corrections)
        marks = self._annotations(f"id IN {EACH}", array(want.annotations)) if want.annotations else {}
        facts = self.facts(want.facts) if want.facts else {}
        return still(want, leave, Change(marks, tags, corrections, facts))

    def steps(self) -> list[Step]:
        """The steps that can be undone, in their order, then those that can be redone."""
        return [Step(number, words, bool(undone)) for number, words, undone in self._read(_STEPS)]
