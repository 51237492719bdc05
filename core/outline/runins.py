"""Run-in headings (段内小标题): short parallel sentences inside a paragraph, each followed by what
elaborates it.

No single sentence tells that it is a heading; a set of siblings does. So the candidates of a paragraph
are weighed together: a shortest-path search picks the set whose members are short, alike, evenly spread
and begin where the paragraph's subject begins.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise

from core.outline.moods import mood
from core.outline.sentences import Candidate, Emphasis, candidate, likeness, plain

_SENTENCE = r"([^。！？；：，\n ]{4,26}(?:，[^。！？；：，\n ]{4,20})?)。(?=[^。！？；\n]{6})"
_FIRST = re.compile(_SENTENCE)
_LATER = re.compile(rf"(?:(?<=[。！？：])|(?<=[。！？]”)){_SENTENCE}")
_DIGIT = re.compile(r"\d")
WINDOW = 8
"""How many candidates back a run-in may have its predecessor."""
FAIR, APART = -0.31, 75
"""What a sentence must bring by itself to be taken where there is room, and how far from the next it must stand."""
MOOD = 0.05, -0.15
"""What two run-ins gain if they are of one mood, and lose if they are not."""
ALONE, ROOMY = 0.45, 100
"""What a set gains whose members are the only short sentences of a paragraph, and the room each must have."""
COST = 0.55
"""What a sentence must bring to be taken into the set."""


def candidates(view: str, start: int, stop: int, emphasis: Emphasis = plain) -> list[Candidate]:
    """The sentences between ``start`` and ``stop`` that could be run-in headings."""
    found: list[Candidate] = []
    first = _FIRST.match(view, start, stop)
    rest = _LATER.finditer(view, first.end() if first else start, stop)
    for match in chain([first] if first else [], rest):
        span = match.span(1)
        each = candidate(view, *span, COST + _haste(view, match.end(), stop) - emphasis(*span))
        if each and each.merit > -1.3:
            found.append(each)
    return found


def _haste(view: str, start: int, stop: int) -> float:
    """What a heading loses if the next sentence is too short to elaborate it; figures always elaborate."""
    after = view.find("。", start, stop)
    length = (after if after >= 0 else stop) - start
    if length >= 24 or _DIGIT.search(view, start, start + length):
        return 0.0
    return 0.5 if length < 16 else 0.25


def room(length: int, size: int) -> float:
    """What the length of the passage below a run-in says of it; a short run-in needs less."""
    length += 5 * max(0, 10 - size)
    return -0.8 if length < 46 else -0.2 if length < 70 else 0.2 if length < 320 else 0.0


def lead(length: int) -> float:
    """What the length of the passage before the first run-in says of the set."""
    return 0.6 if length < 2 else 0.4 if length < 70 else 0.1 if length < 120 else -0.3 if length < 200 else -0.6


def choose(view: str, found: list[Candidate], opens: int, stop: int) -> tuple[list[Candidate], float]:
    """The best set of siblings among the candidates and its mean score; the body is ``opens`` to ``stop``."""
    if len(found) < 2:
        return [], 0.0
    moods = [mood(view, each.start, each.stop) for each in found]
    best: list[float] = []
    previous: list[int] = []
    for j, each in enumerate(found):
        score, back = lead(each.start - opens), -1
        for i in range(max(0, j - WINDOW), j):
            value = best[i] + echo(view, found[i], each) + MOOD[moods[i] != moods[j]]
            value += room(each.start - found[i].start, found[i].size)
            if value > score:
                score, back = value, i
        best.append(score + each.merit)
        previous.append(back)
    final = [score + room(stop - each.start, each.size) for score, each in zip(best, found, strict=True)]
    j = max(range(len(final)), key=final.__getitem__)
    total, chosen = final[j], list[Candidate]()
    while j >= 0:
        chosen.append(found[j])
        j = previous[j]
    chosen.reverse()
    if len(chosen) < 2:
        return [], 0.0
    score = total / len(chosen) + uniform(view, chosen) + _alone(view, found, chosen, stop)
    return _filled(view, found, chosen), score


def _alone(view: str, found: list[Candidate], chosen: list[Candidate], stop: int) -> float:
    """What a set gains whose members are the only short sentences of a long paragraph, and of one mood."""
    apart = stop - chosen[0].start >= ROOMY * len(chosen)
    alone = sum(each.comma < 0 for each in found) <= len(chosen) + 1
    if len(chosen) < 3 or not apart or not alone:
        return 0.0
    moods = {mood(view, each.start, each.stop) for each in chosen}
    return ALONE if len(moods - {0}) == 1 else 0.0


def spaced(found: list[Candidate], chosen: list[Candidate], stop: int) -> list[Candidate]:
    """The chosen set and what else may be a member of it by its own merit and has room around it, if it looks
    little like the others: where the siblings have run-ins, short sentences so set apart are some too."""
    filled = list(chosen)
    for each in found:
        if each.comma >= 0 or each.merit < FAIR or each in chosen:
            continue
        before = max((one.start for one in filled if one.start < each.start), default=each.start - APART)
        behind = min((one.start for one in filled if one.start > each.start), default=stop)
        if each.start - before >= APART <= behind - each.start:
            filled.append(each)
    return sorted(filled)


def echo(view: str, a: Candidate, b: Candidate) -> float:
    """How like two run-ins are: as sentences, and more so if the second begins with the words of the first."""
    return likeness(view, a, b) + (0.3 if view.startswith(view[a.start : a.start + 4], b.start) else 0.0)


def _filled(view: str, found: list[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """The chosen set and what else is built on its pattern: the same first four characters in all, or the
    same two in three or more, or the same two after the comma."""
    length = 2 if len(chosen) > 2 else 4
    words = {view[each.start : each.start + length] for each in chosen}
    clauses = {_clause(view, each) for each in chosen}
    return [
        each
        for each in found
        if each in chosen
        or (len(words) == 1 and view[each.start : each.start + length] in words)
        or (len(clauses) == 1 and "" not in clauses and _clause(view, each) in clauses)
    ]


def _clause(view: str, each: Candidate) -> str:
    """How the second clause begins: its first two characters."""
    return view[each.start + each.comma + 1 : each.start + each.comma + 3] if each.comma >= 0 else ""


def uniform(view: str, chosen: list[Candidate]) -> float:
    """What a set gains by being all of one length, or all of one beginning."""
    gain = 0.0
    if all(abs(a.size - b.size) <= 1 for a, b in pairwise(chosen)):
        gain += 0.2
    if len(chosen) > 2 and len({each.size for each in chosen}) == 1:
        gain += 0.1
    if len({view[each.start] for each in chosen}) == 1:
        gain += 0.35
        if chosen[0].comma >= 0 and len({(each.size, each.comma) for each in chosen}) == 1:
            gain += 0.2
    return gain
