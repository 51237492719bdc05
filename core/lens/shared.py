"""Passages that two speeches share: word for word, or nearly so.

Seed and extend, as genomes are compared (Altschul et al. 1990): every string of SEED characters that stands in both
is stretched as far as both agree; matches that follow one another in both at a little distance are one passage,
which is near where something between them differs. Blanks and punctuation do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.lens.plain import Plain
from core.model import Span

SEED = 6
"""Characters that must agree at a place."""
COMMON = 24
"""Places of one string in one speech; one that stands at more of them is no seed."""
Index = Mapping[str, Sequence[int]]
GAP = 12
"""Characters between two matches of one passage, in either speech."""
SHORTEST = 16
"""Characters of a passage that are the same."""
LIKE = 0.6
"""The share of the longer side that must be the same."""


class Shared(NamedTuple):
    """A passage of two speeches, given by their numbers; ``likeness`` is the share that is the same, 1 for all."""

    one: int
    other: int
    here: Span
    there: Span
    likeness: float

    @property
    def exact(self) -> bool:
        return self.likeness == 1.0


class Match(NamedTuple):
    """``length`` characters agree from ``a`` on in the one text and from ``b`` on in the other."""

    a: int
    b: int
    length: int


def shared(texts: Sequence[str]) -> tuple[Shared, ...]:
    """What each two of some texts share, in the order of the first text in which it stands."""
    plain = [Plain(text) for text in texts]
    found: list[Shared] = []
    for one in range(len(plain)):
        for other in range(one + 1, len(plain)):
            found += (
                Shared(one, other, *_spans(chain, plain[one], plain[other]), _likeness(chain))
                for chain in chains(plain[one].chars, plain[other].chars)
            )
    return tuple(sorted(found, key=lambda each: (each.one, each.here, each.other)))


def chains(here: str, there: str, least: int = SHORTEST, index: Index | None = None) -> list[list[Match]]:
    """The passages of two strings, each as the matches it is made of; no two over most of the same characters.

    ``least`` are the characters of a passage that must be the same; ``index`` is that of ``there``, if it is known.
    """
    made = [
        chain for chain in _chained(matches(here, there, index)) if same(chain) >= least and _likeness(chain) >= LIKE
    ]
    made.sort(key=lambda chain: (-same(chain), chain[0]))
    kept: list[list[Match]] = []
    taken = bytearray(len(here))
    for chain in made:
        start, stop = chain[0].a, chain[-1].a + chain[-1].length
        if 2 * sum(taken[start:stop]) <= stop - start:
            taken[start:stop] = b"\1" * (stop - start)
            kept.append(chain)
    return sorted(kept)


def matches(here: str, there: str, index: Index | None = None) -> Iterator[Match]:
    """Every stretch of SEED characters or more in which two strings agree, as long as it can be."""
    places = index_of(there) if index is None else index
    for a in range(len(here) - SEED + 1):
        for b in places.get(here[a : a + SEED], ()):
            if not (a and b and here[a - 1] == there[b - 1]):
                yield Match(a, b, _agreeing(here, there, a, b))


def index_of(text: str) -> Index:
    """The places of every string of SEED characters that is not common in a text."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(len(text) - SEED + 1):
        places[text[at : at + SEED]].append(at)
    return {words: found for words, found in places.items() if len(found) <= COMMON}


def _agreeing(here: str, there: str, a: int, b: int) -> int:
    length, most = SEED, min(len(here) - a, len(there) - b)
    while length < most and here[a + length] == there[b + length]:
        length += 1
    return length


def _chained(found: Iterable[Match]) -> list[list[Match]]:
    """Matches that follow one another in both strings at GAP characters or fewer, together."""
    ended: list[list[Match]] = []
    open_: list[list[Match]] = []
    for match in found:
        ended += (chain for chain in open_ if match.a - _end(chain).a > GAP)
        open_ = [chain for chain in open_ if match.a - _end(chain).a <= GAP]
        fitting = [chain for chain in open_ if _follows(_end(chain), match)]
        if fitting:
            max(fitting, key=same).append(match)
        else:
            open_.append([match])
    return ended + open_


def _end(chain: list[Match]) -> Match:
    """Where a chain ends in both strings."""
    last = chain[-1]
    return Match(last.a + last.length, last.b + last.length, 0)


def _follows(end: Match, match: Match) -> bool:
    return 0 <= match.a - end.a <= GAP and 0 <= match.b - end.b <= GAP


def same(chain: list[Match]) -> int:
    """The characters of a passage that are the same."""
    return sum(match.length for match in chain)


def _likeness(chain: list[Match]) -> float:
    first, end = chain[0], _end(chain)
    return same(chain) / max(end.a - first.a, end.b - first.b)


def _spans(chain: list[Match], here: Plain, there: Plain) -> tuple[Span, Span]:
    first, end = chain[0], _end(chain)
    return here.span(first.a, end.a - first.a), there.span(first.b, end.b - first.b)
