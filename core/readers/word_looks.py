"""How the characters of a Word 97 file look: runs of formatting, styles and fonts ([MS-DOC] 2.4, 2.6, 2.9)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from core.readers.sheet import Look
from core.readers.word_file import WordFile

_STYLES, _CHARACTERS, _PARAGRAPHS, _FONTS = 1, 12, 13, 15
_PAGE = 512
_DEEPEST = 12
"""Styles that a style may be based on, one upon the other."""
_COLOURS = (
    *("", "#000000", "#0000ff", "#00ffff", "#00ff00", "#ff00ff", "#ff0000", "#ffff00", "#ffffff"),
    *("#000080", "#008080", "#008000", "#800080", "#800000", "#808000", "#808080", "#c0c0c0"),
)
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of a property's value, by the upper three bits of its number; 6 says its length itself."""
_BOLD, _SIZE, _FACE, _LATIN, _HIDDEN, _DELETED = 0x0835, 0x4A43, 0x4A50, 0x4A4F, 0x083C, 0x0800
_HIGHLIGHT, _STYLE, _ALIGN, _ALIGN80, _LEVEL, _ROW_END = 0x2A0C, 0x4A30, 0x2461, 0x2403, 0x2640, 0x2417
_SHADE, _LIST, _DEPTH = 0xCA71, 0x460B, 0x260A
_PALE = 0xF0
"""A colour no channel of which is below this is paper."""
_SIDES = ("left", "center", "right")


class Run(NamedTuple):
    """A passage's look, whether it is hidden, deleted or ends a table's row; its paragraph's list (or 0) and depth."""

    look: Look = Look()
    hidden: bool = False
    deleted: bool = False
    row_end: bool = False
    list: int = 0
    depth: int = 0


class Style(NamedTuple):
    base: int
    level: int | None
    paragraph: bytes
    character: bytes


class Looks:
    """The looks of a file, asked for by place in the main stream. What is broken in them is plain text."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._made: dict[tuple[bytes, bytes], Run] = {}

    def at(self, place: int) -> tuple[Run, int]:
        """How the character at ``place`` looks, and up to where others look the same."""
        character, end = self._characters.at(place)
        paragraph, other = self._paragraphs.at(place)
        key = (character, paragraph)
        if key not in self._made:
            self._made[key] = self._make(character, paragraph)
        return self._made[key], min(end, other)

    @cached_property
    def _characters(self) -> _Runs:
        return _Runs(_runs(self._file, _CHARACTERS, 1, _of_characters))

    @cached_property
    def _paragraphs(self) -> _Runs:
        return _Runs(_runs(self._file, _PARAGRAPHS, 13, _of_paragraph))

    def _make(self, character: bytes, paragraph: bytes) -> Run:
        number = struct.unpack_from("<H", paragraph)[0] if len(paragraph) >= 2 else 0
        run = self._styled(number, Run())
        run = self._apply(paragraph[2:], run, run)
        return self._apply(character, run, run)

    def _styled(self, number: int, run: Run, deep: int = 0) -> Run:
        style = self._styles.get(number)
        if not style or deep > _DEEPEST:
            return run
        run = self._styled(style.base, run, deep + 1)
        if style.level:
            run = run._replace(look=run.look._replace(level=style.level))
        run = self._apply(style.paragraph, run, run)
        return self._apply(style.character, run, run)

    def _apply(self, properties: bytes, run: Run, base: Run) -> Run:
        for number, value in _properties(properties):
            if number == _SHADE:
                run = run._replace(look=run.look._replace(colour=_shade(value)))
            else:
                run = self._one(number, int.from_bytes(value[:2], "little"), run, base)
        return run

    def _one(self, number: int, value: int, run: Run, base: Run) -> Run:
        look = run.look
        if number == _BOLD:
            look = look._replace(bold=_switch(value, base.look.bold))
        elif number == _SIZE:
            look = look._replace(size=value / 2)
        elif number in (_FACE, _LATIN):
            face = self._fonts[value] if value < len(self._fonts) else ""
            look = look._replace(face=face) if number == _FACE or not look.face else look
        elif number == _HIGHLIGHT:
            look = look._replace(colour=_COLOURS[value] if value < len(_COLOURS) else "")
        elif number in (_ALIGN, _ALIGN80):
            look = look._replace(align=_SIDES[value] if value < len(_SIDES) else "")
        elif number == _LEVEL:
            look = look._replace(level=value + 1 if value < 9 else None)
        elif number == _STYLE and value in self._styles:
            return self._apply(self._styles[value].character, run, run)
        return Run(
            look,
            _switch(value, base.hidden) if number == _HIDDEN else run.hidden,
            bool(value) if number == _DELETED else run.deleted,
            bool(value) if number == _ROW_END else run.row_end,
            value if number == _LIST else run.list,
            value & 0xFF if number == _DEPTH else run.depth,
        )

    @cached_property
    def _styles(self) -> dict[int, Style]:
        found: dict[int, Style] = {}
        with suppress(struct.error, IndexError):
            found.update(_styles(self._file.part(_STYLES)))
        return found

    @cached_property
    def _fonts(self) -> list[str]:
        found: list[str] = []
        with suppress(struct.error, IndexError):
            found.extend(_fonts(self._file.part(_FONTS)))
        return found


class _Runs:
    """Stretches of the main stream, each with the properties of what lies there."""

    def __init__(self, runs: list[tuple[int, int, bytes]]) -> None:
        runs.sort()
        self._starts = [run[0] for run in runs]
        self._runs = runs

    def at(self, place: int) -> tuple[bytes, int]:
        index = bisect_right(self._starts, place) - 1
        after = self._starts[index + 1] if index + 1 < len(self._starts) else 1 << 32
        if index < 0 or place >= self._runs[index][1]:
            return b"", after
        return self._runs[index][2], min(after, self._runs[index][1])


def _runs(file: WordFile, number: int, width: int, one: Callable[[bytes, int], bytes]) -> list[tuple[int, int, bytes]]:
    """All runs of the formatted pages that the table ``number`` lists."""
    table = file.part(number)
    count = (len(table) - 4) // 8
    if count < 1:
        return []
    found: list[tuple[int, int, bytes]] = []
    for page in dict.fromkeys(struct.unpack_from(f"<{count}I", table, 4 * (count + 1))):
        at = (page & 0x3FFFFF) * _PAGE
        data = file.main[at : at + _PAGE]
        if len(data) == _PAGE:
            with suppress(struct.error, IndexError):
                found.extend(_page(data, width, one))
    return found


def _page(page: bytes, width: int, one: Callable[[bytes, int], bytes]) -> Iterator[tuple[int, int, bytes]]:
    """The runs of one formatted page: where they begin, then where in the page their properties lie."""
    count = page[-1]
    places = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = 2 * page[4 * (count + 1) + width * index]
        if places[index] < places[index + 1]:
            yield places[index], places[index + 1], one(page, at) if at else b""


def _of_characters(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]


def _of_paragraph(page: bytes, at: int) -> bytes:
    """A paragraph's style number and its properties, counted in words and padded."""
    length = page[at]
    return page[at + 1 : at + 2 * length] if length else page[at + 2 : at + 2 + 2 * page[at + 1]]


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property's number and value; what is cut off is left out."""
    at = 0
    while at + 2 < len(data):
        number = data[at] | data[at + 1] << 8
        at += 2
        size = _SIZES.get(number >> 13, 0)
        if not size:
            size, at = data[at], at + 1
            if number == 0xD608:  # a table's definition counts itself in two bytes, less one
                size += (data[at] << 8 if at < len(data) else 0) - 1
                at += 1
        yield number, data[at : at + size]
        at += max(size, 0)


