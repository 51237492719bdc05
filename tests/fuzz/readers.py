"""Bends the samples for some seconds and keeps what a reader neither reads nor refuses by a sentence.

``python -m tests.fuzz.readers [seconds]``: each reader gets the samples that it recognises, changed at random, in
a process of its own with a limit of time and memory. A file that breaks it is kept in
``tests/core/readers/regressions``, where a test reads it ever after. Exits 1 if there is one.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from core.problem import Problem
from core.readers import READERS
from core.readers.format import Reader
from core.text import digest
from tests.core.readers import NOWHERE, SAMPLES, bent

FOUND = SAMPLES.parent / "regressions"
SECONDS = 10.0
"""A case that takes longer hangs."""
MEMORY = 512 << 20
"""What a case may take beyond what the process has at its start."""


def cases() -> list[tuple[Reader, Path]]:
    """Each sample with the reader that recognises it."""
    files = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    return [(next(r for r in READERS if r.recognises(path.read_bytes())), path) for path in files]


def case(path: Path, seed: int) -> bytes:
    """The sample, bent; every eighth is cut too."""
    data = bent(path.read_bytes(), seed, 1 + seed % 40)
    return data[: random.Random(seed).randrange(len(data))] if seed % 8 == 0 and data else data


def sound(reader: Reader, data: bytes) -> bool:
    """Whether the reader reads the data, or refuses it by a sentence."""
    try:
        reading = reader.read(data, NOWHERE)
    except Problem as problem:
        return bool(problem.say("zh"))
    parts = (*reading.hints, *reading.remarks)
    return all(0 <= part.span.start < part.span.stop <= len(reading.text) for part in parts)


def work(index: int, first: int, at: Synchronized[int]) -> None:
    """Case after case of one sample, until one breaks or the process is ended."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    reader, path = cases()[index]
    seed = first
    while True:
        at.value = seed
        if not sound(reader, case(path, seed)):
            sys.exit(1)
        seed += 1


class Work:
    """A process at one sample, watched."""

    def __init__(self, index: int, first: int) -> None:
        self.index, self.at = index, multiprocessing.Value("q", first)
        self.process = multiprocessing.Process(target=work, args=(index, first, self.at), daemon=True)
        self.process.start()

    def broken(self, seconds: float) -> bool:
        """Whether, within ``seconds``, the process ends by itself or stands still for too long."""
        until, seed, since = time.monotonic() + seconds, self.at.value, time.monotonic()
        while time.monotonic() < until:
            self.process.join(0.1)
            if not self.process.is_alive() or time.monotonic() - since > SECONDS:
                return True
            if self.at.value != seed:
                seed, since = self.at.value, time.monotonic()
        return False

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def main(seconds: float) -> int:
    """Every sample for its share of the time, again and again; how many files broke a reader."""
    until, found, samples = time.monotonic() + seconds, 0, cases()
    nexts = [random.randrange(1 << 40)] * len(samples)
    share = max(2.0, seconds / len(samples) / 4)
    while time.monotonic() < until:
        for index, (reader, path) in enumerate(samples):
            job = Work(index, nexts[index])
            broken = job.broken(min(share, max(until - time.monotonic(), 0.1)))
            seed = job.at.value
            job.end()
            if broken:
                found += 1
                keep(path, case(path, seed))
            sys.stdout.write(f"{reader.name}\t{path.name}\t{seed - nexts[index]} cases{' BROKEN' * broken}\n")
            nexts[index] = seed + 1
    return found


def keep(path: Path, data: bytes) -> None:
    FOUND.mkdir(exist_ok=True)
    name = f"{path.stem}-{digest(data.hex())[:12]}{path.suffix}"
    (FOUND / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60) > 0)
