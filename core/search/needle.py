"""Words as they are looked for in one way of folding: in bytes, as often and where ``str.find`` would see them.

What folds to some words is spelled in so many ways; each of them is looked for by itself, which is as fast as
looking for words that do not fold. Where there are too many, or where two of their hits might overlap, the text is
folded and looked through. Spellings are only made of characters that the index knows to be there.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise, product
from math import prod

from core.find import places
from core.folding import Folder
from core.search.grams import pair_row, rows_wanted, single_row
from core.search.segment import Segment

MOST_SPELLINGS = 24
MOST_ROWS = 400
"""Rows of a table that are read for two characters of words that fold."""


class Spelled:
    """What each character of some folded words may be in a text."""

    def __init__(self, words: str, folder: Folder | None, alphabet: Collection[str]) -> None:
        self.folder, self.folded = folder, folder.fold(words) if folder else words
        self.choices = _choices(self.folded, folder, alphabet)
        many = prod(map(len, self.choices)) > MOST_SPELLINGS
        self.spellings = [] if many else ["".join(each) for each in product(*self.choices)]
        self._bytes = [each.encode("utf-8") for each in self.spellings]
        self._simple = not many and (len(self.spellings) < 2 or not _borders(self.folded))
        self._many = many

    def places(self, data: bytes, text: str) -> list[tuple[int, int]]:
        """The places in a text, given in bytes and as such; code points, none over another."""
        if self._simple:
            there = [each for each, sought in zip(self.spellings, self._bytes, strict=True) if sought in data]
            if len(there) < 2:
                return list(places(text, there[0])) if there else []
            return sorted(place for each in there for place in places(text, each))
        return self.places_in(text)

    def places_in(self, text: str) -> list[tuple[int, int]]:
        """The same in a text whose characters need not be in the alphabet."""
        return list(places(self.folder.fold(text) if self.folder else text, self.folded))

    def count(self, data: bytes) -> int:
        """How many places there are in a text."""
        if self._simple:
            return sum(map(data.count, self._bytes))
        return len(self.places(data, data.decode("utf-8")))

    def candidates(self, segment: Segment) -> int:
        """The texts of a file that may have the words, a bit for each."""
        if not self._many:
            found = 0
            for spelling in self.spellings:
                found |= segment.having(rows_wanted(spelling))
            return found
        found = segment.all
        for first, second in pairwise(self.choices):
            if len(first) * len(second) <= MOST_ROWS:
                found &= _any(segment, {pair_row(a, b) for a in first for b in second})
        return found if len(self.choices) > 1 else _any(segment, {single_row(each) for each in self.choices[0]})


def _any(segment: Segment, rows: set[int]) -> int:
    found = 0
    for row in rows:
        found |= segment.having({row})
    return found


def _choices(folded: str, folder: Folder | None, alphabet: Collection[str]) -> list[list[str]]:
    if folder is None:
        return [[each] for each in folded]
    wanted = set(folded)
    spelled = {each: list[str]() for each in wanted}
    for character in alphabet:
        if (becomes := folder.character(character)) in wanted:
            spelled[becomes].append(character)
    return [spelled[each] for each in folded]


def _borders(words: str) -> bool:
    """Whether some words end as they begin, so that two of their places could overlap."""
    return any(words.startswith(words[at:]) for at in range(1, len(words)))
