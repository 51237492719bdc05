"""A text as passages are compared: its characters without blanks and punctuation, and where each of them stands."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from core.model import Span

_SKIPPED = re.compile(r"[\W_]+")


class Plain:
    """``chars`` are the characters that count; the n-th stands at the code point ``offsets[n]`` of the text."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self.offsets = array("q")
        for start, stop in _runs(text):
            kept.append(text[start:stop])
            self.offsets.extend(range(start, stop))
        self.chars = "".join(kept)

    def span(self, first: int, length: int) -> Span:
        """The passage of the text over some characters that count, at least one."""
        return Span(self.offsets[first], self.offsets[first + length - 1] + 1)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs of characters that count."""
    start = 0
    for skipped in _SKIPPED.finditer(text):
        if skipped.start() > start:
            yield start, skipped.start()
        start = skipped.end()
    if start < len(text):
        yield start, len(text)
