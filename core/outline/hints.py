"""What a formatted source knows of a passage beside its text: hints weigh, they do not decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.model import Hint
from core.outline.sentences import Emphasis

WEIGHT = 0.5
"""What a sentence set apart from its text gains as a heading: as much as being short."""


def emphasis(hints: Sequence[Hint]) -> Emphasis:
    """The emphasis that ``hints`` tell of: bold, in another face or size than most of the text, or a heading.

    A sentence gains only if it is set apart itself, and it alone (its stop may belong to the run or not).
    """
    faces: Counter[tuple[str, float]] = Counter()
    for hint in hints:
        faces[hint.face, hint.size] += len(hint.span)
    usual = faces.most_common(1)[0][0]
    marked = (h for h in hints if h.bold or h.level is not None or (h.face, h.size) != usual)
    stops = {hint.span.start: hint.span.stop for hint in marked}

    def gain(start: int, stop: int) -> float:
        return WEIGHT if 0 <= stops.get(start, -1) - stop <= 1 else 0.0

    return gain
