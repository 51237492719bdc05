"""What is not body: advert, title, subtitle, byline, salutation, closing, and what comes after."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from core.outline.ends import closing_start, tail_start
from core.outline.headings import opening
from core.outline.lines import Line
from core.outline.roles import BODY, GENRE, LONG, OFFICE, SALUTATION, controls, role, sourced, titular

_SPEECH = re.compile(
    rf"[^，。：]{{1,16}}(?:同志|{OFFICE})的?(?:重要|总结|主持|工作|闭幕)?(?:讲话|致辞|发言|报告|说明)(?:摘要|摘编|全文|要点|提纲)?$"
)
_FULL_TEXT = ("全文", "全文如下", "全文。", "全文如下。", "全文：", "全文如下：")
_BRACKETED = re.compile(r"【[^】]{2,30}】$")
_CONTENTS = re.compile(r"目 *录$")


class Block(NamedTuple):
    """A block of level 0: its kind and its span."""

    kind: str
    start: int
    stop: int


class Frame(NamedTuple):
    """The level-0 blocks, and the runs of lines between them that the outline is made of."""

    blocks: list[Block]
    bodies: list[list[Line]]


def frame(view: str, lines: list[Line]) -> Frame:
    found = Frame([], [])
    starts = [0, *_titles(view, lines), len(lines)]
    for first, last in pairwise(starts):
        if first < last:
            _document(view, lines[first:last], found)
    return found


def _titles(view: str, lines: list[Line]) -> list[int]:
    """Where a further document begins: a short line without a stop, then a subtitle or a salutation, or one
    that names who speaks (某同志的讲话)."""
    found: list[int] = []
    seen_body = 0
    for i, line in enumerate(lines[:-1]):
        if line.stop - line.start > LONG:
            seen_body += 1
            continue
        if not seen_body or not titular(view, line):
            continue
        spoken = _SPEECH.match(view, line.start, line.stop)
        if seen_body < 3 and not spoken:
            continue
        following = [role(view, after) for after in lines[i + 1 : i + 4]]
        if (
            following[0] in ("subtitle", "salutation")
            or spoken
            or sourced(view, lines[i + 1])
            or (following[0] == "byline" and ("salutation" in following or "subtitle" in following))
            or (following[0] == "byline" and any(sourced(view, after) for after in lines[i + 2 : i + 3]))
        ):
            found.append(i)
            seen_body = 0
    return found


def _document(view: str, lines: list[Line], found: Frame) -> None:
    """One document: its head, its body, its closing and what comes after."""
    head = _head_length(view, lines)
    greeted = head > 0 and SALUTATION.match(view, lines[head - 1].start, lines[head - 1].stop)
    if not greeted and _heads_body(view, lines, head):
        head -= 1
        if view[lines[head].stop - 1] == "—" and _heads_body(view, lines, head):
            head -= 1
    _head(view, lines[:head], found)
    tail = tail_start(view, lines, head)
    closing = closing_start(view, lines, head, tail)
    if head < closing:
        found.bodies.append(lines[head:closing])
    if closing < tail:
        found.blocks.append(Block("closing", lines[closing].start, lines[tail - 1].stop))
    if tail < len(lines):
        found.blocks.append(Block("back_matter", lines[tail].start, lines[-1].stop))


def _head_length(view: str, lines: list[Line]) -> int:
    """How many lines stand before the body: up to the salutation, or up to the first paragraph or mark."""
    for i, line in enumerate(lines[:40]):
        text = view[line.start : line.stop]
        if len(text) <= LONG and SALUTATION.match(text):
            return i + 1
    contents = _contents(view, lines)
    announced = _announced(view, lines)
    for i, line in enumerate(lines):
        text = view[line.start : line.stop]
        mark = opening(view, line.start, line.stop)
        if (
            i >= announced
            and i not in contents
            and (
                (mark and mark.style.name != "dash") or len(text) > LONG or (text[-1] in "。；" and not controls(text))
            )
        ):
            return i
    return 0


def _announced(view: str, lines: list[Line]) -> int:
    """How many lines tell the news of a document before its text (《…》全文如下。)."""
    for i, line in enumerate(lines[:20]):
        if line.stop - line.start <= LONG and view.endswith(_FULL_TEXT, line.start, line.stop):
            return i + 1
    return 0


def _contents(view: str, lines: list[Line]) -> range:
    """The lines of a table of contents: 目录 and the short lines after it, up to where the first comes again."""
    first = (i for i, line in enumerate(lines[:40]) if _CONTENTS.match(view, line.start, line.stop))
    i = next(first, None)
    if i is None:
        return range(0)
    entries = [view[each.start : each.stop] for each in lines[i + 1 :]]
    j = next((j for j, entry in enumerate(entries) if len(entry) > LONG or (j and entry == entries[0])), len(entries))
    return range(i, i + 1 + j)


def _heads_body(view: str, lines: list[Line], head: int) -> bool:
    """Whether the last line of a head without salutation is the first heading of the body: other such lines
    stand above texts further down."""
    if head < 2 or head >= len(lines) or not _heading_like(view, lines[head - 1]):
        return False
    if not any(titular(view, line) for line in lines[: head - 1]):
        return False
    pairs = pairwise(lines[head : head + 400])
    return any(_heading_like(view, a) and a.stop - a.start <= 40 and b.stop - b.start > LONG for a, b in pairs)


def _heading_like(view: str, line: Line) -> bool:
    if BODY.match(view, line.start, line.stop):
        return False
    return titular(view, line) or _BRACKETED.match(view, line.start, line.stop) is not None


def _head(view: str, lines: list[Line], found: Frame) -> None:
    contents = _contents(view, lines)
    roles = ["front_matter" if i in contents else role(view, line) for i, line in enumerate(lines)]
    title = _title_lines(view, lines, roles)
    first = min(title, default=0)
    for i, each in enumerate(roles):
        if i in title:
            roles[i] = "title"
        elif each == "title" or (each != "salutation" and i < first):
            roles[i] = "front_matter"
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and roles[j] == roles[i] and not lines[j].gap:
            j += 1
        found.blocks.append(Block(roles[i], lines[i].start, lines[j - 1].stop))
        i = j


def _title_lines(view: str, lines: list[Line], roles: list[str]) -> set[int]:
    """The lines of the title: the group that names a genre, else the last group before subtitle or salutation."""
    groups: list[list[int]] = []
    for i, each in enumerate(roles):
        if each != "title":
            continue
        if groups and groups[-1][-1] == i - 1 and not lines[i].gap:
            groups[-1].append(i)
        else:
            groups.append([i])
    named = [g for g in groups if GENRE.search(view[lines[g[-1]].start : lines[g[-1]].stop].replace(" ", ""))]
    best = (named or groups)[-1:]
    return set(best[0]) if best else set()
