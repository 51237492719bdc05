"""What the lens can be asked where there are words: a question as an object of JSON → an answer as one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from core.lens.counting import pieces, tally, word_list
from core.lens.store import Kept, Store
from core.lens.terms import own_terms
from core.model import Span
from core.places import cache_folder

if TYPE_CHECKING:
    from core.words import Words

Report = Callable[[int, int], None]
"""Is told how much of how much is done; raises Left where the answer is not wanted any more."""
REMEMBERED = 4
"""Speeches whose pieces are kept at hand."""
STRETCH = 20_000
"""Code points, about, that are cut before anybody is told how far one is."""


class Left(Exception):
    """Nobody waits for this answer any more."""


class Lens:
    """Answers questions about speeches cut into words; keeps what it cut."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._cut: OrderedDict[str, Kept] = OrderedDict()
        self._store: Store | None = None
        self._answers: Mapping[str, Callable[[Mapping[str, Any], Report], object]] = {"words": self._word_list}

    def answer(self, asked: Mapping[str, Any], report: Report) -> object:
        """The answer to ``{"lens": name, ...}``. Raises KeyError, ValueError or TypeError for nonsense."""
        return self._answers[asked["lens"]](asked, report)

    def take_own(self) -> None:
        """The reader's own words are others: all is cut anew."""
        self._words.take_own()
        self._cut.clear()
        self._store = None

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = Store(cache_folder() / "words", self._words.key)
        return self._store

    def kept(self, digest: str, text: str, report: Report) -> Kept:
        """A speech cut into words: as it is remembered, or anew."""
        found = self._cut.get(digest) or self.store.kept(digest)
        if found is None or sum(found.lengths) != len(text):
            found = self._count(text, report)
            self.store.keep(digest, found)
        self._cut[digest] = found
        self._cut.move_to_end(digest)
        while len(self._cut) > REMEMBERED:
            self._cut.popitem(last=False)
        return found

    def _count(self, text: str, report: Report) -> Kept:
        lengths: list[int] = []
        done = 0
        with self._words.knowing(own_terms(text)):
            for stretch in stretches(text):
                report(done, len(text))
                lengths.extend(self._words.lengths(stretch))
                done += len(stretch)
        return Kept(tally(pieces(text, lengths)), lengths)

    def _word_list(self, asked: Mapping[str, Any], report: Report) -> object:
        """``text``, ``digest``, ``parts`` [[start, stop], …] → ``total`` and ``rows`` [word, count, ‰, range]."""
        kept = self.kept(asked["digest"], asked["text"], report)
        parts = [Span(start, stop) for start, stop in asked["parts"]]
        return {"total": kept.tally.total, "rows": word_list(asked["text"], kept.lengths, parts)}


def stretches(text: str) -> list[str]:
    """The text in stretches of whole lines, each of about STRETCH code points."""
    found, start = list[str](), 0
    while start < len(text):
        stop = text.find("\n", start + STRETCH) + 1 or len(text)
        found.append(text[start:stop])
        start = stop
    return found
