"""Tags that come in beside those that are there: known by id, else by path, else new."""

from __future__ import annotations

from dataclasses import replace

from core.guids import guid
from core.model import Tag
from core.tag_tree import Tags, paths, rows, spelt_path
from core.tags import next_colour


def matched(arriving: Tags, present: Tags) -> tuple[dict[str, str], dict[str, Tag]]:
    """Our id of each tag that comes in, and the tags that have to be made. Those that are there stay as they are."""
    ids, made = dict[str, str](), dict[str, Tag]()
    aliases = {guid(id): id for id in present}
    known = {where: tag.id for where, tag in paths(present).items()}
    keys = {tag.key for tag in present.values()}
    for tag, _ in rows(arriving):
        where = spelt_path(arriving, tag.id)
        same = tag.id if tag.id in present else aliases.get(tag.id) or known.get(where)
        if same is None:
            key = "" if tag.key in keys else tag.key
            keys.add(key)
            colour = tag.colour or next_colour([*present.values(), *made.values()])
            parent = ids.get(tag.parent) if tag.parent else None
            made[tag.id] = replace(tag, key=key, colour=colour, parent=parent, place=0)
            same = known[where] = tag.id
        ids[tag.id] = same
    return ids, made
