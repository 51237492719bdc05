"""What a formatted source knows of a passage beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Span


@dataclass(frozen=True, slots=True)
class Hint:
    """A run of one formatting. ``size`` is in points, ``align`` is left, center, right or empty,
    ``level`` is that of a real heading style, 1 the highest, or None."""

    span: Span
    bold: bool = False
    face: str = ""
    size: float = 0.0
    align: str = ""
    level: int | None = None
