"""A text that took another's place: what becomes of its marks, and of what was put right in its outline."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.anchor import candidates, relocate
from core.heading_paths import HeadingPaths, wording
from core.model import Annotation, Change, Correction, Document, Span

RETURNED = 0.9
"""How like its quotation in its context a passage must be for an orphan to come back to it."""
SIGHT = 30
"""Code points by which a reading position is found again."""
PATH = " › "
"""Between the headings of a former section."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """``change`` moves everything to the new text; the numbers count the marks that are as they were
    (``kept``), stand elsewhere (``moved``), read otherwise (``changed``), or were not found (``lost``);
    ``position`` is where the reader was, a code point of the new text."""

    change: Change
    kept: int = 0
    moved: int = 0
    changed: int = 0
    lost: int = 0
    position: int = 0

    @property
    def corrections(self) -> dict[str, Correction]:
        """What was put right, in its places in the new text."""
        return {id: each for id, each in self.change.corrections.items() if each}


def replaced(
    old: Document,
    text: str,
    digest: str,
    marks: Collection[Annotation],
    corrections: Collection[Correction],
    position: int = 0,
) -> Replacement:
    """What becomes of ``marks`` and ``corrections`` of a speech when ``text`` takes the place of its own.

    No quotation, prefix or suffix is written anew: they say what the reader marked. This takes about
    1.5 ms for 1,000 characters.
    """
    moved = _Move(old, text, digest)
    after = moved.marks(marks)
    counts = Counter(mark.state for mark in after)
    return Replacement(
        Change({mark.id: mark for mark in after}, {}, {each.id: each for each in moved.corrections(corrections)}),
        kept=counts["anchored"],
        moved=counts["moved"],
        changed=counts["changed"],
        lost=counts["orphan"],
        position=moved.position(position),
    )


class _Move:
    """From one text to the other."""

    def __init__(self, old: Document, text: str, digest: str) -> None:
        self.old, self.text, self.digest = old, text, digest
        self._paths = HeadingPaths(old.sections)

    def marks(self, marks: Collection[Annotation]) -> list[Annotation]:
        places = self._places([mark.span for mark in marks])
        still = in_order(places)
        return [
            self._mark(mark, place, place in still) if mark.span else self._orphan(mark)
            for mark, place in zip(marks, places, strict=True)
        ]

    def position(self, point: int) -> int:
        """Where a reader goes on who was at a place of the old text; at the beginning, if that is gone."""
        (place,) = self._places([Span(point, min(point + SIGHT, len(self.old.text)))])
        return place.start if place and point else 0

    def corrections(self, corrections: Collection[Correction]) -> list[Correction]:
        places = self._places([each.span for each in corrections])
        return [
            replace(each, document=self.digest, span=place or self._returned(each.quote, each.prefix, each.suffix))
            for each, place in zip(corrections, places, strict=True)
        ]

    def _places(self, spans: Sequence[Span | None]) -> list[Span | None]:
        """Where passages stand in the new text; what was lost before stays so."""
        known = [(span.start, span.stop) for span in spans if span]
        found = iter(relocate(self.old.text, self.text, known))
        places = [next(found) if span else None for span in spans]
        return [Span(*place) if place else None for place in places]

    def _mark(self, mark: Annotation, place: Span | None, still: bool) -> Annotation:
        assert mark.span
        if place is None:
            former = PATH.join(map(wording, self._paths.above(mark.span)))
            return replace(mark, document=self.digest, span=None, state="orphan", former=former)
        before, now = self.old.text[mark.span.start : mark.span.stop], self.text[place.start : place.stop]
        state = "changed" if _bare(before) != _bare(now) else mark.state if still else "moved"
        return replace(mark, document=self.digest, span=place, state=state)

    def _orphan(self, mark: Annotation) -> Annotation:
        """An orphan comes back where its passage has returned."""
        place = self._returned(mark.quote, mark.prefix, mark.suffix)
        if place is None:
            return replace(mark, document=self.digest)
        same = _bare(self.text[place.start : place.stop]) == _bare(mark.quote)
        return replace(mark, document=self.digest, span=place, state="anchored" if same else "changed", former="")

    def _returned(self, quote: str, prefix: str, suffix: str) -> Span | None:
        best = next(iter(candidates(self.text, quote, prefix, suffix, 1)), None)
        return Span(best.start, best.stop) if best and best.likeness >= RETURNED else None


def in_order(places: Iterable[Span | None]) -> set[Span]:
    """The most places that stand in the order in which they are given: those that were not moved."""
    tails: list[int] = []
    ranks: list[tuple[int, Span]] = []
    for place in places:
        if place is not None:
            rank = bisect_left(tails, place.start)
            tails[rank : rank + 1] = [place.start]
            ranks.append((rank, place))
    kept: set[Span] = set()
    wanted = len(tails) - 1
    for rank, place in reversed(ranks):
        if rank == wanted:
            kept.add(place)
            wanted -= 1
    return kept


def _bare(words: str) -> str:
    return "".join(words.split())


def placed(mark: Annotation, span: Span) -> Annotation:
    """A mark that a reader has put in its place: its first selector stays."""
    return replace(mark, span=span, state="anchored", former="")


def accepted(marks: Mapping[str, Annotation]) -> Change:
    """The marks taken as they are now."""
    return Change({id: replace(mark, state="anchored") for id, mark in marks.items() if mark.span})
