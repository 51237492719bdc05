"""Under which headings a passage stands, as far as a search asks: read from what the library remembers of outlines.

An outline that an older grammar made is good enough here, and a hundred times as quick as parsing the text; one
that a reader put right is taken as it was put right.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from core.library import Library
from core.model import HEADINGS
from core.search.catalogue import Catalogue

KEPT = 300
"""Speeches whose headings are kept."""


class Heading(NamedTuple):
    """A heading, from ``start`` to ``stop``, and where what stands below it ends; code points."""

    start: int
    stop: int
    end: int


class Outlines:
    """The headings of a library's speeches, outer before inner."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        self._library, self._catalogue = library, catalogue
        self._kept: OrderedDict[str, list[Heading]] = OrderedDict()

    def forget(self) -> None:
        """Read them anew: they may have been put right."""
        self._kept.clear()

    def headings(self, digest: str) -> list[Heading]:
        """The headings of one speech, in the order of the text."""
        if digest not in self._kept:
            self._kept[digest] = self._read(digest)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[digest]

    def _read(self, digest: str) -> list[Heading]:
        try:
            record = self._catalogue.outline(digest)
            if record:
                return sorted(_recorded(json.loads(record)), key=lambda each: (each.start, -each.end))
        except (ValueError, TypeError):  # a damaged record is no loss
            pass
        document = self._library.document(digest)
        found = (each for each in document.walk() if each.is_heading) if document else ()
        return [Heading(each.heading.start, each.heading.stop, each.scope.stop) for each in found]

    def above(self, digest: str, point: int) -> list[Heading]:
        """The headings over a place, outermost first; a place in a heading stands under it."""
        return [each for each in self.headings(digest) if each.start <= point < each.end]


def _recorded(sections: Sequence[Sequence[Any]]) -> Iterator[Heading]:
    """The headings in a record of ``core.outline_record``."""
    for kind, _, _, start, stop, _, ends, _, _, below in sections:
        if kind in HEADINGS:
            yield Heading(start, stop, max(stop, ends))
        yield from _recorded(below)
