"""A set of tags, as ``piyue export --to tags`` writes it."""

from __future__ import annotations

from pathlib import Path

from core.importers.format import Arrival, Importer
from core.tagsets import FORMAT, read


def _recognises(data: bytes) -> bool:
    return f'"{FORMAT}"'.encode() in data[:4096]


def _read(data: bytes, _: Path) -> Arrival:
    return Arrival(tag_set=tuple(read(data)))


TAG_SET = Importer("tags", _recognises, _read, (".json",))
