"""W3C Web Annotation: one, a list, a page, or a collection whose pages are in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.guids import guid
from core.importers.format import Arrival, Importer, Speech
from core.importers.records import (
    PathTags,
    Record,
    colour,
    digest,
    grouped,
    name,
    parsed,
    record,
    several,
    text,
    texts,
    time,
)
from core.importers.selectors import anchored
from core.model import Annotation

_RULE = r"\.{0}\s*\{{[^}}]*?background(?:-color)?\s*:\s*(#[0-9a-fA-F]{{6}})"
KINDS = {"Annotation", "AnnotationCollection", "AnnotationPage"}
PAGES = 10_000
"""Pages of a collection that are followed."""


def _recognises(data: bytes) -> bool:
    if b"Annotation" not in data:
        return False
    return any(set(texts(record(each).get("type"))) & KINDS for each in several(parsed(data)))


def _annotations(value: object) -> Iterator[Record]:
    """The annotations in a value; a page may hold the next one."""
    for each in map(record, several(value)):
        page, kinds = each, texts(each.get("type"))
        if "AnnotationCollection" in kinds:
            page = record(each.get("first"))
        elif "AnnotationPage" not in kinds:
            yield each
            continue
        for _ in range(PAGES):
            yield from map(record, several(page.get("items")))
            page = record(page.get("next"))
            if not page:
                break


def _read(data: bytes, path: Path) -> Arrival:
    tags = PathTags()
    rows = ((_source(each), mark) for each in _annotations(parsed(data)) if (mark := _mark(each, tags)))
    speeches = tuple(Speech(marks, digest(source)) for source, marks in grouped(rows))
    return Arrival(speeches, tags.made, frozenset({"stars", "colour"}))


def _target(item: Record) -> Record:
    first = next(iter(several(item.get("target"))), None)
    return {"source": first} if isinstance(first, str) else record(first)


def _source(item: Record) -> str:
    source = _target(item).get("source")
    return text(source) or text(record(source).get("id"))


def _mark(item: Record, tags: PathTags) -> Annotation | None:
    found = anchored(_selectors(_target(item).get("selector")))
    if found is None:
        return None
    paths, notes, stars = _bodies(item)
    shade, creator = _colour(item), item.get("creator")
    borne = tags.ids(paths, shade)
    return replace(
        found,
        id=name(item.get("id")) or guid(f"{found.span} {found.quote} {paths} {notes}", "w3c"),
        tags=borne,
        note="\n".join(notes),
        creator=text(creator) or text(record(creator).get("name")),
        created=time(item.get("created")),
        modified=time(item.get("modified")) or time(item.get("created")),
        stars=stars,
        colour="" if borne else shade,
    )


def _selectors(value: object) -> Iterator[Record]:
    """The selectors of a target, and those that refine them."""
    ahead = several(value)
    while ahead:
        each = record(ahead.pop())
        yield each
        ahead += several(each.get("refinedBy"))


def _bodies(item: Record) -> tuple[list[str], list[str], int]:
    """The paths of tags, the notes, and how many stars."""
    paths, notes, stars = list[str](), texts(item.get("bodyValue")), 0
    usual = texts(item.get("motivation"))
    for body in several(item.get("body")):
        about = record(body)
        words = text(body) or text(about.get("value"))
        purposes = texts(about.get("purpose")) or usual[:1]
        if "tagging" in purposes:
            paths.append(words)
        elif "assessing" in purposes and re.fullmatch("[0-5]", words):
            stars = int(words)
        elif words:
            notes.append(words)
    return paths, notes, stars


def _colour(item: Record) -> str:
    """The background that the annotation's own style sheet gives it."""
    sheet = item.get("stylesheet")
    rules = text(record(sheet).get("value"))[:100_000]
    for each in texts(_target(item).get("styleClass")):
        if found := re.search(_RULE.format(re.escape(each)), rules):
            return colour(found[1])
    return ""


W3C = Importer("w3c", _recognises, _read, (".jsonld", ".json"))
