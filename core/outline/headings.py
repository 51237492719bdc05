"""The heading grammar, as ``resources/headings.txt`` has it: which marks open a heading, and their numbers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).resolve().parent.parent.parent / "resources" / "headings.txt"

_HAN = "零一二三四五六七八九"
_NUMERAL = {
    "han": "[一二三四五六七八九十百零〇]{1,5}",
    "arabic": r"\d{1,3}",
    "circled": "[①-⑳]",
    "none": "",
}


class Style(NamedTuple):
    """One row of the table. ``rank`` 0 means no place of its own; ``inline`` that it may open a sentence."""

    name: str
    series: str
    rank: int
    numbers: str
    inline: bool
    titled: bool
    pattern: str
    example: str

    @property
    def label(self) -> str:
        """The regular expression of its label, the numeral in a group of the style's name."""
        numeral = _NUMERAL.get(self.numbers) or "|".join(self.words)
        return (
            self.pattern.replace("{n}", f"(?P<{self.name}>{numeral})")
            if "{n}" in self.pattern
            else (f"(?P<{self.name}>{self.pattern})")
        )

    @property
    def sure(self) -> bool:
        """Whether the label names its own kind (第一章, 前言), so that one alone is a heading too."""
        return self.rank > 0 and (self.pattern.startswith("第") or self.numbers == "none")

    @property
    def words(self) -> tuple[str, ...]:
        return () if self.numbers in _NUMERAL else tuple(self.numbers.split("/"))

    def number(self, numeral: str) -> int:
        """What a numeral of this style counts to; 0 where the style does not count."""
        if self.numbers == "none":
            return 0
        if self.words:
            return self.words.index(numeral) + 1
        return value(numeral)


class Mark(NamedTuple):
    """A label found in the text: its style, its number, and where it stands."""

    style: Style
    number: int
    start: int
    stop: int


def value(numeral: str) -> int:
    """The number a Chinese, Arabic or circled numeral stands for, up to 999: 十二, 一百零三, 12, ⑫."""
    if numeral.isdecimal():
        return int(numeral)
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    total, digit = 0, 0
    for character in numeral.replace("〇", "零"):
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _HAN.index(character)
    return total + digit


@cache
def styles() -> dict[str, Style]:
    """The styles by name, in the order of the table."""
    rows = (line.strip() for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {style.name: style for row in rows if row and not row.startswith("#") for style in [read(row)]}


def read(row: str) -> Style:
    """A row of the table. Raises ValueError where a column is missing or the pattern is no expression."""
    name, series, rank, numbers, where, title, pattern, example = re.split(r"\s{2,}", row)
    place = 0 if rank == "-" else int(rank)
    return Style(name, series, place, numbers, where == "any", title == "sentence", pattern, example)


@cache
def _opening() -> re.Pattern[str]:
    """All labels that may open a paragraph; the group that matched names the style."""
    return re.compile("|".join(style.label for style in styles().values()))


@cache
def _inside() -> re.Pattern[str]:
    """All labels that may open a sentence inside a paragraph: at its start, or after a stop or a colon."""
    labels = "|".join(style.label for style in styles().values() if style.inline)
    return re.compile(rf"(?:(?<=[。！？：])|(?<=[。！？]”))(?:{labels})")


def opening(view: str, start: int, stop: int) -> Mark | None:
    """The mark that opens the paragraph at ``start``, if one does."""
    match = _opening().match(view, start, stop)
    return _mark(match) if match else None


def inside(view: str, start: int, stop: int) -> list[Mark]:
    """The marks that open sentences inside the paragraph, in order."""
    return [_mark(match) for match in _inside().finditer(view, start, stop)]


def _mark(match: re.Match[str]) -> Mark:
    name = match.lastgroup or ""
    style = styles()[name]
    return Mark(style, style.number(match[name]), match.start(), match.end())
