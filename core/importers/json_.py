"""Our own JSON, of one speech or of many."""

from __future__ import annotations

from pathlib import Path

from core.exporters.json_ import VERSION
from core.importers.format import Arrival, Importer, Speech
from core.importers.records import Record, colour, parsed, record, several, span, text, texts, time
from core.model import Annotation, Tag
from core.problem import Problem

CARRIES = frozenset({"stars", "colour", "used"})
STATES = ("anchored", "moved", "changed", "orphan")


def _recognises(data: bytes) -> bool:
    return b'"piyue"' in data and bool(_notebooks(data))


def _notebooks(data: bytes) -> list[Record]:
    return [each for each in map(record, several(parsed(data))) if each.get("format") == "piyue"]


def _read(data: bytes, path: Path) -> Arrival:
    notebooks = _notebooks(data)
    versions = [each.get("version") for each in notebooks]
    if not all(isinstance(each, int) for each in versions):
        raise Problem("import.foreign", path=path)
    if any(isinstance(each, int) and each > VERSION for each in versions):
        raise Problem("import.newer", path=path)
    tags = {tag.id: tag for each in notebooks for row in several(each.get("tags")) if (tag := _tag(record(row)))}
    return Arrival(tuple(map(_speech, notebooks)), tags, CARRIES)


def _tag(row: Record) -> Tag | None:
    id, name, key = text(row.get("id")), " ".join(text(row.get("name")).split()), text(row.get("key"))
    if not id or not name:
        return None
    parent = text(row.get("parent")) or None
    hint = text(row.get("hint"))
    return Tag(id, name, colour(row.get("colour")), key if len(key) == 1 else "", parent, hint)


def _speech(notebook: Record) -> Speech:
    about = record(notebook.get("document"))
    title, speaker, date, venue = (text(about.get(each)) for each in ("title", "speaker", "date", "venue"))
    marks = tuple(mark for row in several(notebook.get("annotations")) if (mark := _mark(record(row))))
    whole = about.get("text")
    words = whole if isinstance(whole, str) and whole.strip() else None
    return Speech(marks, text(about.get("digest")), words, (title, speaker, date, venue))


def _mark(row: Record) -> Annotation | None:
    id, place = text(row.get("id")), span(row.get("start"), row.get("stop"))
    stars, state = row.get("stars"), text(row.get("state"))
    made = Annotation(
        id=id,
        document="",
        span=place,
        quote=text(row.get("quote")),
        prefix=text(row.get("prefix")),
        suffix=text(row.get("suffix")),
        tags=tuple(dict.fromkeys(texts(row.get("tags")))),
        note=text(row.get("note")),
        creator=text(row.get("creator")),
        created=time(row.get("created")),
        modified=time(row.get("modified")),
        state=state if state in STATES else "anchored",
        stars=stars if type(stars) is int and 0 <= stars <= 5 else 0,
        colour=colour(row.get("colour")),
        former=text(row.get("former")),
        used=text(row.get("used")),
    )
    return made if id and (place or made.quote) else None


JSON = Importer("json", _recognises, _read, (".json",))
