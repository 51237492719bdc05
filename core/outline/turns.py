"""Where a speech turns: an address, a look back, a thanks, a word on what is still wrong.

Such a paragraph is no heading, but it closes what was open below the part. The words are those that
official speeches turn with; a paragraph that begins like its two neighbours is an anaphora and no turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.outline.headings import Mark
from core.outline.lines import Line

_TURN = re.compile(
    r"(?P<address>(?>[^，。！：；]{0,8}?(?:们|代表|委员|领导|同志|老师|同学|来宾|各位)、?)+[，！：])"
    r"|(?P<problems>(?:在)?(?:充分)?(?:肯定|看到|总结|取得)[^。，]{0,16}(?:成绩|成效|成就|发展|经验)[^。，]{0,8}同时"
    r"|(?:同时，)?我们也(?:清醒|深知|看到|认识))"
    r"|(?P<last>会后，|最后，)"
    r"|刚刚过去的|回顾|回望|展望|站在|成绩(?:的取得|来之|固然)|(?:这些|上述|以上)(?:成绩|成就|目标)"
    r"|(?:实现|完成|围绕|为实现)(?:上述|以上|今年|这些)|确定(?:上述|这些)|提出这些|总之，|一年来，|五年来，"
    r"|过去(?:的)?[一五]年，?|此外，"
)
"""What the turn is, if it matters: an address, a word on what is still wrong, the last word."""


def turns(view: str, lines: Sequence[Line], found: Sequence[Mark | None]) -> list[bool]:
    """Per line whether the speech turns there; ``found`` are the marks that open the lines."""
    repeats = _repeats(view, lines, found)
    return [i not in repeats and _TURN.match(view, line.start, line.stop) is not None for i, line in enumerate(lines)]


def closes_the_last_part(view: str, line: Line) -> bool:
    """Whether the turn is the speaker's last word (最后，…), which stands outside the parts."""
    return _sort(view, line) == "last"


def tells_problems(view: str, line: Line) -> bool:
    """Whether the paragraph turns to what is still wrong."""
    return _sort(view, line) == "problems"


def _sort(view: str, line: Line) -> str:
    match = _TURN.match(view, line.start, line.stop)
    return match.lastgroup or "" if match else ""


def _repeats(view: str, lines: Sequence[Line], found: Sequence[Mark | None]) -> set[int]:
    """The paragraphs that begin like the one before them, in rows of three or more; an address does not count."""
    repeats: set[int] = set()
    row: list[int] = []
    words = ""
    for i, line in enumerate(lines):
        if view.startswith(words, line.start) and words and found[i] is None:
            row.append(i)
        else:
            row, words = [i], view[line.start : line.start + 3]
        if len(row) >= 3:
            repeats.update(row[-2:])
    return {i for i in repeats if _sort(view, lines[i]) != "address"}
