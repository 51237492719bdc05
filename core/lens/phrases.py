"""Strings of 4 to 20 characters that a speech has in common with others: the set phrases of many."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from core.lens.repeats import EDGE, LONGEST, SHORTEST, view_of, windows

MOST = 2000
"""Strings that are told of: those that most others have."""


class Shared(NamedTuple):
    """A string of a speech that others have too: how often here, in how many of the others, where it comes first."""

    words: str
    times: int
    others: int
    first: int


class Phrases:
    """All strings of one speech, in which those of others are looked up.

    The windows of LONGEST characters are sorted: the longest string that begins at a place of another text and
    stands in this one too begins one of the two windows between which that place would stand. So another text
    of n characters costs n · log m steps, and this one of m characters some 20 m characters of room.
    """

    def __init__(self, text: str) -> None:
        self._view = view_of(text)
        self._windows = sorted({words for _, words in windows(self._view)})
        self._begins = {words[:SHORTEST] for words in self._windows}
        self._others = Counter[str]()

    def look_through(self, text: str) -> None:
        """Count what another speech has in common with this one; however often it has it, it counts once."""
        found: set[str] = set()
        for _, words in windows(view_of(text)):
            if words[:SHORTEST] in self._begins:
                found.add(words[: self._reach(words)])
        begins = {words[:length] for words in found for length in range(SHORTEST, len(words) + 1)}
        self._others.update(begins)

    def _reach(self, words: str) -> int:
        """How many characters of a window, from its beginning, stand in this speech too."""
        at = bisect_left(self._windows, words)
        return max(_alike(words, each) for each in self._windows[max(0, at - 1) : at + 1])

    def shared(self, least: int = 1) -> list[Shared]:
        """The maximal strings that at least ``least`` others have, those of most others first.

        One that stands here within a longer one which as many others have is left out.
        """
        counts, first = self._here()
        found = [
            Shared(words, counts[words], others, first[words])
            for words, others in self._others.items()
            if others >= least and words in first and words[0].isalnum() and words[-1].isalnum()
        ]
        kept = (each for each in found if not self._reaches_on(each))
        return sorted(kept, key=lambda each: (-each.others * len(each.words), each.first))[:MOST]

    def _here(self) -> tuple[Counter[str], dict[str, int]]:
        """How often each string that others have stands here, and where first."""
        counts, first = Counter[str](), dict[str, int]()
        for place, window in windows(self._view):
            for length in range(SHORTEST, len(window) + 1):
                words = window[:length]
                if words not in self._others:
                    break
                counts[words] += 1
                first.setdefault(words, place)
        return counts, first

    def _reaches_on(self, each: Shared) -> bool:
        """Whether as many others have a longer string, within LONGEST, that holds this one where it comes first."""
        length, start = len(each.words), each.first
        for left in range(LONGEST - length + 1):
            if start < left or EDGE in self._view[start - left : start]:
                break
            for right in range(LONGEST - length - left + 1):
                words = self._view[start - left : start + length + right]
                if len(words) < left + length + right or words[-1] == EDGE or words not in self._others:
                    break
                whole = words[0].isalnum() and words[-1].isalnum()
                if left + right and whole and self._others[words] >= each.others:
                    return True
        return False


def phrases_of(text: str, others: Iterable[str]) -> list[Shared]:
    """What a speech has in common with others."""
    phrases = Phrases(text)
    for other in others:
        phrases.look_through(other)
    return phrases.shared()


def _alike(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginnings."""
    length = min(len(one), len(other))
    for place in range(length):
        if one[place] != other[place]:
            return place
    return length
