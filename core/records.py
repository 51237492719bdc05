"""Documents, outlines, annotations and tags as plain records (dicts of JSON types), without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.model import Annotation, Correction, Document, Hint, Section, Span, Tag

Record = dict[str, Any]

_HINT = ("bold", "face", "size", "align", "level")
_ANCHOR = ("level", "quote", "prefix", "suffix", "created")
_TEXTS = ("quote", "prefix", "suffix", "note", "creator", "created", "modified", "state")
_LATER = ("stars", "colour", "former")
"""What records from before lack."""


def annotation_record(annotation: Annotation) -> Record:
    """``tags`` are ids; ``start`` and ``stop`` are code points, null for an orphan."""
    span = annotation.span
    return {
        "id": annotation.id,
        "document": annotation.document,
        "start": span.start if span else None,
        "stop": span.stop if span else None,
        "tags": list(annotation.tags),
        **{name: getattr(annotation, name) for name in (*_TEXTS, *_LATER)},
    }


def annotation_from(record: Mapping[str, Any]) -> Annotation:
    start, stop = record["start"], record["stop"]
    return Annotation(
        id=record["id"],
        document=record["document"],
        span=None if start is None else Span(start, stop),
        tags=tuple(record["tags"]),
        **{name: record[name] for name in _TEXTS},
        **{name: record[name] for name in _LATER if name in record},
    )


def annotation_row(annotation: Annotation) -> tuple[Any, ...]:
    """An annotation as the library's columns have it, without its tags."""
    span = annotation.span
    places = (span.start, span.stop) if span else (None, None)
    return annotation.id, annotation.document, *places, *(getattr(annotation, name) for name in (*_TEXTS, *_LATER))


def annotation_of(row: Sequence[Any], tags: Iterable[str]) -> Annotation:
    """The annotation that such a row, and the ids of its tags in their order, make."""
    id, document, start, stop, quote, prefix, suffix, *rest = row
    span = None if start is None else Span(start, stop)
    return Annotation(id, document, span, quote, prefix, suffix, tuple(tags), *rest)


def tag_record(tag: Tag) -> Record:
    """``place`` is left out where there is none."""
    record = {name: getattr(tag, name) for name in ("id", "name", "colour", "key", "parent", "hint")}
    return {**record, "place": tag.place} if tag.place else record


def tag_from(record: Mapping[str, Any]) -> Tag:
    return Tag(**record)


def correction_record(correction: Correction) -> Record:
    """``start`` and ``stop`` are code points, null where the passage was lost."""
    span = correction.span
    places = {"start": span.start if span else None, "stop": span.stop if span else None}
    return {
        "id": correction.id,
        "document": correction.document,
        **places,
        **{name: getattr(correction, name) for name in _ANCHOR},
    }


def correction_from(record: Mapping[str, Any]) -> Correction:
    return correction_of([record[name] for name in ("id", "document", "start", "stop", *_ANCHOR)])


def correction_row(correction: Correction) -> tuple[Any, ...]:
    """A correction as the library's columns have it."""
    return tuple(correction_record(correction).values())


def correction_of(row: Sequence[Any]) -> Correction:
    """The correction that such a row makes."""
    id, document, start, stop, *rest = row
    return Correction(id, document, None if start is None else Span(start, stop), *rest)


def beside_record(document: Document) -> str:
    """What stands beside a speech's text, hints and pages, as JSON; empty where nothing does."""
    if not document.hints and not document.pages:
        return ""
    hints = [[each.span.start, each.span.stop, *(getattr(each, name) for name in _HINT)] for each in document.hints]
    return json.dumps({"hints": hints, "pages": document.pages}, ensure_ascii=False, separators=(",", ":"))


def beside_from(record: str) -> tuple[tuple[Hint, ...], tuple[int, ...]]:
    """The hints and pages of such a record."""
    found = json.loads(record) if record else {"hints": [], "pages": []}
    return tuple(Hint(Span(start, stop), *rest) for start, stop, *rest in found["hints"]), tuple(found["pages"])


def document_record(document: Document) -> Record:
    """What a speech is, without its text; ``chars`` are code points."""
    facts = {name: getattr(document, name) for name in ("digest", "title", "speaker", "date", "venue")}
    return {**facts, "chars": len(document.text)}


def node_records(sections: Sequence[Section]) -> list[Record]:
    """An outline as a flat list in document order, each node with the number of its parent.

    ``start`` to ``end`` is the heading (or the whole block), ``body_end`` the end of its scope:
    code points, half-open.
    """
    records: list[Record] = []

    def add(section: Section, parent: int | None) -> None:
        number = len(records)
        record = {name: getattr(section, name) for name in ("level", "kind", "label", "title")}
        place = {"start": section.heading.start, "end": section.heading.stop, "body_end": section.scope.stop}
        records.append({"id": number, "parent": parent, **record, **place})
        for child in section.children:
            add(child, number)

    for section in sections:
        add(section, None)
    return records
