"""Which marks stand where: marks by the block they touch, so that painting looks only at what is visible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from core.model import Annotation, Span


class MarkIndex:
    """The anchored marks of one text. Adding or taking one costs the same with ten marks as with ten thousand."""

    def __init__(self, starts: Sequence[int], marks: Iterable[Annotation] = ()) -> None:
        self.starts = starts
        self._buckets: dict[int, dict[str, Annotation]] = {}
        self._lanes: dict[str, int] = {}
        for mark in marks:
            self._put(mark)

    def replace(self, old: Annotation | None, new: Annotation | None) -> None:
        """Put ``new`` in the place of ``old``; either may be missing."""
        if old is not None:
            for block in self._blocks(old):
                self._buckets.get(block, {}).pop(old.id, None)
            if new is None or new.span != old.span:
                self._lanes.pop(old.id, None)
        if new is not None:
            self._put(new)

    def _put(self, mark: Annotation) -> None:
        for block in self._blocks(mark):
            self._buckets.setdefault(block, {})[mark.id] = mark

    def _blocks(self, mark: Annotation) -> range:
        if mark.span is None:
            return range(0)
        first = max(0, bisect_right(self.starts, mark.span.start) - 1)
        last = max(first, bisect_right(self.starts, max(mark.span.start, mark.span.stop - 1)) - 1)
        return range(first, last + 1)

    def block_marks(self, block: int) -> list[tuple[Span, Annotation]]:
        """The marks that touch a block: by start, the longer first."""
        found = [(mark.span, mark) for mark in self._buckets.get(block, {}).values() if mark.span]
        return sorted(found, key=lambda pair: (pair[0].start, -pair[0].stop, pair[1].id))

    def at(self, point: int) -> list[Annotation]:
        """The marks over a character, the shortest first."""
        block = max(0, bisect_right(self.starts, point) - 1)
        found = [(span, mark) for span, mark in self.block_marks(block) if span.start <= point < span.stop]
        return [mark for _, mark in sorted(found, key=lambda pair: len(pair[0]))]

    def lanes(self, marks: list[tuple[Span, Annotation]]) -> dict[str, int]:
        """A lane for each mark of a block: 0 paints the band, 1 and up a rule below it.

        A mark takes the lowest lane that no mark it overlaps has, and keeps it as long as it stands.
        """
        for span, mark in marks:
            if mark.id not in self._lanes:
                near = (other for block in self._blocks(mark) for other in self._buckets[block].values())
                taken = {self._lanes.get(other.id) for other in near if other.span and other.span.overlaps(span)}
                self._lanes[mark.id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        return self._lanes
