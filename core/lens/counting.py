"""Counting words: a speech cut into words → how often each of them is used."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from core.model import Span
from core.places import RESOURCES

_WORD = re.compile(r"\d+(?:\+\d+)+|(?=.*[^\W\d_])(?!第?\d[\d,.]*[^A-Za-z\d]*$).+", re.S)
_BLANK = re.compile(r"[xXｘＸ×*＊○]+")


class Tally(NamedTuple):
    """How often each word is used, and how many words that are together."""

    counts: Mapping[str, int]
    total: int


class WordRow(NamedTuple):
    """A word of a list: how often, in a thousand words, in how many of the parts."""

    word: str
    times: int
    per_thousand: float
    range: int


def is_word(token: str) -> bool:
    """Whether a piece of text is a word: no stop or blank, no number with its unit (1,200亩), no placeholder (XX)."""
    return _WORD.fullmatch(token) is not None and _BLANK.fullmatch(token) is None


def pieces(text: str, lengths: Iterable[int]) -> Iterator[str]:
    """The text cut into pieces of these lengths, stops and blanks among them."""
    place = 0
    for length in lengths:
        yield text[place : place + length]
        place += length


def tally(tokens: Iterable[str]) -> Tally:
    """The words among some pieces, counted."""
    counts = {token: count for token, count in Counter(tokens).items() if is_word(token)}
    return Tally(counts, sum(counts.values()))


def summed(tallies: Iterable[Tally]) -> Tally:
    """Several speeches as one."""
    counts, total = Counter[str](), 0
    for each in tallies:
        counts.update(each.counts)
        total += each.total
    return Tally(counts, total)


def without(whole: Tally, part: Tally) -> Tally:
    """What is left of several speeches when one of them is taken out."""
    counts = dict(whole.counts)
    for word, count in part.counts.items():
        left = counts.get(word, 0) - count
        if left > 0:
            counts[word] = left
        else:
            counts.pop(word, None)
    return Tally(counts, max(0, whole.total - part.total))


def per_thousand(count: int, total: int) -> float:
    """A count in a thousand words; 0 where there are none."""
    return 1000 * count / total if total else 0.0


def word_list(text: str, lengths: Sequence[int], parts: Sequence[Span]) -> list[WordRow]:
    """The words of a text, the most frequent first, then as they come. ``parts`` stand in order, without gaps."""
    tokens = list(pieces(text, lengths))
    counted = tally(tokens)
    found: dict[str, set[int]] = {word: set() for word in counted.counts}
    starts = [part.start for part in parts]
    for start, token in zip(accumulate(lengths, initial=0), tokens, strict=False):
        if token in found:
            found[token].add(bisect_right(starts, start))
    rows = [
        WordRow(word, count, per_thousand(count, counted.total), len(found[word]))
        for word, count in counted.counts.items()
    ]
    return sorted(rows, key=lambda row: -row.times)


def list_of(tallies: Iterable[Tally]) -> tuple[int, list[WordRow]]:
    """How many words some speeches have together, and their list; ``range`` is the number of speeches."""
    counts, range_, total = Counter[str](), Counter[str](), 0
    for each in tallies:
        counts.update(each.counts)
        range_.update(each.counts.keys())
        total += each.total
    rows = [WordRow(word, times, per_thousand(times, total), range_[word]) for word, times in counts.items()]
    return total, sorted(rows, key=lambda row: -row.times)


@cache
def stop_words() -> frozenset[str]:
    """Words that say little of a text, from ``resources/stop_words.txt``: function words, and verbs of the genre."""
    lines = (RESOURCES / "stop_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
