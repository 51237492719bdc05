"""Searching a whole library: our index beside SQLite's trigrams, ripgrep over files, and looking through each text.

``PIYUE_BIG`` may name a library that is there (``make big-library``); else one of a thousand speeches is made.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from core.library import Library
from core.readers import build
from core.search.command import index
from core.search.shelf import index_folder
from tests.benchmarks.big_library import make
from tests.benchmarks.ledger import Ledger

HERE = Path(__file__).resolve().parent
WORDS = {
    "rare": "区块链技术",
    "frequent": "发展",
    "one character": "的",
    "mark": "，",
    "none": "没有这个词",
    "name": "𫖯",
}
ROUNDS = 3
PATIENCE = 300


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if named := os.environ.get("PIYUE_BIG"):
        return Path(named)
    path = tmp_path_factory.mktemp("big") / "library.sqlite"
    make(path, 1000)
    return path


@pytest.fixture(scope="module")
def rivals(big: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same texts for the others: as rows of an FTS5 table, and as files."""
    folder = tmp_path_factory.mktemp("rivals")
    files = folder / "files"
    files.mkdir()
    with closing(sqlite3.connect(big)) as source, closing(sqlite3.connect(folder / "fts.sqlite")) as target:
        target.execute("CREATE VIRTUAL TABLE speeches USING fts5 (text, tokenize = 'trigram')")
        target.executemany("INSERT INTO speeches VALUES (?)", source.execute("SELECT text FROM texts"))
        target.commit()
        for digest, text in source.execute("SELECT digest, text FROM texts"):
            (files / f"{digest}.txt").write_text(text, encoding="utf-8")
    return {"trigram": folder / "fts.sqlite", "ripgrep": files}


def measured(way: str, path: Path, words: str) -> tuple[float, float, int]:
    call = [sys.executable, str(HERE / "searching.py"), way, str(path), words]
    done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=PATIENCE)
    clock, processor, hits = json.loads(done.stdout)
    return clock, processor, hits


def best(way: str, path: Path, words: str) -> tuple[float, float, int]:
    """The least clock and processor time of some rounds, each in a process of its own."""
    rounds = [measured(way, path, words) for _ in range(ROUNDS)]
    return min(r[0] for r in rounds), min(r[1] for r in rounds), rounds[0][2]


@pytest.mark.parametrize("kind", WORDS)
def test_a_search(kind: str, big: Path, rivals: dict[str, Path], ledger: Ledger) -> None:
    words = WORDS[kind]
    clock, processor, _ = best("first_page", big, words)
    ledger.most(f"search {kind}: first page", clock, "ms", 100, f"processor {processor:.0f} ms")
    ours = best("count", big, words)
    ledger.most(f"search {kind}: all", ours[0], "ms", 1000, f"processor {ours[1]:.0f} ms, {ours[2]:,} hits")
    ways = {"linear": big, **rivals}
    if shutil.which("rg") is None:
        del ways["ripgrep"]
    for way, path in ways.items():
        other = best(way, path, words)
        if other[2] != ours[2]:
            assert way == "trigram" and len(words) < 3  # noqa: PT018
            ledger.most(f"search {kind}: {way} finds", other[2], "hits", None, f"of {ours[2]:,}")
            continue
        detail = f"processor {ours[1]:.0f} : {other[1]:.0f} ms, {other[2]:,} hits"
        ledger.most(f"search {kind}: ours : {way}", ours[1] / max(other[1], 0.1), "×", None, detail)


def test_the_index(big: Path, ledger: Ledger, rivals: dict[str, Path], tmp_path: Path) -> None:
    with closing(sqlite3.connect(big)) as connection:
        (size,) = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM texts").fetchone()
    there = sum(file.stat().st_size for file in index_folder(big).iterdir())
    ledger.most("search: index : text", there / size, "×", 3.0, f"{there / 1e6:.0f} : {size / 1e6:.0f} MB")
    fts = rivals["trigram"].stat().st_size
    ledger.most("search: SQLite's trigrams and text : text", fts / size, "×", None, f"{fts / 1e6:.0f} MB")
    copy = tmp_path / "library.sqlite"
    shutil.copy(big, copy)
    shutil.copytree(index_folder(big), index_folder(copy))
    with Library(copy) as library:
        library.add(build("又一篇讲话\n" + "修渠一里。" * 2000))
        begun = perf_counter()
        index(library)
        ledger.most("search: one more speech into the index", (perf_counter() - begun) * 1000, "ms", 500)
