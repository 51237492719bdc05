"""The hits of an answer as lines in an order: counted as they are found, and told some at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.problem import Problem
from core.search.catalogue import Entry
from core.search.rows import Row, rows
from core.search.search import Answer

ORDERS = ("library", "newest", "oldest", "left", "right")
"""By speech, in the order of the library or by date; or by what stands before or behind the hit."""
KEY = 12
"""Code points of context that are compared."""
MOST_SORTED = 1_000_000
"""Hits that are put in order by context; more take too long."""
KEPT = 120
"""Speeches whose rows are kept."""


class Head(NamedTuple):
    """The line above the hits of a speech."""

    document: str
    title: str
    speaker: str
    date: str
    hits: int


Line = Head | Row


class Listing:
    """Lines of one answer. By speech, each begins with a Head; by context there are rows alone."""

    def __init__(self, answer: Answer, order: str = "library") -> None:
        self._answer, self._order = answer, order
        self._speeches = list[Entry]()
        self._counts = array("q")
        self._firsts = array("q")
        """The first line of each speech."""
        self._sorted = array("q")
        """By context: the numbers of the hits, counted through all speeches, in their order."""
        self._kept: OrderedDict[str, list[Row]] = OrderedDict()
        self.hits = self.lines = 0
        if order in ("newest", "oldest"):
            answer.entries.sort(key=lambda entry: entry.date or "0", reverse=order == "newest")

    @property
    def speeches(self) -> int:
        return len(self._speeches)

    @property
    def by_context(self) -> bool:
        return self._order in ("left", "right")

    def look(self) -> Iterator[None]:
        """Look through all; after each step what was found so far can be told."""
        heads = 0 if self.by_context else 1
        for entry, count in self._answer.counts():
            if count:
                self._speeches.append(entry)
                self._counts.append(count)
                self._firsts.append(self.hits + heads * (self.speeches - 1))
                self.hits += count
                if heads:
                    self.lines = self.hits + self.speeches
            yield
        if self.by_context:
            yield from self._sort()

    def _sort(self) -> Iterator[None]:
        if self.hits > MOST_SORTED:
            raise Problem("search.too_many_sorted", count=f"{self.hits:,}", most=f"{MOST_SORTED:,}")
        keys = list[str]()
        for entry in self._speeches:
            keys += (self._key(left, right) for left, right in self._contexts(entry))
            yield
        self._sorted = array("q", sorted(range(len(keys)), key=keys.__getitem__))
        self.lines = len(keys)

    def _contexts(self, entry: Entry) -> Iterator[tuple[str, str]]:
        text = self._answer.text(entry.digest) or ""
        for hit in self._answer.hits(entry):
            words = text if hit.scope == "text" else self._answer.words(entry, hit)
            yield words[max(0, hit.start - KEY) : hit.start], words[hit.stop : hit.stop + KEY]

    def _key(self, left: str, right: str) -> str:
        return left[::-1] if self._order == "left" else right

    def some(self, first: int, last: int) -> list[Line]:
        """The lines from ``first`` up to, not including, ``last``."""
        return [self._line(number) for number in range(max(0, first), min(last, self.lines))]

    def _line(self, number: int) -> Line:
        if self.by_context:
            return self._row(self._sorted[number])
        speech = bisect_right(self._firsts, number) - 1
        place = number - self._firsts[speech] - 1
        entry = self._speeches[speech]
        if place < 0:
            return Head(*entry[:4], self._counts[speech])
        return self._rows(entry)[place]

    def _row(self, hit: int) -> Row:
        speech = bisect_right(self._firsts, hit) - 1
        return self._rows(self._speeches[speech])[hit - self._firsts[speech]]

    def _rows(self, entry: Entry) -> Sequence[Row]:
        if entry.digest not in self._kept:
            self._kept[entry.digest] = list(rows(self._answer, entry))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[entry.digest]

    def text(self, digest: str) -> str:
        """The text of a speech."""
        return self._answer.text(digest) or ""

    def each(self, numbers: Sequence[int] | None = None) -> Iterator[Row]:
        """The rows among some lines, or all rows."""
        for number in range(self.lines) if numbers is None else numbers:
            line = self._line(number)
            if isinstance(line, Row):
                yield line
