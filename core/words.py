"""Words of the language, as jieba cuts them. The only file that imports jieba.

Run by its path, this file is the process that cuts words for the window (see ``serve``), so that
loading the dictionary never holds the interpreter lock of the interface.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if __name__ == "__main__":  # run by its path: what Python then puts first is the folder of this file
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from core.model import Span
from core.own_words import OwnWord, own_words
from core.places import RESOURCES, cache_folder
from core.sentences import sentence_at

if TYPE_CHECKING:
    from jieba import Tokenizer

    from core.lens.working import Worker

WINDOW = 200
"""Code points on either side of a place that may have to do with the word there."""

_UNITS = (
    "个?百分点|[%％‰]|(?:万亿|[千百]?[万亿])?"
    "(?:元|美元|吨|亩|公里|平方米|平方公里|米|家|户|人次|人|项|个|条|件|次|倍|天|年|月|日|时|分|级|届|期)?"
)
_RUN = re.compile(
    r"\d+(?:\+\d+)+|\d+(?:\.\d+)?[A-Za-z]+"  # 5+2, 5G
    rf"|第?\d[\d,]*(?:\.\d+)?(?:{_UNITS})|[一二两三四五六七八九十百千]+(?:万亿|[万亿])元?"  # 1,200个, 五十亿
    r"|[A-Za-z]+(?:[-.&'][A-Za-z0-9]+|\d+(?:\.\d+)?)*"  # R&D, PM2.5
)
"""Numbers with their unit, and words in Latin letters: jieba would take them apart."""


LENS = {"lens", "cancel", "own"}
"""What the lens asks by: a question, a question to be left, news of the reader's own words."""


class _Kept(NamedTuple):
    """What a dictionary held, of its words and their beginnings, before others were put in; None: nothing."""

    total: int
    frequencies: dict[str, int | None]


