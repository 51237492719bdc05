"""From the lines of a body to its nodes: numbered headings first, then unnumbered ones, then what stands
inside the paragraphs. Levels follow containment, not the mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.outline.headings import Mark, Style
from core.outline.inline import Inline
from core.outline.lines import Line
from core.outline.nodes import Node
from core.outline.numbering import Numbered, number
from core.outline.openers import LENIENT, LINE, STRICT, USUAL, Opener, find
from core.outline.sentences import Emphasis, plain
from core.outline.titles import after, title_stop
from core.outline.turns import tells_problems

DEEP = 9
"""Deeper than any heading."""
ADDRESS = 45
"""A turn of at most so many code points is an address alone on its line, which ends the preamble."""


def outline(view: str, lines: Sequence[Line], emphasis: Emphasis = plain) -> list[Node]:
    """The nodes of one body."""
    numbered = number(view, lines)
    openers = unnumbered(view, lines, numbered, emphasis)
    return _Builder(view, lines, numbered, openers, Inline(view, emphasis)).build()


def unnumbered(view: str, lines: Sequence[Line], numbered: Numbered, emphasis: Emphasis) -> dict[int, Opener]:
    """The unnumbered headings of paragraphs, by line: below each heading, then again and more leniently
    below those whose siblings mostly have such headings."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for i, owner in enumerate(numbered.owners):
        if numbered.marks[i] is None:
            members[owner].append(i)
    found: dict[int, Opener] = {}
    siblings: defaultdict[tuple[int, str], dict[int, bool]] = defaultdict(dict)
    for owner, below in members.items():
        mark = numbered.marks[owner] if owner >= 0 else None
        if mark and not mark.style.titled:
            continue
        openers = find(view, lines, below, numbered.turns, STRICT if mark is None else USUAL, emphasis)
        found.update((opener.line, opener) for opener in openers)
        if mark:
            siblings[numbered.owners[owner], mark.style.series][owner] = bool(openers)
    for have in siblings.values():
        if 2 * sum(have.values()) >= len(have):
            for owner in (owner for owner, has in have.items() if not has):
                openers = find(view, lines, members[owner], numbered.turns, LENIENT, emphasis)
                found.update((opener.line, opener) for opener in openers)
    return found


class _Open(NamedTuple):
    """A heading that stands open; ``rank`` is above 0 where it closes lists of a lower rank."""

    line: int
    level: int
    series: str
    rank: float


