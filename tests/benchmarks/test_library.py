"""The library with 10,000 marks beside one with none: opening it, reading a speech's marks, writing one."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from core.library import Library
from core.marks import mark
from core.model import Change, Span
from core.readers import read
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import MANY, Material, fill

ALLOWED = 2.0
ROUNDS = 20


def test_library(own: Material, tmp_path: Path, ledger: Ledger) -> None:
    counts = {"many": MANY, "none": 0}
    document = read(own.mb1)
    for name, count in counts.items():
        with Library(tmp_path / name) as library:
            fill(library, document, own.places[:count])
    opened, listed, written = ({name: list[float]() for name in counts} for _ in range(3))
    for number in range(ROUNDS):
        for name, count in counts.items():
            begun = perf_counter()
            with Library(tmp_path / name) as library:
                opened[name].append((perf_counter() - begun) * 1000)
                begun = perf_counter()
                found = library.annotations(document.digest)
                listed[name].append((perf_counter() - begun) * 1000)
                made = mark(document, Span(100 * number, 100 * number + 20), id=f"{number}", now=library.now())
                begun = perf_counter()
                inverse = library.apply(Change({made.id: made}))
                written[name].append((perf_counter() - begun) * 1000)
                assert len(found) == count
                assert len(library.annotations(document.digest)) == count + 1
                library.apply(inverse)
    ledger.ratio("library: open, 10,000 marks : none", opened["many"], opened["none"], "ms", ALLOWED)
    ledger.ratio("library: write one mark, 10,000 marks : none", written["many"], written["none"], "ms", ALLOWED)
    ledger.most("library: read 10,000 marks", min(listed["many"]), "ms")
