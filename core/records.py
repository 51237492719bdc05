"""Annotations and tags as plain records (dicts of JSON types), and back, without loss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.model import Annotation, Span, Tag

Record = dict[str, Any]

_TEXTS = ("quote", "prefix", "suffix", "note", "creator", "created", "modified", "state")


def annotation_record(annotation: Annotation) -> Record:
    """``tags`` are ids; ``start`` and ``stop`` are code points, null for an orphan."""
    span = annotation.span
    return {
        "id": annotation.id,
        "document": annotation.document,
        "start": span.start if span else None,
        "stop": span.stop if span else None,
        "tags": list(annotation.tags),
        **{name: getattr(annotation, name) for name in _TEXTS},
    }


def annotation_from(record: Mapping[str, Any]) -> Annotation:
    start, stop = record["start"], record["stop"]
    return Annotation(
        id=record["id"],
        document=record["document"],
        span=None if start is None else Span(start, stop),
        tags=tuple(record["tags"]),
        **{name: record[name] for name in _TEXTS},
    )


def tag_record(tag: Tag) -> Record:
    return {name: getattr(tag, name) for name in ("id", "name", "colour", "key", "parent", "hint")}


def tag_from(record: Mapping[str, Any]) -> Tag:
    return Tag(**record)
