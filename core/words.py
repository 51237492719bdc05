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
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if __name__ == "__main__":  # run by its path: what Python then puts first is the folder of this file
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from core.model import Span
from core.places import RESOURCES, cache_folder
from core.sentences import sentence_at

if TYPE_CHECKING:
    from jieba import Tokenizer

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


class Words:
    """Cuts text into words, once the dictionary is loaded: about a second, less from its cache."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._tokenizer: Tokenizer | None = None

    def load(self) -> Tokenizer:
        """Load the dictionary and our own words, where that has not been done yet."""
        if self._tokenizer is None:
            self._tokenizer = _tokenizer(self._cache or cache_folder())
            for word, frequency in _own_words():
                self._tokenizer.add_word(word, frequency)
        return self._tokenizer

    def add(self, words: Iterable[str]) -> None:
        """Words of a document or a reader, each to be cut as one from now on."""
        tokenizer = self.load()
        for word in words:
            tokenizer.add_word(word)

    def cut(self, sentence: str) -> list[Span]:
        """The words of a text without gaps; blanks and stops are words too."""
        tokenizer, found, place = self.load(), list[Span](), 0

        def cut(stop: int) -> None:
            nonlocal place
            for word in tokenizer.cut(sentence[place:stop], HMM=False):
                found.append(Span(place, place + len(word)))
                place += len(word)

        for run in _RUN.finditer(sentence):
            cut(run.start())
            found.append(Span(*run.span()))
            place = run.end()
        cut(len(sentence))
        return found

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
    initials, ``{"id": n, "initials": [texts]}``. A line that is no such object is passed over.
    """
    words = Words()
    words.load()
    _answer(stdout, {"ready": True})
    for line in stdin:
        with suppress(ValueError, TypeError, AttributeError):
            asked = json.loads(line)
            if "initials" in asked:
                _answer(stdout, {"id": asked.get("id"), "initials": _initials(asked["initials"])})
                continue
            words.add(asked.get("add", ()))
            spans = [[span.start, span.stop] for span in words.cut(asked.get("text", ""))]
            _answer(stdout, {"id": asked.get("id"), "spans": spans})


def _initials(texts: list[str]) -> list[str]:
    from core.pinyin import initials

    return [initials(text) for text in texts]


def _answer(stdout: BinaryIO, record: dict[str, object]) -> None:
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


def _own_words() -> list[tuple[str, int]]:
    lines = (RESOURCES / "words.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return [(word, int(frequency)) for word, frequency in rows]


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
