"""Unnumbered headings of paragraphs: lines of their own, sentences of their own, and the sentences
that open sibling paragraphs (段首句).

As with run-ins the set tells, not the single line: the paragraphs below one heading are looked at
together. Where lines of their own are found, what stands below each is looked at again, so tiers nest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.outline.lines import Line
from core.outline.sentences import Candidate, candidate, likeness

LINE = 40
"""A heading on a line of its own has at most so many code points."""
SENTENCE = 60
"""A heading that is a sentence alone on its line, or opens a paragraph by anaphora, at most so many."""
STRICT, USUAL, LENIENT = 0.75, 0.25, -0.4
"""How alike first sentences must be to be headings: below no heading, below one, and below one whose
siblings mostly have such headings."""
FILL = 20
"""Where most paragraphs open with a heading, a first sentence without a comma of at most so many is one too."""

_FIRST = re.compile(r"[^。！？：\n]*")
_BARE_NOT = re.compile(
    r"\d{4}年$|\d{4}年\d|\d+月\d+日|^ *图|图为|摄$|记者|来源|编辑|责编|作者|（[^（）]*）$|新华社|时间：|地点：|姓名：|[a-zA-Z]{4}|^附件"
)
_DEFINED = re.compile(r"所谓“[^“”]*”")
_ADDRESS = re.compile(r"[^，。！：]{0,12}(?:同志们|代表|委员|朋友们|们)[，！：]")
_FRAME = re.compile(
    r"[^，。“”]{0,8}(?:年来?|时期|以来|征程上?)[，。]|[这过今明][^，。]{0,2}年|[今明]天的|所谓|我们[要必始坚]|要|必须|坚持|始终|坚决"
    r"|从[^，。]{2,10}看|面对|如何|关于|努力|着力|更加|进一步|这是"
)
"""What an anaphora may repeat: a time, a call, a view; a repeated subject (全会提出，…) tells only who speaks."""


class Opener(NamedTuple):
    """A heading found: the index of its line, where it ends, how deep below its owner (1: its child)."""

    line: int
    stop: int
    depth: int


class _Paragraph(NamedTuple):
    line: int
    start: int
    stop: int
    turn: bool
    first: int
    """Where the first sentence ends, its stop left out."""


def find(view: str, lines: Sequence[Line], members: Sequence[int], turns: Sequence[bool], bound: float) -> list[Opener]:
    """The openers among the paragraphs ``members`` of one owner; ``turns`` says per line where the speech
    turns, which ends a row of siblings; ``bound`` is how alike first sentences have to be."""
    paragraphs = [_paragraph(view, i, lines[i], turns[i]) for i in members]
    return _tier(view, paragraphs, 1, bound)


def _paragraph(view: str, i: int, line: Line, turn: bool) -> _Paragraph:
    first = _FIRST.match(view, line.start, line.stop)
    return _Paragraph(i, line.start, line.stop, turn, first.end() if first else line.start)


def _tier(view: str, paragraphs: list[_Paragraph], depth: int, bound: float) -> list[Opener]:
    chosen = _bare(view, paragraphs)
    if chosen:
        return _nest(view, paragraphs, chosen, depth, bound)
    found: list[Opener] = []
    for row in _rows(paragraphs):
        chosen = _sentences(view, row, bound)
        if chosen:
            found += _nest(view, row, chosen, depth, bound)
        else:
            found += _anaphora(view, row, depth) or _leads(view, row, depth, bound)
    return found


def _rows(paragraphs: list[_Paragraph]) -> list[list[_Paragraph]]:
    """The paragraphs cut where the speech turns."""
    rows: list[list[_Paragraph]] = [[]]
    for each in paragraphs:
        if each.turn:
            rows.append([])
        rows[-1].append(each)
    return rows


def _nest(view: str, paragraphs: list[_Paragraph], chosen: set[int], depth: int, bound: float) -> list[Opener]:
    """The chosen lines as headings, and what the tiers below each of them give."""
    found: list[Opener] = []
    below: list[_Paragraph] = []
    for each in paragraphs:
        if each.line in chosen:
            found += _tier(view, below, depth + (1 if found else 0), bound) if below else []
            below = []
            found.append(Opener(each.line, min(each.first, each.stop), depth))
        else:
            below.append(each)
    return found + (_tier(view, below, depth + 1, bound) if below else [])


def _bare(view: str, paragraphs: list[_Paragraph]) -> set[int]:
    """Lines without a stop: short, each with a text below it, at least two; those that end in a dash
    (经济总量连上台阶——) stand below those that do not."""
    bare = [
        i
        for i, each in enumerate(paragraphs)
        if each.first == each.stop
        and 4 <= each.stop - each.start <= LINE
        and view[each.stop - 1] not in "，；、）…"
        and not _BARE_NOT.search(view, each.start, each.stop)
    ]
    full = [i for i in bare if view[paragraphs[i].stop - 1] != "—"]
    return _upper(paragraphs, full if len(full) >= 2 else bare, 2)


def _sentences(view: str, paragraphs: list[_Paragraph], bound: float) -> set[int]:
    """Sentences alone on their lines: short, each with a longer text below it, at least two."""
    alone = [
        i
        for i, each in enumerate(paragraphs)
        if each.first == each.stop - 1 and view[each.first] == "。" and 4 <= each.stop - each.start <= SENTENCE
    ]
    heads = Counter(view[paragraphs[i].start : paragraphs[i].start + 2] for i in alone)
    picked: list[int] = []
    for i in alone:
        each = paragraphs[i]
        one = candidate(view, each.start, each.first, 0.0)
        alike = heads[view[each.start : each.start + 2]] >= 3
        if alike or (one and (bound < STRICT or one.merit >= 0)):
            picked.append(i)
    if bound >= STRICT and not _like(view, [paragraphs[i] for i in picked]):
        return set()
    return _upper(paragraphs, picked, 2)


def _like(view: str, chosen: list[_Paragraph]) -> bool:
    """Whether the sentences of a row are on the whole alike."""
    made = [Candidate(each.start, each.first, each.first - each.start, -1, 0.0) for each in chosen]
    return len(made) > 2 and sum(likeness(view, a, b) for a, b in pairwise(made)) >= 0.5 * (len(made) - 1)


def _upper(paragraphs: list[_Paragraph], indices: list[int], least: int) -> set[int]:
    """Of heading-like lines the upper tier: those followed by another such line, if there are several;
    else those followed by a text."""
    member = set(indices)
    text = {i for i in indices if i + 1 not in member and _text_below(paragraphs, i, member)}
    upper = [i for i in indices if i + 1 in member and i + 1 in text]
    tier = set(upper) if len(upper) >= 2 and len(text) >= 2 * len(upper) else text
    return {paragraphs[i].line for i in tier} if len(tier) >= least else set()


def _text_below(paragraphs: list[_Paragraph], i: int, member: set[int]) -> bool:
    """Whether the paragraphs up to the next such line are long enough to be what the line is the heading of."""
    needed = max(40, 1.5 * (paragraphs[i].stop - paragraphs[i].start))
    for j in range(i + 1, len(paragraphs)):
        if j in member or needed <= 0:
            break
        needed -= paragraphs[j].stop - paragraphs[j].start
    return needed <= 0


def _anaphora(view: str, paragraphs: list[_Paragraph], depth: int) -> list[Opener]:
    """Three or more paragraphs in a row that begin with the same three characters: their first sentences."""
    found: list[Opener] = []
    run: list[_Paragraph] = []
    for each in [*paragraphs, None]:
        if each and run and view[each.start : each.start + 3] == view[run[0].start : run[0].start + 3]:
            run.append(each)
            continue
        if len(run) >= 3 and _FRAME.match(view, run[0].start) and not _ADDRESS.match(view, run[0].start):
            found += [Opener(one.line, _definition(view, one), depth) for one in run]
        run = [each] if each and each.stop - each.start > 60 and each.first - each.start <= 80 else []
    return found


def _definition(view: str, each: _Paragraph) -> int:
    """Where an anaphoric heading ends: after what is defined (所谓“…”，就是…), else after the sentence."""
    match = _DEFINED.match(view, each.start, each.first)
    return match.end() if match else each.first


def _leads(view: str, paragraphs: list[_Paragraph], depth: int, bound: float) -> list[Opener]:
    """The first sentences of sibling paragraphs, if most of the long paragraphs open with a like one."""
    long = [each for each in paragraphs if each.stop - each.start > 60]
    pairs: list[tuple[_Paragraph, Candidate]] = []
    for each in long:
        if 4 <= each.first - each.start <= LINE and view[each.first] == "。" and each.stop - each.first > 30:
            one = candidate(view, each.start, each.first, 0.2)
            if one and one.merit > -0.9:
                pairs.append((each, one))
    brief = [pair for pair in pairs if pair[1].comma < 0 and pair[1].size <= FILL]
    if bound <= USUAL and len(brief) == len(long) >= 2:
        return [Opener(each.line, each.first, depth) for each, _ in brief]
    chosen, score = _chain(view, pairs)
    share = len(chosen) / len(long) if long else 0.0
    if len(chosen) < 2 or share < 0.5 or score + (share - 0.5) < bound:
        return []
    lines = {each.line for each, _ in chosen}
    return [
        Opener(each.line, each.first, depth)
        for each, one in pairs
        if each.line in lines or (one.comma < 0 and one.size <= FILL)
    ]


def _chain(view: str, pairs: list[tuple[_Paragraph, Candidate]]) -> tuple[list[tuple[_Paragraph, Candidate]], float]:
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
    total, chosen = best[j], list[tuple[_Paragraph, Candidate]]()
    while j >= 0:
        chosen.append(pairs[j])
        j = previous[j]
    return chosen[::-1], total / len(chosen)
