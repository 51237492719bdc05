"""The outline: raw text of a Chinese official speech or report → its section tree."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from core.model import Correction, Hint, Section
from core.outline.frame import frame
from core.outline.lines import lines, pieces
from core.outline.nodes import Node, assemble, shift
from core.outline.sentences import Emphasis, plain
from core.outline.tree import outline
from core.outline.view import view

if TYPE_CHECKING:
    from core.outline.facts import Facts, describe
    from core.outline.faults import Fault, check
    from core.outline.own import OwnStyle, own_styles

__all__ = ["Facts", "Fault", "Hint", "OwnStyle", "check", "describe", "own_styles", "parse"]

_LATER = {
    "Facts": "facts",
    "describe": "facts",
    "Fault": "faults",
    "check": "faults",
    "OwnStyle": "own",
    "own_styles": "own",
}


def __getattr__(name: str) -> object:
    """Facts, faults and hints are loaded when they are asked for: the tree of a plain text needs none of them."""
    if name in _LATER:
        return getattr(import_module(f"core.outline.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def parse(
    text: str,
    hints: Sequence[Hint] = (),
    corrections: Collection[Correction] = (),
    own: Sequence[OwnStyle] = (),
) -> tuple[Section, ...]:
    """The section tree of ``text``: blocks of level 0 and parts in document order, the rest below them.

    Never raises; text without any heading gives blocks only. ``hints`` are what a formatted source
    knows of its passages; they weigh in the score, they do not decide. ``own`` are the reader's own
    styles of heading, ``corrections`` what a reader put right in this text: they do.
    """
    seen = view(text)
    nodes = _found(seen, hints)
    if own:
        nodes = _with_own(seen, nodes, own)
    if corrections:
        from core.outline.corrections import corrected, laws

        nodes = corrected(seen, nodes, laws(corrections, len(text)))
    return assemble(text, seen, nodes, len(text))


def _with_own(seen: str, nodes: list[Node], own: Sequence[OwnStyle]) -> list[Node]:
    from core.outline.corrections import cut
    from core.outline.own import find, placed

    found = find(seen, own)
    for _, heading in found:
        nodes = [node for node in nodes if cut(seen, node, heading)]
    return placed(nodes, found) if found else nodes


def _found(seen: str, hints: Sequence[Hint]) -> list[Node]:
    """What the grammar finds in a view, by offsets into it."""
    kept = pieces(seen)
    if not kept:
        return _nodes(seen, _emphasis(hints))
    nodes = _nodes("".join(seen[a:b] for a, b in kept))
    shift(nodes, kept)
    return nodes


def _emphasis(hints: Sequence[Hint]) -> Emphasis:
    if not hints:
        return plain
    from core.outline.hints import emphasis

    return emphasis(hints)


def _nodes(seen: str, emphasized: Emphasis = plain) -> list[Node]:
    """The nodes of a view whose lines are its paragraphs."""
    framed = frame(seen, lines(seen))
    nodes = [Node(block.start, block.stop, 0, block.kind) for block in framed.blocks]
    for body in framed.bodies:
        nodes.extend(outline(seen, body, emphasized))
    return nodes
