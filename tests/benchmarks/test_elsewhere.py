"""Where else a passage occurs in a whole library: a set phrase, a sentence of one speech, a page of it.

``PIYUE_BIG`` may name a library that is there (``make big-library``); else one of a thousand speeches is made.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from core.lens.everywhere import Found, everywhere
from core.library import Library
from core.search.catalogue import Catalogue
from core.search.command import index
from tests.benchmarks.big_library import make
from tests.benchmarks.ledger import Ledger

LENGTHS = {"sentence": 60, "paragraph": 300, "page": 1000}
PHRASE = "习近平新时代中国特色社会主义思想"
ROUNDS = 3


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if named := os.environ.get("PIYUE_BIG"):
        return Path(named)
    path = tmp_path_factory.mktemp("big") / "library.sqlite"
    make(path, 1000)
    with Library(path) as library:
        index(library)
    return path


@pytest.mark.parametrize("kind", ["phrase", *LENGTHS])
def test_where_else(kind: str, big: Path, ledger: Ledger) -> None:
    with closing(Catalogue(big)) as catalogue:
        entries = catalogue.entries()
        ((_, text),) = catalogue.texts([entries[len(entries) // 2].digest])
    passage = PHRASE if kind == "phrase" else text[len(text) // 2 :][: LENGTHS[kind]]
    times, found = list[float](), list[Found]()
    for _ in range(ROUNDS):
        start = perf_counter()
        found = everywhere(big, passage)
        times.append(1000 * (perf_counter() - start))
    ledger.most(f"where else: {kind}", min(times), "ms", 1000, f"{len(found)} places in {len(entries):,} speeches")
    assert found or kind == "phrase"
