"""What the Hypothesis client exports. Notes on a whole page, and answers, mark no passage and are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.guids import guid
from core.importers.format import Arrival, Importer, Speech
from core.importers.records import (
    PathTags,
    Record,
    digest,
    grouped,
    name,
    parsed,
    record,
    several,
    span,
    text,
    texts,
    time,
)
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
    by_kind = {text(each.get("type")): each for each in _selectors(row)}
    quote, place = by_kind.get("TextQuoteSelector", {}), by_kind.get("TextPositionSelector", {})
    where, words = span(place.get("start"), place.get("end")), text(quote.get("exact"))
    if not where and not words:
        return None
    return Annotation(
        id=name(row.get("id")) or guid(f"{where} {words} {text(row.get('text'))}", "hypothesis"),
        document="",
        span=where,
        quote=words,
        prefix=text(quote.get("prefix")),
        suffix=text(quote.get("suffix")),
        tags=tags.ids(texts(row.get("tags"))),
        note=text(row.get("text")),
        creator=text(row.get("user")).removeprefix("acct:").rpartition("@")[0],
        created=time(row.get("created")),
        modified=time(row.get("updated")) or time(row.get("created")),
        state="anchored" if where else "orphan",
    )


HYPOTHESIS = Importer("hypothesis", _recognises, _read, (".json",))
