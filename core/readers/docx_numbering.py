"""Word's automatic numbers, which are not in its text: 一、（一）1. come from numbering.xml and a count.

A paragraph names a list (num) and a level; a list is a copy of an abstract one with overrides. Lists of one
abstract list count together, unless one says where it starts.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.readers.docx_names import below, children, flag, number, value
from core.readers.docx_styles import ParagraphLook, Styles
from core.readers.numerals import bullet, numeral, spaced

LEVELS = 9
_SYMBOLS = ("Wingdings", "Symbol", "Webdings")
"""Faces whose letters are signs."""


class Level(NamedTuple):
    """How one level counts and is written; ``restart`` is the level (1 the first) that sets it back, if said."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""
    hidden: bool = False
    symbols: bool = False


class List(NamedTuple):
    """A list: whose count it shares, its levels, and where they start anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far they have counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {e.get("w:abstractNumId", ""): e for e in children(root) if e.tag == "w:abstractNum"}
        self._nums = {e.get("w:numId", ""): e for e in children(root) if e.tag == "w:num"}
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, look: ParagraphLook) -> str:
        """The number of the next paragraph of this look, with what stands between it and the text."""
        found = self._list(look.num or "")
        if found is None:
            return ""
        index = self._level(found, look)
        level = found.levels.get(index)
        if level is None:
            return ""
        self._count(look.num or "", found, index)
        return "" if level.hidden else self._written(found, index, level)

    def _level(self, found: List, look: ParagraphLook) -> int:
        """The level said; of a style's list, the one that is linked to the style."""
        if look.level is None and look.num_style:
            linked = (index for index, level in found.levels.items() if level.style == look.num_style)
            return next(linked, 0)
        return min(look.level or 0, LEVELS - 1)

    def _list(self, num: str) -> List | None:
        if num not in self._lists:
            self._lists[num] = self._read(num) if num in self._nums else None
        return self._lists[num]

    def _read(self, num: str) -> List | None:
        element = self._nums[num]
        key, abstract = self._resolved(value(element, "w:abstractNumId") or "")
        if abstract is None:
            return None
        levels = {number(e.get("w:ilvl")): _level(e) for e in children(abstract) if e.tag == "w:lvl"}
        starts: dict[int, int] = {}
        for override in children(element):
            if override.tag == "w:lvlOverride":
                index, own = number(override.get("w:ilvl")), below(override, "w:lvl")
                if own is not None:
                    levels[index] = _level(own)
                start = value(override, "w:startOverride")
                if start is not None:
                    starts[index] = number(start)
        return List(key, levels, starts)

    def _resolved(self, key: str) -> tuple[str, Element | None]:
        """The abstract list that has the levels: some only name a style whose list has them."""
        for _ in range(LEVELS):
            element = self._abstract.get(key)
            link = value(element, "w:numStyleLink")
            if element is None or not link:
                return key, element
            num = self._nums.get(self._styles.numbering_of(link))
            key = value(num, "w:abstractNumId") or ""
        return key, None

    def _count(self, num: str, found: List, index: int) -> None:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        start = self._start(found, index)
        fresh = (num, index) not in self._started and index in found.starts
        self._started.add((num, index))
        former = counts[index]
        counts[index] = start if fresh or former is None else former + 1
        for above in range(index):  # a level that was passed over stands at its start
            if counts[above] is None:
                counts[above] = self._start(found, above)
        for deeper in range(index + 1, LEVELS):
            level = found.levels.get(deeper)
            restart = level.restart if level else None
            if restart is None or (restart and index < restart):
                counts[deeper] = None

    def _start(self, found: List, index: int) -> int:
        level = found.levels.get(index)
        return found.starts.get(index, level.start if level else 1)

    def _written(self, found: List, index: int, level: Level) -> str:
        if level.format == "bullet":
            return bullet(level.text, level.symbols)
        counts = self._counts[found.abstract]

        def digits(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            said = found.levels.get(at)
            count = counts[at]
            if at > index or said is None or count is None:
                return ""
            legal = level.legal and said.format not in ("none", "bullet", "decimalZero")
            return numeral("decimal" if legal else said.format, count)

        label = re.sub("%([1-9])", digits, level.text)
        return label if level.suffix == "nothing" else spaced(label)


def _level(element: Element) -> Level:
    format = below(element, "w:numFmt")
    if format is None:  # a way of counting of one's own, beside one for older programs
        format = below(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    restart, text = value(element, "w:lvlRestart"), value(element, "w:lvlText")
    return Level(
        (format.get("w:val") if format is not None else None) or "decimal",
        text or "",
        number(value(element, "w:start"), 0),
        number(restart) if restart is not None else None,
        bool(flag(element, "w:isLgl")),
        value(element, "w:suff") or "tab",
        value(element, "w:pStyle") or "",
        bool(flag(below(element, "w:rPr"), "w:vanish")),
        (value(element, "w:rPr", "w:rFonts", key="w:ascii") or "").startswith(_SYMBOLS),
    )
