"""The marks that open the lines of a body, before it is known which of them are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.outline.headings import Mark, opening, value
from core.outline.lines import Line

_SECOND = {"cn_dun": re.compile(r"[一二三四五六七八九十](?![是要带体])"), "ar_dot": re.compile(r"\d")}
"""A second numeral right after the label: the next one (二、三产业), or any digit (5.5%). These are no marks
unless the count bears them out; 一、一年来 is one."""


def marks(view: str, lines: Sequence[Line]) -> list[Mark | None]:
    """The mark that opens each line, if one does. A label followed by a second numeral is one only between
    its neighbours of the same series."""
    found = [opening(view, line.start, line.stop) for line in lines]
    series: dict[str, list[int]] = {}
    for i, mark in enumerate(found):
        if mark:
            series.setdefault(mark.style.series, []).append(i)
    for places in series.values():
        numbers = [mark.number for i in places for mark in [found[i]] if mark]
        for k, i in enumerate(places):
            mark = found[i]
            second = _SECOND.get(mark.style.name) if mark else None
            match = second.match(view, mark.stop, lines[i].stop) if mark and second else None
            if mark and match and (mark.style.numbers == "arabic" or value(match[0]) == mark.number + 1):
                between = 0 < k < len(places) - 1
                if not between or numbers[k - 1] + 1 != mark.number or numbers[k + 1] != mark.number + 1:
                    found[i] = None
    return found


def following(found: Sequence[Mark | None]) -> list[int]:
    """For each line with a mark the next line with a mark of the same series, or -1."""
    nearest: dict[str, int] = {}
    result = [-1] * len(found)
    for i in range(len(found) - 1, -1, -1):
        mark = found[i]
        if mark:
            result[i] = nearest.get(mark.style.series, -1)
            nearest[mark.style.series] = i
    return result
