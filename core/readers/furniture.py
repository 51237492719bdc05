"""What stands on every page and is no part of the text: page numbers, running heads and feet.

They are told by their place at the edge of the page and by coming again; the number of one page alone
is told by its dashes, or by the white around it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from core.readers.placed import Line, Page

EDGE = 3
"""Lines at the head and at the foot of a page that may be furniture."""

PLACE = 4.0
"""Points by which a running head may stand higher or lower on another page."""

NUMBER = re.compile(
    r"[—–\-－‐−―·•.\s]*(?:\d{1,4}|[ivxIVX]{1,6})[—–\-－‐−―·•.\s]*|"
    r"(?:第\s*)?\d{1,4}\s*页?\s*[/／,，、\s]\s*(?:共\s*)?\d{1,4}\s*页?|第\s*[\d一二三四五六七八九十百]{1,4}\s*页|"
    r"(?:[Pp]age|[Pp]\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
)
_DASHED = re.compile(r"[—–\-－‐−―·•]+\s*\d{1,4}\s*[—–\-－‐−―·•]+|.*[第页/／].*|[Pp]age.*")
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十]+(?=页)")
_DIGITS = re.compile(r"\d+")


def body(pages: Sequence[Page]) -> list[list[int]]:
    """For each page, which of its lines are text; all, where there would be none."""
    edges = [list(_edges(page)) for page in pages]
    common = _common(pages, edges)
    offsets = Counter(
        (top, int(_DIGITS.findall(page.lines[index].text)[0]) - number)
        for number, page in enumerate(pages)
        for index, top, _ in edges[number]
        if NUMBER.fullmatch(page.lines[index].text) and _DIGITS.search(page.lines[index].text)
    )
    kept: list[list[int]] = []
    for number, page in enumerate(pages):
        gone: set[int] = set()
        for index, top, depth in edges[number]:
            line = page.lines[index]
            outermost = depth == sum(other in gone for other, side, _ in edges[number] if side == top)
            if outermost and (_key(line, top) in common or _is_number(page, index, number, top, offsets)):
                gone.add(index)
        kept.append([index for index in range(len(page.lines)) if index not in gone])
    return kept if any(kept) else [list(range(len(page.lines))) for page in pages]


def _edges(page: Page) -> Iterator[tuple[int, bool, int]]:
    """The lines at both edges, from the edge inwards: index, whether at the head, how many lie outside of it."""
    order = sorted(range(len(page.lines)), key=lambda index: page.lines[index].base)
    half = page.height / 2
    for depth, index in enumerate(order[:EDGE]):
        if page.lines[index].base < half:
            yield index, True, depth
    for depth, index in enumerate(order[::-1][:EDGE]):
        if page.lines[index].base >= half:
            yield index, False, depth


def _key(line: Line, top: bool) -> tuple[bool, str, int]:
    return top, _FIGURES.sub("#", "".join(line.text.split())), round(line.base / PLACE)


def _common(pages: Sequence[Page], edges: Sequence[Sequence[tuple[int, bool, int]]]) -> set[tuple[bool, str, int]]:
    """What stands at the same place of many pages; a line a hair lower is on the same place."""
    found: Counter[tuple[bool, str, int]] = Counter()
    for number, page in enumerate(pages):
        for index, top, _ in edges[number]:
            if not _is_lone(page, index) and len(pages) < 3:
                continue
            found[_key(page.lines[index], top)] += 1
    least = 2 if len(pages) < 6 else 3
    many = set()
    for top, text, place in found:
        if text != "#" and sum(found[top, text, near] for near in (place - 1, place, place + 1)) >= least:
            many.add((top, text, place))
    return many


def _is_number(page: Page, index: int, number: int, top: bool, offsets: Counter[tuple[bool, int]]) -> bool:
    text = page.lines[index].text
    if not NUMBER.fullmatch(text):
        return False
    digits = _DIGITS.search(text)
    in_order = bool(digits) and offsets[top, int(digits[0]) - number] > 1 if digits else False
    return in_order or bool(_DASHED.fullmatch(text)) or _is_lone(page, index)


def _is_lone(page: Page, index: int) -> bool:
    """Whether a line keeps more distance to its neighbours than lines of the page do."""
    bases = sorted(line.base for line in page.lines)
    steps = [b - a for a, b in itertools.pairwise(bases) if b - a > 2]
    base = page.lines[index].base
    near = min((abs(other - base) for other in bases if abs(other - base) > 2), default=1e9)
    return near > 1.3 * (median(steps) if steps else 0)