def _switch(value: int, base: bool) -> bool:
    """0 and 1 are off and on, 128 as the style has it, 129 the other way."""
    return base if value == 0x80 else not base if value == 0x81 else bool(value)


def _shade(value: bytes) -> str:
    """``#rrggbb`` of what lies behind the characters; paper and what is left to the program are none."""
    behind = value[4:8]
    return "" if len(behind) < 4 or behind[3] or min(behind[:3]) >= _PALE else f"#{behind[:3].hex()}"


def _styles(sheet: bytes) -> Iterator[tuple[int, Style]]:
    length, count, fixed = struct.unpack_from("<HHH", sheet)
    at = 2 + length
    for number in range(count):
        size = struct.unpack_from("<H", sheet, at)[0]
        if size:
            yield number, _style(sheet[at + 2 : at + 2 + size], fixed)
        at += 2 + size


def _style(style: bytes, fixed: int) -> Style:
    kind, base, parts = struct.unpack_from("<HHH", style)
    at = fixed + 2 * struct.unpack_from("<H", style, fixed)[0] + 4
    found: list[bytes] = []
    for _ in range(parts & 15):
        at += at % 2
        size = struct.unpack_from("<H", style, at)[0]
        found.append(style[at + 2 : at + 2 + size])
        at += 2 + size
    paragraph, character = (found[0][2:], found[1]) if base & 15 == 1 and len(found) > 1 else (b"", b"".join(found[:1]))
    name = kind & 0xFFF
    return Style(base >> 4, name if 1 <= name <= 9 and base & 15 == 1 else None, paragraph, character)


def _fonts(table: bytes) -> Iterator[str]:
    count = struct.unpack_from("<H", table)[0]
    at = 4
    for _ in range(count):
        size = table[at] + 1
        name = table[at + 40 : at + size].decode("utf-16-le", "ignore")
        yield name.partition("\0")[0]
        at += size
