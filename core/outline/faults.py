"""What does not add up in the numbering: numbers skipped, doubled or out of order, and announced counts
(讲四个方面的意见) that are not kept. Told to the reader as hints; the tree stays as the marks have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from core.model import Section, Span
from core.outline.headings import opening, styles, value
from core.outline.view import view

_ANNOUNCED = re.compile(
    r"(?:讲|谈|提|作|强调|抓好|做好|把握|落实|抓住|完成|推进|以下|下面|如下|分|从|围绕)(?:好|出|了|以下|下面|如下|这|主要)*"
    r"(?P<n>[二两三四五六七八九十]{1,3}|\d{1,2})(?:个|点|项|条|大|方)?(?:方面|点)?(?:的|重点|主要|具体)?"
    r"(?:意见|要求|希望|建议|问题|任务|工作|措施|体会|看法|想法|内容|汇报|方面|点)(?:的?(?:意见|工作|要求|任务|内容|问题|体会))?[。：]?$"
)
_STOP = re.compile(r"[。！？：]")


@dataclass(frozen=True, slots=True)
class Fault:
    """``span`` is the heading whose number is wrong, or the announcement; ``found`` what stands there
    (a number, or how many headings follow), ``expected`` what should."""

    kind: Literal["skipped", "doubled", "disordered", "count"]
    span: Span
    found: int
    expected: int


def check(text: str, sections: Sequence[Section]) -> tuple[Fault, ...]:
    """The faults of an outline, in document order. Offsets are code points into ``text``."""
    faults = [*_numbers(sections), *_counts(text, sections)]
    return tuple(sorted(faults, key=lambda fault: fault.span))


def _numbers(siblings: Sequence[Section]) -> Iterator[Fault]:
    """Faults among siblings and below them. A list may begin at any number: it may run on from before."""
    counted: dict[str, int] = {}
    for node in siblings:
        series, number = _number(node)
        if series:
            before = counted.get(series, number - 1)
            if number != before + 1 and number != 1:
                yield Fault(_kind(number, before), node.heading, number, before + 1)
            counted[series] = before if number == before - 1 else number
        elif node.level == 0:
            counted.clear()
        yield from _numbers(node.children)


def _kind(number: int, before: int) -> Literal["skipped", "doubled", "disordered"]:
    return "doubled" if number == before else "skipped" if number > before else "disordered"


def _number(node: Section) -> tuple[str, int]:
    """The series of a numbered heading and its number; empty where it bears none (最后 is whichever comes last)."""
    style = styles().get(node.style)
    if not node.is_heading or style is None or style.numbers == "none":
        return "", 0
    label = view(node.label + node.title[:1])
    mark = opening(label, 0, len(label))
    if mark is None or (style.words and mark.number == len(style.words) > 2):
        return "", 0
    return style.series, mark.number


def _counts(text: str, siblings: Sequence[Section]) -> Iterator[Fault]:
    """Announcements in a preamble, a lead or a heading, against the numbered headings that follow."""
    for i, node in enumerate(siblings):
        if node.kind in ("preamble", "paragraph", "transition"):
            following = node.children or siblings[i + 1 :]
            yield from _announced(text, node, following)
        yield from _counts(text, node.children)


def _announced(text: str, node: Section, following: Sequence[Section]) -> Iterator[Fault]:
    # The view of this passage alone: that of a whole long text is one call, and holds the interpreter lock.
    start, seen = node.heading.start, view(text[node.heading.start : node.heading.stop])
    edges = [match.end() for match in _STOP.finditer(seen, 0, max(0, len(seen) - 1))]
    match = _ANNOUNCED.search(seen, edges[-1] if edges else 0)
    if match is None:
        return
    numeral = match["n"].replace("两", "二")
    expected, found = value(numeral), _run(following)
    if found and found != expected:
        yield Fault("count", Span(start + match.start(), start + match.end()), found, expected)


def _run(following: Sequence[Section]) -> int:
    """How many numbered headings of one series follow at once."""
    series, count = "", 0
    for node in following:
        mine = _number(node)[0]
        if node.is_heading and mine and mine == (series or mine):
            series, count = mine, count + 1
        elif not count or node.level == 0 or node.is_heading:
            break
    return count
