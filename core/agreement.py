"""How far two readers agree on what they marked, beyond what chance would bring: 1 is full agreement, 0 is chance.

Cohen's kappa: Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological
Measurement 20, 37-46. What is judged is each code point of the text: it is marked, or it is not.

Krippendorff's alpha for unitizing: Krippendorff, K. (1995), On the reliability of unitizing contiguous data,
Sociological Methodology 25, 47-76, with the expected disagreement as it is given in (2004), Measuring the reliability
of qualitative text analysis data, Quality & Quantity 38, 787-800. What is judged is where each marked passage begins
and ends: disagreement grows with the square of the distance of the ends. (Krippendorff, Mathet, Bouvry and Widlöcher,
2016, Quality & Quantity 50, 2347-2364, define it otherwise for more than two readers; here there are two.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, permutations
from typing import NamedTuple

from core.model import Annotation, Span
from core.runs import joined

EVERY = ""
"""Stands for all marks, whatever their tags."""


class Agreement(NamedTuple):
    """What two readers marked with one tag, and how far they agree.

    ``ours`` and ``theirs`` count marks; ``both``, ``ours_only``, ``theirs_only`` and ``neither`` code points. What
    is not defined is None: ``kappa`` where both readers marked nothing, or everything.
    """

    tag: str
    ours: int
    theirs: int
    both: int
    ours_only: int
    theirs_only: int
    neither: int
    kappa: float | None
    alpha: float | None

    @property
    def why(self) -> str:
        """Why kappa or alpha is not defined: ``nothing`` or ``everything`` was marked; empty where both are."""
        if self.kappa is not None and self.alpha is not None:
            return ""
        return "everything" if self.both else "nothing"


def agreements(
    length: int, ours: Sequence[Annotation], theirs: Sequence[Annotation], tags: Iterable[str]
) -> list[Agreement]:
    """The agreement on all marks, then on each of ``tags`` that was used; ``length`` is the text's, in code points."""
    mine, others = _by_tag(ours), _by_tag(theirs)
    used = [EVERY, *(tag for tag in tags if tag in mine or tag in others)]
    return [_agreement(length, mine.get(tag, []), others.get(tag, []), tag) for tag in used]


def _by_tag(marks: Iterable[Annotation]) -> dict[str, list[Span]]:
    """The passages marked with each tag, and all."""
    found: dict[str, list[Span]] = {EVERY: []}
    for mark in marks:
        if mark.span:
            for tag in (EVERY, *mark.tags):
                found.setdefault(tag, []).append(mark.span)
    return found


def agreement(length: int, ours: Iterable[Annotation], theirs: Iterable[Annotation], tag: str = EVERY) -> Agreement:
    """The agreement on one tag, or on all marks. Marks without a place in the text are left out."""
    return _agreement(length, _by_tag(ours).get(tag, []), _by_tag(theirs).get(tag, []), tag)


def _agreement(length: int, ours: Sequence[Span], theirs: Sequence[Span], tag: str) -> Agreement:
    a, b = joined(ours), joined(theirs)  # what overlaps is one unit
    both, marked_a, marked_b = _common(a, b), sum(map(len, a)), sum(map(len, b))
    table = both, marked_a - both, marked_b - both, length - marked_a - marked_b + both
    found = kappa((table[:2], table[2:])) if length else None
    return Agreement(tag, len(ours), len(theirs), *table, found, alpha_u(length, (a, b)))


def kappa(table: Sequence[Sequence[int]]) -> float | None:
    """Cohen's kappa of a square table of counts: one reader's judgements down, the other's across.

    None where chance alone would bring full agreement: both have judged all alike, or there is nothing to judge.
    """
    count = sum(map(sum, table))
    chance = sum(sum(row) * sum(column) for row, column in zip(table, zip(*table, strict=True), strict=True))
    if chance == count * count:
        return None
    observed = sum(row[place] for place, row in enumerate(table)) / count
    expected = chance / (count * count)
    return (observed - expected) / (1 - expected)


def alpha_u(length: int, readers: Sequence[Sequence[Span]]) -> float | None:
    """Krippendorff's alpha for unitizing: each reader's units of one kind, none over another, in a text of ``length``
    code points.

    None where nobody has marked anything, or there is nothing that could be marked in two ways.
    """
    expected = expected_disagreement(length, readers) if length else 0
    return 1 - observed_disagreement(length, readers) / expected if expected else None


def observed_disagreement(length: int, readers: Sequence[Sequence[Span]]) -> float:
    """Of each passage with those of another reader that it meets, the squares of the distances of their ends; with
    none, the square of its length; as a mean over pairs of readers, in squares of the text's length."""
    count = len(readers)
    squares = sum(_distance(a, b) for a, b in permutations(readers, 2))
    return squares / (count * (count - 1) * length * length)


def _distance(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    """By how much two readers' passages disagree, in squares of code points."""
    met = sum((a.start - b.start) ** 2 + (a.stop - b.stop) ** 2 for a, b in _pairs(ours, theirs))
    return met + _alone(ours, theirs) + _alone(theirs, ours)


def _alone(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    met = {a for a, _ in _pairs(ours, theirs)}
    return sum(len(each) ** 2 for each in ours if each not in met)


def _pairs(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The passages of two readers that overlap; each reader's own do not."""
    starts, stops = [each.start for each in theirs], [each.stop for each in theirs]
    for each in ours:
        for other in theirs[bisect_right(stops, each.start) : bisect_left(starts, each.stop)]:
            yield each, other


def _common(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    """How many code points both have marked."""
    return sum(min(a.stop, b.stop) - max(a.start, b.start) for a, b in _pairs(ours, theirs))


def expected_disagreement(length: int, readers: Sequence[Sequence[Span]]) -> float:
    """The same, if the passages and gaps of all readers lay anywhere (Krippendorff 2004, appendix)."""
    count, every = len(readers), [len(unit) for each in readers for unit in each]
    gaps = sorted(gap for each in readers for gap in _gaps(length, each))
    sums = [0, *accumulate(gaps)]

    def room(size: int) -> int:
        """In how many places of the gaps a passage of some length finds room."""
        first = bisect_left(gaps, size)
        return sums[-1] - sums[first] - (len(gaps) - first) * (size - 1)

    met = sum((len(every) - 1) * (2 * size**3 - 3 * size**2 + size) / 3 + size**2 * room(size) for size in every)
    ways = count * length * (count * length - 1) - sum(size * (size - 1) for size in every)
    return 2 / length * met / ways


def _gaps(length: int, units: Sequence[Span]) -> Iterator[int]:
    """How long the stretches between one reader's passages are, where there are any."""
    starts, stops = [*(unit.start for unit in units), length], [0, *(unit.stop for unit in units)]
    return (start - stop for start, stop in zip(starts, stops, strict=True) if start > stop)
