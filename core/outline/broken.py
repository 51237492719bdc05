"""Text whose lines are not its paragraphs.

Text from a PDF or from mail is broken at a fixed width: its lines are joined again, and a table leads
back to the offsets. A page that lost its line breaks is cut before the marks of its headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from core.outline.inline import refrains
from core.outline.lines import LINE_OF_TEXT, LOST, STOP, Line

WIDEST = 160
"""Columns: text broken at more than this is not broken at a fixed width."""

REGULAR = 0.8
"""Where more than this share of the lines are full, one that falls short by more is the last of its paragraph."""

SHARP = 0.9
"""Where more than this share of the full lines are of the same width, a full line is of just that."""

_PAGE = re.compile(r"[—\- ]*(?:第 ?)?\d{1,4}(?: ?页)?(?:/\d{1,4})?[—\- ]*")
_HAN = "[一二三四五六七八九十]{1,3}"
_CUT = re.compile(
    rf"(?<=[。！？；：）])(?=（{_HAN}）|{_HAN}、|{_HAN}是|{_HAN}要|第{_HAN}，|各位代表[，：！]|同志们[，：！])"
    rf"|(?<=[。！？；：])(?=\d{{1,2}}[．.、](?!\d)|（\d{{1,2}}）|[①-⑳]|——|所谓“)"
    r"|(?=第[一二三四五六七八九十百零]{1,5}[编章节条] )"
)
_GREETING = re.compile(r"(?:各位代表|同志们|各位委员)：")
_MARKED = re.compile(rf" *(?:（ ?{_HAN} ?）|{_HAN} ?[、．.]|第{_HAN}[章节条编]|\d{{1,2}}[．.、](?!\d)|{_HAN} *$)")
_LISTED = re.compile(rf" *(?:（\d{{1,2}}）|[①-⑳]|—{{1,2}}|{_HAN}[是要]|第{_HAN}[，、])")


_ITEM = re.compile(
    r"[。！？：](?:(?P<dash>——)|(?P<one>1[．.、](?!\d))|(?P<two>2[．.、](?!\d))|(?P<address>(?:各位代表|同志们)[，！])"
    r"|(?P<defined>所谓“))"
)


def listed(view: str, line: Line) -> bool:
    """Whether a long line holds what stands on lines of its own elsewhere: two dashes, 1. and 2., an address,
    three definitions."""
    if line.stop - line.start <= LOST // 2:
        return False
    found = Counter(match.lastgroup for match in _ITEM.finditer(view, line.start, line.stop))
    return bool(found["dash"] > 1 or found["one"] * found["two"] or found["address"] or found["defined"] > 2)


def cut(view: str, line: Line) -> list[Line]:
    """The line cut before the marks of headings, and around its salutation."""
    cuts = {match.start() for match in _CUT.finditer(view, line.start, line.stop)}
    cuts |= {match.start() for match in refrains(view, line.start, line.stop)}
    greeting = _GREETING.search(view, line.start, min(line.stop, line.start + 300))
    if greeting:
        cuts |= {greeting.start(), greeting.end()}
    edges = sorted({line.start, *cuts, line.stop})
    return [Line(a, b, False) for a, b in pairwise(edges) if a < b]


def unwrap(view: str) -> list[tuple[int, int]]:
    """The pieces of the view that are left when the line ends inside paragraphs are taken out; empty
    where the lines are not of one width, counted in columns or in characters."""
    spans = [match.span() for match in LINE_OF_TEXT.finditer(view)]
    rulers = [_ruler(view, spans, _columns, 4, WIDEST), _ruler(view, spans, len, 2, WIDEST // 2)]
    ruler = max(rulers, key=lambda each: each.share)
    return _pieces(view, spans, ruler) if ruler.share >= 0.5 else []


class _Ruler(NamedTuple):
    """The width of each line by where it starts, that of a full line, how far a full line may be from it,
    and the share of the long lines that are full."""

    widths: dict[int, int]
    width: int
    slack: int
    share: float


def _ruler(view: str, spans: list[tuple[int, int]], count: Callable[[str], int], slack: int, widest: int) -> _Ruler:
    widths = {a: count(view[a:b].rstrip(" ")) for a, b in spans}
    long = sorted(widths[a] for a, b in spans if b - a >= 20)
    width = long[int(0.9 * (len(long) - 1))]
    full = sum(width - slack <= each <= width + slack for each in long)
    slack = 0 if long.count(width) > SHARP * full else slack
    ends = sum(view[b - 1] in STOP for a, b in spans if b - a >= 20 and widths[a] < width - slack)
    share = full / max(1, len(long) - ends)
    return _Ruler(widths, width, slack, share if width <= widest and 3 * full >= len(long) else 0.0)


def _columns(line: str) -> int:
    return sum(2 if character > "ⷿ" else 1 for character in line)


def _pieces(view: str, spans: list[tuple[int, int]], ruler: _Ruler) -> list[tuple[int, int]]:
    """The pieces between the line ends taken out: a full line goes on in the next, unless that one is
    indented, bears a mark or stands apart (where few do, between pages, only after a stop); page numbers
    between them go too."""
    widths, width, slack, share = ruler
    least = width - 2 * slack if share > REGULAR or not slack else 0.85 * width
    pieces: list[tuple[int, int]] = []
    position = 0
    indented = sum(view[a : a + 2] == "  " for a, _ in spans) > 2
    apart = _apart(spans)
    spaced = 12 * len(apart) > len(spans)
    end, full, last = 0, False, ""
    for a, b in spans:
        if _PAGE.fullmatch(view, a, b):
            continue
        text = view[a:b].strip(" ")
        begins = view[a : a + 2] == "  " if indented else last in "。！？" and widths[a] < width - slack
        marked = _MARKED.match(view, a, b) or (not indented and last in "。！？：" and _LISTED.match(view, a, b))
        begins = begins or (a in apart and (spaced or last in STOP))
        if full and not begins and text and not marked:
            pieces.append((position, end))
            position = view.index(text, a)
        end, last = a + len(view[a:b].rstrip(" ")), text[-1:]
        full = bool(text) and widths[a] >= (width - slack if last in STOP else least)
    return [*pieces, (position, len(view))]


def _apart(spans: list[tuple[int, int]]) -> set[int]:
    """Where the lines start that blank lines set apart; none where that is every other line."""
    apart = {start for (_, stop), (start, _) in pairwise(spans) if start - stop > 1}
    return apart if 2 * len(apart) < len(spans) else set()
