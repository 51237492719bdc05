"""The only file that knows UTF-16: Qt counts 16-bit units, everything else here counts code points."""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """Converts positions in one text between code points and UTF-16 units, both ways.

    Characters beyond U+FFFF (rare ones in names, emoji) take two units. A position inside such a
    pair is taken for the one after it.
    """

    def __init__(self, text: str) -> None:
        wide = bool(text) and max(text) > "\uffff"
        self._wide = [i for i, c in enumerate(text) if c > "\uffff"] if wide else []
        self._units = [i + n + 1 for n, i in enumerate(self._wide)]

    def to_units(self, point: int) -> int:
        """Code points to UTF-16 units."""
        return point + bisect_left(self._wide, point) if self._wide else point

    def to_points(self, unit: int) -> int:
        """UTF-16 units to code points."""
        return unit - bisect_left(self._units, unit) if self._wide else unit
