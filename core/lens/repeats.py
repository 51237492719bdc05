"""Repeated strings of 4 to 20 characters: what a speech says again and again in the same words (套话).

Strings lie within a sentence, begin and end with a letter, digit or Chinese character, and are maximal: one
that comes as often as a longer one which holds it is left out. Of a repeat of more than 20 characters the
first 20 stand for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Report = Callable[[int, int], None]
SHORTEST, LONGEST = 4, 20
EDGE = "\n"
"""Stands in a view of the text for all that no repeat reaches across."""
_EDGES = str.maketrans(dict.fromkeys("。！？!?…\r\t \u3000\x0b\x0c\u2028\u2029", EDGE))


class Repeat(NamedTuple):
    """A string, how often it comes (places that overlap count), and where it comes first."""

    words: str
    times: int
    first: int


def view_of(text: str) -> str:
    """The text, code point for code point as long, in which EDGE stands between sentences."""
    return text.translate(_EDGES)


def repeats(text: str, least: int = 2, report: Report | None = None) -> list[Repeat]:
    """The maximal strings that come at least ``least`` times, the longest and most frequent first.

    A string of n + 1 characters repeats only where its first n do: each length looks at the places that are
    left of the one before. Time and room are linear in the text, some 17 times its length at worst.
    ``report`` is told of each length how much of how much is done; what it raises ends this.
    """
    view, found, least = view_of(text) + EDGE, list[Repeat](), max(2, least)
    groups = _first_groups(view, least)
    for length in range(SHORTEST, LONGEST + 1):
        if report is not None:
            report(length - SHORTEST, LONGEST - SHORTEST)
        found.extend(
            Repeat(words, len(at), at[0])
            for words, at in groups.items()
            if _is_whole(words) and not _reaches_on(view, at, length)
        )
        groups = _longer(view, groups, length, least)
    return sorted(found, key=lambda each: (-len(each.words) * (each.times - 1), each.first))


def _first_groups(view: str, least: int) -> dict[str, list[int]]:
    """The places of all strings of SHORTEST characters that repeat."""
    last = len(view) - SHORTEST + 1
    counts = Counter(view[place : place + SHORTEST] for place in range(last))
    many = {words for words, count in counts.items() if count >= least and EDGE not in words}
    places: dict[str, list[int]] = {words: [] for words in many}
    for place in range(last):
        if (words := view[place : place + SHORTEST]) in many:
            places[words].append(place)
    return places


def _longer(view: str, groups: dict[str, list[int]], length: int, least: int) -> dict[str, list[int]]:
    """The same places by strings that are one character longer, as far as these repeat."""
    longer: dict[str, list[int]] = {}
    for words, at in groups.items():
        by_next: defaultdict[str, list[int]] = defaultdict(list)
        for place in at:
            by_next[view[place + length]].append(place)
        for sign, places in by_next.items():
            if len(places) >= least and sign != EDGE:
                longer[words + sign] = places
    return longer


def _is_whole(words: str) -> bool:
    return words[0].isalnum() and words[-1].isalnum()


def _reaches_on(view: str, places: Sequence[int], length: int) -> bool:
    """Whether a longer string comes at all these places: one to the left, or, within LONGEST, to the right."""
    room = LONGEST - length
    return _same(view, places, -1, -1, room or LONGEST) or _same(view, places, length, 1, room)


def _same(view: str, places: Sequence[int], start: int, way: int, most: int) -> bool:
    """Whether the same characters stand beside all places, up to one that can begin or end a string."""
    for offset in range(start, start + way * most, way):
        sign = view[places[0] + offset] if places[0] + offset >= 0 else EDGE
        if sign == EDGE:
            return False
        if any(view[place + offset] != sign for place in places):  # the first stands before the others
            return False
        if sign.isalnum():
            return True
    return False


def windows(view: str) -> Iterator[tuple[int, str]]:
    """Every place with the LONGEST characters from there, or those up to the next EDGE, if they are SHORTEST."""
    stop = -1
    for place in range(len(view)):
        if stop < place:
            stop = view.find(EDGE, place)
            stop = len(view) if stop < 0 else stop
        if stop - place >= SHORTEST:
            yield place, view[place : min(stop, place + LONGEST)]
