"""Where each paragraph stands, when most of them have only been estimated: a Fenwick tree of heights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Heights of paragraphs in pixels; changing one, or asking what stands at a y, takes O(log n)."""

    def __init__(self, values: Sequence[int]) -> None:
        self._values = list(values)
        below = list(accumulate(self._values, initial=0))
        self._sums = [total - below[i & (i - 1)] for i, total in enumerate(below)]
        self._top = 1 << max(0, len(self._values)).bit_length()
        self.total = below[-1]

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    def set(self, index: int, height: int) -> int:
        """Give paragraph ``index`` its height; returns by how many pixels it grew."""
        grown = height - self._values[index]
        if grown:
            self._values[index] = height
            self.total += grown
            at = index + 1
            while at < len(self._sums):
                self._sums[at] += grown
                at += at & -at
        return grown

    def top(self, index: int) -> int:
        """The y at which paragraph ``index`` begins, pixels from the start of the text."""
        y = 0
        while index > 0:
            y += self._sums[index]
            index -= index & -index
        return y

    def find(self, y: int) -> int:
        """The paragraph that covers ``y``; the first or last one where ``y`` lies outside."""
        at, step = 0, self._top
        while step:
            if at + step < len(self._sums) and self._sums[at + step] <= y:
                at += step
                y -= self._sums[at]
            step >>= 1
        return max(0, min(at, len(self._values) - 1))
