"""What stands beside the text of a page: notes in its margin, set smaller than all that they stand beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.readers.placed import Glyph

BESIDE = -1
"""The column of lines in the margin."""

SMALL = 0.85
"""Notes in a margin are set smaller than this share of the text."""

USUAL = 0.2
"""The text is what is largest of all that makes up this share of a page's characters."""

WIDE, FULL = 16.0, 3
"""Ems of the column of a text that has a margin, and how many of its lines reach the edge at least."""


def parted(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The text, and what stands right of all of it in small type; nothing, where the text shows no edge."""
    sizes: Counter[float] = Counter(glyph.style.size for glyph in glyphs)
    usual = max((size for size, count in sizes.items() if count >= USUAL * len(glyphs)), default=0.0)
    large = [glyph for glyph in glyphs if glyph.style.size >= SMALL * usual]
    right, left = max((glyph.x1 for glyph in large), default=0.0), min((glyph.x0 for glyph in large), default=0.0)
    full = {round(glyph.base) for glyph in large if right - glyph.x1 < usual}
    if right - left < WIDE * usual or len(full) < FULL:
        return list(glyphs), []
    text: list[Glyph] = []
    beside: list[Glyph] = []
    for glyph in glyphs:
        (beside if glyph.style.size < SMALL * usual and glyph.x0 > right else text).append(glyph)
    return text, beside
