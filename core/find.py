"""Every place of some words, or of a pattern, in one text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, overload

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


class Hits(Sequence[Span]):
    """Passages in order, none empty, none over another: kept as numbers, for there may be a great many."""

    def __init__(self, ends: Iterable[tuple[int, int]] = ()) -> None:
        self._starts, self._stops = array("q"), array("q")
        for start, stop in ends:
            self._starts.append(start)
            self._stops.append(stop)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...

    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return list(map(Span, self._starts[index], self._stops[index]))
        return Span(self._starts[index], self._stops[index])


class Finder:
    """Finds in one text. What the text was folded to is kept: the next query mostly folds in the same way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: tuple[Folder, Fold, str] | None = None

    def hits(self, query: Query) -> Hits:
        """The places of what is looked for, in order, MOST at most; none overlaps another, none is empty.

        Raises Problem where a pattern is no regular expression, and where it takes too long.
        """
        if not query.words:
            return Hits()
        folder, seen = self._folded(query.fold)
        if not query.regex:
            return Hits(islice(places(seen, folder.fold(query.words)), MOST))
        return Hits(islice(_matches(seen, _compiled(query.words, folder, query.fold.case)), MOST))

    def _folded(self, fold: Fold) -> tuple[Folder, str]:
        last = self._last
        if last is None or last[1] != fold:
            folder = Folder(fold)
            last = self._last = (folder, fold, folder.fold(self._text))
        return last[0], last[2]


def places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """The places of some words, from the first on, none over another, as ``str.count`` counts them."""
    at, length = text.find(words), len(words)
    while at >= 0:
        yield at, at + length
        at = text.find(words, at + length)


def _matches(text: str, pattern: Pattern[str]) -> Iterator[tuple[int, int]]:
    try:
        for match in pattern.finditer(text, timeout=PATIENCE):
            if match.end() > match.start():
                yield match.span()
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
