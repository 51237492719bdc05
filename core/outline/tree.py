"""From the lines of a body to its nodes: numbered headings, then unnumbered ones, then those inside paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.outline.headings import Mark, Style, inside, opening
from core.outline.hints import NONE, Emphasis
from core.outline.lines import Line
from core.outline.nodes import Node
from core.outline.numbering import Numbered, number
from core.outline.openers import LENIENT, STRICT, USUAL, Opener, find
from core.outline.runins import candidates, choose
from core.outline.sentences import Candidate

SENTENCE = 45
"""A heading that opens a paragraph has at most so many code points; of a longer sentence the first clause
is taken."""

DEEP = 9
"""Deeper than any heading."""

ROOM = 45
"""Code points that stand below a run-in at the least, before a tail may begin."""

_PROBLEMS = re.compile(
    r"(?:在)?(?:充分)?(?:肯定|看到|总结|取得)[^。，]{0,16}(?:成绩|成效|成就|发展|经验)[^。，]{0,8}同时|(?:同时，)?我们也(?:清醒|深知|认识)"
)
_TAIL = re.compile(r"(?<=[。！？])(?:同时，|对此，|这些都|以上)[^。！？]*[。！？]$")
_STOP = re.compile(r"[。！？]")
_CLAUSE = re.compile(r"[，；：。！？]")


def outline(view: str, lines: Sequence[Line], emphasis: Emphasis = NONE) -> list[Node]:
    """The nodes of one body."""
    numbered = number(view, lines)
    return _Builder(view, lines, numbered, unnumbered(view, lines, numbered, emphasis), emphasis).build()


def unnumbered(view: str, lines: Sequence[Line], numbered: Numbered, emphasis: Emphasis) -> dict[int, Opener]:
    """The unnumbered headings of paragraphs, by line."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for i in range(len(lines)):
        if numbered.marks[i] is None:
            members[numbered.owners[i]].append(i)
    found: dict[int, Opener] = {}
    series: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for owner, below in members.items():
        mark = numbered.marks[owner] if owner >= 0 else None
        if mark and not mark.style.titled:
            continue
        bound = USUAL if owner >= 0 else STRICT
        openers = find(view, lines, below, numbered.turns, bound, emphasis)
        found.update((opener.line, opener) for opener in openers)
        if mark:
            series[numbered.owners[owner], mark.style.series].append(owner if openers else -owner)
    for siblings in series.values():
        with_openers = sum(owner > 0 for owner in siblings)
        for owner in (-owner for owner in siblings if owner < 0 and 2 * with_openers >= len(siblings)):
            openers = find(view, lines, members[owner], numbered.turns, LENIENT, emphasis)
            found.update((opener.line, opener) for opener in openers)
    return found


@dataclass(slots=True)
class _Open:
    line: int
    level: int
    series: str
    rank: float


@dataclass(slots=True)
class _Trial:
    """A paragraph's best set of run-ins, before it is decided: ``group`` are those it is compared with."""

    group: tuple[int, int, str]
    level: int
    chosen: list[Candidate]
    score: float
    block: Node | None
    start: int
    stop: int


