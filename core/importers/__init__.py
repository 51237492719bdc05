"""Marks and tags made elsewhere. IMPORTERS is the one list; a format is one file and one row."""

from __future__ import annotations

from pathlib import Path

from core.importers.format import Arrival, Importer
from core.importers.hypothesis import HYPOTHESIS
from core.importers.json_ import JSON
from core.importers.records import is_json, parsed, too_deep
from core.importers.refi import REFI
from core.importers.tag_set import TAG_SET
from core.importers.w3c import W3C
from core.importers.word import WORD
from core.problem import Problem

IMPORTERS: tuple[Importer, ...] = (TAG_SET, JSON, W3C, HYPOTHESIS, REFI, WORD)
"""In the order in which they are asked; the bytes decide, never the ending."""


def arriving(data: bytes, path: Path) -> Arrival:
    """What is in a file. Raises Problem for what none reads, and for what is broken, hostile or too new."""
    importer = next((each for each in IMPORTERS if each.recognises(data)), None)
    if importer is None:
        broken = is_json(data) and parsed(data) is None
        raise Problem("import.broken" if broken else "import.foreign", path=path)
    arrival = importer.read(data, path)
    if too_deep(arrival.tags):
        raise Problem("file.too_big", path=path)
    return arrival
