"""Where a Chinese text may be broken into lines (避头尾), as GB/T 15834-2011 §5.1 and W3C's Requirements for Chinese
Text Layout have it.

No line begins with a mark that closes or ends with one that opens, a dash or an ellipsis stays whole, and so do
Latin words and numbers. Pure: how wide a character is, others know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

CLOSING = frozenset("，。、；：？！）》」』】〕〉〗”’…—～·‧・％‰℃°,.;:?!)]}%»›”’々ー〞︒︰")
"""What no line begins with."""

OPENING = frozenset("（《「『【〔〈〖“‘([{«‹￥¥＄$№〝#")
"""What no line ends with."""

BLANKS = " \t\u3000\u00a0"

_WORD = re.compile("[!-~\u00a1-\u024f]")


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after in CLOSING or before in OPENING or after in BLANKS:
        return False
    return not (_WORD.match(before) and _WORD.match(after))


def lines(text: str, widths: Sequence[float], first: float, room: float) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph as indices into its text, half-open, in order; together they are all of it.

    ``widths`` has the width of each character, ``first`` and ``room`` are those of the first line and of the
    others, in the same unit. Blanks at the end of a line take no room. What cannot be broken anywhere is broken
    where it is full; each line has at least one character.
    """
    start, used, free = 0, 0.0, first
    for index, width in enumerate(widths):
        while used + width > free + 1e-6 and index > start and text[index] not in BLANKS:
            stop = _break(text, start, index)
            yield start, stop
            start, free, used = stop, room, sum(widths[stop:index])
        used += width
    if start < len(text):
        yield start, len(text)


def _break(text: str, start: int, full: int) -> int:
    """The last place up to ``full`` at which a line may end; where there is none, as far as it goes."""
    for place in range(full, start, -1):
        if may_break(text[place - 1], text[place]):
            return place
    return full
