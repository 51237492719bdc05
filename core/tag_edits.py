"""What a reader does to tags: rename, recolour, move, merge, delete. Every verb makes one change.

``marks`` are the annotations that bear a tag which goes, of all speeches: ``Library.bearers``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.colour import for_light
from core.model import Annotation, Change, Tag
from core.problem import Problem
from core.tag_tree import Tags, children, within
from core.tags import default_tags

Marks = Mapping[str, Annotation]


def rename(tags: Tags, id: str, name: str) -> Change:
    """Give a tag another name. Raises Problem for no name, and for one that its neighbour has."""
    name = " ".join(name.replace("/", "／").split())
    if not name:
        raise Problem("tag.nameless")
    _check(tags, id, tags[id].parent, name)
    return _edit(tags, id, name=name)


def recolour(tags: Tags, id: str, colour: str) -> Change:
    """Give a tag another colour; one of a reader's own is made such that ink can be read on it."""
    return _edit(tags, id, colour=sound(colour))


def sound(colour: str) -> str:
    """A colour as it may be a tag's: a default as it is, another readable in both themes."""
    colour = colour.lower()
    return colour if colour in {tag.colour for tag in default_tags()} else for_light(colour)


def explain(tags: Tags, id: str, hint: str) -> Change:
    """Say what a tag is for."""
    return _edit(tags, id, hint=" ".join(hint.split()))


def give_key(tags: Tags, id: str, key: str) -> Change:
    """Give a tag a key, or none; another tag that had it goes without."""
    bare = {tag.id: replace(tag, key="") for tag in tags.values() if key and tag.key == key and tag.id != id}
    return Change(tags={**bare, **_edit(tags, id, key=key).tags})


def _edit(tags: Tags, id: str, **fields: Any) -> Change:
    edited = replace(tags[id], **fields)
    return Change(tags={id: edited} if edited != tags[id] else {})


def _check(tags: Tags, id: str, parent: str | None, name: str) -> None:
    """Two tags of one name beside each other could not be told apart."""
    if any(tag.name == name and tag.id != id for tag in children(tags).get(parent, ())):
        raise Problem("tag.taken", name=name)


# Moving


def move(tags: Tags, id: str, parent: str | None, row: int) -> Change:
    """Put a tag under another, or at the top (None), before what stands in the ``row`` there.

    Rows are counted without the tag itself. Raises Problem where it would stand under itself, or beside
    one of its name.
    """
    if parent is not None and parent in within(tags, id):
        raise Problem("tag.ring", name=tags[id].name)
    _check(tags, id, parent, tags[id].name)
    beside = [tag for tag in children(tags).get(parent, ()) if tag.id != id]
    beside.insert(max(0, row), replace(tags[id], parent=parent))
    placed = (replace(tag, place=place) for place, tag in enumerate(beside, 1))
    return Change(tags={tag.id: tag for tag in placed if tag != tags[tag.id]})


def shift(tags: Tags, id: str, way: str) -> Change:
    """One step ``up`` or ``down`` among its neighbours, ``out`` of what it stands under, or ``into`` the one before."""
    below = children(tags)
    parent = next(parent for parent, those in below.items() if any(tag.id == id for tag in those))
    beside = below[parent]
    row = next(row for row, tag in enumerate(beside) if tag.id == id)
    if way == "out" and parent is not None:
        above = next(p for p, those in below.items() if any(tag.id == parent for tag in those))
        return move(tags, id, above, [tag.id for tag in below[above]].index(parent) + 1)
    if way == "into" and row:
        before = beside[row - 1].id
        return move(tags, id, before, len(below.get(before, ())))
    to = row + {"up": -1, "down": 1}.get(way, 0)
    return move(tags, id, parent, to) if to != row and 0 <= to < len(beside) else Change()


# Taking away


def delete(tags: Tags, marks: Marks, id: str, now: str) -> Change:
    """Delete a tag; its marks stay without it, what stands under it moves up."""
    kept = {key: _without(mark, id, (), now) for key, mark in marks.items()}
    return Change(kept, {**_moved_up(tags, id, tags[id].parent), id: None})


def merge(tags: Tags, marks: Marks, id: str, into: str, now: str) -> Change:
    """Give all marks of a tag another one in its place, and what stands under it too; the tag is gone.

    The other takes its key, where it has none of its own.
    """
    inside = into in within(tags, id)
    moved = _moved_up(tags, id, tags[id].parent if inside else into)
    if tags[id].key and not tags[into].key:
        moved[into] = replace(moved.get(into, tags[into]), key=tags[id].key)
    return Change({key: _without(mark, id, (into,), now) for key, mark in marks.items()}, {**moved, id: None})


def _moved_up(tags: Tags, id: str, parent: str | None) -> dict[str, Tag]:
    return {tag.id: replace(tag, parent=parent, place=0) for tag in children(tags).get(id, ())}


def _without(mark: Annotation, id: str, instead: tuple[str, ...], now: str) -> Annotation:
    """The mark with other tags in the place of one, none twice."""
    at = mark.tags.index(id)
    tags = dict.fromkeys((*mark.tags[:at], *instead, *mark.tags[at + 1 :]))
    return replace(mark, tags=tuple(tags), modified=now)
