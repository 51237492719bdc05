"""Automatic numbers of a Word 97 file ([MS-DOC] 2.9.131, 2.9.147, 2.9.150): they are not in its text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from core.readers.numerals import numeral, spaced
from core.readers.word_file import WordFile

_LISTS, _USES = 73, 74
_LEVELS = 9
_LONGEST = 60
"""Characters that a number may have."""
_BULLET = 0x17
_WAYS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 32: "ideographZodiacTraditional", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", _BULLET: "none", 0xFF: "none",
}  # fmt: skip
"""Ways of counting by their numbers; the others are decimal."""


class Level(NamedTuple):
    """How a list counts at one level; in ``text`` characters below 9 stand for the numbers of levels."""

    start: int
    way: int
    legal: bool
    keeps: bool
    text: str


class Use(NamedTuple):
    """A list as paragraphs use it, with what differs: where a level starts, how it looks."""

    list: int
    starts: dict[int, int]
    levels: dict[int, Level]


class Lists:
    """Counts the paragraphs of a file's lists. What is broken in them numbers nothing."""

    def __init__(self, file: WordFile) -> None:
        self._lists: dict[int, list[Level]] = {}
        self._uses: list[Use] = []
        self._counts: dict[int, list[int | None]] = {}
        self._met: set[tuple[int, int]] = set()
        with suppress(struct.error, IndexError):
            self._lists.update(_lists(file.table, *file.place(_LISTS)))
            self._uses.extend(_uses(file.table, *file.place(_USES)))

    def label(self, use: int, depth: int) -> str:
        """The number of the next paragraph that uses a list (1 the first) at a depth, as it stands before its text."""
        if not 0 < use <= len(self._uses) or not 0 <= depth < _LEVELS:
            return ""
        used = self._uses[use - 1]
        levels = self._lists.get(used.list)
        if not levels:
            return ""
        levels = [used.levels.get(at, level) for at, level in enumerate(levels)]
        depth = min(depth, len(levels) - 1)
        self._count(use, used, levels, depth)
        counts = self._counts[used.list]

        def number(at: int) -> str:
            way = "decimal" if levels[depth].legal else _WAYS.get(levels[at].way, "decimal")
            return numeral(way, counts[at] or 0)

        signs = (number(ord(c)) if ord(c) < len(levels) else c for c in levels[depth].text)
        return "" if levels[depth].way == _BULLET else spaced("".join(signs)[:_LONGEST])

    def _count(self, use: int, used: Use, levels: list[Level], depth: int) -> None:
        counts = self._counts.setdefault(used.list, [None] * _LEVELS)
        if depth in used.starts and (use, depth) not in self._met:
            counts[depth] = None
        self._met.add((use, depth))
        for at in range(depth + 1):
            start = used.starts.get(at, levels[at].start)
            last = counts[at]
            counts[at] = start if last is None else last + (at == depth)
        for at in range(depth + 1, len(levels)):
            if not levels[at].keeps:
                counts[at] = None


def _lists(table: bytes, at: int, length: int) -> Iterator[tuple[int, list[Level]]]:
    """Each list's number and levels; the levels follow the table of the lists."""
    if not length:
        return
    count = struct.unpack_from("<H", table, at)[0]
    levels_at = at + 2 + 28 * count
    for index in range(count):
        number = struct.unpack_from("<i", table, at + 2 + 28 * index)[0]
        simple = table[at + 2 + 28 * index + 26] & 1
        levels: list[Level] = []
        for _ in range(1 if simple else _LEVELS):
            level, levels_at = _level(table, levels_at)
            levels.append(level)
        yield number, levels


def _level(table: bytes, at: int) -> tuple[Level, int]:
    start, way, flags = struct.unpack_from("<iBB", table, at)
    at += 28 + table[at + 24] + table[at + 25]
    stop = at + 2 + 2 * struct.unpack_from("<H", table, at)[0]
    text = table[at + 2 : stop].decode("utf-16-le", "ignore")[:_LONGEST]
    return Level(start, way, bool(flags & 4), bool(flags & 8), text), stop


def _uses(table: bytes, at: int, length: int) -> Iterator[Use]:
    if not length:
        return
    count = struct.unpack_from("<I", table, at)[0]
    if count > length // 16:
        return
    data_at = at + 4 + 16 * count
    for index in range(count):
        number, changed = struct.unpack_from("<i8xB", table, at + 4 + 16 * index)
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        data_at += 4
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", table, data_at)
            data_at += 8
            if flags & 0x10:
                starts[flags & 15] = start
            if flags & 0x20:
                levels[flags & 15], data_at = _level(table, data_at)
        yield Use(number, starts, levels)
