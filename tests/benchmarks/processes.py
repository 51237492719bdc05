"""Processes that are timed from the outside: from the call to the line in which they say that they have painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import Any

HERE = Path(__file__).resolve().parent
PROC = Path("/proc")
PATIENCE = 60
"""Seconds after which a process that says nothing is ended."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: the text painted, all parts of the window painted, and what the process says of them."""

    first: Moment
    whole: Moment
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """Milliseconds since the call, and the memory of the process then, in MB.

    ``rss`` is all that is mapped in; in ``pss`` pages shared with other processes count in part.
    Both are 0 where the system does not tell.
    """

    ms: float
    rss: float
    pss: float


def start(script: str, *words: object, environment: dict[str, str]) -> Start:
    """Run a script of this folder until it has painted all, then let it end."""
    begun = perf_counter()
    with _running(script, words, environment) as process:
        assert process.stdout is not None
        moments = dict[str, Moment]()
        for word in ("painted", "whole"):
            assert process.stdout.readline() == f"{word}\n", f"{script} never came to be {word}"
            moments[word] = Moment((perf_counter() - begun) * 1000, *memory(process.pid))
        rest, _ = process.communicate()
    assert process.returncode == 0, f"{script} ended with {process.returncode}"
    return Start(moments["painted"], moments["whole"], json.loads(rest))


def listen(script: str, *words: object, environment: dict[str, str]) -> tuple[dict[str, Any], float]:
    """Run a script until it has listened to its event loop: what it says, and MB of it and its children then."""
    with _running(script, words, environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painted\n"
        assert process.stdout.readline() == "listened\n"
        family = [process.pid, *children(process.pid)]
        whole = sum(memory(pid)[0] for pid in family)
        rest, _ = process.communicate()
    assert process.returncode == 0
    return json.loads(rest), whole


@contextmanager
def _running(script: str, words: tuple[object, ...], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The process of a script; one that says nothing for too long is ended."""
    call, pipe = [sys.executable, str(HERE / script), *map(str, words)], subprocess.PIPE
    with subprocess.Popen(call, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=environment) as process:
        patience = Timer(PATIENCE, process.kill)
        patience.start()
        try:
            yield process
        finally:
            patience.cancel()


def environment(home: Path) -> dict[str, str]:
    """As on a desk where the program was started before: compiled modules are kept, in ``home``; no screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "compiled")}


def memory(pid: int) -> tuple[float, float]:
    """RSS and PSS of a process in MB; 0 where there is no /proc."""
    rollup = PROC / str(pid) / "smaps_rollup"
    if not rollup.exists():
        return 0.0, 0.0
    rows = (line.split() for line in rollup.read_text().splitlines()[1:])
    sizes = {row[0]: int(row[1]) / 1024 for row in rows}
    return sizes["Rss:"], sizes["Pss:"]


def children(pid: int) -> list[int]:
    """The processes that a process has started, and those they have."""
    listed = PROC / str(pid) / "task" / str(pid) / "children"
    own = [int(word) for word in listed.read_text().split()] if listed.exists() else []
    return own + [each for child in own for each in children(child)]
