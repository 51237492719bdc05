"""Which characters of a text became which characters of its revision, in passages that were moved too.

What stands in the same order is aligned and taken away; what remains of the revision is put back in
the order of the text and aligned in its turn: so passages that were moved are met. A round goes from
coarse to fine: strings that both texts share and that stand in the same order, then edit paths through
the gaps between them. Only what is more alike than chance makes two texts of that length is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import log2

from core.edit_path import edit_path
from core.stretches import SENTENCE_ENDS, Stretch, from_pairs, slid, trusted, without_strays

ROUNDS = 8
"""Rounds at most: the first finds what was not moved, the second most of what was, the others the rest."""

CRUMB = 4
"""Fewer characters in a row are not looked for again."""

REACH = 128
"""Characters of the old text from one string to the next of a passage that was moved as a whole."""

WINDOW = 2048
"""Characters of two texts whose edit path is looked for at once."""

ALIKE = 0.15
"""Share of unchanged characters from which two windows belong together: strange ones have about 0.05."""


def align(old: str, new: str) -> list[int]:
    """For each character of ``old`` its offset in ``new``, or -1 where it has none.

    Offsets are code points; no two characters have the same. Time: about linear in both lengths.
    """
    where = [-1] * len(old)
    olds: Sequence[int] = range(len(old))
    news: Sequence[int] = range(len(new))
    for turn in range(ROUNDS):
        rest = _pick(old, olds)
        if turn:
            news = [news[rank] for rank in _moved_back(rest, _pick(new, news))]
        found = align_in_order(rest, _pick(new, news))
        if not found:
            break
        for i, j, length, _ in found:
            for one, other in zip(olds[i : i + length], news[j : j + length], strict=True):
                where[one] = other
        olds = _remaining(olds, [(part.old, part.length) for part in found])
        news = _remaining(news, [(part.new, part.length) for part in found])
    return where


def _pick(text: str, places: Sequence[int]) -> str:
    return text if isinstance(places, range) else "".join([text[place] for place in places])


def _remaining(places: Sequence[int], taken: Iterable[tuple[int, int]]) -> list[int]:
    """The places without those taken, (rank, count) in order, and without crumbs."""
    left: list[int] = []
    done = 0
    for start, length in chain(taken, [(len(places), 0)]):
        if start - done >= CRUMB:
            left += places[done:start]
        done = start + length
    return left


def _moved_back(old: str, new: str) -> list[int]:
    """The ranks of the characters of ``new``, passages that were moved put back in the order of ``old``."""
    size, least = _measures(old, new)
    groups: list[list[Stretch]] = []
    for part in sorted(_shared(old, new, size), key=lambda part: part.new):
        if groups and 0 <= part.old - groups[-1][-1].old <= REACH:
            groups[-1].append(part)
        else:
            groups.append([part])
    groups = [group for group in groups if sum(part.length for part in group) >= least]
    cuts = [0, *(_cut(new, last[-1], group[0]) for last, group in pairwise(groups)), len(new)]
    pieces = sorted((group[0].old, *cut) for group, cut in zip(groups, pairwise(cuts), strict=False))
    return [rank for _, start, stop in pieces for rank in range(start, stop)] or list(range(len(new)))


def _cut(new: str, last: Stretch, part: Stretch) -> int:
    """Where the sentence of ``part`` begins, if it does after ``last``; else where ``part`` does."""
    near = range(part.new, last.new + last.length - 1, -1)
    return next((place for place in near if new[place - 1] in SENTENCE_ENDS), part.new)


def _measures(old: str, new: str) -> tuple[int, float]:
    """Characters of a string, and of passages on the whole alike, that two texts do not share by chance.

    It takes so many bits to name a place in either text: a fifth and half as many.
    """
    bits = log2(len(old) + 1) + log2(len(new) + 1)
    return max(3, round(bits / 5)), bits / 2


def align_in_order(old: str, new: str, least: float | None = None) -> list[Stretch]:
    """The stretches that stand in both texts in the same order, ascending.

    Those that belong together have ``least`` more unchanged characters than edits; by default so many
    as chance does not explain.
    """
    if not old or not new:
        return []
    size, enough = _measures(old, new)
    anchors = _heaviest_chain(sorted([*_ends(old, new), *_shared(old, new, size)]))
    parts = slid(_stretches(old, new, anchors), old, new)
    return trusted(without_strays(parts), enough if least is None else least)


def _ends(old: str, new: str) -> Iterator[Stretch]:
    """What both texts begin and end with: all there is to go by in a text that says everything twice."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head:
        yield Stretch(0, 0, head)
    if tail:
        yield Stretch(len(old) - tail, len(new) - tail, tail)


