"""Marked passages found again: after their text was changed, or from nothing but a quotation.

Texts are compared without blanks, and without what copying a text changes: the width of
punctuation, the shape of quotation marks, figures (template sites write XX for them).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from core.alignment import align, align_in_order

KEPT, REPLACED = 0.5, 1 / 3
"""A passage is found if this share of its characters is left; one that was replaced counts as so much of one."""

ROOM = 0.05
"""What a character that stands between two of a passage costs, where each of its own wins 1."""

GRAM, SAMPLES, PLENTY = 3, 96, 64
"""A quotation is looked for by strings of GRAM characters, SAMPLES at most; those found PLENTY times say little."""

_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans("。、“”„‟「」『』〝〞‘’【】–—―－·•", '.,""""""""""\'\'[]----··')
_FIGURES = dict.fromkeys(map(ord, "0123456789０１２３４５６７８９XxＸｘ×＊*○〇"), "0")
_FOLDS = _WIDE | _ALIKE | _FIGURES


class Folded(NamedTuple):
    """A text as it is compared, and where each of its characters stands in the text, in code points."""

    text: str
    places: list[int]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters ``start`` up to ``stop``, at least one, stand in the text."""
        return self.places[start], self.places[stop - 1] + 1


def fold(text: str) -> Folded:
    """The text without blanks, its punctuation and figures made alike."""
    places: list[int] = []
    parts: list[str] = []
    for match in _VISIBLE.finditer(text):
        places += range(*match.span())
        parts.append(match[0])
    return Folded("".join(parts).translate(_FOLDS), places)


def relocate(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """Where the passages of a text stand after it was changed, one answer for each span.

    Spans are code points, half-open. None is an orphan: less than half of the passage is left, or it
    is not found with confidence. Where only the beginning or the end is left, the answer is that;
    where the passage was torn apart, its larger part. Blanks at the ends of a passage are left out,
    unless all of ``old`` stands in ``new`` as it was. A span outside ``old``, or of blanks only, is an
    orphan then. Raises nothing. Time: about linear in the length of both texts, some 1.5 ms for 1,000
    characters, and 0.02 ms a span.
    """
    shift = new.find(old)
    if shift >= 0:
        return [(start + shift, stop + shift) for start, stop in spans]
    before, after = fold(old), fold(new)
    where = align(before.text, after.text)
    found: list[tuple[int, int] | None] = []
    for start, stop in spans:
        first, last = bisect_left(before.places, start), bisect_left(before.places, stop)
        place = _place(before.text, after.text, where, first, last)
        found.append(after.span(*place) if place else None)
    return found


def _place(old: str, new: str, where: Sequence[int], start: int, stop: int) -> tuple[int, int] | None:
    """Where most of a passage went, if that is enough of it."""
    places = sorted([(where[i], old[i] == new[where[i]]) for i in range(start, stop) if where[i] >= 0])
    first, last = _richest([place for place, _ in places])
    same = sum([alike for _, alike in places[first:last]])
    if not places or same + REPLACED * (last - first - same) < KEPT * (stop - start):
        return None
    return places[first][0], places[last - 1][0] + 1


def _richest(places: Sequence[int]) -> tuple[int, int]:
    """The ranks between which ascending places lie many and close together."""
    first = best_first = best_last = 0
    score = best = 0.0
    for rank, place in enumerate(places):
        score -= ROOM * (place - places[rank - 1] - 1) if rank else 0.0
        if score <= 0:
            score, first = 0.0, rank
        score += 1
        if score > best:
            best, best_first, best_last = score, first, rank + 1
    return best_first, best_last


class Candidate(NamedTuple):
    """A place where a quotation may stand: a span in code points, half-open, and how like it is, 0 to 1."""

    start: int
    stop: int
    likeness: float


def candidates(text: str, quote: str, prefix: str = "", suffix: str = "", limit: int = 3) -> list[Candidate]:
    """The places most like a quotation and what stood around it (a W3C TextQuoteSelector), best first.

    For an orphan, to choose from, and for an annotation that brings no offsets. An exact quotation in
    its own context has the likeness 1, an exact one in a strange context 0.5. Places do not overlap;
    there may be none. Raises nothing. Time: some 5 ms for 10,000 characters of ``text``.
    """
    whole, passage = fold(text), fold(prefix + quote + suffix).text
    start = len(fold(prefix).text)
    stop = start + len(fold(quote).text)
    room = 2 + len(passage) // 4
    found: list[Candidate] = []
    for near in _likely(whole.text, passage, 4 * limit):
        low = max(0, near - room)
        place = _compare(passage, whole.text[low : max(0, near + len(passage) + room)], start, stop)
        if place:
            found.append(Candidate(*whole.span(low + place.start, low + place.stop), place.likeness))
    return _apart(sorted(found, key=lambda each: (-each.likeness, each.start)))[:limit]


def _likely(text: str, passage: str, limit: int) -> list[int]:
    """Where the passage may begin: where many strings of it stand as they stand in it, rare ones above all."""
    size = min(GRAM, len(passage))
    last = len(passage) - size
    votes: dict[int, float] = {}
    for offset in range(0, last + 1, max(1, last // SAMPLES)) if size else ():
        places = list(islice(_occurrences(text, passage[offset : offset + size]), PLENTY))
        for place in places:
            votes[place - offset] = votes.get(place - offset, 0.0) + 1 / len(places)
    return sorted(votes, key=lambda start: -votes[start])[:limit]


def _occurrences(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _compare(passage: str, text: str, start: int, stop: int) -> Candidate | None:
    """Where in a short text the part ``start`` to ``stop`` of a passage stands, if it does."""
    where = [-1] * len(passage)
    for i, j, length, _ in align_in_order(passage, text, least=1):
        where[i : i + length] = range(j, j + length)
    place = _place(passage, text, where, start, stop)
    if not place:
        return None
    same = [at >= 0 and passage[i] == text[at] for i, at in enumerate(where)]
    quote = sum(same[start:stop]) / max(stop - start, place[1] - place[0])
    around = len(passage) - (stop - start)
    context = (sum(same[:start]) + sum(same[stop:])) / around if around else 1.0
    return Candidate(*place, quote * (1 + context) / 2)


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that overlap a better one; the best stand first."""
    kept: list[Candidate] = []
    for each in found:
        if not any(each.start < other.stop and other.start < each.stop for other in kept):
            kept.append(each)
    return kept
