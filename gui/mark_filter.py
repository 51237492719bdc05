"""Which marks the list shows, and in what order: no widget here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from core.model import Annotation, Span

Key = tuple[int, int, int, str]
"""What the list sorts by: the order's own number, the place, and the mark's id."""
LAST = 1 << 60
"""The number of orphans, whatever the order."""
Fits = Callable[[Annotation], bool]
Place = Callable[[Annotation], Key]

STATES = ("anchored", "moved", "changed", "orphan")
HOWS = ("any", "all", "none")
ORDERS = ("place", "tag", "date")


class Query(NamedTuple):
    """What a mark must be to be shown; what is empty asks for nothing.

    ``how`` says whether a mark must have any, all or none of ``tags``. ``here`` asks for the section that is
    being read, ``section`` for the scope of one. ``date`` is a number of days, today being the first, or the
    day (``2026-01-05``) since which. ``makers`` are names; an empty one means marks without.
    """

    text: str = ""
    tags: frozenset[str] = frozenset()
    how: str = "any"
    here: bool = False
    section: Span | None = None
    states: frozenset[str] = frozenset()
    stars: int = 0
    date: str = ""
    makers: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self._replace(how="any") != Query()


def fold(words: str) -> str:
    """Words as they are compared: without blanks, and without capitals."""
    return "".join(words.split()).lower()


def words_of(mark: Annotation) -> str:
    """What of a mark is searched."""
    return f"{mark.quote}\n{mark.note}"


def everything(_: Annotation) -> bool:
    """Every mark fits."""
    return True


class Around(NamedTuple):
    """What a query is to be understood by: the initials of marks by id, as far as they are known, the scope of
    the section that is being read, and what day it is."""

    initials: Mapping[str, str]
    here: Span | None
    today: date


def asked(query: Query, around: Around) -> Fits:
    """Says of a mark whether it fits."""
    tests = tuple(_tests(query, around))
    if len(tests) == 1:
        return tests[0]
    if not tests:
        return everything

    def fits_all(mark: Annotation) -> bool:
        for fits in tests:  # noqa: SIM110  (a generator takes twice as long)
            if not fits(mark):
                return False
        return True

    return fits_all


def _tests(query: Query, around: Around) -> Iterable[Fits]:
    """One test for each thing asked for, the cheap ones first."""
    stars, states, initials = query.stars, query.states, around.initials
    section, since = around.here if query.here else query.section, _since(query.date, around.today)
    if stars:
        yield lambda mark: mark.stars >= stars
    if since:
        yield lambda mark: mark.created >= since
    if query.makers:
        makers = query.makers
        yield lambda mark: mark.creator in makers
    if states:
        yield lambda mark: mark.state in states
    if section is not None:
        first, stop = section.start, section.stop
        yield lambda mark: mark.span is not None and first <= mark.span.start < stop
    if query.tags:
        yield _tag_test(query.tags, query.how)
    if words := fold(query.text):
        yield lambda mark: words in fold(mark.quote) or words in fold(mark.note) or words in initials.get(mark.id, "")


def _since(words: str, today: date) -> str:
    """The time from which on marks fit, as marks write times; empty for all."""
    if not words:
        return ""
    day = today - timedelta(int(words) - 1) if words.isdigit() else date.fromisoformat(words)
    return datetime.combine(day, time()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tag_test(tags: frozenset[str], how: str) -> Fits:
    if how == "all":
        return lambda mark: tags.issubset(mark.tags)
    if how == "none":
        return lambda mark: tags.isdisjoint(mark.tags)
    return lambda mark: not tags.isdisjoint(mark.tags)


def placing(by: str, tags: Iterable[str]) -> Place:
    """The sort key of an order: by ``place`` in the text, by ``tag`` in the order of ``tags``, by ``date``, the
    newest first. Whatever the order, orphans come last; within a tag marks stand as in the text."""
    if by == "tag":
        ranks = {tag: number for number, tag in enumerate(tags)}
        last = len(ranks)
        return lambda mark: _key(mark, min((ranks.get(tag, last) for tag in mark.tags), default=last + 1))
    if by == "date":
        return lambda mark: _key(mark, -_number(mark.created))
    return _key


def _key(mark: Annotation, first: int = 0) -> Key:
    span = mark.span
    return (LAST, 0, 0, mark.id) if span is None else (first, span.start, -span.stop, mark.id)


def _number(moment: str) -> int:
    digits = "".join(filter(str.isdigit, moment))
    return int(digits) if digits.isascii() and digits else 0
