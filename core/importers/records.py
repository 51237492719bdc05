"""JSON that somebody else wrote: each value is looked at before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.guids import guid
from core.model import Span, Tag
from core.readers.writing import utc
from core.tag_tree import names_in, spelt

Record = Mapping[str, Any]
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
MOST = 1 << 53
"""Positions beyond are no positions."""


def is_json(data: bytes) -> bool:
    """Whether a file begins as one of JSON, whatever becomes of it then."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def parsed(data: bytes) -> object:
    """The value in a file of JSON, None where there is none."""
    if not is_json(data):
        return None
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def record(value: object) -> Record:
    """An object, empty where something else stands in its place."""
    return value if isinstance(value, dict) else {}


def several(value: object) -> list[Any]:
    """A list; one value by itself is a list of one, nothing an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text(value: object) -> str:
    """A text without halves of characters, which no library can hold; empty where something else stands."""
    return value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8") if isinstance(value, str) else ""


def texts(values: object) -> list[str]:
    """The texts in a list that are not empty."""
    return [words for each in several(values) if (words := text(each))]


def time(value: object) -> str:
    """A time in UTC to the second; empty where there is none."""
    words = text(value)
    return words if _TIME.fullmatch(words) and utc(words) else utc(words)


def colour(value: object) -> str:
    """A colour as ``#rrggbb``; empty where there is none."""
    words = text(value)
    if re.fullmatch("#[0-9a-fA-F]{3}", words):
        words = "#" + "".join(2 * each for each in words[1:])
    return words.lower() if _COLOUR.fullmatch(words) else ""


def span(start: object, stop: object) -> Span | None:
    """A passage, None where the two are no places in a text."""
    if type(start) is not int or type(stop) is not int or not 0 <= start < stop <= MOST:
        return None
    return Span(start, stop)


def name(value: object) -> str:
    """An id as we have it: a UUID without what is put around it; empty where there is none."""
    words = text(value).removeprefix("urn:uuid:").strip("{}")
    lower = words.lower()
    return lower if guid(lower) == lower else guid(words) if words else ""


DEEPEST = 60
"""Tags under one another; who writes more means harm."""


def too_deep(tags: Mapping[str, Tag]) -> bool:
    """Whether tags stand under one another without measure."""
    depths = dict[str, int]()
    for id in tags:
        chain, each = list[str](), id
        while each in tags and each not in depths and len(chain) <= DEEPEST:
            chain.append(each)
            each = tags[each].parent or ""
        if len(chain) + depths.get(each, 0) > DEEPEST and len(set(chain)) == len(chain):
            return True
        for depth, one in enumerate(reversed(chain), depths.get(each, 0) + 1):
            depths[one] = depth
    return False


class PathTags:
    """Tags that a file knows by their paths only: they are made as they are met."""

    def __init__(self) -> None:
        self.made: dict[str, Tag] = {}

    def ids(self, paths: Iterable[str], colour: str = "") -> tuple[str, ...]:
        """The ids of tags by their paths; ``colour`` is that of the first, where it is known."""
        found = dict.fromkeys(id for path in paths if (id := self._id(path)))
        first = next(iter(found), None)
        if first and colour and not self.made[first].colour:
            tag = self.made[first]
            self.made[first] = Tag(tag.id, tag.name, colour, parent=tag.parent)
        return tuple(found)

    def _id(self, path: str) -> str:
        id, found = "", names_in(path)[:DEEPEST]
        for depth, word in enumerate(found, 1):
            above, id = id, guid(spelt(found[:depth]), "tag")
            self.made.setdefault(id, Tag(id, word, "", parent=above or None))
        return id


def grouped(rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What belongs to one name, in the order in which names are met."""
    found: dict[str, list[Any]] = {}
    for key, each in rows:
        found.setdefault(key, []).append(each)
    return ((key, tuple(each)) for key, each in found.items())


def digest(uri: str) -> str:
    """The digest in the name of a text; empty where it names something else."""
    words = uri.removeprefix("urn:sha256:")
    return words if re.fullmatch("[0-9a-f]{64}", words) else ""
