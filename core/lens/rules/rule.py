"""What a rule is, and what it reads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from core.heading_paths import HeadingPaths
from core.lens.data_cards import Card, data_cards
from core.lens.glossary import Term, glossary
from core.lens.units import units
from core.model import Document, Section, Span

Made = TypeVar("Made")
FRAME = ("front_matter", "title", "subtitle", "byline", "salutation", "back_matter")
"""Kinds of section in which nothing is suggested."""


class Reading:
    """A speech as the rules read it: what several of them ask for is worked out once."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.paths = HeadingPaths(document.sections)
        self._made: dict[Callable[[Reading], object], object] = {}

    def once(self, make: Callable[[Reading], Made]) -> Made:
        """What a function makes of this reading, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for card in data_cards(self.document) if not self._in_frame(card.span))

    @cached_property
    def _ends(self) -> list[int]:
        return [card.span.stop for card in self.cards]

    def card_in(self, span: Span) -> Card | None:
        """The first value that ends in a passage."""
        place = bisect_left(self._ends, span.start)
        return self.cards[place] if place < len(self._ends) and self._ends[place] <= span.stop else None

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for term in glossary(self.document) if not self._in_frame(term.uses[0]))

    @cached_property
    def _frame(self) -> list[Span]:
        return sorted(section.heading for section in self.document.walk() if section.kind in FRAME)

    @cached_property
    def headings(self) -> frozenset[int]:
        """Where headings begin."""
        return frozenset(section.heading.start for section in self.document.walk() if section.is_heading)

    def _in_frame(self, span: Span) -> bool:
        place = bisect_left(self._frame, span)
        return any(span.overlaps(each) for each in self._frame[max(0, place - 1) : place + 1])

    @cached_property
    def units(self) -> tuple[Span, ...]:
        """The units of the body: no front matter, no title, no salutation."""
        return tuple(unit for unit in units(self.text) if not self._in_frame(unit))

    @cached_property
    def paragraphs(self) -> tuple[tuple[Span, ...], ...]:
        """The units by the lines they stand in."""
        lines: list[list[Span]] = []
        last = -1
        for unit in self.units:
            if last < 0 or "\n" in self.text[last : unit.start]:
                lines.append([])
            lines[-1].append(unit)
            last = unit.stop
        return tuple(map(tuple, lines))

    def part(self, span: Span) -> Section | None:
        """The part that a passage stands in."""
        above = self.paths.above(span)
        return above[0] if above else None

    def words(self, span: Span) -> str:
        return self.text[span.start : span.stop]


class Finding(NamedTuple):
    """A passage that a rule found, and the values of the sentence that says why."""

    span: Span
    facts: dict[str, str]


class Rule(NamedTuple):
    """``name`` is the key of its reason in ``resources/messages.json``, ``tag`` the name of the default tag.

    ``weak``: of what it finds, less than four in five were right on the labelled speeches.
    """

    name: str
    tag: str
    find: Callable[[Reading], Iterator[Finding]]
    weak: bool = False


def trimmed(reading: Reading, span: Span) -> Span:
    """A unit without its stop."""
    words = reading.words(span).rstrip("。；;！!？?")
    return Span(span.start, span.start + len(words))


def first_in(words: Iterable[str], text: str) -> str:
    """The word of a list that stands first in a text, or nothing."""
    places = [(text.find(word), -len(word), word) for word in words if word in text]
    return min(places)[2] if places else ""
