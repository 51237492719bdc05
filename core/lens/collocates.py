"""Collocates: which words stand near a word more often than others do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from core.lens.counting import is_word
from core.model import Span

STOPS = frozenset("。！？!?…\n")
"""What ends a sentence; a window never reaches beyond."""
LEAST = 2
"""How often two words stand together at least."""


class Collocate(NamedTuple):
    """A word near another: how often with it, before it and behind it, how often at all, and the score."""

    word: str
    together: int
    before: int
    behind: int
    times: int
    log_dice: float


def log_dice(together: int, times: int, other_times: int) -> float:
    """14 + log₂(2·f(x,y) / (f(x) + f(y))): 14 where two words always stand together, a point more for twice as often.

    Rychlý, A lexicographer-friendly association score (RASLAN 2008). It does not depend on the size of the text.
    """
    return 14 + log2(2 * together / (times + other_times))


def collocates(tokens: Sequence[str], node: str, window: int, least: int = LEAST) -> list[Collocate]:
    """The words that stand within ``window`` words of ``node`` in its sentence, the closest bound first.

    A ``window`` of 0 is the whole sentence. Stops, numbers and placeholders are no words, and are not counted
    as steps. ``together`` counts neighbours that are near a node, and no more of them than there are nodes: so
    no score is above 14.
    """
    near: defaultdict[str, set[int]] = defaultdict(set)
    nodes: defaultdict[str, set[int]] = defaultdict(set)
    before, behind = Counter[str](), Counter[str]()
    counts = Counter(token for token in tokens if is_word(token))
    for sentence in _sentences(tokens):
        for at, word, place in _around(tokens, sentence, node, window):
            near[word].add(place)
            nodes[word].add(at)
            (before if place < at else behind)[word] += 1
    rows = (
        _row(word, min(len(places), len(nodes[word])), before, behind, counts, node) for word, places in near.items()
    )
    return sorted((row for row in rows if row.together >= least), key=lambda row: -row.log_dice)


def _row(
    word: str, together: int, before: Counter[str], behind: Counter[str], counts: Mapping[str, int], node: str
) -> Collocate:
    score = log_dice(together, counts[node], counts[word])
    return Collocate(word, together, before[word], behind[word], counts[word], score)


def _sentences(tokens: Sequence[str]) -> Iterator[list[int]]:
    """The places of the words of each sentence."""
    sentence: list[int] = []
    for place, token in enumerate(tokens):
        if not STOPS.isdisjoint(token):
            yield sentence
            sentence = []
        elif is_word(token):
            sentence.append(place)
    yield sentence


def _around(tokens: Sequence[str], sentence: list[int], node: str, window: int) -> Iterator[tuple[int, str, int]]:
    """Each node of a sentence with each word around it: the node's place, the word, the word's place."""
    for number, at in enumerate(sentence):
        if tokens[at] != node:
            continue
        reach = window or len(sentence)
        for place in sentence[max(0, number - reach) : number + reach + 1]:
            if tokens[place] != node:
                yield at, tokens[place], place


def places_together(text: str, one: str, other: str) -> list[Span]:
    """Where two words stand in one sentence: from the first of them to the end of the last, in order."""
    found: list[Span] = []
    start = 0
    for stop in [*(place for place, sign in enumerate(text) if sign in STOPS), len(text)]:
        first, second = text.find(one, start, stop), text.find(other, start, stop)
        if first >= 0 and second >= 0:
            found.append(Span(min(first, second), max(first + len(one), second + len(other))))
        start = stop + 1
    return found


def whole_node(tokens: Sequence[str], text: str, node: str) -> list[str]:
    """The tokens with each place of ``node`` in the text as one, where it is no word of theirs yet.

    What a word at its edges loses to it stays as a piece of its own.
    """
    places = list(_places(text, node))
    edges: list[int] = [0]
    for token in tokens:
        edges.append(edges[-1] + len(token))
    kept = set(edges)
    for place in places:
        first, last = bisect_left(edges, place + 1), bisect_left(edges, place + len(node))
        kept.difference_update(edges[first:last])
        kept.update((place, place + len(node)))
    stops = sorted(kept)
    return [text[start:stop] for start, stop in pairwise(stops)]


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + len(words))
