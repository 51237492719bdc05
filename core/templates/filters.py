"""What templates do to values: words put so that no markup comes of them, and marks put together."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from core.exporters import looks
from core.exporters.markdown import escaped, note_line
from core.exporters.table import is_formula
from core.templates.vocabulary import Facts, Heading, Mark, Tag

_BLANKS = " \t\u3000\xa0"
_OBSIDIAN = r"[|$^{}]|==|%%|(?<=\s)#"
"""What means something to Obsidian and others beside what ``escaped`` knows: cells, formulas, block ids, tags."""
_LINES = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_CRAMPED = re.compile(r"[^\w/-]+")
_FIGURE = re.compile(
    r"(?!\d{1,2}[.、](?!\d))\d[\d,，.]*(?:[万千百]?[万亿])?"
    r"(?:个?百分点|[%％‰]|平方公里|平方米|公里|公斤|美元|人次|万?[元吨亩米家户人项个条件次倍天年月日级届期所名座])?"
    r"|[一二两三四五六七八九十百千]+(?:万亿|[万亿])[元吨亩户人]?|百分之[一二三四五六七八九十百]+"
)


@dataclass(frozen=True, slots=True)
class TagGroup:
    """The marks with one tag; ``tag`` is None and ``name`` empty for those without any."""

    tag: Tag | None
    name: str
    path: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class HeadingGroup:
    """The marks that follow one another under one heading; ``fresh`` are the headings that the group before had not."""

    speech: Facts
    headings: tuple[Heading, ...]
    fresh: tuple[Heading, ...]
    marks: tuple[Mark, ...]


def line(words: object) -> str:
    """All in one line."""
    return " ".join(_CONTROL.sub("", str(words)).split())


def md(words: object) -> str:
    """One line of Markdown that shows the words as they are."""
    return _shown(line(words))


def _shown(words: str) -> str:
    return _signed(_OBSIDIAN, escaped(words))


def _signed(pattern: str, words: str) -> str:
    """The words with a backslash before each sign that a pattern finds."""
    return re.sub(pattern, lambda found: "".join(f"\\{sign}" for sign in found[0]), words)


def _lines(words: object) -> list[str]:
    found = (_CONTROL.sub("", each).strip(_BLANKS) for each in _LINES.split(str(words)))
    return [each for each in found if each]


def blockquote(words: object, last: object = "") -> str:
    """One block of quotation in Markdown, each line of the words a paragraph of it, and ``last`` below them."""
    lines = [_shown(each) for each in _lines(words)]
    if said := line(last):
        lines.append(_shown(said))
    return "\n>\n".join(f"> {each}" for each in lines) or ">"


def note(words: object) -> str:
    """A note as paragraphs: what is Markdown in it stays so, but for headings, HTML, and what opens a block."""
    kept = [_CONTROL.sub("", each) for each in _LINES.split(str(words)) if each.strip()]
    return "\n\n".join(_signed(r"\$\$|%%", note_line(each)) for each in kept)


def cell(words: object) -> str:
    """A cell of a table in Markdown; a spreadsheet that it is pasted into reckons nothing."""
    return "<br>".join(_shown(each) for each in _lines(_defused(str(words)))) or " "


def csv(words: object) -> str:
    """A cell of a CSV file, in quotation marks where it needs them; a spreadsheet reckons nothing."""
    said = _defused(_CONTROL.sub("", str(words)).strip())
    return '"' + said.replace('"', '""') + '"' if re.search('[,"\n\r]', said) else said


def _defused(words: str) -> str:
    return f"'{words}" if is_formula(words.lstrip()) else words


def yaml(words: object) -> str:
    """A value of a front matter, in quotation marks but for a date."""
    said = line(words)
    return said if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else json.dumps(said, ensure_ascii=False)


def hashtag(words: object) -> str:
    """A tag as Obsidian and Logseq know it, without its #: letters, digits, - and /, and not digits alone."""
    said = _CRAMPED.sub("-", str(words)).strip("-/")
    return f"{said}_" if re.fullmatch(r"[\d/-]+", said) else said


def block_id(mark: Mark) -> str:
    """The id by which a block is linked to, always the same for a mark: letters and digits."""
    return "py" + blake2s(mark.id.encode("utf-8"), digest_size=5).hexdigest()


def figures(words: object) -> tuple[str, ...]:
    """The figures in some words, each with its unit: 120公里, 3.5%."""
    return tuple(dict.fromkeys(found.rstrip(",，.") for found in _FIGURE.findall(str(words))))


def stars(mark: Mark) -> str:
    """★★★, as many as a mark has."""
    return "★" * mark.stars


def tagged(marks: Iterable[Mark], tag: str) -> tuple[Mark, ...]:
    """The marks with a tag, called by its name or its path, or with one below it."""
    return tuple(mark for mark in marks if any(tag == each.name or _is_within(each.path, tag) for each in mark.tags))


def _is_within(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}/")


def by_tag(marks: Iterable[Mark]) -> tuple[TagGroup, ...]:
    """The marks by their tags, in the order of those; one with two tags is in two groups, those without are last."""
    bearers: dict[Tag | None, list[Mark]] = {}
    for mark in marks:
        for tag in mark.tags or (None,):
            bearers.setdefault(tag, []).append(mark)
    ordered = sorted(bearers, key=lambda tag: (tag is None, tag.order if tag else 0))
    return tuple(
        TagGroup(tag, tag.name if tag else "", tag.path if tag else "", tuple(bearers[tag])) for tag in ordered
    )


def by_heading(marks: Iterable[Mark]) -> tuple[HeadingGroup, ...]:
    """The marks in their order, those put together that follow one another under the same heading."""
    made: list[tuple[Mark, list[Mark]]] = []
    for mark in marks:
        if made and (made[-1][0].speech, made[-1][0].headings) == (mark.speech, mark.headings):
            made[-1][1].append(mark)
        else:
            made.append((mark, [mark]))
    groups: list[HeadingGroup] = []
    for first, group in made:
        before = groups[-1].headings if groups and groups[-1].speech == first.speech else ()
        same = 0
        while same < min(len(before), len(first.headings)) and before[same] == first.headings[same]:
            same += 1
        groups.append(HeadingGroup(first.speech, first.headings, first.headings[same:], tuple(group)))
    return tuple(groups)


_WORDS = (line, md, blockquote, note, cell, csv, yaml, hashtag, figures)
_MARKS = (block_id, stars, tagged, by_tag, by_heading)
FILTERS: dict[str, Callable[..., Any]] = {each.__name__: each for each in (*_WORDS, *_MARKS)} | {"day": looks.day}
"""By the names that templates know beside Jinja's own."""
