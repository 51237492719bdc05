"""From the lines of a body to its nodes: a stack of numbered styles, then openers and run-ins below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.outline.headings import Mark, inside, opening
from core.outline.lines import Line
from core.outline.nodes import Node
from core.outline.runins import Candidate, candidates, choose

SENTENCE = 45
"""A heading that is a sentence of its own has at most so many code points; of a longer one the first clause is taken."""

_STOP = re.compile(r"[。！？]")
_CLAUSE = re.compile(r"[，；：。！？]")
_TURN = re.compile(
    r"(?:同志们|各位代表|各位委员|代表们|朋友们)[，！：]"
    r"|(?:在)?(?:充分)?(?:肯定|看到|总结|取得)[^。]{0,16}(?:成绩|成效|发展)[^。]{0,6}的?同时|回顾|站在|会后，|最后，|总结[^。]{0,10}的同时"
)


class Open:
    """A heading that stands open: its level, its style, and the last number seen."""

    __slots__ = ("level", "number", "rank", "style")

    def __init__(self, level: int, style: str, number: int, rank: int) -> None:
        self.level, self.style, self.number, self.rank = level, style, number, rank


def outline(view: str, lines: list[Line]) -> list[Node]:
    """The nodes of one body."""
    nodes: list[Node] = []
    trials: list[Trial] = []
    marks = [opening(view, line.start, line.stop) for line in lines]
    stack: list[Open] = []
    part_seen = False
    first = next((i for i, mark in enumerate(marks) if mark and _begins(marks, i, {})), len(lines))
    last_numbers: dict[str, int] = {}
    if first and first <= len(lines):
        if first == len(lines):
            first = 0
        else:
            nodes.append(Node(lines[0].start, lines[first - 1].stop, 0, "preamble"))
    fresh = False
    for i in range(first, len(lines)):
        line, mark = lines[i], marks[i]
        if mark and _accept(marks, i, mark, stack, last_numbers):
            entry = _place(mark, stack)
            last_numbers[mark.style.name] = mark.number
            node = heading(view, mark, line, entry.level)
            nodes.append(node)
            fresh = node.stop >= line.stop - 1
            if not fresh:
                _inner(view, line, _after(view, node.stop), entry.level, nodes, None, trials)
            continue
        turn = _TURN.match(view, line.start, line.stop)
        if turn and stack:
            while len(stack) > 1:
                stack.pop()
        if fresh or turn or not stack or len(stack) == 1:
            level = len(stack) + 1
            block = Node(
                line.start,
                line.stop,
                level,
                "transition" if turn else "paragraph",
                role="lead" if fresh else "",
            )
            nodes.append(block)
            _inner(view, line, line.start, level, nodes, block, trials)
        else:
            _inner(view, line, line.start, stack[-1].level, nodes, None, trials)
    _decide(nodes, trials)
    return nodes


@dataclass(slots=True)
class Trial:
    """A paragraph's best set of run-ins, before it is decided."""

    level: int
    chosen: list[Candidate]
    score: float
    block: Node | None
    length: int


def _decide(nodes: list[Node], trials: list[Trial]) -> None:
    """Takes the sets that are good enough; among siblings that mostly have one, less is enough."""
    for level in {trial.level for trial in trials}:
        group = [t for t in trials if t.level == level and t.length > 150]
        share = sum(t.score >= 0.5 for t in group) / len(group) if group else 0.0
        bound = 0.3 if share >= 0.5 else 0.9 - share
        for trial in trials:
            if trial.level == level and trial.chosen and trial.score >= bound:
                for c in trial.chosen:
                    nodes.append(Node(c.start, c.stop, level + 1, style="none"))
                if trial.block:
                    trial.block.stop = trial.chosen[0].start


def _begins(marks: list[Mark | None], i: int, _seen: dict[str, int]) -> bool:
    mark = marks[i]
    return bool(mark and (mark.style.numbers == "none" or mark.number == 1 and _continued(marks, i, mark)))


def _continued(marks: list[Mark | None], i: int, mark: Mark) -> bool:
    for later in marks[i + 1 :]:
        if later and later.style is mark.style:
            return later.number in (mark.number + 1, mark.number + 2)
        if later and later.style.rank and mark.style.rank and later.style.rank < mark.style.rank:
            return False
    return False


def _accept(marks: list[Mark | None], i: int, mark: Mark, stack: list[Open], last: dict[str, int]) -> bool:
    for entry in reversed(stack):
        if entry.style == mark.style.name:
            return mark.style.numbers == "none" or mark.number - entry.number in (0, 1, 2) or mark.number == 1
    if mark.style.numbers == "none":
        return any(m and m.style is mark.style for m in marks[i + 1 : i + 4])
    if mark.number == 1:
        return _continued(marks, i, mark)
    return mark.number - last.get(mark.style.name, -9) in (1, 2)


def _place(mark: Mark, stack: list[Open]) -> Open:
    """Pops the stack to where the mark belongs and pushes it."""
    style = mark.style
    if any(entry.style == style.name for entry in stack):
        while stack[-1].style != style.name:
            stack.pop()
        stack.pop()
    elif style.rank:
        while stack and (not stack[-1].rank or stack[-1].rank >= style.rank):
            stack.pop()
    entry = Open(len(stack) + 1, style.name, mark.number, style.rank)
    stack.append(entry)
    return entry


def heading(view: str, mark: Mark, line: Line, level: int) -> Node:
    stop = title_stop(view, mark, line.stop)
    return Node(mark.start, stop, level, label=mark.stop - mark.start, style=mark.style.name)


def title_stop(view: str, mark: Mark, end: int) -> int:
    """Where the heading ends: after the first sentence if it is short enough, else after its first clause."""
    if not mark.style.titled:
        return mark.stop
    full = _STOP.search(view, mark.stop, end)
    stop = full.start() if full else end
    colon = view.find("：", mark.stop, stop)
    if 0 <= colon < stop:
        stop = colon
    if stop - mark.start > SENTENCE:
        clause = _CLAUSE.search(view, mark.stop, stop)
        if clause and clause.start() - mark.start <= SENTENCE:
            stop = clause.start()
        elif full:
            stop = mark.stop
    while stop > mark.stop and view[stop - 1] in "。；：， ":
        stop -= 1
    return stop


def _after(view: str, stop: int) -> int:
    return stop + 1 if stop < len(view) and view[stop] in "。；：！？" else stop


def _inner(
    view: str, line: Line, start: int, level: int, nodes: list[Node], block: Node | None, trials: list[Trial]
) -> None:
    """The headings inside a paragraph: enumerators, else run-ins."""
    marks = _series(inside(view, start, line.stop))
    if marks:
        for mark in marks:
            stop = title_stop(view, mark, line.stop)
            nodes.append(
                Node(mark.start, stop, level + 1, label=mark.stop - mark.start, style=mark.style.name)
            )
        starts = [m.start for m in marks]
    else:
        chosen, score = choose(view, candidates(view, start, line.stop), start, line.stop)
        trials.append(Trial(level, chosen, score, block, line.stop - start))
        return
    if block:
        block.stop = starts[0]


def _series(marks: list[Mark]) -> list[Mark]:
    """The marks that count 1, 2, … in one style."""
    found: list[Mark] = []
    for mark in marks:
        if (
            found
            and mark.style is found[-1].style
            and mark.number == found[-1].number + 1
            or not found
            and mark.number == 1
        ):
            found.append(mark)
    return found if len(found) > 1 else []
