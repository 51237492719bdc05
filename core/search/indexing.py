"""Bringing an index up to date: what is missing is written in files of some hundred texts, each whole or not at all.

Whoever is killed loses the file at hand and goes on after the last one. Two that index at once take turns, file
by file, and each looks first what the other has done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from core.search.catalogue import Catalogue
from core.search.segment import FEW, Damaged, write
from core.search.shelf import PATIENCE, SUFFIX, Shelf, index_folder
from core.text import digest as digest_of

FULL = 1000
"""Texts in one file at most."""
HEAVY = 24_000_000
"""Code points after which a file is full, however few its texts are."""
MANY = 12
"""Files with few texts, or half full ones, above which they are made into one."""


class Indexer:
    """Writes the index of one library. Every method raises Problem where it cannot be written; the library is only
    read."""

    def __init__(self, path: Path, catalogue: Catalogue, shelf: Shelf) -> None:
        self._path, self._catalogue, self._shelf = path, catalogue, shelf
        self._odd = set[str]()
        """Speeches that are not what they are called, and are read from the library each time."""

    def missing(self) -> list[str]:
        """The digests of the speeches that are not in the index, in the order of the library."""
        self._shelf.refresh()
        there = {each.digest for segment in self._shelf.segments.values() for each in segment.stretches}
        there |= self._odd
        return [entry.digest for entry in self._catalogue.entries() if entry.digest not in there]

    def step(self, most: int = FULL, patience: float = PATIENCE) -> int:
        """Write one file of what is missing, with ``most`` texts; returns how many are still missing then.

        ``patience`` is how many seconds somebody else who writes to the index is waited for.
        """
        with self._shelf.writing(patience):
            missing = self.missing()
            if missing or self._shelf.damaged:
                self._shelf.remove(set(self._shelf.damaged))
                self._write(self._some(missing[:most]))
                self._merge()
        return len(self.missing())

    def run(self, tell: Callable[[int, int], None] = lambda done, of: None, stop: Callable[[], bool] = bool) -> None:
        """Write all that is missing; ``tell`` is told how many of how many are done, ``stop`` asked after each file."""
        first = before = len(self.missing())
        tell(0, first)
        while before and not stop():
            left = self.step()
            tell(max(0, first - left), first)
            if left >= before:
                break  # what is left cannot be indexed: it has no text, or another than its name says
            before = left

    def _some(self, digests: Collection[str]) -> Iterator[tuple[str, str]]:
        """Texts for one file. One that is not what its digest says is left to the library, where it may be mended."""
        for digest, text in self._catalogue.texts(digests):
            if digest_of(text) == digest:
                yield digest, text
            else:
                self._odd.add(digest)

    def _write(self, texts: Iterable[tuple[str, str]]) -> None:
        """Write the first of some texts, as many as one file takes."""
        some, size = list[tuple[str, str]](), 0
        for digest, text in texts:
            some.append((digest, text))
            size += len(text)
            if size > HEAVY or len(some) == FULL:
                break
        if some:
            numbers = [int(name[:8]) for name in self._shelf.segments if name[:8].isdigit()]
            path = index_folder(self._path) / f"{max(numbers, default=0) + 1:08}-{os.urandom(4).hex()}{SUFFIX}"
            write(path, some)
            self._shelf.refresh()

    def _merge(self) -> None:
        """Make one file of many small ones, and of those of which the library has let go most texts."""
        wanted = {entry.digest for entry in self._catalogue.entries()}
        for few in (FEW, FULL // 2):
            segments = self._shelf.segments.items()
            small = {name for name, s in segments if len(s) < few and s.size < 2 * HEAVY * few / FULL}
            stale = {name for name, s in segments if 2 * sum(each.digest in wanted for each in s.stretches) < len(s)}
            if merged := stale | (small if len(small) > MANY else set[str]()):
                self._rewrite(merged, wanted)

    def _rewrite(self, names: set[str], wanted: set[str]) -> None:
        texts = dict[str, str]()
        try:
            for name in sorted(names):
                segment = self._shelf.segments[name]
                for number, stretch in enumerate(segment.stretches):
                    if stretch.digest in wanted and stretch.digest not in texts:
                        texts[stretch.digest] = segment.text(number).decode("utf-8")
        except (Damaged, OSError, UnicodeDecodeError):
            return  # it is found to be bent when it is next opened
        rest = iter(texts.items())
        for _ in range(len(texts)):
            self._write(rest)
        self._shelf.remove(names)
