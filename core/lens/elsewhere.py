"""Where else a passage occurs: word for word, or nearly so.

A few strings of the passage are looked for as they stand; where several of them lie in a text as they do in the
passage, the two are compared in full. So only texts that have some of the strings need to be read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.lens.plain import Plain
from core.lens.shared import GAP, Match, chains, same
from core.lens.shared import SHORTEST as SAME
from core.model import Span

LENGTH = 6
"""Characters of a string that is looked for."""
MOST = 48
"""Strings that are looked for, spread over the passage."""
SHORTEST = 8
"""Characters of a passage that can be looked for."""
LIKE = 0.5
"""The share of the passage that must be there."""
_RUN = re.compile(r"[^\W_]+")


class Seed(NamedTuple):
    """A string of a passage, ``at`` code points from its beginning."""

    at: int
    words: str


class Place(NamedTuple):
    """A place of a passage in another text; ``likeness`` is the share that is the same, 1 for all."""

    span: Span
    likeness: float


def seeds(passage: str) -> list[Seed]:
    """The strings of a passage by which it is looked for; none has a blank or a stop in it."""
    found = [
        Seed(at, passage[at : at + LENGTH])
        for run in _RUN.finditer(passage)
        for at in range(run.start(), run.end() - LENGTH + 1)
    ]
    step = max(1, -(-len(found) // MOST))
    return found[::step]


def needed(sought: Sequence[Seed]) -> int:
    """How many of the strings a text must have to be read: a passage that is half the same has some of them."""
    return max(1, min(len(sought), len(sought) // 6))


def places(passage: str, text: str, sought: Sequence[Seed]) -> list[Place]:
    """Every place of a passage in a text, none over another, in order."""
    plain, found = Plain(passage), list[Place]()
    if len(plain.chars) < SHORTEST:
        return []
    for first, last in _windows(text, sought, len(passage)):
        near = Plain(text[first:last])
        for chain in chains(plain.chars, near.chars, min(SAME, len(plain.chars) // 2)):
            place = _place(chain, len(plain.chars), near, first)
            if place.likeness >= LIKE:
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


def _windows(text: str, sought: Sequence[Seed], length: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which the strings lie about as they do in the passage."""
    begins = sorted(at - seed.at for seed in sought for at in _found(text, seed.words))
    slack = GAP + length // 4
    first = 0
    for place in range(1, len(begins) + 1):
        if place == len(begins) or begins[place] - begins[place - 1] > slack:
            if place - first >= needed(sought):
                yield max(0, begins[first] - slack), begins[place - 1] + length + slack
            first = place


def _found(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _place(chain: list[Match], length: int, near: Plain, first: int) -> Place:
    begin, end = chain[0], chain[-1]
    span = near.span(begin.b, end.b + end.length - begin.b)
    share = same(chain) / max(length, end.b + end.length - begin.b)
    return Place(Span(first + span.start, first + span.stop), share)
