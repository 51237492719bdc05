"""Stretches that two texts have in common: joined, set right where either place will do, and freed of chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

GAP = 4
"""A passage inserted or deleted costs its length in edits, but never more than this."""

DROP = 12
"""Edits in a row, more or less, after which a run of stretches is no longer the same passage."""

SENTENCE_ENDS = frozenset(".!?;:。！？；：")


class Stretch(NamedTuple):
    """``length`` characters from ``old`` on that became those from ``new`` on: all unchanged, or all replaced."""

    old: int
    new: int
    length: int
    same: bool = True


def from_pairs(pairs: Iterable[tuple[int, int]], old: str, new: str) -> Iterator[Stretch]:
    """Pairs of offsets, in order, as stretches."""
    i = j = length = 0
    same = False
    for a, b in pairs:
        alike = old[a] == new[b]
        if a == i + length and b == j + length and alike == same:
            length += 1
            continue
        if length:
            yield Stretch(i, j, length, same)
        i, j, length, same = a, b, 1, alike
    if length:
        yield Stretch(i, j, length, same)


def slid(parts: Iterable[Stretch], old: str, new: str) -> Iterator[Stretch]:
    """The stretches, with the gaps between them where a writer would have made them.

    To make 甲。要丙。 of 甲。要乙。要丙。 one can delete 要乙。 or 乙。要: whole sentences are likelier.
    Stretches that meet are joined.
    """
    last = Stretch(0, 0, 0)
    for part in parts:
        if last.same and part.same and (by := _slide(last, part, old, new)):
            last = Stretch(last.old, last.new, last.length + by)
            part = Stretch(part.old + by, part.new + by, part.length - by)
        if last.length and part.length:
            yield last
        last = part if part.length else last
    if last.length:
        yield last


def _slide(last: Stretch, part: Stretch, old: str, new: str) -> int:
    """How many characters ``last`` should take over from ``part`` (below 0: give to it)."""
    i, j = last.old + last.length, last.new + last.length
    if i == part.old and j == part.new:
        return part.length
    if i < part.old and j < part.new:
        return 0
    back = ahead = 0
    while back < last.length and old[part.old - back - 1] == new[part.new - back - 1]:
        back += 1
    while ahead < part.length and old[i + ahead] == new[j + ahead]:
        ahead += 1
    if ends := [by for by in range(-back, ahead + 1) if old[i + by - 1] in SENTENCE_ENDS]:
        return min(ends, key=abs)
    return -back if back == last.length else ahead if ahead == part.length else 0


def without_strays(parts: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches without single characters found by chance in the middle of what was inserted or deleted.

    Those between two gaps go that win fewer characters than one gap costs less than two.
    """
    clumps = _clumps(parts)
    for rank, clump in enumerate(clumps):
        if 0 < rank < len(clumps) - 1:
            before, after = clumps[rank - 1][-1], clumps[rank + 1][0]
            cost = _cost(before, clump[0]) + _cost(clump[-1], after) - _cost(before, after)
            if sum(map(_score, clump)) - sum(_cost(*pair) for pair in pairwise(clump)) < cost:
                continue
        yield from clump


def _clumps(parts: Iterable[Stretch]) -> list[list[Stretch]]:
    """The stretches in groups, parted where more than GAP characters were inserted or deleted."""
    clumps: list[list[Stretch]] = []
    i = j = -1
    for part in parts:
        if i >= 0 and part.old - i <= GAP and part.new - j <= GAP:
            clumps[-1].append(part)
        else:
            clumps.append([part])
        i, j = part.old + part.length, part.new + part.length
    return clumps


def trusted(parts: Iterable[Stretch], least: float) -> list[Stretch]:
    """The stretches in runs that win at least ``least`` characters more than they cost edits.

    A run ends where it has won most, once DROP edits more than unchanged characters have followed.
    """
    kept: list[Stretch] = []
    run: list[Stretch] = []
    score = best = rich = 0
    for part in parts:
        won = _score(part)
        score += won - _cost(run[-1], part) if run else won
        if run and (score <= 0 or score < best - DROP):
            kept += run[:rich] if best >= least else []
            run, score = [], won
        if not run:
            if won < 0:
                score = 0
                continue
            best = 0
        run.append(part)
        if score >= best:
            best, rich = score, len(run)
    return kept + (run[:rich] if run and best >= least else [])


def _score(part: Stretch) -> int:
    return part.length if part.same else -part.length


def _cost(last: Stretch, part: Stretch) -> int:
    """What was deleted and inserted between two stretches, in edits."""
    return min(GAP, part.old - last.old - last.length) + min(GAP, part.new - last.new - last.length)
