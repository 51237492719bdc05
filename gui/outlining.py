"""Putting the outline right: the heading at the caret, or the current row of the tree, is what is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.clock import new_id, now
from core.model import Change, Section, Span
from core.problem import Problem
from gui.panels.outline import OutlinePanel
from gui.session import Session

if TYPE_CHECKING:
    from core.corrections import Outliner

Verb = Callable[["Outliner"], Change]


class Outlining(QObject):
    """Each verb becomes one change that can be undone; why one cannot be done is said."""

    def __init__(self, session: Session, outline: OutlinePanel) -> None:
        super().__init__(outline)
        self._session, self._outline = session, outline

    def by_action(self) -> dict[str, Callable[[], None]]:
        """What the actions do that put the outline right."""
        return {
            "outline.heading": lambda: self._do(self.tr("Heading"), lambda o: o.heading(self._span())),
            "outline.plain": lambda: self._do(self.tr("No heading"), lambda o: o.plain(self._point())),
            "outline.raise": lambda: self._do(self.tr("Level up"), lambda o: o.move(self._section(o), -1)),
            "outline.lower": lambda: self._do(self.tr("Level down"), lambda o: o.move(self._section(o), 1)),
            "outline.begin": lambda: self._do(self.tr("Heading begins here"), lambda o: o.begin(self._caret())),
            "outline.end": lambda: self._do(self.tr("Heading ends here"), lambda o: o.end(self._caret())),
            "outline.join": lambda: self._do(self.tr("Join headings"), lambda o: o.join(self._section(o))),
            "outline.split": lambda: self._do(self.tr("Split heading"), lambda o: o.split(self._caret())),
            "outline.reset": lambda: self._do(self.tr("Heading as found"), lambda o: o.reset(self._point())),
        }

    def _do(self, words: str, verb: Verb) -> None:
        speech = self._session.current
        if speech is None:
            return
        from core.corrections import Outliner  # brings the grammar along, which a known speech does not need

        outliner = Outliner(speech.document, speech.corrections, new_id, now())
        try:
            change = verb(outliner)
        except Problem as problem:
            self._session.fail(problem)
        else:
            self._session.do(change, words)

    def _in_tree(self) -> bool:
        return self._outline.tree.hasFocus()

    def _caret(self) -> int:
        return self._session.selection.stop

    def _point(self) -> int:
        """A place in the heading that is meant."""
        return self._outline.point() if self._in_tree() else self._session.selection.start

    def _span(self) -> Span:
        return Span(self._point(), self._point()) if self._in_tree() else self._session.selection

    def _section(self, outliner: Outliner) -> Section:
        return outliner.at(self._point()) if self._in_tree() else outliner.above(self._point())
