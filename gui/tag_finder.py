"""Which tags are meant by what is typed: by name, by the names above, by pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from core.model import Tag
from core.tag_tree import path, rows

if TYPE_CHECKING:
    from gui.word_process import WordProcess

Tags = Mapping[str, Tag]
Of = Callable[[str], str]
"""The initials of a text, empty where they are not known."""
PATIENCE = 4.0
"""Seconds after which no answer is expected any more."""


def folded(words: str) -> str:
    """What is typed or written, as it is compared: without blanks, case and full-width slashes."""
    return "".join(words.split()).casefold().replace("／", "/")


def no_initials(_: str) -> str:
    return ""


def fitting(query: str, tags: Tags, initials: Of = no_initials) -> list[Tag]:
    """The tags that fit, the best first; all in the order of the tree for an empty query."""
    query = folded(query)
    found = [(rank, tag) for tag, _ in rows(tags) if (rank := _rank(query, path(tags, tag.id), initials)) is not None]
    return [tag for _, tag in sorted(found, key=lambda pair: pair[0])]


def _rank(query: str, whole: str, initials: Of) -> int | None:
    """How well a tag fits, 0 best: its name first, then its initials, then what stands above it."""
    head, _, query = query.rpartition("/")
    over, _, name = whole.rpartition("/")
    if head and not (head in folded(over) or head in _short(over, initials)):
        return None
    words, short = folded(name), _short(name, initials)
    if words == query:
        return 0
    for rank, fits in enumerate((words.startswith(query), short.startswith(query), query in words, query in short), 1):
        if fits:
            return rank
    if not head and query and (query in folded(over) or query in _short(over, initials)):
        return 5
    return None


def _short(whole: str, initials: Of) -> str:
    return folded("/".join(initials(name) for name in whole.split("/")))


class Initials:
    """The pinyin initials of names, asked of the words' process once and remembered."""

    def __init__(self, words: WordProcess | None) -> None:
        self._words = words
        self._known: dict[str, str] = {}
        self._until = 0.0

    def of(self, name: str) -> str:
        """The initials, empty where they are not known (yet)."""
        return self._known.get(name, "")

    @property
    def awaited(self) -> bool:
        """Whether an answer is still to be expected."""
        return monotonic() < self._until

    def ask(self, tags: Tags, then: Callable[[], object]) -> None:
        """Call ``then``, later, when the initials of all tags are known; where they are, nothing happens."""
        names = sorted({tag.name for tag in tags.values()} - self._known.keys())
        if names and self._words is not None:
            asked = self._words.initials(names, lambda found: self._learn(names, found, then))
            self._until = monotonic() + PATIENCE if asked else 0

    def _learn(self, names: list[str], found: list[str], then: Callable[[], object]) -> None:
        self._until = 0
        self._known.update(zip(names, found, strict=False))
        asker = getattr(then, "__self__", None)
        if not isinstance(asker, QObject) or isValid(asker):  # it may be gone by the time the answer comes
            then()