def _common(one: str, other: str) -> int:
    """How many characters two strings have in common before they differ."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)


def _shared(old: str, new: str, size: int) -> list[Stretch]:
    """The strings all of whose parts of ``size`` characters occur once in ``old``, and in ``new`` too.

    They are ordered by their place in ``old``. Of a part that occurs again in ``new`` the first place
    counts: that of the text, not of a copy below it.
    """
    found: list[Stretch] = []
    places = {new[j : j + size]: j for j in range(len(new) - size, -1, -1)}
    i = j = length = 0
    for part, start in _once(old, size).items():
        other = places.get(part, -1)
        if start < 0 or other < 0:
            continue
        if length and start - i == other - j == length - size + 1:
            length += 1
            continue
        if length:
            found.append(Stretch(i, j, length))
        i, j, length = start, other, size
    if length:
        found.append(Stretch(i, j, length))
    return found


def _once(text: str, size: int) -> dict[str, int]:
    """Where each part of ``size`` characters stands, in order; -1 for those that occur again."""
    places: dict[str, int] = {}
    for i in range(len(text) - size + 1):
        part = text[i : i + size]
        places[part] = -1 if part in places else i
    return places


def _heaviest_chain(parts: Sequence[Stretch]) -> list[Stretch]:
    """Of parts in the order of old, those that are in the order of new too and longest together."""
    news: list[int] = []  # The chains worth going on with: where the last part of each begins,
    weights: list[int] = []  # what all its parts weigh (both ascend),
    lasts: list[int] = []  # and the rank of the last part.
    before: list[int] = []
    for rank, part in enumerate(parts):
        place = bisect_left(news, part.new)
        weight = part.length + (weights[place - 1] if place else 0)
        before.append(lasts[place - 1] if place else -1)
        stop = place
        while stop < len(weights) and weights[stop] <= weight:
            stop += 1
        news[place:stop], weights[place:stop], lasts[place:stop] = [part.new], [weight], [rank]
    found: list[Stretch] = []
    rank = lasts[-1] if lasts else -1
    while rank >= 0:
        found.append(parts[rank])
        rank = before[rank]
    return found[::-1]


def _stretches(old: str, new: str, anchors: Iterable[Stretch]) -> Iterator[Stretch]:
    """The anchors, and what the gaps between them have in common, ascending."""
    i = j = 0
    for a, b, length, _ in chain(anchors, [Stretch(len(old), len(new), 0)]):
        skip = max(0, i - a, j - b)  # Anchors may overlap, where a string is said twice in one text.
        yield from _gap(old, new, i, a + skip, j, b + skip)
        if length > skip:
            yield Stretch(a + skip, b + skip, length - skip)
            i, j = a + length, b + length


def _gap(old: str, new: str, i: int, i_stop: int, j: int, j_stop: int) -> Iterator[Stretch]:
    """What two passages have in common. Large ones are walked through in windows while they are alike.

    Where they are not, the ends of both are all that is still looked at.
    """
    while i < i_stop and j < j_stop:
        whole = (i_stop - i) * (j_stop - j) <= WINDOW * WINDOW
        a, b = (i_stop, j_stop) if whole else (min(i_stop, i + WINDOW), min(j_stop, j + WINDOW))
        path = edit_path(old[i:a], new[j:b])
        if not whole:  # Where two windows end need not belong together: it is aligned again in the next.
            path = path[: len(path) * 3 // 4]
        yield from from_pairs([(i + one, j + other) for one, other in path], old, new)
        if whole:
            return
        if sum([old[i + one] == new[j + other] for one, other in path]) < ALIKE * len(path):
            i, j = max(i + path[-1][0] + 1, i_stop - WINDOW), max(j + path[-1][1] + 1, j_stop - WINDOW)
        else:
            i, j = i + path[-1][0] + 1, j + path[-1][1] + 1
