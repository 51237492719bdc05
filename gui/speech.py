"""An open speech: its document, its marks, and what is found in them quickly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from core.heading_paths import HeadingPaths
from core.model import Annotation, Correction, Document, Facts, Section, Span
from gui.section_rows import rows
from gui.typesetting import blocks

if TYPE_CHECKING:
    from core.outline.faults import Fault

EMPTY: Mapping[str, Correction] = {}


class Speech:
    """One open document. What changes in it are the marks, and only by ``recall`` and ``replace``, and
    its outline, by ``reshape``.

    ``corrections`` are what the document's outline was put right by; ``blocks`` are how it is set,
    ``rows`` its section tree;
    ``faults`` are what does not add up in its numbering, as far as it has been looked at. For a long
    text this is made in the background, with the document.
    """

    def __init__(
        self,
        document: Document,
        marks: Mapping[str, Annotation],
        position: int = 0,
        corrections: Mapping[str, Correction] = EMPTY,
    ) -> None:
        self.position = position
        self.sight = dict(marks)
        self._rest: Callable[[], Mapping[str, Annotation]] | None = None
        self.faults: tuple[Fault, ...] = ()
        self.corrections = dict(corrections)
        self._last = max(0, len(document.text.rstrip()) - 1)
        self.reshape(document)

    def reshape(self, document: Document) -> None:
        """Take the same text with another outline."""
        self.document = document
        self.blocks = blocks(document.text, document.sections)
        self.rows = rows(document.text, document.sections)
        self._paths = HeadingPaths(document.sections)

    def name(self, facts: Facts | None) -> None:
        """Take what the library says of the speech: all that a reader put right, else what it knows."""
        if facts is not None:
            said = {each: getattr(facts, each) for each in ("title", "speaker", "date", "venue")}
            said = {each: words for each, words in said.items() if words or facts.own}
            self.document = replace(self.document, **said)

    def corrected(self, corrections: Mapping[str, Correction]) -> Document:
        """The document as other corrections make it; this takes as long as parsing it."""
        from core.outline import own_styles, parse

        return replace(
            self.document, sections=parse(self.text, self.document.hints, corrections.values(), own_styles())
        )

    @property
    def digest(self) -> str:
        return self.document.digest

    @property
    def text(self) -> str:
        return self.document.text

    def recall(
        self,
        marks: Mapping[str, Annotation],
        position: int,
        rest: Callable[[], Mapping[str, Annotation]] | None = None,
    ) -> None:
        """Take what the library knows: its marks, and how far it was read. Where there are very many marks
        these are those that the first picture shows, and ``rest`` gives all."""
        self.sight, self.position, self._rest = dict(marks), position, rest

    @property
    def marks(self) -> dict[str, Annotation]:
        """All marks. ``sight`` is what is known of them: for who shows them, and looks again when ``recalled``."""
        if self._rest is not None:
            self.take_all(self._rest())
        return self.sight

    @property
    def partial(self) -> bool:
        """Whether marks are still to come."""
        return self._rest is not None

    def take_all(self, marks: Mapping[str, Annotation]) -> None:
        """Take all marks, unless they are there already."""
        if self._rest is not None:
            self.sight, self._rest = dict(marks), None

    def replace(self, id_: str, mark: Annotation | None) -> Annotation | None:
        """Put a mark in the place of the one with this id, or take it out; returns the former one."""
        return self.marks.pop(id_, None) if mark is None else self._put(mark)

    def _put(self, mark: Annotation) -> Annotation | None:
        former = self.marks.get(mark.id)
        self.marks[mark.id] = mark
        return former

    def correct(self, id_: str, correction: Correction | None) -> None:
        """Put a correction in the place of the one with this id, or take it out. The outline follows later."""
        self.corrections.pop(id_, None)
        if correction is not None:
            self.corrections[id_] = correction

    def owns(self, mark: Annotation | None) -> bool:
        """Whether a mark is one of this speech's."""
        return mark is not None and mark.document == self.digest

    def in_order(self) -> list[Annotation]:
        """The marks as they stand in the text, the longer first; orphans last."""
        return sorted(self.marks.values(), key=order)

    def above(self, point: int) -> tuple[Section, ...]:
        """The headings above a position, outermost first."""
        point = self.within(point)
        return self._paths.above(Span(point, point + 1))

    def within(self, point: int) -> int:
        """A position, or that of the last character where it lies behind it: the end of a text is in no section."""
        return min(point, self._last)


def order(mark: Annotation) -> tuple[int, int, str]:
    """The sort key of document order."""
    if mark.span is None:
        return (1 << 60, 0, mark.id)
    return (mark.span.start, -mark.span.stop, mark.id)
