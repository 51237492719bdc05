"""Every place of some words, or of a pattern, in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from core.folding import Fold, Folder
from core.model import Span
from core.problem import Problem

if TYPE_CHECKING:
    from regex import Pattern

MOST = 200_000
"""Hits looked for at most."""
PATIENCE = 2.0
"""Seconds that a pattern may take over one text."""
_REASONS = {
    "missing )": "find.open_bracket",
    "unbalanced parenthesis": "find.close_bracket",
    "unterminated character set": "find.open_set",
    "nothing to repeat": "find.repeat",
    "multiple repeat": "find.repeat",
}
"""What the library regex says of a pattern, and the sentence for it."""


class Query(NamedTuple):
    """What is looked for, what is taken for the same, and whether the words are a regular expression."""

    words: str
    fold: Fold = Fold()
    regex: bool = False


class Finder:
    """Finds in one text. What the text was folded to is kept: the next query mostly folds in the same way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: tuple[Folder, Fold, str] | None = None

    def hits(self, query: Query) -> list[Span]:
        """The places of what is looked for, in order, MOST at most; none overlaps another, none is empty.

        Raises Problem where a pattern is no regular expression, and where it takes too long.
        """
        if not query.words:
            return []
        folder, seen = self._folded(query.fold)
        if not query.regex:
            return list(islice(_places(seen, folder.fold(query.words)), MOST))
        return list(islice(_matches(seen, _compiled(query.words, folder, query.fold.case)), MOST))

    def _folded(self, fold: Fold) -> tuple[Folder, str]:
        last = self._last
        if last is None or last[1] != fold:
            folder = Folder(fold)
            last = self._last = (folder, fold, folder.fold(self._text))
        return last[0], last[2]


def _places(text: str, words: str) -> Iterator[Span]:
    at, length = text.find(words), len(words)
    while at >= 0:
        yield Span(at, at + length)
        at = text.find(words, at + length)


def _matches(text: str, pattern: Pattern[str]) -> Iterator[Span]:
    try:
        for match in pattern.finditer(text, timeout=PATIENCE):
            if match.end() > match.start():
                yield Span(match.start(), match.end())
    except TimeoutError as error:
        raise Problem("find.slow") from error


def _compiled(pattern: str, folder: Folder, case: bool) -> Pattern[str]:
    """The pattern for a folded text: each of its characters that folds is folded, and stays a plain character."""
    import regex

    flags = regex.MULTILINE | (regex.IGNORECASE if case else 0)
    try:
        regex.compile(pattern, flags)  # as it was written, so that an error is told at its place
        return regex.compile("".join(_seen(each, folder) for each in pattern), flags)
    except regex.error as error:
        raise _problem(str(getattr(error, "msg", error)), getattr(error, "pos", None), len(pattern)) from error


def _problem(reason: str, at: int | None, length: int) -> Problem:
    place = min(length if at is None else at, length - 1) + 1
    return Problem(_REASONS.get(reason, "find.pattern"), place=place, reason=reason)


def _seen(character: str, folder: Folder) -> str:
    """A character of a pattern as the folded text has it; ASCII is the pattern's own language: \\d is not \\D."""
    return character if character.isascii() else re.escape(folder.character(character))
