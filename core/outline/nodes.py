"""A node of the outline while it is being made, and the tree made of the finished ones."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from core.model import HEADINGS, Section, Span


class Node:
    """``start`` to ``stop`` is the heading (``label`` code points of it the label) or the block; ``kind`` empty
    means heading."""

    __slots__ = ("kind", "label", "level", "role", "start", "stop", "style")

    def __init__(
        self, start: int, stop: int, level: int, kind: str = "", label: int = 0, style: str = "", role: str = ""
    ) -> None:
        self.start, self.stop, self.level, self.kind = start, stop, level, kind
        self.label, self.style, self.role = label, style, role


def shift(nodes: list[Node], pieces: list[tuple[int, int]]) -> None:
    """Moves nodes from offsets into the joined pieces to offsets into the text they were cut from."""
    starts = list(accumulate((b - a for a, b in pieces), initial=0))

    def place(offset: int) -> int:
        i = min(bisect_right(starts, offset) - 1, len(pieces) - 1)
        return pieces[i][0] + offset - starts[i]

    for node in nodes:
        label = place(node.start + node.label - 1) + 1 if node.label else 0
        start, stop = place(node.start), place(node.stop - 1) + 1 if node.stop > node.start else 0
        node.start, node.stop = start, max(start, stop)
        node.label = label - start if label else 0


def assemble(text: str, view: str, nodes: list[Node], end: int) -> tuple[Section, ...]:
    """The tree of ``nodes``: children within parents, each scope up to the next node of its level or above."""
    nodes.sort(key=lambda node: (node.start, node.level))
    ends = _ends(view, nodes, end)
    done: dict[int, list[Section]] = {}
    stack: list[int] = []
    parents: list[int] = []
    for i, node in enumerate(nodes):
        while stack and nodes[stack[-1]].level >= node.level:
            stack.pop()
        parents.append(stack[-1] if stack else -1)
        if node.level > 0:
            stack.append(i)
        else:
            stack.clear()
    for i in range(len(nodes) - 1, -1, -1):
        below = done.pop(i, [])
        below.reverse()
        done.setdefault(parents[i], []).append(_section(text, nodes[i], ends[i], tuple(below)))
    return tuple(reversed(done.get(-1, [])))


def _ends(view: str, nodes: list[Node], end: int) -> list[int]:
    """Where the scope of each node ends, blanks left out."""
    ends = [0] * len(nodes)
    following: list[tuple[int, int]] = []
    for i in range(len(nodes) - 1, -1, -1):
        node = nodes[i]
        while following and following[-1][1] > node.level:
            following.pop()
        stop = following[-1][0] if following else end
        while stop > node.stop and view[stop - 1] in " \n":
            stop -= 1
        ends[i] = node.stop if node.level == 0 else stop
        following.append((node.start, node.level))
    return ends


def _section(text: str, node: Node, end: int, children: tuple[Section, ...]) -> Section:
    return Section(
        kind=node.kind or HEADINGS[min(node.level, len(HEADINGS)) - 1],
        level=node.level,
        label=text[node.start : node.start + node.label],
        title=text[node.start + node.label : node.stop],
        heading=Span(node.start, node.stop),
        body=Span(node.stop, end),
        children=children,
        style=node.style,
        role=node.role,
    )
