"""Paragraphs as siblings: the rows they stand in, the tiers of their lines, and which of their first sentences
are most alike."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from core.outline.sentences import Candidate, likeness


class Paragraph(NamedTuple):
    """A paragraph: ``first`` is where its first sentence ends, the stop left out."""

    line: int
    start: int
    stop: int
    first: int
    turn: bool


Pair = tuple[Paragraph, Candidate]


def rows(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs cut where the speech turns."""
    found: list[list[Paragraph]] = [[]]
    for each in paragraphs:
        if each.turn:
            found.append([])
        found[-1].append(each)
    return found


def are_alike(view: str, chosen: list[Paragraph]) -> bool:
    """Whether the sentences of a row are on the whole alike."""
    made = [Candidate(each.start, each.first, each.first - each.start, -1, 0.0) for each in chosen]
    return len(made) > 2 and sum(likeness(view, a, b) for a, b in pairwise(made)) >= 0.5 * (len(made) - 1)


def upper_tier(paragraphs: list[Paragraph], indices: list[int]) -> set[int]:
    """The lines of the upper tier, at least two: of heading-like lines those followed by another such line,
    if there are several; else those followed by a text."""
    member = set(indices)
    text = {i for i in indices if i + 1 not in member and _text_below(paragraphs, i, member)}
    upper = {i for i in indices if i + 1 in member and i + 1 in text}
    tier = upper if len(upper) >= 2 and len(text) >= 2 * len(upper) else text
    return {paragraphs[i].line for i in tier} if len(tier) >= 2 else set()


def _text_below(paragraphs: list[Paragraph], i: int, member: set[int]) -> bool:
    """Whether the paragraphs up to the next such line are long enough to be what the line is the heading of."""
    needed = max(40, 1.5 * (paragraphs[i].stop - paragraphs[i].start))
    for j in range(i + 1, len(paragraphs)):
        if j in member or needed <= 0:
            break
        needed -= paragraphs[j].stop - paragraphs[j].start
    return needed <= 0


def best_chain(view: str, pairs: list[Pair]) -> tuple[list[Pair], float]:
    """The subset of first sentences that are most alike, and its mean score."""
    best: list[float] = []
    previous: list[int] = []
    for j, (_, each) in enumerate(pairs):
        score, back = 0.0, -1
        for i in range(max(0, j - 3), j):
            value = best[i] + likeness(view, pairs[i][1], each)
            if value > score:
                score, back = value, i
        best.append(score + each.merit)
        previous.append(back)
    if not best:
        return [], 0.0
    j = max(range(len(best)), key=best.__getitem__)
    total, chosen = best[j], list[Pair]()
    while j >= 0:
        chosen.append(pairs[j])
        j = previous[j]
    return chosen[::-1], total / len(chosen)
