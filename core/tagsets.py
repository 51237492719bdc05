"""A set of tags as a file, to give to another reader: names, colours, keys, hints, and what stands under what.

JSON: ``{"format": "piyue-tags", "version": 1, "tags": [{"name", "colour", "key", "hint", "parent"}]}``;
``parent`` is the path of names above (``父/子``; a slash within a name is ``\\/``), or null. Ids stay at home: a tag
is known by its path.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core.model import Change, Tag
from core.problem import Problem
from core.tag_edits import sound
from core.tag_tree import Tags, above, paths, rows, spelt, spelt_path
from core.tags import next_colour

FORMAT, VERSION = "piyue-tags", 1
SUFFIX = ".json"
MOST = 10_000_000
"""Bytes of the largest file that is looked at."""

Record = Mapping[str, Any]


def written(tags: Tags) -> str:
    """The tags as a file."""
    records = [_record(tags, tag) for tag, _ in rows(tags)]
    return json.dumps({"format": FORMAT, "version": VERSION, "tags": records}, ensure_ascii=False, indent=1) + "\n"


def _record(tags: Tags, tag: Tag) -> Record:
    over = above(tags, tag.id)
    parent = spelt_path(tags, over[-1].id) if over else None
    return {"name": tag.name, "colour": tag.colour, "key": tag.key, "hint": tag.hint, "parent": parent}


def read(data: bytes) -> list[Record]:
    """The tags in a file, those above before those below. Raises Problem for what is no set of tags."""
    try:
        whole = json.loads(data[:MOST].decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Problem("tagset.foreign") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("tags"), list):
        raise Problem("tagset.foreign")
    if whole.get("version") != VERSION:
        raise Problem("tagset.newer")
    return _in_order([_checked(number, each) for number, each in enumerate(whole["tags"], 1)])


def _checked(number: int, record: object) -> Record:
    if not isinstance(record, dict):
        raise Problem("tagset.row", number=number)
    made = {name: record.get(name) or "" for name in ("name", "colour", "key", "hint", "parent")}
    whole = all(isinstance(each, str) for each in made.values())
    if not whole or not " ".join(made["name"].split()) or len(made["key"]) > 1 or _surrogate("".join(made.values())):
        raise Problem("tagset.row", number=number)
    if made["colour"] and not re.fullmatch("#[0-9a-fA-F]{6}", made["colour"]):
        raise Problem("tagset.colour", number=number, colour=made["colour"])
    return {**made, "name": " ".join(made["name"].split()), "hint": " ".join(made["hint"].split())}


def _surrogate(text: str) -> bool:
    """Whether a text holds half of a character, which no file can hold."""
    return any("\ud800" <= each <= "\udfff" for each in text)


def _in_order(records: list[Record]) -> list[Record]:
    """Whatever stands under something comes after it."""
    known, ordered, left = {""}, list[Record](), records
    while left:
        ready = [record for record in left if record["parent"] in known]
        if not ready:
            raise Problem("tagset.parent", name=left[0]["name"], parent=left[0]["parent"])
        left = [record for record in left if record["parent"] not in known]
        known |= {_path(record) for record in ready}
        ordered += ready
    return ordered


def _path(record: Record) -> str:
    name = spelt((record["name"],))
    return f"{record['parent']}/{name}" if record["parent"] else name


def taken_in(records: list[Record], tags: Tags, new_id: Callable[[], str]) -> Change:
    """What it takes to have these tags: the one of the same path is made alike, others are added.

    A key goes to the tag of the set, of two with one key to the first.
    """
    known, after, keys = paths(tags), dict(tags), set[str]()
    for record in records:
        former, parent = known.get(_path(record)), known.get(record["parent"])
        tag = former or Tag(new_id(), record["name"], "", parent=parent.id if parent else None)
        colour = sound(record["colour"]) if record["colour"] else tag.colour or next_colour(after.values())
        key = "" if record["key"] in keys else record["key"]
        keys |= {key} - {""}
        tag = replace(tag, colour=colour, key=key, hint=record["hint"])
        known[_path(record)] = after[tag.id] = tag
    own = {known[_path(record)].id for record in records}
    after = {id: replace(tag, key="") if id not in own and tag.key in keys else tag for id, tag in after.items()}
    return Change(tags={id: tag for id, tag in after.items() if tag != tags.get(id)})
