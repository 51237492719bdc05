"""What a reader put right is law: the tree is made anew around it.

A passage that is a heading takes the place of what was found there, takes what stood below that along
when it moves to another level, and ends the block it stands in. What stood below a passage that is no
heading goes to the heading before. No other heading comes or goes: a reader who takes one away would
not understand why another went with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.model import HEADINGS, Correction, Span
from core.outline.headings import opening
from core.outline.nodes import Node

Law = tuple[Span, int]
"""A passage, and the level of the heading it is; 0: it is none."""


def laws(corrections: Iterable[Correction], length: int) -> list[Law]:
    """The corrections that apply to a text of ``length`` code points, in document order."""
    found = ((each.span, min(each.level, len(HEADINGS))) for each in corrections if each.span)
    return sorted((span, level) for span, level in found if 0 <= span.start < span.stop <= length)


def corrected(view: str, nodes: Sequence[Node], laws: Sequence[Law]) -> list[Node]:
    """The nodes with every law kept; their levels are those of the tree they make."""
    ordered = sorted(nodes, key=lambda node: (node.start, node.level))
    for span, level in laws:
        if level:
            _shift(ordered, span, level)
    kept = [node for node in ordered if node.kind or not any(_overlaps(node, span) for span, _ in laws)]
    forced = [_heading(view, span, level) for span, level in laws if level]
    for node in forced:
        kept = [each for each in kept if cut(view, each, node)]
    return _levelled(sorted([*kept, *forced], key=lambda node: (node.start, node.level)))


def _overlaps(node: Node, span: Span) -> bool:
    return node.start < span.stop and span.start < node.stop


def _shift(ordered: Sequence[Node], span: Span, level: int) -> None:
    """What stands below the heading found in the passage moves with it to its new level."""
    places = (i for i, node in enumerate(ordered) if not node.kind and _overlaps(node, span))
    i = next(places, None)
    if i is None:
        return
    former = ordered[i].level
    for node in ordered[i + 1 :]:
        if node.level <= former:
            break
        node.level += level - former
    ordered[i].level = level


def _heading(view: str, span: Span, level: int) -> Node:
    mark = opening(view, span.start, span.stop)
    label = mark.stop - mark.start if mark else 0
    return Node(span.start, span.stop, level, label=label, style=mark.style.name if mark else "")


def cut(view: str, block: Node, heading: Node) -> bool:
    """Ends a block before a heading that stands in it; says whether anything is left of it."""
    if block is not heading and block.kind and block.start < heading.stop and heading.start < block.stop:
        block.stop = heading.start
        while block.stop > block.start and view[block.stop - 1] in " \n":
            block.stop -= 1
    return block.start < block.stop


def _levelled(ordered: list[Node]) -> list[Node]:
    """Each node one level below what it stands under."""
    above: list[int] = []
    for node in ordered:
        while above and above[-1] >= node.level:
            above.pop()
        if node.level == 0:
            above.clear()
            continue
        above.append(node.level)
        node.level = len(above)
    return ordered
