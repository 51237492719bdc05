"""The words that the rules of the lens go by, from ``resources/lens.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache

from core.places import RESOURCES


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return json.loads((RESOURCES / "lens.json").read_text(encoding="utf-8"))


def words(name: str) -> list[str]:
    """A list of words by its name. Raises KeyError where there is none."""
    return _lists()["words"][name]


@cache
def kinds(table: str) -> dict[str, str]:
    """Of the ``units`` of numbers, or the ``names`` of places, organs and persons: what each word tells."""
    return {word: kind for kind, listed in _lists()[table].items() for word in listed}


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words that stands at a place."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
