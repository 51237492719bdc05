"""The outline: raw text of a Chinese official speech or report → its section tree."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Section
from core.outline.facts import Facts, describe
from core.outline.frame import frame
from core.outline.hints import Hint
from core.outline.lines import lines
from core.outline.nodes import Node, assemble
from core.outline.tree import outline
from core.outline.view import view

__all__ = ["Facts", "Hint", "describe", "parse"]


def parse(text: str, hints: Sequence[Hint] = ()) -> tuple[Section, ...]:
    """The section tree of ``text``: blocks of level 0 and parts in document order, the rest below them.

    Never raises; text without any heading gives blocks only. ``hints`` are what a formatted source
    knows of its passages; they weigh in the score, they do not decide.
    """
    seen = view(text)
    framed = frame(seen, lines(seen))
    nodes = [Node(block.start, block.stop, 0, block.kind) for block in framed.blocks]
    for body in framed.bodies:
        nodes.extend(outline(seen, body))
    return assemble(text, seen, nodes, len(text))
