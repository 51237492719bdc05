"""The shortest way to edit one string into another (Levenshtein), many characters a step.

The matrix of edit distances is kept as bits, one integer for each column (Myers 1999, Hyyrö 2003),
which Python's long integers take whole: no library is needed to compare some thousand characters.
"""

from __future__ import annotations

Column = tuple[int, int]
"""Bit i of the first: the distance grows from row i to row i + 1; of the second: it falls."""


def edit_path(old: str, new: str) -> list[tuple[int, int]]:
    """Which characters stand for each other: pairs of offsets in order, equal or replaced.

    What is in no pair was deleted or inserted. Offsets are code points. Time and space grow with the
    product of both lengths: about 1 ms for 20 times 1,000 characters, 10 ms for 2,000 times 2,000.
    """
    if len(old) > len(new):  # the longer string is walked along, the shorter one is the integer
        return [(i, j) for j, i in edit_path(new, old)]
    columns = _columns(old, new)
    pairs: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if columns[j - 1][0] >> (i - 1) & 1:
            i -= 1
        elif j > 1 and columns[j - 2][1] >> (i - 1) & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _columns(old: str, new: str) -> list[Column]:
    """The matrix of edit distances, a column for each character of ``new``."""
    places: dict[str, int] = {}
    for i, character in enumerate(old):
        places[character] = places.get(character, 0) | 1 << i
    every = (1 << len(old)) - 1
    grows, falls = every, 0
    columns: list[Column] = []
    for character in new:
        equal = places.get(character, 0)
        diagonal = (((equal & grows) + grows) ^ grows) | equal | falls
        right = (falls | (every & ~(diagonal | grows))) << 1 | 1
        grows, falls = ((diagonal & grows) << 1 | ~(diagonal | right)) & every, right & diagonal & every
        columns.append((grows, falls))
    return columns
