"""The outline: raw text of a Chinese official speech or report → its section tree."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from core.model import Correction, Section
from core.outline.frame import frame
from core.outline.lines import lines, pieces
from core.outline.nodes import Node, assemble, shift
from core.outline.sentences import Emphasis, plain
from core.outline.tree import outline
from core.outline.view import view

if TYPE_CHECKING:
    from core.outline.facts import Facts, describe
    from core.outline.faults import Fault, check
    from core.outline.hints import Hint

__all__ = ["Facts", "Fault", "Hint", "check", "describe", "parse"]

_LATER = {"Facts": "facts", "describe": "facts", "Fault": "faults", "check": "faults", "Hint": "hints"}


def __getattr__(name: str) -> object:
    """Facts, faults and hints are loaded when they are asked for: the tree of a plain text needs none of them."""
    if name in _LATER:
        return getattr(import_module(f"core.outline.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def parse(text: str, hints: Sequence[Hint] = (), corrections: Collection[Correction] = ()) -> tuple[Section, ...]:
    """The section tree of ``text``: blocks of level 0 and parts in document order, the rest below them.

    Never raises; text without any heading gives blocks only. ``hints`` are what a formatted source
    knows of its passages; they weigh in the score, they do not decide. ``corrections`` are what a
    reader put right; they do.
    """
    seen = view(text)
    if not corrections:
        return assemble(text, seen, _found(seen, hints), len(text))
    from core.outline.corrections import corrected, laws

    nodes = corrected(seen, _found(seen, hints), laws(corrections, len(text)))
    return assemble(text, seen, nodes, len(text))


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
