"""Suggestions for marks: passages that rules take for 数据, 目标, 问题, 提法, 金句 or 排比, each with its reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple
from zlib import crc32

from core.heading_paths import Path
from core.lens.rules import RULES, Reading, Rule
from core.model import Document, Span
from core.problem import say

TAGS = tuple(dict.fromkeys(rule.tag for rule in RULES))
"""The names of the default tags that are suggested."""


class Suggestion(NamedTuple):
    """A passage, the name of the tag it may get, the rule that says so, and the values of its reason.

    ``weak``: the rule errs more often than once in five. ``key`` names the suggestion across versions of a
    speech: by its rule and its words, not by its place.
    """

    span: Span
    tag: str
    rule: str
    weak: bool
    facts: tuple[tuple[str, str], ...]
    key: str
    path: Path

    def reason(self, language: str) -> str:
        """Why, in ``zh`` or ``en``."""
        return say(self.rule, language, **dict(self.facts))


def suggestions(document: Document, rejected: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """What may be marked, in document order; ``rejected`` are the keys of what is not to be offered again."""
    reading = Reading(document)
    found: list[Suggestion] = []
    taken = {tag: _Taken() for tag in TAGS}
    for rule in RULES:
        found += [each for each in _found(reading, rule) if taken[rule.tag].take(each.span)]
    return tuple(sorted((each for each in found if each.key not in rejected), key=lambda each: each.span))


class _Taken:
    """Passages none of which overlaps another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def take(self, span: Span) -> bool:
        """Add a passage, unless it overlaps one that is there."""
        place = bisect_left(self._spans, span)
        if any(each.overlaps(span) for each in self._spans[max(0, place - 1) : place + 1]):
            return False
        self._spans.insert(place, span)
        return True


def _found(reading: Reading, rule: Rule) -> Iterator[Suggestion]:
    for span, facts in rule.find(reading):
        key = f"{rule.tag}:{crc32(reading.words(span).encode()):08x}"
        path = reading.paths.above(span)
        yield Suggestion(span, rule.tag, rule.name, rule.weak, tuple(facts.items()), key, path)
