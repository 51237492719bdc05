"""Dispersion: whether a word is used all over a speech, or in one place alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from core.lens.parts import Part


class Share(NamedTuple):
    """A part: how long it is in code points, and how often a word is used there, also in 10,000 code points."""

    title: str
    size: int
    times: int
    density: float


class Dispersion(NamedTuple):
    """Where a word is used (code points, in order), how often in each part, Juilland's D and Gries's DP."""

    places: tuple[int, ...]
    shares: tuple[Share, ...]
    d: float
    dp: float


def juilland_d(times: Sequence[int], sizes: Sequence[int]) -> float:
    """1 − V/√(n−1), V being the coefficient of variation of the relative frequencies in n parts: 1 is even.

    Juilland and Chang-Rodríguez, Frequency dictionary of Spanish words (1964), here of relative frequencies
    since parts differ in size. 0 where a word is not used, or there is one part.
    """
    rates = [count / size for count, size in zip(times, sizes, strict=True) if size]
    mean = sum(rates) / len(rates) if rates else 0.0
    if not mean or len(rates) < 2:
        return 0.0
    deviation = sqrt(sum((rate - mean) ** 2 for rate in rates) / len(rates))
    return max(0.0, 1 - deviation / mean / sqrt(len(rates) - 1))


def deviation_of_proportions(times: Sequence[int], sizes: Sequence[int]) -> float:
    """DP: half the sum of the differences between the parts' shares of the text and of the word; 0 is even.

    Gries, Dispersions and adjusted frequencies in corpora (International Journal of Corpus Linguistics 13(4),
    2008). 1 where a word is not used.
    """
    used, whole = sum(times), sum(sizes)
    if not used or not whole:
        return 1.0
    return sum(abs(count / used - size / whole) for count, size in zip(times, sizes, strict=True)) / 2


def dispersion(text: str, words: str, parts: Sequence[Part]) -> Dispersion:
    """How some words are spread over a text; ``parts`` stand in order, without gaps."""
    places = _places(text, words)
    starts = [part.span.start for part in parts]
    times = [0] * len(parts)
    for place in places:
        times[bisect_right(starts, place) - 1] += 1
    sizes = [len(part.span) for part in parts]
    shares = [
        Share(part.title, size, count, 10_000 * count / size if size else 0.0)
        for part, size, count in zip(parts, sizes, times, strict=True)
    ]
    return Dispersion(tuple(places), tuple(shares), juilland_d(times, sizes), deviation_of_proportions(times, sizes))


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    place = text.find(words) if words else -1
    while place >= 0:
        found.append(place)
        place = text.find(words, place + len(words))
    return found
