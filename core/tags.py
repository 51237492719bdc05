"""The tags a new library starts with, from ``resources/tags.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache

from core.model import Tag
from core.places import RESOURCES


def default_tags() -> tuple[Tag, ...]:
    """Nine tags with the keys 1 to 9; ids are fixed, so that libraries agree on them."""
    return tuple(tag for tag, _ in _defaults())


def next_colour(tags: Iterable[Tag]) -> str:
    """The ``#rrggbb`` for a new tag: the default colour that these tags use least."""
    used = Counter(tag.colour.lower() for tag in tags)
    return min((tag.colour for tag, _ in _defaults()), key=lambda colour: used[colour])


@cache
def light_colour(colour: str) -> str:
    """A tag's ``#rrggbb`` in the light theme: its own, unless ink could not be read on it."""
    if any(tag.colour == colour.lower() for tag, _ in _defaults()):
        return colour
    from core.colour import for_light

    return for_light(colour)


def nearest_colour(colour: str) -> str:
    """The default colour that looks most like a ``#rrggbb``: what a highlighter made glaring is quiet here."""
    from core.colour import distance

    return min((tag.colour for tag, _ in _defaults()), key=lambda each: distance(each, colour))


@cache
def dark_colour(colour: str) -> str:
    """A tag's ``#rrggbb`` in the dark theme: a default's own, else one made from its colour."""
    for default, dark in _defaults():
        if default.colour == colour.lower():
            return dark
    from core.colour import for_dark

    return for_dark(colour)


@cache
def _defaults() -> tuple[tuple[Tag, str], ...]:
    rows = json.loads((RESOURCES / "tags.json").read_text(encoding="utf-8"))
    return tuple(
        (Tag(row["id"], row["name"], row["colour"], row["key"], None, row["hint"]), row["dark"]) for row in rows
    )
