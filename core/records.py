"""Documents, outlines, annotations and tags as plain records (dicts of JSON types), without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.model import Annotation, Correction, Document, DocumentRow, Facts, Hint, Section, Span, Tag

Record = dict[str, Any]

_HINT = ("bold", "face", "size", "align", "level")
_ANCHOR = ("level", "quote", "prefix", "suffix", "created")
_TEXTS = ("quote", "prefix", "suffix", "note", "creator", "created", "modified", "state")
_LATER = ("stars", "colour", "former", "used")
"""What records from before lack."""
_SOUND = (*(str for _ in _TEXTS), int, *(str for _ in _LATER[1:]))
"""The kinds of a mark's columns behind its place."""
_DOCUMENT = (str, str, str, str, str, str, int, int, str, str, int)


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


def annotation_of(row: Sequence[Any], tags: Iterable[str], chars: int) -> tuple[Annotation, bool]:
    """The annotation that such a row, and the ids of its tags in their order, make; and whether the row was sound.

    What is damaged in a row is left out of it: a mark outside its text, which has ``chars``, is an orphan.
    """
    sound = tuple(map(type, row[4:])) == _SOUND
    id, document, start, stop, quote, prefix, suffix, *rest = (
        row if sound else (*row[:4], *map(_mended, row[4:], _SOUND))
    )
    span = _span(start, stop, chars)
    if span is None and not (start is None and stop is None):
        rest[4], sound = "orphan", False
    return Annotation(id, document, span, quote, prefix, suffix, tuple(tags), *rest), sound


def _mended(value: Any, kind: type) -> Any:
    return value if isinstance(value, kind) else kind()


def _span(start: Any, stop: Any, chars: int) -> Span | None:
    inside = type(start) is int and type(stop) is int and 0 <= start < stop <= chars
    return Span(start, stop) if inside else None


def found_in(text: str, mark: Annotation) -> Annotation:
    """The mark, an orphan where the text is too short for it."""
    if mark.span is None or mark.span.stop <= len(text):
        return mark
    return replace(mark, span=None, state="orphan")


def as_text(value: object) -> str:
    """A text, empty where something else stands in its place."""
    return value if isinstance(value, str) else ""


def tag_record(tag: Tag) -> Record:
    """``place`` is left out where there is none."""
    record = {name: getattr(tag, name) for name in ("id", "name", "colour", "key", "parent", "hint")}
    return {**record, "place": tag.place} if tag.place else record


def tag_of(row: Sequence[Any]) -> tuple[Tag, bool]:
    """The tag that a row of its fields makes, and whether the row was sound; what is damaged is left out."""
    id, name, colour, key, parent, hint, place = row
    sound = all(isinstance(value, str) for value in (id, name, colour, key, hint)) and isinstance(place, int)
    if not sound:
        colour = colour if isinstance(colour, str) else "#a8a397"
        id, name, key, hint = str(id), as_text(name) or str(id), as_text(key), as_text(hint)
    return Tag(id, name, colour, key, parent, hint, place if isinstance(place, int) else 0), sound


def document_row_of(row: Sequence[Any]) -> DocumentRow:
    """A speech in the list of speeches; what is damaged in its row is left out."""
    digest, title, speaker, date, venue, source, chars, marks, added, opened, position = (
        _mended(value, kind) for value, kind in zip(row, _DOCUMENT, strict=True)
    )
    place = Path(source) if source else None
    return DocumentRow(digest, title, speaker, date, venue, place, chars, marks, added, opened, position)


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


def facts_from(record: Mapping[str, Any]) -> Facts:
    return Facts(**{**record, "labels": tuple(record["labels"])})


def facts_row(facts: Facts) -> tuple[Any, ...]:
    """Facts as the library's columns have them, the digest last."""
    labels = "".join(f"{label}\n" for label in facts.labels)
    return (*facts[1:6], labels, facts.own, facts.out, facts.document)


def facts_of(row: Sequence[Any]) -> Facts:
    """The facts that such a row makes, the digest first; what is damaged is left out."""
    document, title, speaker, date, venue, folder, labels = map(as_text, row[:7])
    own, out = (flag == 1 for flag in row[7:])
    return Facts(document, title, speaker, date, venue, folder, tuple(labels.splitlines()), own, out)


def correction_row(correction: Correction) -> tuple[Any, ...]:
    """A correction as the library's columns have it."""
    return tuple(correction_record(correction).values())


def correction_of(row: Sequence[Any]) -> Correction:
    """The correction that such a row makes."""
    id, document, start, stop, *rest = row
    return Correction(id, document, None if start is None else Span(start, stop), *rest)


def sound_correction(correction: Correction, chars: int) -> Correction:
    """The correction, without its place where that lies outside the text."""
    span = correction.span
    return correction if span is None or _span(span.start, span.stop, chars) else replace(correction, span=None)


def beside_record(document: Document) -> str:
    """What stands beside a speech's text, hints and pages, as JSON; empty where nothing does."""
    if not document.hints and not document.pages:
        return ""
    hints = [[each.span.start, each.span.stop, *(getattr(each, name) for name in _HINT)] for each in document.hints]
    return json.dumps({"hints": hints, "pages": document.pages}, ensure_ascii=False, separators=(",", ":"))


def beside_from(record: str) -> tuple[tuple[Hint, ...], tuple[int, ...]]:
    """The hints and pages of such a record; none where it is damaged."""
    try:
        found = json.loads(record) if record else {"hints": [], "pages": []}
        return tuple(Hint(Span(start, stop), *rest) for start, stop, *rest in found["hints"]), tuple(found["pages"])
    except (ValueError, TypeError, KeyError):
        return (), ()


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
