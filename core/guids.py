"""Names that other programs ask for: UUIDs made of ours, the same each time."""

from __future__ import annotations

import re

from core.model import Tag
from core.tag_tree import Tags, spelt_path

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def guid(id: str, kind: str = "") -> str:
    """An id as a UUID: itself where it is one and ``kind`` is empty, else one that follows from both."""
    if not kind and _UUID.fullmatch(id):
        return id
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"piyue:{kind}:{id}"))


def by_path(tags: Tags) -> dict[str, str]:
    """The path of each tag (``父/子``), spelt for files, by its id."""
    return {id: spelt_path(tags, id) for id in tags}


def borne(ids: tuple[str, ...], tags: Tags) -> list[Tag]:
    """The tags of a mark that are there."""
    return [tags[id] for id in ids if id in tags]
