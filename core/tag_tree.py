"""Tags as a tree: who stands under whom, in which order, and what a person calls them: 父/子."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from core.model import Tag
from core.tags import next_colour

Tags = Mapping[str, Tag]
LAST = 1 << 60


class Row(NamedTuple):
    """A tag as a list shows it, and how many tags it stands under."""

    tag: Tag
    depth: int


def children(tags: Tags) -> dict[str | None, list[Tag]]:
    """The tags by the id of what they stand under, each list in its order.

    At the top (None) stands, too, what is under a tag that is not there, or under itself: two windows
    that each move a tag under the other's make such a ring.
    """
    found: dict[str | None, list[Tag]] = {None: []}
    for tag in sorted(tags.values(), key=lambda tag: tag.place or LAST):
        found.setdefault(None if _loose(tags, tag) else tag.parent, []).append(tag)
    return found


def _loose(tags: Tags, tag: Tag) -> bool:
    seen, above = {tag.id}, tag.parent
    while above is not None and above in tags:
        if above in seen:
            return above == tag.id
        seen.add(above)
        above = tags[above].parent
    return tag.parent not in tags


def rows(tags: Tags) -> list[Row]:
    """All tags, each followed by those under it."""
    below = children(tags)

    def walk(parent: str | None, depth: int) -> Iterator[Row]:
        for tag in below.get(parent, ()):
            yield Row(tag, depth)
            yield from walk(tag.id, depth + 1)

    return list(walk(None, 0))


def within(tags: Tags, id: str) -> set[str]:
    """The ids of a tag and of all that stand under it."""
    below, found, ahead = children(tags), set[str](), [id]
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += [tag.id for tag in below.get(each, ())]
    return found


def above(tags: Tags, id: str) -> list[Tag]:
    """The tags that a tag stands under, the topmost first."""
    found: list[Tag] = []
    each = tags[id].parent
    while each is not None and each in tags and each != id and tags[each] not in found:
        found.insert(0, tags[each])
        each = tags[each].parent
    return found


def path(tags: Tags, id: str) -> str:
    """A tag's name behind those it stands under: ``父/子``."""
    return "/".join(tag.name for tag in (*above(tags, id), tags[id]))


def spelt(names: Iterable[str]) -> str:
    """Names as one path that a program can take apart again: a slash within a name has a backslash before it."""
    return "/".join(re.sub(r"([\\/／])", r"\\\1", name) for name in names)


def spelt_path(tags: Tags, id: str) -> str:
    """A tag's path, spelt for files."""
    return spelt(tag.name for tag in (*above(tags, id), tags[id]))


def names_in(words: str) -> list[str]:
    """The names in a path of a file; where a program of another kind wrote it, a backslash by itself is one."""
    found = (re.sub(r"\\([\\/／])", r"\1", part) for part in re.findall(r"(?:\\[\\/／]|[^/／])+", words))
    return [name for part in found if (name := " ".join(part.split()))]


def paths(tags: Tags) -> dict[str, Tag]:
    """All tags by their spelt paths; of two that share one, the first."""
    found: dict[str, Tag] = {}
    for tag, _ in rows(tags):
        found.setdefault(spelt_path(tags, tag.id), tag)
    return found


def parts(words: str) -> list[str]:
    """The names in a path that a person typed; a full-width slash counts too."""
    return [name for each in re.split("[/／]", words) if (name := " ".join(each.split()))]


def find(words: str, tags: Tags) -> Tag | None:
    """The tag that is meant by a name, or by names with slashes between them. The topmost is meant first."""
    names, below = parts(words), children(tags)
    if not names:
        return None
    by_depth = sorted(rows(tags), key=lambda row: row.depth)
    whole = " ".join(words.split())
    exact = next((tag for tag, _ in by_depth if tag.name in (whole, names[0] if len(names) == 1 else whole)), None)
    if exact is not None or len(names) == 1:
        return exact
    for first in (tag for tag, _ in by_depth if tag.name == names[0]):
        each: Tag | None = first
        for name in names[1:]:
            each = next((tag for tag in below.get(each.id, ()) if tag.name == name), None) if each else None
        if each is not None:
            return each
    return None


def make(words: str, tags: Tags, new_id: Callable[[], str]) -> tuple[str, dict[str, Tag]]:
    """The id of the tag that is meant, and the tags that have to be made for it; an empty id for no name."""
    names, made = parts(words), dict[str, Tag]()
    known = find(words, tags)
    if known is not None or not names:
        return known.id if known else "", made
    above = None
    for depth in range(len(names) - 1, 0, -1):
        above = find("/".join(names[:depth]), tags)
        if above is not None:
            names = names[depth:]
            break
    id = above.id if above else ""
    for name in names:
        tag = Tag(new_id(), name, next_colour([*tags.values(), *made.values()]), parent=id or None)
        id, made[tag.id] = tag.id, tag
    return id, made