class Words:
    """Cuts text into words, once the dictionary is loaded: about a second, less from its cache."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._tokenizer: Tokenizer | None = None
        self._before = _Kept(0, {})

    def load(self) -> Tokenizer:
        """Load the dictionary, our own words and the reader's, where that has not been done yet."""
        if self._tokenizer is None:
            self._tokenizer = _tokenizer(self._cache or cache_folder())
            for word, frequency in genre_words():
                self._tokenizer.add_word(word, frequency)
            self._before = self._put(own_words())
        return self._tokenizer

    def add(self, words: Iterable[str]) -> None:
        """Words of a document or a reader, each to be cut as one from now on."""
        self.load()
        self._put(map(OwnWord, words))

    def take_own(self) -> None:
        """Take the reader's words from their file again: those that stood there before are no words any more."""
        self.load()
        self._put_back(self._before)
        self._before = self._put(own_words())

    @contextmanager
    def knowing(self, words: Iterable[str]) -> Iterator[None]:
        """Inside the block some words, those of one speech, are each cut as one; behind it all is as before."""
        self.load()
        before = self._put(map(OwnWord, words))
        try:
            yield
        finally:
            self._put_back(before)

    @property
    def key(self) -> str:
        """Names this dictionary: what was cut by another one may be cut otherwise."""
        import jieba

        parts = (jieba.__version__, _RUN.pattern, *map(str, genre_words()), *map(str, own_words()))
        return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _put(self, words: Iterable[OwnWord]) -> _Kept:
        tokenizer = self.load()
        kept = _Kept(tokenizer.total, {})
        for word, frequency in words:
            for stop in range(1, len(word) + 1):
                kept.frequencies.setdefault(word[:stop], tokenizer.FREQ.get(word[:stop]))
            tokenizer.add_word(word, frequency)
        return kept

    def _put_back(self, kept: _Kept) -> None:
        tokenizer = self.load()
        tokenizer.total = kept.total
        for piece, frequency in kept.frequencies.items():
            if frequency is None:
                del tokenizer.FREQ[piece]
            else:
                tokenizer.FREQ[piece] = frequency

    def lengths(self, text: str) -> list[int]:
        """The lengths of the words of a text, without gaps; blanks and stops are words too."""
        tokenizer, found, place = self.load(), list[int](), 0
        for run in _RUN.finditer(text):
            found.extend(map(len, tokenizer.cut(text[place : run.start()], HMM=False)))
            found.append(len(run[0]))
            place = run.end()
        found.extend(map(len, tokenizer.cut(text[place:], HMM=False)))
        return found

    def cut(self, sentence: str) -> list[Span]:
        """The same as spans."""
        stops = list(accumulate(self.lengths(sentence), initial=0))
        return [Span(start, stop) for start, stop in pairwise(stops)]

    def word_at(self, text: str, offset: int) -> Span:
        """The word over a code point of a text; the code point alone between sentences."""
        around = sentence_at(text, offset)
        start, stop = max(around.start, offset - WINDOW), min(around.stop, offset + WINDOW)
        for word in self.cut(text[start:stop]) if start <= offset < stop else ():
            if offset < start + word.stop:
                return Span(start + word.start, start + word.stop)
        return Span(min(offset, len(text)), min(offset + 1, len(text)))


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer until the input ends.

    First ``{"ready": true}`` when the dictionary is loaded; then, for each line ``{"id": n,
    "text": "...", "add": [words]}``, a line ``{"id": n, "spans": [[start, stop], ...]}``. ``text``
    and ``add`` may be missing. A line ``{"id": n, "initials": [texts]}`` is answered by their pinyin
    initials, ``{"id": n, "initials": [texts]}``. What the lens asks takes longer, and is answered beside the
    rest, see ``core.lens.working``. A line that is no such object is passed over.
    """
    words, lock = Words(), Lock()
    words.load()

    def answer(record: Mapping[str, object]) -> None:
        with lock:
            _answer(stdout, record)

    answer({"ready": True})
    worker: Worker | None = None
    for line in stdin:
        with suppress(ValueError, TypeError, AttributeError):
            asked = json.loads(line)
            if LENS.intersection(asked):
                worker = worker or _worker(words, answer)
                worker.take(asked)
            elif "initials" in asked:
                answer({"id": asked.get("id"), "initials": _initials(asked["initials"])})
            else:
                answer({"id": asked.get("id"), "spans": _spans(words, asked)})
    if worker is not None:
        worker.stop()


def _spans(words: Words, asked: Mapping[str, Any]) -> list[list[int]]:
    words.add(asked.get("add", ()))
    return [[span.start, span.stop] for span in words.cut(asked.get("text", ""))]


def _worker(words: Words, answer: Callable[[Mapping[str, object]], None]) -> Worker:
    from core.lens.working import Worker

    return Worker(words, answer)


def _initials(texts: list[str]) -> list[str]:
    from core.pinyin import initials

    return [initials(text) for text in texts]


def _answer(stdout: BinaryIO, record: Mapping[str, object]) -> None:
    stdout.write(json.dumps(record).encode("ascii") + b"\n")
    stdout.flush()


def _tokenizer(cache: Path) -> Tokenizer:
    """jieba's, loaded, with its dictionary cached in a folder of ours and not in the shared one."""
    with warnings.catch_warnings(), _without("pkg_resources"):
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache)  # pyright: ignore[reportAttributeAccessIssue]
    tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"  # pyright: ignore[reportAttributeAccessIssue]
    tokenizer.initialize()
    return tokenizer


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Inside the block a slow module that is not loaded yet seems not to be there; jieba does without."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # pyright: ignore[reportArgumentType]
    try:
        yield
    finally:
        del sys.modules[module]


def genre_words() -> list[tuple[str, int]]:
    """The words of this kind of text with their frequencies, from ``resources/words.txt``."""
    lines = (RESOURCES / "words.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return [(word, int(frequency)) for word, frequency in rows]


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
