"""What was counted is kept: a file a speech in the cache folder, so that each is cut into words once.

The folder goes by the dictionary's key. Another dictionary cuts otherwise: what was counted by it is not
looked at, and is dropped when it is old.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from core.lens.counting import Tally

DICTIONARIES = 3
"""How many dictionaries' counts are kept: libraries may have words of their own each."""


class Kept(NamedTuple):
    """A speech cut into words: what was counted, and the lengths of all pieces."""

    tally: Tally
    lengths: list[int]


class Store:
    """Reads and writes what was counted by one dictionary. Nothing is raised: what cannot be read is counted anew."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder / key
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            os.utime(self._folder)
            _drop_old(folder)

    def tally(self, digest: str) -> Tally | None:
        """What was counted in a speech; None where that is not known."""
        parts = self._read(digest)
        return _tally(parts[0]) if parts else None

    def kept(self, digest: str) -> Kept | None:
        """The same, with the pieces."""
        parts = self._read(digest)
        tally = _tally(parts[0]) if parts else None
        return Kept(tally, json.loads(parts[1])) if parts and tally else None

    def keep(self, digest: str, kept: Kept) -> None:
        """Write what was counted, whole or not at all; where that cannot be done it is no loss."""
        record = json.dumps([kept.tally.total, kept.tally.counts], ensure_ascii=False, separators=(",", ":"))
        data = f"{record}\n{json.dumps(kept.lengths, separators=(',', ':'))}"
        self._write(digest, data)

    def totals(self) -> tuple[frozenset[str], Tally]:
        """The speeches whose sum was kept last, and that sum."""
        parts = self._read("totals")
        tally = _tally(parts[0]) if parts else None
        if not parts or tally is None:
            return frozenset(), Tally({}, 0)
        return frozenset(json.loads(parts[1])), tally

    def keep_totals(self, digests: Iterable[str], tally: Tally) -> None:
        """Keep the sum of some speeches."""
        record = json.dumps([tally.total, tally.counts], ensure_ascii=False, separators=(",", ":"))
        self._write("totals", f"{record}\n{json.dumps(sorted(digests))}")

    def _read(self, name: str) -> list[str] | None:
        with suppress(OSError, zlib.error, ValueError):
            parts = zlib.decompress((self._folder / name).read_bytes()).decode("utf-8").split("\n")
            return parts if len(parts) == 2 else None
        return None

    def _write(self, name: str, data: str) -> None:
        path = self._folder / name
        beside = path.with_name(f"{name}.{os.getpid()}.part")
        with suppress(OSError):
            beside.write_bytes(zlib.compress(data.encode("utf-8", "surrogatepass"), 1))
            beside.replace(path)


def _tally(record: str) -> Tally | None:
    with suppress(ValueError, TypeError):
        total, counts = json.loads(record)
        return Tally(counts, total)
    return None


def _drop_old(folder: Path) -> None:
    """Drop what was counted by all dictionaries but those used last."""
    used = sorted((each for each in folder.iterdir() if each.is_dir()), key=lambda each: -each.stat().st_mtime)
    for each in used[DICTIONARIES:]:
        shutil.rmtree(each, ignore_errors=True)
