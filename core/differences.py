"""What became of a text, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 6_000
"""Pieces from which two texts are not compared any more, but shown one after the other."""
_PIECE = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


class Piece(NamedTuple):
    """``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The new text with what is gone from the old one before what took its place. Latin words and numbers stay
    whole; other characters are compared one by one."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) + len(after) > MOST:
        yield from _pair(old, new)
        return
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(before[a:b]))
        else:
            yield from _pair("".join(before[a:b]), "".join(after[c:d]))


def _pair(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece("gone", gone)
    if new:
        yield Piece("new", new)
