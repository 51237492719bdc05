"""How long the event loop stands still in the seconds after the first picture, jieba's loading included."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.library import Library
from core.readers import read
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import fill, places
from tests.benchmarks.processes import PROC, listen

SECONDS = 10
ALLOWED_MS = 50
ALLOWED_MB = 400


@pytest.mark.parametrize(("words", "marks"), [("100 marks", 100), ("new library", 0)])
def test_longest_stall_after_the_first_picture(
    seed_path: Path, started_before: dict[str, str], tmp_path: Path, ledger: Ledger, words: str, marks: int
) -> None:
    library = tmp_path / "library.sqlite"
    if marks:
        with Library(library) as made:
            fill(made, read(seed_path), places(12_000, marks))
    call = (SECONDS, seed_path, "--library", library, "--language", "zh", "--theme", "light")
    desk = {**started_before, "XDG_CACHE_HOME": str(tmp_path / "cache")}  # jieba has its dictionary yet to build
    said, megabytes = listen("ours.py", *call, environment=desk)
    assert said["marks"] == marks
    assert said.get("words"), "jieba was loaded meanwhile"
    ledger.most(f"longest stall in {SECONDS} s after the picture, {words}", said["stall"], "ms", ALLOWED_MS)
    if marks and PROC.is_dir():
        ledger.most("memory in all with jieba loaded (RSS)", megabytes, "MB", ALLOWED_MB)
