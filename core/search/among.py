"""The speeches of a library that have some of several strings: those in which a passage may occur elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.search.catalogue import Catalogue, Entry
from core.search.grams import rows_wanted
from core.search.segment import Damaged, Segment
from core.search.shelf import Shelf

COMMON = 0.02
"""The share of all texts from which a string tells nothing: set phrases stand everywhere."""
FEW = 3
"""Strings that are looked for at least, the rarest ones, however common they are."""


def speeches_with(
    catalogue: Catalogue, shelf: Shelf, words: Sequence[str], share: float
) -> Iterator[tuple[Entry, str]]:
    """Each speech whose text has at least a share of those strings that are not common, and the text.

    Only texts that the index does not rule out are read; those that are not in it all are. Raises Problem where
    the library cannot be read.
    """
    shelf.refresh()
    entries = {entry.digest: entry for entry in catalogue.entries()}
    segments = list(shelf.segments.values())
    told = _telling(segments, words)
    sought, least = [each.encode("utf-8") for each in told], max(1, int(share * len(told)))
    indexed: set[str] = set()
    for segment in segments:
        for digest, data in _read(segment, told, least, indexed):
            if digest in entries and _has(data, sought, least):
                yield entries[digest], data.decode("utf-8")
    for digest, text in catalogue.texts(entries.keys() - indexed):
        if _has(text.encode("utf-8", "surrogatepass"), sought, least):
            yield entries[digest], text


def _telling(segments: Sequence[Segment], words: Sequence[str]) -> list[str]:
    """The strings that are not common, by what the index knows of them."""
    total = sum(map(len, segments))
    counts = {each: sum(_having(segment, each).bit_count() for segment in segments) for each in words}
    rare = [each for each in counts if counts[each] <= COMMON * total]
    return rare if len(rare) >= FEW else sorted(counts, key=lambda each: counts[each])[:FEW]


def _having(segment: Segment, words: str) -> int:
    try:
        return segment.having(rows_wanted(words))
    except (Damaged, OSError):
        return segment.all


def _read(segment: Segment, words: Sequence[str], least: int, indexed: set[str]) -> Iterator[tuple[str, bytes]]:
    """The texts of a file that may have enough of the strings; ``indexed`` learns which it answers for."""
    wanted = _at_least([_having(segment, each) for each in words], least, segment.all)
    try:
        for number, stretch in enumerate(segment.stretches):
            if wanted >> number & 1:
                yield stretch.digest, segment.text(number)
            indexed.add(stretch.digest)
    except (Damaged, OSError):  # the rest of its texts come from the library
        return


def _at_least(sets: Sequence[int], least: int, all_: int) -> int:
    """The texts that are in ``least`` of some sets, a bit for each. They are counted by numbers whose n-th binary
    digits, of all texts, stand in one number."""
    digits: list[int] = []
    for carry in sets:
        for place, digit in enumerate(digits):
            digits[place], carry = digit ^ carry, digit & carry
        if carry:
            digits.append(carry)
    if least >> len(digits):
        return 0
    more, equal = 0, all_
    for place in reversed(range(len(digits))):
        if least >> place & 1:
            equal &= digits[place]
        else:
            more, equal = more | (equal & digits[place]), equal & ~digits[place]
    return more | equal


def _has(data: bytes, sought: Sequence[bytes], least: int) -> bool:
    return sum(each in data for each in sought) >= least