class _Builder:
    def __init__(
        self,
        view: str,
        lines: Sequence[Line],
        numbered: Numbered,
        openers: dict[int, Opener],
        emphasis: Emphasis,
    ) -> None:
        self.view, self.lines, self.numbered = view, lines, numbered
        self.openers, self.emphasis = openers, emphasis
        self.nodes: list[Node] = []
        self.trials: list[_Trial] = []
        self.stack: list[_Open] = []
        self.containers = self._containers()

    def build(self) -> list[Node]:
        first = next((i for i in range(len(self.lines)) if self._heads(i)), 0)
        preamble = self._preamble(first)
        if preamble:
            self.nodes.append(Node(self.lines[0].start, self.lines[preamble - 1].stop, 0, "preamble"))
        for i in range(preamble, len(self.lines)):
            mark, opener = self.numbered.marks[i], self.openers.get(i)
            if mark:
                self._mark(i, mark)
            elif opener:
                self._opener(i, opener)
            else:
                self._plain(i)
        self._decide()
        return [node for node in self.nodes if node.start < node.stop]

    def _heads(self, i: int) -> bool:
        return self.numbered.marks[i] is not None or i in self.openers

    def _preamble(self, first: int) -> int:
        """How many lines are preamble: those before the first heading, or up to a turn of the speech."""
        for i in range(1, first):
            if self.numbered.turns[i] and self.lines[i].stop - self.lines[i].start <= 45:
                return i
        return first

    def _containers(self) -> dict[int, float]:
        """The unnumbered headings that stand above a numbered list, and the rank this gives them."""
        ranks: dict[int, float] = {}
        order = [i for i in range(len(self.lines)) if self._heads(i)]
        for a, b in pairwise(order):
            mark = self.numbered.marks[b]
            if a in self.openers and mark and mark.number == 1 and mark.style.rank:
                ranks[a] = mark.style.rank - 0.5
        groups: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for i, opener in self.openers.items():
            groups[self.numbered.owners[i], opener.depth].append(i)
        found: dict[int, float] = {}
        for group in groups.values():
            with_list = [i for i in group if i in ranks]
            alone = all(self.openers[i].stop >= self.lines[i].stop - 1 for i in group)
            if with_list and (alone or len(with_list) > 1):
                rank = min(ranks[i] for i in with_list)
                found.update(dict.fromkeys(group, rank))
        return found

    def _mark(self, i: int, mark: Mark) -> None:
        style, line = mark.style, self.lines[i]
        self._close_list(self.numbered.owners[i], style)
        level = self._push(i, style.series, style.rank)
        stop = title_stop(self.view, mark, line.stop)
        self.nodes.append(Node(mark.start, stop, level, label=mark.stop - mark.start, style=style.name))
        if stop < line.stop - 1:
            self._inner(i, _after(self.view, stop), level, None)

    def _close_list(self, owner: int, style: Style) -> None:
        """Closes what stands below the heading on line ``owner`` up to the list that a mark of ``style`` goes
        on with, or up to the unnumbered heading that such a list stands below."""
        above = [entry.series for entry in self.stack if entry.line > owner]
        if style.series in above:
            while self.stack.pop().series != style.series:
                pass
            return
        self._close_to(owner, DEEP)
        while style.rank and self.stack and self.stack[-1].line in self.openers:
            if 0 < self.stack[-1].rank < style.rank:
                break
            self.stack.pop()

    def _opener(self, i: int, opener: Opener) -> None:
        owner, line = self.numbered.owners[i], self.lines[i]
        series = f"{owner}:{opener.depth}"
        self._close_to(owner, opener.depth - 1)
        level = self._push(i, series, self.containers.get(i, 0))
        self.nodes.append(Node(line.start, opener.stop, level, style=""))
        if opener.stop < line.stop - 1:
            self._inner(i, _after(self.view, opener.stop), level, None)

    def _push(self, i: int, series: str, rank: float) -> int:
        self.stack.append(_Open(i, len(self.stack) + 1, series, rank))
        return len(self.stack)

    def _close_to(self, owner: int, kept: int) -> None:
        """Closes what stands below the heading on line ``owner``, but its unnumbered children down to the
        depth ``kept``."""
        while self.stack and self.stack[-1].line != owner:
            line = self.stack[-1].line
            if line in self.openers and self.numbered.owners[line] == owner and self.openers[line].depth <= kept:
                break
            self.stack.pop()

    def _kept(self, owner: int) -> int:
        """How deep the unnumbered headings below ``owner`` go that a turn of the speech leaves open: lines
        of their own that are the parts of the speech."""
        if owner >= 0:
            return 0
        bare = [
            e for e in self.stack if e.line in self.openers and self.openers[e.line].stop == self.lines[e.line].stop
        ]
        return 1 if bare and bare[0] is self.stack[0] else 0

    def _plain(self, i: int) -> None:
        line, turn = self.lines[i], self.numbered.turns[i]
        owner = self.numbered.owners[i]
        self._close_to(owner, self._kept(owner) if turn else DEEP)
        top = self.stack[-1] if self.stack else None
        if top and not turn and self._has_text(top.line):
            self._inner(i, line.start, top.level, None)
            return
        level = len(self.stack) + 1
        fresh = bool(top and top.line == i - 1)
        problems = _PROBLEMS.match(self.view, line.start, line.stop) is not None
        kind = "transition" if turn and not problems else "paragraph"
        block = Node(line.start, line.stop, level, kind, role="problems" if problems else "lead" if fresh else "")
        self.nodes.append(block)
        self._inner(i, line.start, level, block)

    def _has_text(self, i: int) -> bool:
        """Whether the heading on line ``i`` is followed by text of its own on the line."""
        mark, opener, line = self.numbered.marks[i], self.openers.get(i), self.lines[i]
        stop = title_stop(self.view, mark, line.stop) if mark else opener.stop if opener else line.stop
        return stop < line.stop - 1

    def _inner(self, i: int, start: int, level: int, block: Node | None) -> None:
        """The headings inside a paragraph: enumerators, else run-ins."""
        line = self.lines[i]
        marks = _series(self.view, start, line.stop, block is not None)
        if marks:
            for mark in marks:
                stop = title_stop(self.view, mark, line.stop)
                label = mark.stop - mark.start
                self.nodes.append(Node(mark.start, stop, level + 1, label=label, style=mark.style.name))
            if block:
                block.stop = max(block.start, marks[0].start)
            return
        chosen, score = choose(self.view, candidates(self.view, start, line.stop, self.emphasis), start, line.stop)
        parent = self.stack[-2].line if len(self.stack) > 1 else -1
        series = self.stack[-1].series if self.stack and not block else ""
        group = (level, parent, series)
        self.trials.append(_Trial(group, level, chosen, score, block, start, line.stop))

    def _decide(self) -> None:
        """Takes the sets of run-ins that are good enough; among siblings that mostly have one, less is enough."""
        groups: defaultdict[tuple[int, int, str], list[_Trial]] = defaultdict(list)
        for trial in self.trials:
            groups[trial.group].append(trial)
        for group in groups.values():
            long = [t for t in group if t.stop - t.start > 150]
            share = sum(t.score >= 0.3 for t in long) / len(long) if long else 0.0
            usual = share >= 0.5 and len(long) > 1
            for trial in group:
                bound = 0.1 if usual else 0.75 if len(trial.chosen) > 2 else 1.1
                if trial.chosen and trial.score >= bound:
                    self._take(trial)

    def _take(self, trial: _Trial) -> None:
        level = trial.level + 1
        self.nodes += [Node(c.start, c.stop, level) for c in trial.chosen]
        tail = _TAIL.search(self.view, trial.chosen[-1].stop + ROOM, trial.stop)
        if tail:
            self.nodes.append(Node(tail.start(), trial.stop, level, "paragraph", role="tail"))
        if trial.block:
            trial.block.stop = trial.chosen[0].start
            if trial.block.kind == "transition" and self.view[trial.block.stop - 1] == "：":
                trial.block.kind, trial.block.role = "paragraph", "experience"


