"""Data cards: each measured value of a speech with what it measures, its unit, where it points, and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from core.heading_paths import HeadingPaths, Path
from core.lens.values import Value, values
from core.lens.vocabulary import any_of, kinds, words
from core.model import Document, Span

DIRECTIONS = ("up", "down", "reach", "least", "most")
"""Where a value points: what it measures grew, fell, or came to it; it is a lower or an upper bound. Or nowhere."""
_BETWEEN = "。！？!?；;\n，,、：:（）()“”‘’《》"
_NOUN = re.compile(r"的?([\u4e00-\u9fff]{2,14}?)(?=[^\u4e00-\u9fff]|(?:和|及|等|完成|投入|项目|工程)|$)(项目|工程)?")
_JOINS = " \u3000\xa0和及与"
_BOUNDED = re.compile("以上|以下|以内")
_SPENT = re.compile("投资|投入|资金|贷款")
_PARTICLES = frozenset("对为等从以")
_SAME = re.compile(r"[、，,和及与]{0,2}")


class Card(NamedTuple):
    """One value: ``span`` reaches from what is measured to the end of the value, ``indicator`` is what is
    measured. ``follows``: it goes on from the value before and measures the same (增长8%)."""

    span: Span
    indicator: str
    value: str
    unit: str
    bound: str
    direction: str
    follows: bool
    path: Path


def data_cards(document: Document) -> tuple[Card, ...]:
    """Every value of a speech, in order."""
    text, paths = document.text, HeadingPaths(document.sections)
    cards: list[Card] = []
    for value in values(text):
        last = cards[-1] if cards and _goes_on(text, cards[-1].span.stop, value.span.start) else None
        cards.append(_card(text, value, last, paths))
    return tuple(cards)


def passages(cards: Iterable[Card]) -> Iterator[tuple[Card, ...]]:
    """The cards in the groups in which they are marked: what goes on from a value stands with it."""
    group: list[Card] = []
    for card in cards:
        if group and not card.follows:
            yield tuple(group)
            group = []
        group.append(card)
    if group:
        yield tuple(group)


def _goes_on(text: str, before: int, at: int) -> bool:
    """Whether nothing that ends a clause of several parts stands between two values."""
    return not any(mark in text[before:at] for mark in "。！？!?；;\n")


def _card(text: str, value: Value, last: Card | None, paths: HeadingPaths) -> Card:
    first = _clause(text, value.span.start, last.span.stop if last else 0)
    said = text[first : value.span.start]
    before, direction = _trimmed(said), _direction(said, value.bound)
    at = said.find(before) if before else len(said) - len(said.lstrip(_JOINS))
    span = Span(first + at, value.span.stop)
    indicator, follows = before, False
    if noun := _noun_behind(text, value, before):
        indicator, span = before + (noun[1] or "") + (noun[2] or ""), Span(span.start, noun.end())
    elif not before and last is not None and (direction or _SAME.fullmatch(said)):
        indicator, follows, direction = last.indicator, bool(last.indicator), direction or last.direction
    elif not before and (spent := _SPENT.search(said)):
        indicator, span = spent[0], Span(first + spent.start(), span.stop)
    return Card(span, indicator, value.number, value.unit, value.bound, direction, follows, paths.above(value.span))


def _noun_behind(text: str, value: Value, before: str) -> re.Match[str] | None:
    """What a value counts, where that stands behind it: 新建3条主干道路, XX等X个项目."""
    kind = kinds("units")[value.unit]
    if kind == "percentage" or (before and not before.endswith("等") and kind != "quantity"):
        return None
    return _NOUN.match(text, value.span.stop)


def _clause(text: str, at: int, least: int) -> int:
    """Where the clause before a value begins; not before the value that stands there."""
    while at > least and text[at - 1] not in _BETWEEN:
        at -= 1
    return at


def _trimmed(said: str) -> str:
    """What is measured, without the verbs around it: 完成一般公共预算收入, 地区生产总值增长."""
    said = said.strip(_JOINS)
    while opener := _first("openers").match(said):
        said = said[opener.end() :]
    while verb := _last("verbs").search(said):
        said = said[: verb.start()]
    return "" if said in _PARTICLES else said


def _direction(said: str, bound: str) -> str:
    """Where a value points: by the word that bounds it, else by the last word before it that tells."""
    told = {word: name for name in DIRECTIONS for word in words(name)}
    if bound in told:
        return told[bound]
    said = _BOUNDED.sub("", said)  # 亿元以上项目 tells a class
    places = [(said.rfind(word), len(word), name) for word, name in told.items() if word in said]
    return max(places)[2] if places else ""


@cache
def _first(name: str) -> re.Pattern[str]:
    return re.compile(any_of(words(name)))


@cache
def _last(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words(name))})$")
