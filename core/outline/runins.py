"""Run-in headings (段内小标题): short parallel sentences inside a paragraph, each followed by what elaborates it.

No single sentence tells that it is a heading; a set of siblings does. So the candidates of a paragraph
are weighed together: a shortest-path search picks the set whose members are short, alike, evenly spread
and begin where the paragraph's subject begins.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from core.outline.view import measure

_CANDIDATE = re.compile(
    r"(?:(?<=[。！？：])|(?<=[。！？]”))([^。！？；：，\n ]{4,26}(?:，[^。！？；：，\n ]{4,20})?)。(?=[^。！？；\n]{6})"
)
_DISCOURSE = re.compile(
    r"同时|对此|这|今年|去年|明年|我们|我国|我省|我市|我区|各位|同志们|当前|目前|此外|另外|因此|所以|但|而|特别|尤其|比如|例如|如|为此"
    r"|总之|总的|可以说|事实|近年|其中|其|全年|全市|全省|全国|全区|是|也|还|又|就|都|已|并|那|他|她|它|大家|你们|截至"
)
_FIGURE = re.compile(r"\d|[XＸ×]|[百千万亿]元|[a-z%％]")
WINDOW = 8
"""How many candidates back a run-in may have its predecessor."""
COST = 0.55
"""What a sentence must bring to be taken into the set."""


class Candidate(NamedTuple):
    start: int
    stop: int
    size: int
    comma: int
    merit: float


def candidates(view: str, start: int, stop: int) -> list[Candidate]:
    """The sentences between ``start`` and ``stop`` that could be run-in headings."""
    found: list[Candidate] = []
    for match in _CANDIDATE.finditer(view, start, stop):
        first, last = match.span(1)
        text = match[1]
        if _DISCOURSE.match(text) or _FIGURE.search(text):
            continue
        size = measure(text)
        comma = text.find("，")
        if comma >= 0 and abs(measure(text[:comma]) - (size - comma - 1)) > 6:
            continue
        found.append(Candidate(first, last, size, comma, _merit(text, size)))
    return found


def _merit(text: str, size: int) -> float:
    merit = 0.5 if size <= 10 else 0.35 if size <= 12 else 0.15 if size <= 14 else 0.0 if size <= 16 else -0.3
    if "，" in text:
        merit -= 0.3
    if "、" in text:
        merit -= 0.2
    return merit - COST


def likeness(view: str, a: Candidate, b: Candidate) -> float:
    """How much two candidates look like siblings: length, first and last characters."""
    gap = abs(a.size - b.size)
    score = (0.5, 0.4, 0.2, 0.0)[gap] if gap < 4 else -0.3
    if view[a.start] == view[b.start]:
        score += 0.5 if view[a.start + 1] == view[b.start + 1] else 0.3
    if view[a.stop - 1] == view[b.stop - 1]:
        score += 0.2
    if a.comma >= 0 and a.comma == b.comma:
        score += 0.6
    return score


def room(length: int) -> float:
    """What the length of the passage below a run-in says of it."""
    return -0.8 if length < 46 else -0.2 if length < 70 else 0.2 if length < 320 else 0.0


def opening_room(length: int) -> float:
    """What the length of the lead before the first run-in says of the set."""
    return 0.4 if length < 70 else 0.1 if length < 120 else -0.3 if length < 200 else -0.6


def choose(view: str, found: list[Candidate], opens: int, stop: int) -> tuple[list[Candidate], float]:
    """The best set of siblings among the candidates and its mean score; the body is ``opens`` to ``stop``."""
    best: list[float] = []
    previous: list[int] = []
    for j, candidate in enumerate(found):
        score, back = candidate.merit + opening_room(candidate.start - opens), -1
        for i in range(max(0, j - WINDOW), j):
            value = (
                best[i]
                + likeness(view, found[i], candidate)
                + room(candidate.start - found[i].start)
                + candidate.merit
            )
            if value > score:
                score, back = value, i
        best.append(score)
        previous.append(back)
    if not best:
        return [], 0.0
    final = [score + room(stop - c.start) for score, c in zip(best, found, strict=True)]
    j = max(range(len(final)), key=final.__getitem__)
    total, chosen = final[j], list[Candidate]()
    while j >= 0:
        chosen.append(found[j])
        j = previous[j]
    chosen.reverse()
    if len(chosen) < 2:
        return [], 0.0
    return chosen, total / len(chosen) + _uniform(view, chosen)


def _uniform(view: str, chosen: list[Candidate]) -> float:
    """What a set gains by being all of one length or all of one beginning."""
    gain = 0.0
    if all(abs(a.size - b.size) <= 1 for a, b in pairwise(chosen)):
        gain += 0.2
    if len({view[c.start] for c in chosen}) == 1:
        gain += 0.2
    return gain
