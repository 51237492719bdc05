"""Which texts of many may hold some words: a table of bits, one row for what one or two characters hash to.

A row has a bit for each text, set where the text has a pair of characters (or a single one) of that row. A text
without the bit does not have the words; one with it has to be looked at (bit-sliced signatures, Faloutsos 1985).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

ROWS = 1 << 16
"""Rows of a table. A speech of 10,000 characters sets about a tenth of them."""
_FIRST, _SECOND, _SINGLE = 40503, 26545, 60493
"""Odd, so that each maps characters one to one onto rows."""


def pair_row(first: str, second: str) -> int:
    """The row of two characters that stand side by side."""
    return (ord(first) * _FIRST + ord(second) * _SECOND) % ROWS


def single_row(character: str) -> int:
    """The row of one character."""
    return (ord(character) * _SINGLE + 1) % ROWS


def rows_of(text: str) -> set[int]:
    """All rows of a text."""
    pairs, singles = set(pairwise(text)), set(text)
    rows = {(ord(a) * _FIRST + ord(b) * _SECOND) % ROWS for a, b in pairs}
    rows |= {(ord(each) * _SINGLE + 1) % ROWS for each in singles}
    return rows


def rows_wanted(words: str) -> set[int]:
    """The rows that every text with these words has."""
    if len(words) == 1:
        return {single_row(words)}
    return {pair_row(a, b) for a, b in pairwise(words)}


def width(count: int) -> int:
    """Bytes of one row of a table of ``count`` texts."""
    return (count + 7) // 8


def table(texts: Sequence[Iterable[int]]) -> bytes:
    """The table of texts, each given by its rows: ROWS rows of ``width`` bytes, the lowest bit first."""
    across = width(len(texts))
    bits = bytearray(ROWS * across)
    for number, rows in enumerate(texts):
        place, bit = number >> 3, 1 << (number & 7)
        for row in rows:
            bits[row * across + place] |= bit
    return bytes(bits)
