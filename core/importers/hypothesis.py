"""What the Hypothesis client exports. Notes on a whole page, and answers, mark no passage and are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.guids import guid
from core.importers.format import Arrival, Importer, Speech
from core.importers.records import PathTags, Record, digest, grouped, name, parsed, record, several, text, texts, time
from core.importers.selectors import anchored
from core.model import Annotation
from core.problem import Problem


def _recognises(data: bytes) -> bool:
    whole = record(parsed(data))
    return isinstance(whole.get("annotations"), list) and "format" not in whole


def _read(data: bytes, path: Path) -> Arrival:
    tags = PathTags()
    rows = [record(each) for each in several(record(parsed(data)).get("annotations"))]
    if not all(rows):
        raise Problem("import.foreign", path=path)
    found = ((text(row.get("uri")), mark) for row in rows if (mark := _mark(row, tags)))
    speeches = tuple(Speech(marks, digest(uri), utf16=True) for uri, marks in grouped(found))
    return Arrival(speeches, tags.made)


def _selectors(row: Record) -> Iterator[Record]:
    for target in map(record, several(row.get("target"))):
        yield from map(record, several(target.get("selector")))


def _mark(row: Record, tags: PathTags) -> Annotation | None:
    found = anchored(_selectors(row))
    if found is None:
        return None
    return replace(
        found,
        id=name(row.get("id")) or guid(f"{found.span} {found.quote} {text(row.get('text'))}", "hypothesis"),
        tags=tags.ids(texts(row.get("tags"))),
        note=text(row.get("text")),
        creator=text(row.get("user")).removeprefix("acct:").rpartition("@")[0],
        created=time(row.get("created")),
        modified=time(row.get("updated")) or time(row.get("created")),
    )


HYPOTHESIS = Importer("hypothesis", _recognises, _read, (".json",))
