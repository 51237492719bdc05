"""What the lens costs: cutting into words, repeated strings, a library from its cache, as ratios."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from core.lens import answers
from core.lens.answers import Lens
from core.lens.repeats import repeats
from core.library import Library
from core.model import Document
from core.readers import read
from core.text import digest
from core.words import Words
from tests.benchmarks.ledger import Ledger

SPEECHES = 100


def nobody(done: int, total: int) -> None:
    """Is told how far one is, and does not care."""


def timed(lens: Lens, name: str, text: str, **more: object) -> float:
    """Milliseconds that an answer takes."""
    start = perf_counter()
    lens.answer({"lens": name, "digest": digest(text), "text": text, **more}, nobody)
    return (perf_counter() - start) * 1000


@pytest.fixture
def lens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lens:
    monkeypatch.setattr(answers, "cache_folder", lambda: tmp_path / "cache")
    words = Words()
    words.load()
    return Lens(words)


def test_words_and_repeats_grow_with_the_text(lens: Lens, seed_path: Path, ledger: Ledger) -> None:
    text = read(seed_path).text
    ledger.most("word list of the seed", timed(lens, "words", text, parts=[[0, len(text)]]), "ms")
    ledger.most("word list of the seed again", timed(lens, "words", text, parts=[[0, len(text)]]), "ms")
    times = []
    for size in (10, 20):
        long = "".join(f"{number}{text}" for number in range(size))
        start = perf_counter()
        repeats(long)
        times.append((perf_counter() - start) * 1000)
    ledger.ratio("repeats of a text twice as long", times[1:], times[:1], allowed=3)


def test_a_library_is_counted_once(lens: Lens, seed_path: Path, tmp_path: Path, ledger: Ledger) -> None:
    text = read(seed_path).text
    lines = [line for line in text.splitlines() if line.strip()]
    with Library(tmp_path / "library.sqlite") as library:
        for number in range(SPEECHES):
            made = "\n".join(lines[number % 7 :: 2]) + str(number)
            library.add(Document(digest(made), "", "", "", "", made, ()))
    more = {"library": str(tmp_path / "library.sqlite"), "others": {}}
    first, again = (timed(lens, "keyness", text, **more) for _ in range(2))
    ledger.ratio(f"keyness against {SPEECHES} speeches, from the cache : counted", [again], [first], allowed=0.1)
