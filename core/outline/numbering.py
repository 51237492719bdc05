"""Which numbered marks are headings, and below which of them each paragraph stands.

A stack of the styles that stand open. A mark is taken if it goes on with what its series counted, or
begins a new list that has a second item; ranked styles close the lower ranked ones, the others nest
below whatever stands open. A paragraph after the last item of a list is the item's only if the items
before it had as many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.outline.headings import Mark
from core.outline.lines import Line
from core.outline.marks import following, marks
from core.outline.roles import LONG, titular
from core.outline.sentences import leading, likeness
from core.outline.turns import closes_the_last_part, turns

ALIKE = 0.8
"""How like the first sentences of two paragraphs are that surely stand below the same heading."""
_SOURCE = re.compile(r"[—\- ]*(?:\d{4}年|习近平|摘自|选自|引自|节选)")


class Open:
    """A heading that stands open: its line, how many paragraphs it (``extras``) and the richest of
    its siblings (``most``) have below their lines, the number just skipped (``gap``), and the series of the
    list inside it or inside the sibling before it (``inner``)."""

    def __init__(self, line: int, mark: Mark, most: int, gap: int, inner: str) -> None:
        self.line, self.series, self.rank, self.number = line, mark.style.series, mark.style.rank, mark.number
        self.extras, self.most, self.gap, self.inner = 0, most, gap, inner


class Numbered(NamedTuple):
    """Per line: the mark taken, the line of the heading it stands below (-1: none), whether it is a turn."""

    marks: list[Mark | None]
    owners: list[int]
    turns: list[bool]


def number(view: str, lines: Sequence[Line]) -> Numbered:
    return _Pass(view, lines).run()


class _Pass:
    def __init__(self, view: str, lines: Sequence[Line]) -> None:
        self.view, self.lines = view, lines
        self.found = marks(view, lines)
        self.following = following(self.found)
        self.stack: list[Open] = []
        self.last: dict[str, int] = {}
        self.most: dict[str, int] = {}
        self.turns = turns(view, lines, self.found)
        self.result = Numbered([None] * len(lines), [], [])

    def run(self) -> Numbered:
        for i, mark in enumerate(self.found):
            taken = mark is not None and self._taken(i, mark)
            turn = not taken and self.turns[i]
            if mark and taken:
                self._place(i, mark)
                owner = self.stack[-2].line if len(self.stack) > 1 else -1
            else:
                owner = self._owner(i, turn)
            self.result.owners.append(owner)
            self.result.turns.append(turn)
        return self.result

    def _taken(self, i: int, mark: Mark) -> bool:
        """Whether the mark fits what was counted so far."""
        view, line = self.view, self.lines[i]
        if mark.style.numbers == "none":
            return mark.style.sure or self._dash(i, mark)
        if not mark.style.rank and view[line.stop - 1] == "；":
            return False
        entry = next((e for e in reversed(self.stack) if e.series == mark.style.series), None)
        last = entry.number if entry else self.last.get(mark.style.series, 0)
        if mark.number == 1:
            return mark.style.sure or self._goes_on(i, mark) or (entry is None and self._alone(i, mark))
        if entry:
            return mark.number - last in (0, 1, 2) or mark.number == entry.gap
        return mark.number - last in (1, 2) if last else bool(mark.style.rank) and self._goes_on(i, mark)

    def _alone(self, i: int, mark: Mark) -> bool:
        """Whether the first item of a list without a second is a heading all the same: of the two upper marks,
        and a line of its own with a text below it (an excerpt, a part with one section)."""
        if mark.style.name not in ("cn_dun", "cn_paren"):
            return False
        line, below = self.lines[i], self.lines[i + 1 : i + 3]  # a heading may stand between it and its text
        short = line.stop - line.start <= 40 and self.view[line.stop - 1] not in "。；：，！？"
        return short and any(each.stop - each.start > 40 for each in below)

    def _goes_on(self, i: int, mark: Mark) -> bool:
        """Whether the next mark of the series counts on, before a higher rank closes the list."""
        j = self.following[i]
        if j < 0:
            return False
        later = self.found[j]
        if later is None or later.number - mark.number not in (1, 2):
            return False
        return not (
            mark.style.rank
            and any(
                m and m.style.rank and m.style.rank < mark.style.rank and m.style.rank <= self._floor()
                for m in self.found[i + 1 : min(j, i + 200)]
            )
        )

    def _floor(self) -> float:
        """The highest rank number that stands open."""
        return max((e.rank for e in self.stack if e.rank), default=0)

    def _dash(self, i: int, mark: Mark) -> bool:
        """A dash opens an item if another stands near."""
        line = self.lines[i]
        if line.stop - mark.stop < 4 or _SOURCE.match(self.view, mark.stop, line.stop):
            return False
        if any(e.series == mark.style.series for e in self.stack):
            return True
        j = self.following[i]
        return 0 <= j - i <= 10

    def _place(self, i: int, mark: Mark) -> None:
        style = mark.style
        most, gap, inner = 0, 0, ""
        entry = next((e for e in reversed(self.stack) if e.series == style.series), None)
        if entry:
            while self.stack[-1] is not entry:
                self.stack.pop()
            self.stack.pop()
            most = max(entry.most, entry.extras)
            gap = mark.number - 1 if mark.number == entry.number + 2 else 0
            inner = entry.inner
        elif style.rank:
            while self.stack and not self._holds(self.stack[-1], i, mark):
                self.stack.pop()
            if self.stack:
                self.stack[-1].inner = style.series
        if not entry and mark.number > 1:
            most = self.most.get(style.series, 0)
        self.most[style.series] = most
        self.stack.append(Open(i, mark, most, gap, inner))
        self.last[style.series] = mark.number
        self.result.marks[i] = mark

    def _holds(self, top: Open, i: int, mark: Mark) -> bool:
        """Whether a ranked list begins inside the heading ``top``: that has a higher rank, or has none but
        its own list goes on after this mark, or the item before it held such a list too. What stands before
        and after all parts (前言, 结束语) stands in none."""
        if mark.style.numbers == "none":
            return False
        if top.rank:
            return top.rank < mark.style.rank
        if top.inner == mark.style.series:
            return True
        j = self.following[top.line]
        later = self.found[j] if j > i else None
        return later is not None and mark.number == 1 and 0 < later.number - top.number <= 2

    def _owner(self, i: int, turn: bool) -> int:
        """The line of the heading that the plain paragraph stands below."""
        if turn:
            self._turn(i)
        else:
            self._restart(i)
        if self._stands_out(i):
            self.stack.pop()
        while len(self.stack) > 1 or (self.stack and not self.stack[-1].rank):
            top = self.stack[-1]
            if top.extras < top.most or self._open_ended(top) or self._like_the_last(i, top):
                break
            self.stack.pop()
        if self.stack:
            self.stack[-1].extras += 1
            return self.stack[-1].line
        return -1

    def _stands_out(self, i: int) -> bool:
        """Whether the line stands by itself above a text, and above the list of dashes before it, whose last
        item has its text."""
        top = self.stack[-1] if self.stack else None
        if top is None or top.rank or not top.extras or i + 1 >= len(self.lines):
            return False
        mark, below = self.found[top.line], self.lines[i + 1]
        dashes = mark is not None and mark.style.numbers == "none"
        return dashes and below.stop - below.start > LONG and titular(self.view, self.lines[i])

    def _like_the_last(self, i: int, top: Open) -> bool:
        """Whether the paragraph opens with a sentence like that of the paragraph before, the heading's own."""
        if top.extras < 2:
            return False
        view, before, line = self.view, self.lines[i - 1], self.lines[i]
        a, b = leading(view, before.start, before.stop), leading(view, line.start, line.stop)
        return a is not None and b is not None and likeness(view, a, b) >= ALIKE

    def _open_ended(self, top: Open) -> bool:
        """Whether the list goes on, or the heading is a line of its own that has no text yet."""
        mark, line = self.found[top.line], self.lines[top.line]
        if mark is None:
            return False
        if top.extras == 0 and self.view.find("。", line.start, line.stop - 1) < 0:
            return True
        if top.number == 1 and top.most == 0:
            return True
        j = self.following[top.line]
        later = self.found[j] if j >= 0 else None
        if later is None:
            return False
        if mark.style.numbers == "none":
            return j - top.line <= 10 and not any(self.turns[top.line + 1 : j])
        return later.number - mark.number in (1, 2)

    def _turn(self, i: int) -> None:
        """A turn of the speech closes all but the part; a last word closes the part too, if it is the last."""
        for entry in self.stack:
            self.most[entry.series] = max(entry.most, entry.extras)
        keep = 1 if self.stack and self.stack[0].rank else 0
        if keep and closes_the_last_part(self.view, self.lines[i]) and self.following[self.stack[0].line] < i:
            keep = 0
        del self.stack[keep:]

    def _restart(self, i: int) -> None:
        """A short line right before a list that begins anew stands above that list."""
        line = self.lines[i]
        if line.stop - line.start > 40 or self.view[line.stop - 1] in "。；！？":
            return
        for j in range(i + 1, min(i + 4, len(self.found))):
            mark = self.found[j]
            if mark and mark.number == 1:
                for k, entry in enumerate(self.stack):
                    if entry.series == mark.style.series:
                        del self.stack[k:]
                        return
