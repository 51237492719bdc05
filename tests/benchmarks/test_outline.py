"""How fast a text becomes an outline, whether that stays in step with its length, and the command's own start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from core.outline import parse
from tests.benchmarks.ledger import Ledger

ROOT = Path(__file__).resolve().parent.parent.parent
LENGTHS = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
ALLOWED = 2.0
ROUNDS = 11

per_character: dict[str, float] = {}
"""Microseconds, by length of text, for the comparison that follows them."""


@pytest.mark.parametrize("words", LENGTHS)
def test_outline(benchmark: BenchmarkFixture, sample_path: Path, ledger: Ledger, words: str) -> None:
    text = sample_path.read_text(encoding="utf-8").strip() + "\n"
    times = LENGTHS[words] // len(text.encode())
    long = text * times
    rounds = max(3, min(30, 3_000_000 // len(long)))
    sections = benchmark.pedantic(parse, args=(long,), rounds=rounds, warmup_rounds=1)
    headings = [node for section in sections for node in section.walk() if node.is_heading]
    assert len(headings) >= 5 * times
    stats: Any = benchmark.stats
    seconds = float(stats.stats.median)
    per_character[words] = seconds / len(long) * 1e6
    ledger.most(f"outline of {words}, characters a second", len(long) / seconds, "")


def test_outline_is_linear(ledger: Ledger) -> None:
    if len(per_character) < len(LENGTHS):
        pytest.skip("needs the lengths above, measured in the same run")
    ledger.ratio(
        "outline: a character of 10 MB : of 10 KB", [per_character["10 MB"]], [per_character["10 KB"]], "µs", ALLOWED
    )


@pytest.mark.parametrize(("words", "lines"), [(("outline", "SEED"), 20), (("--version",), 1)])
def test_the_command_starts_in_little_more_than_python(
    seed_path: Path, started_before: dict[str, str], ledger: Ledger, words: tuple[str, ...], lines: int
) -> None:
    command = ("-m", "gui", *(str(seed_path) if word == "SEED" else word for word in words))
    ours, python = list[float](), list[float]()
    for _ in range(ROUNDS + 1):
        for call, least, times in ((command, lines, ours), (("-c", "pass"), 0, python)):
            begun = perf_counter()
            done = subprocess.run(
                [sys.executable, *call], cwd=ROOT, env=started_before, capture_output=True, check=True
            )
            times.append((perf_counter() - begun) * 1000)
            assert done.stdout.count(b"\n") >= least
    ledger.ratio(f"piyue {' '.join(words)} : python -c pass", ours[1:], python[1:])
