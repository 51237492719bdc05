"""The speeches that one is compared with: which they are, and what is counted in them, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from core.lens.counting import Tally, summed, without
from core.lens.series import year_of
from core.lens.store import Kept, Store

if TYPE_CHECKING:
    from core.search.catalogue import Catalogue, Entry

Report = Callable[[int, int], None]


class Wanted(NamedTuple):
    """Which speeches are wanted: those of a speaker, of a year, the one of a digest; all where all is empty."""

    speaker: str = ""
    year: str = ""
    digest: str = ""

    def fits(self, entry: Entry) -> bool:
        pairs = ((self.speaker, entry.speaker), (self.year, year_of(entry.date)), (self.digest, entry.digest))
        return all(not wanted or wanted == found for wanted, found in pairs)


class Others:
    """Some speeches of a library but one. What is counted in them is kept; so is the sum of the whole library."""

    def __init__(
        self, catalogue: Catalogue, store: Store, wanted: Wanted, digest: str, count: Callable[[str], Kept]
    ) -> None:
        self._catalogue, self._store, self._wanted, self._digest = catalogue, store, wanted, digest
        self._count = count

    @cached_property
    def entries(self) -> list[Entry]:
        """The speeches compared with."""
        return [each for each in self._catalogue.entries() if self._wanted.fits(each) and each.digest != self._digest]

    def texts(self, report: Report) -> Iterator[str]:
        """Their texts, one at a time."""
        for number, (_, text) in enumerate(self._catalogue.texts(each.digest for each in self.entries)):
            report(number, len(self.entries))
            yield text

    def text(self, digest: str) -> str:
        """The text of a speech; empty where it was lost."""
        return next((text for _, text in self._catalogue.texts([digest])), "")

    def tallies(self, report: Report) -> Iterator[tuple[Entry, Tally]]:
        """What is counted in each of them."""
        for number, entry in enumerate(self.entries):
            report(number, len(self.entries))
            yield entry, self._tally(entry.digest)

    def _tally(self, digest: str) -> Tally:
        """What is counted in a speech; one that was not counted yet is counted now."""
        known = self._store.tally(digest)
        if known is None:
            kept = self._count(self.text(digest))
            self._store.keep(digest, kept)
            known = kept.tally
        return known

    def total(self, report: Report) -> Tally:
        """All of them as one. The sum of the whole library is kept, and carried on speech by speech."""
        if self._wanted != Wanted():
            return summed(tally for _, tally in self.tallies(report))
        digests = {each.digest for each in self._catalogue.entries()}
        whole = self._whole(digests, report)
        return without(whole, self._tally(self._digest)) if self._digest in digests else whole

    def _whole(self, digests: set[str], report: Report) -> Tally:
        known, total = self._store.totals()
        gone, new = known - digests, digests - known
        if len(gone) > len(digests) // 2 or any(self._store.tally(digest) is None for digest in gone):
            gone, new, total = frozenset[str](), digests, Tally({}, 0)
        if gone or new:
            total = summed([without(total, self._sum(sorted(gone), report)), self._sum(sorted(new), report)])
            self._store.keep_totals(digests, total)
        return total

    def _sum(self, digests: Sequence[str], report: Report) -> Tally:
        def each() -> Iterator[Tally]:
            for number, digest in enumerate(digests):
                report(number, len(digests))
                yield self._tally(digest)

        return summed(each())


def with_terms(there: Tally, terms: Sequence[str], texts: Iterable[str]) -> Tally:
    """What is counted elsewhere, with the terms of one speech as they stand in the others' texts.

    Where they are in no quotation marks they were cut as other words are, and were not counted as one.
    """
    if not terms:
        return there
    found = dict.fromkeys(terms, 0)
    for text in texts:
        for term in terms:
            found[term] += text.count(term)
    return Tally({**there.counts, **{term: times for term, times in found.items() if times}}, there.total)
