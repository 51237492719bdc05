"""Where the end of a passage goes when it is moved by a character, a word or a clause."""

from __future__ import annotations

from collections.abc import Callable

from core.model import Span
from core.sentences import BETWEEN, BLANKS

LOOK_BACK = 64
"""Code points of a line searched backwards for the beginning of a character of several code points."""

Unit = Callable[[int], Span]
"""Tells the unit over a code point of the text."""


def character_at(text: str, point: int) -> Span:
    """The character over a code point as a reader sees it: an emoji may be made of several code points."""
    import regex

    start = max(text.rfind("\n", 0, point) + 1, point - LOOK_BACK)
    found = (Span(*match.span()) for match in regex.finditer(r"\X", text, pos=start))
    return next((span for span in found if span.stop > point), Span(point, point + 1))


def trimmed(text: str, span: Span) -> Span:
    """The passage without the blanks and line ends around it; itself where there is nothing else in it."""
    words = text[span.start : span.stop].rstrip(BLANKS)
    lead = len(words) - len(words.lstrip(BLANKS))
    return Span(span.start + lead, span.start + len(words)) if words else span


def start_moved(text: str, span: Span, way: int, unit: Unit, *, clauses: bool = False) -> Span:
    """The passage with its start one unit on (1) or back (-1); never behind its last character.

    Blanks and line ends are passed over, and between ``clauses`` their stops too.
    """
    passed = BETWEEN if clauses else BLANKS
    if way < 0:
        return _within(text, _back(text, span.start, unit, passed), span.stop, span)
    point = _forth(text, span.start, unit, passed)
    while point < span.stop and text[point] in passed:
        point += 1
    return _within(text, point, span.stop, span)


def stop_moved(text: str, span: Span, way: int, unit: Unit, *, clauses: bool = False) -> Span:
    """The passage with its end one unit on (1) or back (-1); never before its first character."""
    passed = BETWEEN if clauses else BLANKS
    least, point = span.start, _back(text, span.stop, unit, passed)
    if way > 0:
        least, point = span.stop, _forth(text, span.stop, unit, passed)
    while point > least and text[point - 1] in passed:
        point -= 1
    return _within(text, span.start, point, span)


def _forth(text: str, point: int, unit: Unit, passed: str) -> int:
    """The end of the unit at a place, or of the next one; the place itself where there is none."""
    at = point
    while at < len(text) and text[at] in passed:
        at += 1
    return max(at + 1, unit(at).stop) if at < len(text) else point


def _back(text: str, point: int, unit: Unit, passed: str) -> int:
    """The beginning of the unit before a place; the place itself where there is none."""
    at = point
    while at > 0 and text[at - 1] in passed:
        at -= 1
    return min(at - 1, unit(at - 1).start) if at > 0 else point


def _within(text: str, start: int, stop: int, span: Span) -> Span:
    return Span(start, stop) if 0 <= start < stop <= len(text) else span
