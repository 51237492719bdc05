"""Run-in headings: short parallel sentences inside a paragraph, each followed by what elaborates it."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.outline.view import measure

_CANDIDATE = re.compile(
    r"(?:(?<=[。！？：])|(?<=[。！？]”))([^。！？；：，\n ]{4,26}(?:，[^。！？；：，\n ]{4,20})?)。(?=[^。！？；\n]{6})"
)
_DISCOURSE = re.compile(
    r"同时|对此|这|今年|去年|明年|我们|我国|我省|我市|我区|各位|同志们|当前|目前|此外|另外|因此|所以|但|而|特别|尤其|比如|例如|如|为此"
    r"|总之|总的|可以说|事实|近年|其中|其|全年|全市|全省|全国|全区|是|也|还|又|就|都|已|并|那|他|她|它|大家|你们|这些|截至"
)
_FIGURE = re.compile(r"\d|[XＸ×]{1,}|[百千万亿]元|[a-z%％]")
WINDOW = 8
"""How many candidates back a run-in may have its predecessor."""


class Candidate(NamedTuple):
    start: int
    stop: int
    size: int
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
        after = view.find("。", last + 1, stop)
        follow = (after if after >= 0 else stop) - last - 1
        merit = (0.3 if size <= 12 else 0.1 if size <= 16 else -0.1) + (0.3 if follow >= 24 else 0.0)
        found.append(Candidate(first, last, size, merit))
    return found


def likeness(view: str, a: Candidate, b: Candidate) -> float:
    """How much two candidates look like siblings: length, first and last characters, distance."""
    gap = abs(a.size - b.size)
    score = (0.9, 0.55, 0.3, 0.0)[gap] if gap < 4 else -0.4
    if view[a.start] == view[b.start]:
        score += 0.6
    if view[a.stop - 1] == view[b.stop - 1]:
        score += 0.4
    if b.start - a.stop < 46:
        score -= 0.7
    return score


def choose(view: str, found: list[Candidate], opens: int) -> tuple[list[Candidate], float]:
    """The best set of siblings among the candidates, and its mean score; ``opens`` is where the body begins."""
    best: list[float] = []
    previous: list[int] = []
    for j, candidate in enumerate(found):
        score, back = candidate.merit - 0.9 + (0.25 if candidate.start <= opens else 0.0), -1
        for i in range(max(0, j - WINDOW), j):
            value = best[i] + likeness(view, found[i], candidate) + candidate.merit - 0.9
            if value > score:
                score, back = value, i
        best.append(score)
        previous.append(back)
    if not best:
        return [], 0.0
    j = max(range(len(best)), key=best.__getitem__)
    total, chosen = best[j], []
    while j >= 0:
        chosen.append(found[j])
        j = previous[j]
    chosen.reverse()
    if len(chosen) < 2:
        return [], 0.0
    if len({c.size for c in chosen}) == 1:
        total += 0.25 * len(chosen)
    if len({view[c.start] for c in chosen}) == 1:
        total += 0.35 * len(chosen)
    return chosen, total / len(chosen)
