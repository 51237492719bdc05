"""A library of ten thousand speeches beside one of ten: the window's start, its memory, and the library's room."""

from __future__ import annotations

import resource
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication

from core.library import Library
from core.library.shelf import ORDERS, Wanted
from core.readers import build
from core.readers.format import Reading
from gui.library_room import LibraryRoom
from gui.library_room.shelf_model import KEPT, PAGE
from tests.benchmarks.big_library import speeches
from tests.benchmarks.desk import Desk
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.processes import Start, start

FEW, MANY = 10, 10_000
ROUNDS = 5
ALLOWED = 1.2
"""Times the start with few speeches that the start with many may take."""
REPEAT = f"""
    CREATE TEMP TABLE numbers AS
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {MANY // FEW - 1}) SELECT n FROM n;
    INSERT INTO documents (digest, title, speaker, date, venue, chars, added, opened)
        SELECT digest || n, title || n, speaker, date, venue, chars, added, opened FROM documents, numbers;
    INSERT INTO texts (digest, text) SELECT digest || n, text FROM texts, numbers;"""
"""Makes of few speeches many, of different titles and with no likeness told."""
SIZE = 20.0
"""Milliseconds in which a screen of the list is there, wherever one scrolls to."""


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Two libraries with the same ten speeches; in the larger one their rows and texts are repeated."""
    folder = tmp_path_factory.mktemp("libraries")
    made = {count: folder / f"{count}.sqlite" for count in (FEW, MANY)}
    for path in made.values():
        with Library(path) as library:
            for text in speeches(FEW, 4000):
                library.add(build(Reading(text), None))
    with closing(sqlite3.connect(made[MANY])) as connection, connection:
        connection.executescript(REPEAT)
    return made


@pytest.fixture(scope="module")
def starts(libraries: dict[int, Path], seed_path: Path, started_before: dict[str, str]) -> dict[int, list[Start]]:
    """Starts with either library, turn by turn."""
    found: dict[int, list[Start]] = {count: [] for count in libraries}
    for _ in range(ROUNDS + 1):
        for count, path in libraries.items():
            with tempfile.TemporaryDirectory() as settings:
                words = ("0", seed_path, "--library", path, "--language", "zh", "--theme", "light")
                found[count].append(
                    start("ours.py", *words, environment={**started_before, "XDG_CONFIG_HOME": settings})
                )
    return {count: runs[1:] for count, runs in found.items()}


@pytest.mark.parametrize("moment", ["first", "whole"])
def test_start(starts: dict[int, list[Start]], ledger: Ledger, moment: str) -> None:
    times = {count: [getattr(run, moment).ms for run in runs] for count, runs in starts.items()}
    ledger.ratio(f"start ({moment} picture), {MANY:,} speeches : {FEW}", times[MANY], times[FEW], "ms", ALLOWED)
    sizes = {count: [getattr(run, moment).rss for run in runs] for count, runs in starts.items()}
    if all(sizes[FEW]):
        ledger.ratio(f"memory ({moment} picture), {MANY:,} speeches : {FEW}", sizes[MANY], sizes[FEW], "MB", ALLOWED)


def test_lists(libraries: dict[int, Path], ledger: Ledger) -> None:
    with Library(libraries[MANY]) as library:
        for order in ORDERS:
            begun = perf_counter()
            found = library.shelf.numbers(Wanted(order=order))
            ledger.most(f"{MANY:,} speeches sorted by {order}", (perf_counter() - begun) * 1000, "ms")
            assert len(found) >= MANY


def test_the_room(libraries: dict[int, Path], ledger: Ledger, tmp_path: Path) -> None:
    desk = Desk(libraries[MANY], tmp_path / "settings.ini")
    try:
        begun = perf_counter()
        desk.window.rooms.enter("library")
        QCoreApplication.processEvents()
        ledger.most(f"the library's room entered, {MANY:,} speeches", (perf_counter() - begun) * 1000, "ms")
        room = desk.window.rooms.page("library")
        assert isinstance(room, LibraryRoom)
        bar, before, times = room.list.verticalScrollBar(), _memory(), list[float]()
        for step in range(200):
            begun = perf_counter()
            bar.setValue(bar.maximum() * step // 199)
            room.list.viewport().repaint()
            times.append((perf_counter() - begun) * 1000)
        ledger.most("a jump in the list, the median", sorted(times)[100], "ms", SIZE)
        ledger.most("a jump in the list, the longest", max(times), "ms")
        ledger.most("memory after looking through all of them", max(0.0, _memory() - before), "MB", 10)
        assert len(room.model._pages) <= KEPT
        assert sum(map(len, room.model._pages.values())) <= KEPT * PAGE
    finally:
        desk.close()


def _memory() -> float:
    """The most that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
