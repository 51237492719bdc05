"""How like two texts are, from sketches small enough to keep for every speech of a library.

A sketch is what is left of a text's clauses when only those with the smallest checksums are kept
(bottom-k sketches, Broder 1997): the share that two sketches have in common estimates the share that
the texts have. Blanks do not count, nor do clauses of a few characters.
"""

from __future__ import annotations

import re
from zlib import crc32

SIZE = 64
"""Clauses kept."""
SAMPLE = 200_000
"""Code points of a long text that are looked at."""
ALIKE = 0.35
"""Texts with so much in common are taken for versions of one."""
SAME_PLACE = 0.08
"""Texts that lay at one place, one after the other, are versions of one already with so much in common."""
_CLAUSE = re.compile(r"[^。！？；，、：,;:!?]{6,}")
_BLANK = re.compile(r"\s+")


def sketch(text: str) -> str:
    """The sketch of a text: checksums in hexadecimal, eight characters each, in order; empty for hardly any text."""
    clauses = set(_CLAUSE.findall(_BLANK.sub("", text[:SAMPLE])))
    return "".join(f"{each:08x}" for each in sorted({crc32(clause.encode()) for clause in clauses})[:SIZE])


def likeness(one: str, other: str) -> float:
    """The share, 0 to 1, of their clauses that the texts of two sketches have in common."""
    a, b = _parts(one), _parts(other)
    smallest = sorted(a | b)[:SIZE]
    return sum(each in a and each in b for each in smallest) / len(smallest) if smallest else 0.0


def _parts(sketch: str) -> set[str]:
    return {sketch[i : i + 8] for i in range(0, len(sketch), 8)}
