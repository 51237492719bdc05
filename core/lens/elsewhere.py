"""Where else a passage occurs: word for word, or nearly so.

A few strings of the passage are looked for as they stand; where several of them lie in a text as they do in the
passage, the two are compared in full. So only texts that have some of the strings need to be read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.lens.plain import Plain
from core.lens.shared import GAP, Match, chains, index_of, same
from core.lens.shared import SHORTEST as SAME
from core.model import Span

LENGTH = 6
"""Characters of a string that is looked for."""
MOST = 48
"""Strings that are looked for, spread over the passage."""
SHORTEST = 8
"""Characters of a passage that can be looked for."""
LIKE, PART = 0.5, 40
"""The share of the passage that must be there; or so many of its characters in one piece."""
_RUN = re.compile(r"[^\W_]+")


class Seed(NamedTuple):
    """A string of a passage, ``at`` code points from its beginning."""

    at: int
    words: str


class Place(NamedTuple):
    """A place of a passage in another text; ``likeness`` is the share that is the same, 1 for all."""

    span: Span
    likeness: float


class Passage:
    """A passage that is looked for in many texts: what is needed for it is made once."""

    def __init__(self, words: str) -> None:
        self.length, self.plain = len(words), Plain(words)
        self.seeds = _seeds(words)
        self.index = index_of(self.plain.chars)

    @property
    def needed(self) -> int:
        """How many of the strings a text must have to be read: a passage that is half the same has some of them."""
        return max(1, len(self.seeds) // 8)


def _seeds(words: str) -> list[Seed]:
    """The strings of a passage by which it is looked for; none has a blank or a stop in it, but where all that
    stands between stops is shorter (稳就业、稳企业、稳预期): there it is looked for with them."""
    runs = [run.span() for run in _RUN.finditer(words)]
    found = _within(words, runs) or _within(words, [(0, len(words))])
    step = max(1, -(-len(found) // MOST))
    return found[::step]


def _within(words: str, parts: list[tuple[int, int]]) -> list[Seed]:
    return [Seed(at, words[at : at + LENGTH]) for start, stop in parts for at in range(start, stop - LENGTH + 1)]


def places(passage: Passage, text: str) -> list[Place]:
    """Every place of a passage in a text, none over another, in order."""
    length, found = len(passage.plain.chars), list[Place]()
    if length < SHORTEST:
        return []
    for first, last in _windows(text, passage):
        near = Plain(text[first:last])
        for chain in chains(near.chars, passage.plain.chars, min(SAME, length // 2), passage.index):
            place = _place(chain, length, near, first)
            if place.likeness >= LIKE or same(chain) >= PART:
                found.append(place)
    return _apart(found)


def _apart(found: list[Place]) -> list[Place]:
    """Of places that overlap the likest: a window may end within the next one's place."""
    kept: list[Place] = []
    for place in sorted(found):
        if not kept or not kept[-1].span.overlaps(place.span):
            kept.append(place)
        elif place.likeness > kept[-1].likeness:
            kept[-1] = place
    return kept


def _windows(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which the strings lie about as they do in the passage."""
    begins = sorted(at - seed.at for seed in passage.seeds for at in _found(text, seed.words))
    slack = GAP + passage.length // 4
    first = 0
    for place in range(1, len(begins) + 1):
        if place == len(begins) or begins[place] - begins[place - 1] > slack:
            if place - first >= passage.needed:
                yield max(0, begins[first] - slack), begins[place - 1] + passage.length + slack
            first = place


def _found(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _place(chain: list[Match], length: int, near: Plain, first: int) -> Place:
    begin, end = chain[0], chain[-1]
    span = near.span(begin.a, end.a + end.length - begin.a)
    share = same(chain) / max(length, end.a + end.length - begin.a)
    return Place(Span(first + span.start, first + span.stop), share)
