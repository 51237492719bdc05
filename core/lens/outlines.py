"""The outlines of two to four speeches side by side: headings that are alike stand in one row.

Level by level: the headings below one row are aligned as sequences are (Needleman and Wunsch 1970), so that order is
kept and the sum of likenesses is greatest; then those below each of them. A third speech is aligned with the rows
of the first two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from core.lens.plain import Plain
from core.model import Document, Section

LIKE = 0.2
"""Headings that have less in common do not stand in one row."""
BELOW = 0.8
"""How much it counts that the headings below are alike, against the headings themselves."""


class Row(NamedTuple):
    """The headings of one row, one for each speech or None; ``depth`` from 0, ``likeness`` of the most alike two."""

    sections: tuple[Section | None, ...]
    depth: int
    likeness: float


def aligned(documents: Sequence[Document]) -> tuple[Row, ...]:
    """The outlines of some speeches, row by row in reading order."""
    return tuple(_rows([_headings(document.sections) for document in documents], 0))


class _Node:
    """A heading with those below it, and the pairs of characters in it and in all of them."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.children = _headings(section.children)

    @cached_property
    def pairs(self) -> Counter[str]:
        chars = Plain(self.section.title).chars
        return Counter(chars[i : i + 2] for i in range(len(chars) - 1)) or Counter([chars])

    @cached_property
    def below(self) -> Counter[str]:
        total = Counter[str]()
        for child in self.children:
            total += child.pairs + child.below
        return total


def _headings(sections: Iterable[Section]) -> list[_Node]:
    """The headings of one level; those below a block stand where the block does."""
    found: list[_Node] = []
    for section in sections:
        found += [_Node(section)] if section.is_heading else _headings(section.children)
    return found


def likeness(one: _Node, other: _Node) -> float:
    """How alike two headings are, 0 to 1: the share of their pairs of characters (Dice), or that of what is below."""
    return max(_dice(one.pairs, other.pairs), BELOW * _dice(one.below, other.below))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


_Nodes = tuple[_Node | None, ...]


def _rows(columns: Sequence[list[_Node]], depth: int) -> Iterator[Row]:
    rows: list[_Nodes] = [(node,) for node in columns[0]]
    for count, column in enumerate(columns[1:], 1):
        rows = _with(rows, column, count)
    for row in rows:
        yield Row(tuple(node and node.section for node in row), depth, _most(row))
        yield from _rows([node.children if node else [] for node in row], depth + 1)


def _most(row: _Nodes) -> float:
    nodes = [node for node in row if node]
    return max((likeness(a, b) for i, a in enumerate(nodes) for b in nodes[i + 1 :]), default=0.0)


def _with(rows: list[_Nodes], column: list[_Node], count: int) -> list[_Nodes]:
    """The rows of ``count`` speeches with one more column."""
    scores = [[max(likeness(node, new) for node in row if node) for new in column] for row in rows]
    best = _best(scores, len(rows), len(column))
    made: list[_Nodes] = []
    i = j = 0
    while i < len(rows) or j < len(column):
        if i < len(rows) and j < len(column) and _meet(scores, best, i, j):
            made.append((*rows[i], column[j]))
            i, j = i + 1, j + 1
        elif j >= len(column) or (i < len(rows) and best[i + 1][j] >= best[i][j + 1]):
            made.append((*rows[i], None))
            i += 1
        else:
            made.append((*(None,) * count, column[j]))
            j += 1
    return made


def _best(scores: list[list[float]], height: int, width: int) -> list[list[float]]:
    """The greatest sum of likenesses that can still be had from a place on."""
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            met = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= LIKE else 0.0
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    return best


def _meet(scores: list[list[float]], best: list[list[float]], i: int, j: int) -> bool:
    score = scores[i][j]
    return score >= LIKE and best[i][j] == score + best[i + 1][j + 1]
