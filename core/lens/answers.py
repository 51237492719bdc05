"""What the lens can be asked where there are words: a question as an object of JSON → an answer as one.

Every question names a speech by ``digest`` and ``text``. ``others`` says which speeches of the ``library`` (a path)
it is compared with: those of a ``speaker`` or a ``year``, the one of a ``digest``, or all; itself is never one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from core.lens.collocates import collocates, whole_node
from core.lens.counting import Tally, list_of, pieces, tally, word_list
from core.lens.keyness import keyness
from core.lens.others import Others, Wanted, with_terms
from core.lens.phrases import Phrases, Shared
from core.lens.repeats import Repeat, repeats
from core.lens.series import by_year, year_of
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
MOST = 5000
"""Rows of an answer that has them by what they matter: nobody reads further."""
Found = TypeVar("Found", Repeat, Shared)


class Left(Exception):
    """Nobody waits for this answer any more."""


class Lens:
    """Answers questions about speeches cut into words; keeps what it cut."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._cut: OrderedDict[str, Kept] = OrderedDict()
        self._store: Store | None = None
        self._answers: Mapping[str, Callable[[Mapping[str, Any], Report], object]] = {
            "words": self._word_list,
            "all words": self._words_of_others,
            "keyness": self._keyness,
            "collocates": self._collocates,
            "repeats": self._repeats,
            "phrases": self._phrases,
            "years": self._years,
        }

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

    # -- cutting -------------------------------------------------------------------------------

    def kept(self, digest: str, text: str, report: Report) -> Kept:
        """A speech cut into words: as it is remembered, or anew."""
        found = self._cut.get(digest) or self.store.kept(digest)
        if found is None or sum(found.lengths) != len(text):
            found = self.count(text, report)
            self.store.keep(digest, found)
        self._cut[digest] = found
        self._cut.move_to_end(digest)
        while len(self._cut) > REMEMBERED:
            self._cut.popitem(last=False)
        return found

    def count(self, text: str, report: Report) -> Kept:
        """A speech cut into words anew."""
        lengths: list[int] = []
        done = 0
        with self._words.knowing(own_terms(text)):
            for stretch in stretches(text):
                report(done, len(text))
                lengths.extend(self._words.lengths(stretch))
                done += len(stretch)
        return Kept(tally(pieces(text, lengths)), lengths)

    @contextmanager
    def _others(self, asked: Mapping[str, Any]) -> Iterator[Others]:
        """The speeches that one is compared with, while the library is open. Raises Problem."""
        from core.search.catalogue import Catalogue

        with closing(Catalogue(Path(asked["library"]))) as catalogue:
            wanted = Wanted(**asked["others"])
            yield Others(catalogue, self.store, wanted, asked["digest"], lambda text: self.count(text, _nobody))

    # -- one speech ----------------------------------------------------------------------------

    def _word_list(self, asked: Mapping[str, Any], report: Report) -> object:
        """``parts`` [[start, stop], …] → ``total`` and ``rows`` [word, times, ‰, range]."""
        kept = self.kept(asked["digest"], asked["text"], report)
        parts = [Span(start, stop) for start, stop in asked["parts"]]
        return {"total": kept.tally.total, "rows": word_list(asked["text"], kept.lengths, parts)}

    def _collocates(self, asked: Mapping[str, Any], report: Report) -> object:
        """``node``, ``window`` (0: the sentence) → ``times`` of the node, ``rows`` as Collocate."""
        text, node = asked["text"], asked["node"]
        kept = self.kept(asked["digest"], text, report)
        tokens = list(pieces(text, kept.lengths))
        if node and node not in kept.tally.counts:
            tokens = whole_node(tokens, text, node)
        rows = collocates(tokens, node, asked["window"], asked["least"]) if node else []
        return {"times": tokens.count(node), "rows": rows}

    def _repeats(self, asked: Mapping[str, Any], report: Report) -> object:
        """→ ``rows`` [string, times, first place]; those that begin or end within a word are left out."""
        edges = self._edges(asked, report)
        found = repeats(asked["text"], report=report)
        return {"rows": _whole_words(found, edges)}

    def _edges(self, asked: Mapping[str, Any], report: Report) -> set[int]:
        """Where the words of a speech begin and end."""
        return set(accumulate(self.kept(asked["digest"], asked["text"], report).lengths, initial=0))

    # -- one speech and others -----------------------------------------------------------------

    def _keyness(self, asked: Mapping[str, Any], report: Report) -> object:
        """→ ``speeches`` compared with, their ``total`` of words, ``rows`` as KeyRow."""
        here = self.kept(asked["digest"], asked["text"], report).tally
        with self._others(asked) as others:
            there = others.total(report)
            own = [term for term in own_terms(asked["text"]) if here.counts.get(term, 0) > 1]
            there = with_terms(there, own, others.texts(report) if own else ())
            rows = keyness(here, there)[:MOST]
            return {"speeches": len(others.entries), "total": there.total, "rows": rows}

    def _words_of_others(self, asked: Mapping[str, Any], report: Report) -> object:
        """→ ``speeches``, their ``total`` of words, ``rows`` [word, times, ‰, speeches]; the speech itself is one."""
        with self._others({**asked, "digest": ""}) as others:
            total, rows = list_of(tally for _, tally in others.tallies(report))
            return {"speeches": len(others.entries), "total": total, "rows": rows[:MOST]}

    def _phrases(self, asked: Mapping[str, Any], report: Report) -> object:
        """→ ``speeches`` looked through, ``rows`` [string, times here, others that have it, first place here]."""
        edges, phrases = self._edges(asked, report), Phrases(asked["text"])
        with self._others(asked) as others:
            for text in others.texts(report):
                phrases.look_through(text)
            found = phrases.shared(min(2, len(others.entries)))
            return {"speeches": len(others.entries), "rows": _whole_words(found, edges)}

    def _years(self, asked: Mapping[str, Any], report: Report) -> object:
        """``words`` → Plotted, in a thousand words; the speech itself is one of them."""
        words = asked["words"]
        here = self.kept(asked["digest"], asked["text"], report).tally
        with self._others(asked) as others:
            tallies = [(year_of(asked["date"]), _with(here, words, asked["text"]))]
            for entry, each in others.tallies(report):
                strange = [word for word in words if word not in each.counts]
                tallies.append((year_of(entry.date), _with(each, words, others.text(entry.digest) if strange else "")))
            return by_year(tallies, words)


def _whole_words(found: Iterable[Found], edges: set[int]) -> list[Found]:
    """The first of those strings that begin and end where words do."""
    whole = (each for each in found if edges >= {each.first, each.first + len(each.words)})
    return list(islice(whole, MOST))


def _with(tally: Tally, words: list[str], text: str) -> Tally:
    """The counts of some words; one that is no word of the dictionary's is counted in the text."""
    return Tally({word: tally.counts.get(word) or text.count(word) for word in words}, tally.total)


def _nobody(done: int, total: int) -> None:
    """Is told how far one is where nobody asks."""


def stretches(text: str) -> list[str]:
    """The text in stretches of whole lines, each of about STRETCH code points."""
    found, start = list[str](), 0
    while start < len(text):
        stop = text.find("\n", start + STRETCH) + 1 or len(text)
        found.append(text[start:stop])
        start = stop
    return found