def title_stop(view: str, mark: Mark, end: int) -> int:
    """Where the heading ends: after its first sentence if that is short enough, else after its first clause."""
    if not mark.style.titled:
        return mark.stop
    full = _STOP.search(view, mark.stop, end)
    stop = full.start() if full else end
    colon = view.find("：", mark.stop, stop)
    if colon >= 0:
        stop = colon
    if stop - mark.start > SENTENCE:
        clause = _CLAUSE.search(view, mark.stop, stop)
        if clause and clause.start() - mark.start <= SENTENCE:
            stop = clause.start()
        elif full or stop - mark.start > 2 * SENTENCE:
            stop = mark.stop
    while stop > mark.stop and view[stop - 1] in "。；：， ":
        stop -= 1
    return stop


def _after(view: str, stop: int) -> int:
    return stop + 1 if stop < len(view) and view[stop] in "。；：！？" else stop


def _series(view: str, start: int, stop: int, opens: bool) -> list[Mark]:
    """The marks inside a paragraph that count 1, 2, … in one series; ``opens``: one may stand at its start."""
    marks = inside(view, start, stop)
    if opens:
        first = opening(view, start, stop)
        if first and first.style.inline:
            marks.insert(0, first)
    found: list[Mark] = []
    for mark in marks:
        expected = found[-1].number + 1 if found else 1
        if mark.number == expected and (not found or mark.style.series == found[-1].style.series):
            found.append(mark)
    return found if len(found) > 1 else []
