"""Under which headings a passage stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from core.model import Document, Section, Span

Path = tuple[Section, ...]


class HeadingPaths:
    """The heading paths of one outline, laid flat once; each look-up is a bisection."""

    def __init__(self, sections: Sequence[Section]) -> None:
        breaks = sorted(_breaks(sections, ()), key=lambda each: each[0])
        self.starts = [start for start, _ in breaks]
        """Code points at which another path begins, in order."""
        self._paths = [path for _, path in breaks]

    def above(self, span: Span | None) -> Path:
        """The headings over the passage's first character, outermost first; none for an orphan.

        A passage in a heading stands under that heading.
        """
        place = bisect_right(self.starts, span.start) - 1 if span else -1
        return self._paths[place] if place >= 0 else ()


def headings_above(document: Document, span: Span | None) -> Path:
    """The same for a single passage. For many of one document make a HeadingPaths."""
    return HeadingPaths(document.sections).above(span)


def wording(section: Section) -> str:
    """A heading as it reads: its mark and its title."""
    return section.label + section.title


def _breaks(sections: Sequence[Section], path: Path) -> Iterator[tuple[int, Path]]:
    """Every place where another path begins, in document order, the innermost last."""
    for section in sections:
        inner = (*path, section) if section.is_heading else path
        yield section.scope.start, inner
        yield from _breaks(section.children, inner)
        yield section.scope.stop, path
