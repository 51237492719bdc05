"""What follows from a change, worked out before anything is written: no database here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from core.model import Annotation, Change, Correction, Facts, Tag
from core.records import (
    annotation_from,
    annotation_record,
    correction_from,
    correction_record,
    facts_from,
    tag_from,
    tag_record,
)


def gone_tags(change: Change) -> set[str]:
    """Ids of the tags that the change deletes."""
    return {id for id, tag in change.tags.items() if tag is None}


def complete(
    change: Change,
    marks: Mapping[str, Annotation],
    tags: Mapping[str, Tag],
    corrections: Mapping[str, Correction],
    facts: Mapping[str, Facts],
    now: str,
) -> tuple[Change, Change]:
    """The change with all that follows from it, and its inverse.

    ``marks`` are the present annotations that the change names or that have a tag it deletes,
    ``tags`` all present tags, ``corrections`` and ``facts`` the present ones that the change names, and the
    facts of speeches that are out. A deleted tag is taken off annotations and child tags; a speech that
    is out comes back with its first annotation; empty times become ``now``.
    """
    gone = gone_tags(change)
    orphans = {id: replace(tag, parent=None) for id, tag in tags.items() if tag.parent in gone}
    after = {**marks, **change.annotations}
    full = Change(
        {id: mark and _finished(mark, gone, now) for id, mark in after.items()},
        {**orphans, **change.tags},
        {id: each and replace(each, created=each.created or now) for id, each in change.corrections.items()},
        {**_called_back(change, facts), **change.facts},
    )
    inverse = Change(
        {id: marks.get(id) for id in full.annotations},
        {id: tags.get(id) for id in full.tags},
        {id: corrections.get(id) for id in full.corrections},
        {id: facts[id] for id in full.facts if id in facts},
    )
    return full, inverse


def _called_back(change: Change, facts: Mapping[str, Facts]) -> dict[str, Facts]:
    named = {each.document for each in (*change.annotations.values(), *change.corrections.values()) if each}
    return {id: each._replace(out=False) for id, each in facts.items() if each.out and id in named}


def _finished(mark: Annotation, gone: set[str], now: str) -> Annotation:
    note = mark.note.encode("utf-8", "ignore").decode("utf-8")  # half an emoji is no character
    if mark.created and mark.modified and note == mark.note and gone.isdisjoint(mark.tags):
        return mark
    tags = tuple(tag for tag in mark.tags if tag not in gone)
    return replace(mark, tags=tags, note=note, created=mark.created or now, modified=mark.modified or now)


def rebased(new: Annotation | None, before: Annotation | None, present: Annotation | None) -> Annotation | None:
    """What an edit from ``before`` to ``new`` makes of a mark that others have made ``present`` in the meantime."""
    if new is None or before is None or present is None or present == before:
        return new
    edits = {f.name: getattr(new, f.name) for f in fields(new) if getattr(new, f.name) != getattr(before, f.name)}
    return replace(present, **edits)


Row = tuple[str, str, str | None, str | None]
"""Kind, id, and the records before and after."""
Item = TypeVar("Item", Annotation, Tag, Correction, Facts)


def history(change: Change, inverse: Change) -> Iterator[Row]:
    """A row ``(kind, id, before, after)`` for each item touched; records as JSON, None for none."""
    yield from _rows("annotation", inverse.annotations, change.annotations, annotation_record)
    yield from _rows("tag", inverse.tags, change.tags, tag_record)
    yield from _rows("correction", inverse.corrections, change.corrections, correction_record)
    yield from _rows("facts", inverse.facts, change.facts, Facts._asdict)


def _rows(
    kind: str, before: Mapping[str, Item | None], after: Mapping[str, Item | None], record: Callable[[Item], object]
) -> Iterator[Row]:
    for id, new in after.items():
        old = before[id]
        yield kind, id, old and _json(record(old)), new and _json(record(new))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def changes_from(rows: Iterable[Row], back: bool) -> Change:
    """The change that such rows tell: to the states before (``back``) or to those after."""
    found: dict[str, dict[str, Any]] = {"annotation": {}, "tag": {}, "correction": {}, "facts": {}}
    make = {"annotation": annotation_from, "tag": tag_from, "correction": correction_from, "facts": facts_from}
    for kind, id, before, after in rows:
        text = before if back else after
        found[kind][id] = make[kind](json.loads(text)) if text else None
    return Change(*found.values())


def still(want: Change, leave: Change, present: Change) -> Change:
    """Of a change that is wanted, what touches things that are still as ``leave`` says; ``present`` is how they are."""
    return Change(
        {id: each for id, each in want.annotations.items() if present.annotations.get(id) == leave.annotations[id]},
        {id: each for id, each in want.tags.items() if present.tags.get(id) == leave.tags[id]},
        {id: each for id, each in want.corrections.items() if present.corrections.get(id) == leave.corrections[id]},
        {id: each for id, each in want.facts.items() if present.facts.get(id) == leave.facts[id]},
    )
