"""The fill list: what a draft leaves open (XX亿元, ××市, 202x年, 【待补】, ____), and what is to stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from core.heading_paths import HeadingPaths, Path
from core.lens.vocabulary import any_of, kinds, words
from core.model import Document, Span

KINDS = ("amount", "percentage", "date", "ordinal", "place", "organ", "person", "thing", "name", "text")
"""What is to be filled in: numbers of four kinds, then names, then anything."""
NUMBERS = frozenset(KINDS[:4])

_YEAR = r"(?<!\d)(?:19|20)\d?[xXＸ×＊*]{1,2}(?=年)"
_LETTERS = r"(?<![A-Za-zＡ-Ｚ\d])(?:[XＸ]+(?:\.[XＸ]+)?|x{2,})(?![A-Za-zＡ-Ｚ]|光|射线|轴|染色体)"
_CROSSES = r"(?<![\d×])×+(?:\.×+)?(?!\d|×)"
_STARS = r"(?<![\d*＊])[*＊]+(?:\.[*＊]+)?(?!\d)"
_CIRCLES = r"(?<![一二三四五六七八九十〇○◯])[〇○◯]{2,}(?![一二三四五六七八九])"
_LINES = r"[_＿]{2,}"
_BRACKETS = r"[【［\[（(〔](?:此处)?(?:待|需|请)(?:补|填|定|核|查)[^】］\]）)〕\n]{0,12}[】］\]）)〕]"
_BLANK = re.compile("|".join((_YEAR, _LETTERS, _CROSSES, _STARS, _CIRCLES, _LINES, _BRACKETS)))
_DATE = re.compile(r"[年月]|日(?![益常前后均])")
_MORE = re.compile(r"[多余几]")


class Blank(NamedTuple):
    """A place to fill in: ``kind`` is one of KINDS, ``name`` what it reads as with the word that tells its
    kind (XX镇, XX亿元), ``path`` the headings over it."""

    span: Span
    kind: str
    name: str
    path: Path

    @property
    def is_number(self) -> bool:
        return self.kind in NUMBERS


def fill_list(document: Document) -> tuple[Blank, ...]:
    """Every placeholder of a speech, in order."""
    text, paths = document.text, HeadingPaths(document.sections)
    found: list[Blank] = []
    for match in _BLANK.finditer(text):
        kind, word = _told(text, match)
        if kind:
            span = Span(*match.span())
            found.append(Blank(span, kind, match[0] + word, paths.above(span)))
    return tuple(found)


def together(blanks: Iterable[Blank]) -> dict[str, tuple[Blank, ...]]:
    """The names that stand for the same, as a reader would fill them in at once: XX镇 with every XX镇.

    Numbers are left out, for no two amounts are the same because both are XX亿元; so is what has no word behind it.
    """
    groups: dict[str, list[Blank]] = {}
    for blank in blanks:
        if not blank.is_number and blank.kind not in ("name", "text"):
            groups.setdefault(blank.name, []).append(blank)
    return {name: tuple(group) for name, group in groups.items()}


def _told(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What a run is to be filled with, and the word behind it that tells so; no kind for what is no placeholder."""
    run, at = match[0], match.end()
    if run[0] in "【［[（(〔":
        return "text", ""
    if run[0] in "12":
        return "date", "年"
    if date := _DATE.match(text, at):
        return "date", date[0]
    more = _MORE.match(text, at)
    if unit := _words("units").match(text, more.end() if more else at):
        of_a_series = text.endswith("届", 0, match.start())  # X届X次全会
        return "ordinal" if of_a_series else _kind_of_number(unit[0]), text[at : unit.end()]
    if name := _words("names").match(text, at):
        return kinds("names")[name[0]], name[0]
    if run[0] in "*＊" or (run[0] in "_＿" and not _stands_in_words(text, match)):
        return "", ""  # signs of other things: a list, a rule
    return "name", ""


def _kind_of_number(unit: str) -> str:
    kind = kinds("units")[unit]
    return kind if kind in ("percentage", "ordinal") else "amount"


def _stands_in_words(text: str, match: re.Match[str]) -> bool:
    stop = text.find("\n", match.end())
    line = text[text.rfind("\n", 0, match.start()) + 1 : stop if stop >= 0 else len(text)]
    return bool(line.strip(" \u3000_＿"))


@cache
def _words(table: str) -> re.Pattern[str]:
    return re.compile(f"(?!{any_of(words('compounds'))})(?:{any_of(kinds(table))})")
