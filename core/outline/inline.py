"""The headings inside paragraphs: sentences that are numbered, else run-ins.

Run-ins are tried paragraph by paragraph and decided together: where most siblings have a set of them,
less likeness is asked of the others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import zip_longest
from typing import NamedTuple

from core.outline.headings import Mark, inside, opening
from core.outline.nodes import Node
from core.outline.runins import candidates, choose, spaced
from core.outline.sentences import Candidate, Emphasis
from core.outline.titles import title_stop

ROOM = 45
"""Code points that stand below a run-in at the least, before a tail may begin."""
LONG = 150
"""A paragraph of more code points than this would have run-ins, if its siblings have."""
GOOD, USUAL, SURE, PAIR = 0.3, 0.1, 0.65, 1.1
"""The mean score of a set: at which it counts for its siblings, what is asked where most siblings have one,
what is asked elsewhere, and what is asked there of a set of only two."""

_REFRAIN = re.compile(
    r"(?:(?<=[。！？：])|(?<=\n))(?:([^，。、；：\n]{0,5}年来?，)(?:[^，。；：！？\n]{3,24}，)?[^，。；：！？\n]{3,24}"
    r"|(这[^，。、；：\n]{0,5}是)[^，。；：！？\n]{3,30}的[^，。；：！？\n]{1,3}年)(?=。)"
)
"""A short sentence that begins with a time and a comma (这五年，水源保护有力), or calls it one of something
(这是水源保护最有力的五年)."""
_TAIL = re.compile(r"(?<=[。！？])(?:同时，|对此，|这些都|以上)[^。！？]*[。！？]$")

Group = tuple[int, int, str]
"""What siblings have in common: their level, the line of their parent, their series."""


class _Trial(NamedTuple):
    """A paragraph's best set of run-ins, before it is decided."""

    level: int
    found: list[Candidate]
    chosen: list[Candidate]
    score: float
    block: Node | None
    start: int
    stop: int


class Inline:
    """Collects the headings inside the paragraphs of one body."""

    def __init__(self, view: str, emphasis: Emphasis) -> None:
        self.view, self.emphasis = view, emphasis
        self.nodes: list[Node] = []
        self.trials: defaultdict[Group, list[_Trial]] = defaultdict(list)

    def paragraph(self, start: int, stop: int, group: Group, block: Node | None) -> None:
        """Looks through the paragraph from ``start`` (behind its own heading) to ``stop``; ``block`` is its
        node if it has no heading: the node ends where the first heading inside begins."""
        level = group[0]
        marks = _series(self.view, start, stop, block is not None)
        for mark, following in zip_longest(marks, marks[1:]):
            end = title_stop(self.view, mark, following.start if following else stop)
            self.nodes.append(Node(mark.start, end, level + 1, label=mark.stop - mark.start, style=mark.style.name))
        refrain = [] if marks else refrains(self.view, start, stop)
        self.nodes += [Node(*match.span(), level + 1) for match in refrain]
        if not marks and not refrain:
            found = candidates(self.view, start, stop, self.emphasis)
            chosen, score = choose(self.view, found, start, stop)
            self.trials[group].append(_Trial(level, found, chosen, score, block, start, stop))
        elif block:
            block.stop = marks[0].start if marks else refrain[0].start()

    def decide(self) -> list[Node]:
        """All nodes, the sets of run-ins that are good enough among them."""
        for group in self.trials.values():
            long = [trial for trial in group if trial.stop - trial.start > LONG]
            good = sum(trial.score >= GOOD for trial in long)
            usual = len(long) > 1 and 2 * good >= len(long)
            for trial in group:
                bound = USUAL if usual else SURE if len(trial.chosen) > 2 else PAIR
                if trial.chosen and trial.score >= bound:
                    self._take(trial, spaced(trial.found, trial.chosen, trial.stop) if usual else trial.chosen)
        return self.nodes

    def _take(self, trial: _Trial, chosen: list[Candidate]) -> None:
        level, block = trial.level + 1, trial.block
        self.nodes += [Node(each.start, each.stop, level) for each in chosen]
        tail = _TAIL.search(self.view, chosen[-1].stop + ROOM, trial.stop)
        if tail:
            self.nodes.append(Node(tail.start(), trial.stop, level, "paragraph", role="tail"))
        if block:
            block.stop = chosen[0].start
            if block.kind == "transition" and self.view[block.stop - 1] == "：":
                block.kind, block.role = "paragraph", "experience"


def refrains(view: str, start: int, stop: int) -> list[re.Match[str]]:
    """The short sentences inside a paragraph that all begin with the same time: three or more."""
    if view.count("年", start, stop) < 3:
        return []
    found = list(_REFRAIN.finditer(view, start, stop))
    times = Counter(match[1] or match[2] for match in found)
    return [match for match in found if times[match[1] or match[2]] > 2]


def _series(view: str, start: int, stop: int, opens: bool) -> list[Mark]:
    """The marks inside a paragraph that count 1, 2, … in one series; ``opens``: one may stand at its start."""
    marks = inside(view, start, stop)
    first = opening(view, start, stop) if opens else None
    if first and first.style.inline:
        marks.insert(0, first)
    found: list[Mark] = []
    for mark in marks:
        expected = found[-1].number + 1 if found else 1
        if mark.number == expected and (not found or mark.style.series == found[-1].style.series):
            found.append(mark)
    return found if len(found) > 1 else []
