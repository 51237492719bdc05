"""Which characters of a page a mark lies on, or a note stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from core.readers.setting import Set

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge in points from the page's top left corner."""

Passage = tuple[tuple[int, int], tuple[int, int]]
"""From a character of one line up to a character of another."""


def covered(lines: Sequence[Set], boxes: Sequence[Box]) -> Passage | None:
    """From the first to the last character whose middle lies in one of the boxes."""
    found: list[tuple[int, int]] = []
    for number, (line, glyphs) in enumerate(lines):
        middle = line.base - 0.35 * line.size
        across = [(a, c) for a, top, c, bottom in boxes if top <= middle <= bottom]
        for position, glyph in enumerate(glyphs if across else ()):
            if glyph and any(a <= (glyph.x0 + glyph.x1) / 2 <= c for a, c in across):
                found.append((number, position))
    return (found[0], (found[-1][0], found[-1][1] + 1)) if found else None


def nearest(lines: Sequence[Set], box: Box) -> Passage | None:
    """The line that a note stands beside."""
    if not lines:
        return None
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2

    def far(number: int) -> tuple[float, float]:
        line = lines[number].line
        return abs(line.base - 0.35 * line.size - y), max(line.x0 - x, x - line.x1, 0)

    number = min(range(len(lines)), key=far)
    return (number, 0), (number, len(lines[number].line.text))