class _Builder:
    """Walks through the lines with a stack of the headings that stand open."""

    def __init__(
        self,
        view: str,
        lines: Sequence[Line],
        numbered: Numbered,
        openers: dict[int, Opener],
        inline: Inline,
    ) -> None:
        self.view, self.lines, self.numbered = view, lines, numbered
        self.openers, self.inline = openers, inline
        self.stops = {i: self._stop(i) for i in range(len(lines)) if self._heads(i)}
        self.containers = self._containers()
        self.nodes: list[Node] = []
        self.stack: list[_Open] = []

    def build(self) -> list[Node]:
        first = min(self.stops, default=0)
        preamble = self._preamble(first)
        if preamble:
            self.nodes.append(Node(self.lines[0].start, self.lines[preamble - 1].stop, 0, "preamble"))
        for i in range(preamble, len(self.lines)):
            mark = self.numbered.marks[i]
            if mark:
                self._mark(i, mark)
            elif i in self.openers:
                self._opener(i, self.openers[i])
            elif not self.nodes or self.lines[i].start >= self.nodes[-1].stop:
                self._plain(i)
        return [node for node in (*self.nodes, *self.inline.decide()) if node.start < node.stop]

    def _heads(self, i: int) -> bool:
        return self.numbered.marks[i] is not None or i in self.openers

    def _stop(self, i: int) -> int:
        """Where the heading on line ``i`` ends; it may be spread over two lines."""
        mark = self.numbered.marks[i]
        if mark is None:
            return self.openers[i].stop
        stop = title_stop(self.view, mark, self.lines[i].stop)
        return self.lines[i + 1].stop if self._spread(i, mark, stop) else stop

    def _spread(self, i: int, mark: Mark, stop: int) -> bool:
        """Whether a title goes on in the next line: neither has a stop, and a text follows."""
        if i + 2 >= len(self.lines) or self._heads(i + 1) or stop < self.lines[i].stop or mark.stop == stop:
            return False
        line, below = self.lines[i + 1], self.lines[i + 2]
        text = self.view[line.start : line.stop]
        short = len(text) <= LINE // 2 and not line.gap and not self.numbered.turns[i + 1]
        return short and below.stop - below.start > 2 * LINE and not any(stop in text for stop in "。！？：；，（")

    def _preamble(self, first: int) -> int:
        """How many lines are preamble: those before the first heading, or up to an address among them."""
        for i in range(1, first):
            if self.numbered.turns[i] and self.lines[i].stop - self.lines[i].start <= ADDRESS:
                return i
        return first

    def _containers(self) -> dict[int, float]:
        """The unnumbered headings that stand above ranked lists, and the rank this gives them: lines of their
        own if one such list follows, sentences that open paragraphs if several do."""
        ranks: dict[int, float] = {}
        for a, b in pairwise(self.stops):
            mark = self.numbered.marks[b]
            if a in self.openers and mark and mark.number == 1 and mark.style.rank:
                ranks[a] = mark.style.rank - 0.5
        tiers: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for i, opener in self.openers.items():
            tiers[self.numbered.owners[i], opener.depth].append(i)
        found: dict[int, float] = {}
        for tier in tiers.values():
            with_list = [ranks[i] for i in tier if i in ranks]
            alone = not any(self._has_text(i) for i in tier)
            if with_list and (alone or len(with_list) > 1):
                found.update(dict.fromkeys(tier, min(with_list)))
        return found

    def _has_text(self, i: int) -> bool:
        """Whether the heading on line ``i`` is followed by text of its own on the line."""
        return self.stops[i] < self.lines[i].stop - 1

    def _mark(self, i: int, mark: Mark) -> None:
        self._close_list(self.numbered.owners[i], mark.style)
        label = mark.stop - mark.start
        self._heading(i, mark.style.series, mark.style.rank, Node(mark.start, self.stops[i], 0, label=label))
        self.nodes[-1].style = mark.style.name

    def _opener(self, i: int, opener: Opener) -> None:
        owner = self.numbered.owners[i]
        self._close_to(owner, opener.depth - 1)
        node = Node(self.lines[i].start, self.stops[i], 0)
        self._heading(i, f"{owner}:{opener.depth}", self.containers.get(i, 0), node)

    def _heading(self, i: int, series: str, rank: float, node: Node) -> None:
        """Opens the heading below what stands open and looks through the text on its line."""
        node.level = len(self.stack) + 1
        self.stack.append(_Open(i, node.level, series, rank))
        self.nodes.append(node)
        if self._has_text(i):
            self._inside(i, after(self.view, node.stop), node.level, None)

    def _plain(self, i: int) -> None:
        """A paragraph without a heading: it goes on with the text of the heading above, or is a block."""
        line, turn, owner = self.lines[i], self.numbered.turns[i], self.numbered.owners[i]
        self._close_to(owner, self._kept(owner) if turn else DEEP)
        top = self.stack[-1] if self.stack else None
        if top and not turn and self._has_text(top.line):
            self._inside(i, line.start, top.level, None)
            return
        problems = tells_problems(self.view, line)
        role = "problems" if problems else "lead" if top and top.line == i - 1 else ""
        kind = "transition" if turn and not problems else "paragraph"
        block = Node(line.start, line.stop, len(self.stack) + 1, kind, role=role)
        self.nodes.append(block)
        self._inside(i, line.start, block.level, block)

    def _inside(self, i: int, start: int, level: int, block: Node | None) -> None:
        parent = self.stack[-2].line if len(self.stack) > 1 else -1
        series = self.stack[-1].series if self.stack and not block else ""
        self.inline.paragraph(start, self.lines[i].stop, (level, parent, series), block)

    def _close_list(self, owner: int, style: Style) -> None:
        """Closes what stands below the heading on line ``owner`` up to the list that a mark of ``style`` goes
        on with, or up to the unnumbered heading that such a list stands below."""
        if any(entry.line > owner and entry.series == style.series for entry in self.stack):
            while self.stack.pop().series != style.series:
                pass
            return
        self._close_to(owner, DEEP)
        while style.rank and self.stack and self.stack[-1].line in self.openers:
            if 0 < self.stack[-1].rank < style.rank:
                break
            self.stack.pop()

    def _close_to(self, owner: int, kept: int) -> None:
        """Closes what stands below the heading on line ``owner``, but its unnumbered children down to the
        depth ``kept``."""
        while self.stack and self.stack[-1].line != owner:
            line = self.stack[-1].line
            if line in self.openers and self.numbered.owners[line] == owner and self.openers[line].depth <= kept:
                break
            self.stack.pop()

    def _kept(self, owner: int) -> int:
        """How deep the unnumbered headings go that a turn of the speech leaves open: lines of their own that
        are the parts of the speech."""
        if owner >= 0 or not self.stack or self.stack[0].line not in self.openers:
            return 0
        first = self.stack[0].line
        return 1 if self.stops[first] == self.lines[first].stop else 0
