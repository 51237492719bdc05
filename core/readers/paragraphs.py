"""Which of the lines that stand on pages are text, and which of them begin a paragraph.

A line begins a paragraph if it is indented, stands apart or in the middle, is set larger or smaller than
the one before, or if that one ends short of the edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from core.readers.beside import BESIDE
from core.readers.columns import Edge, edges, steps
from core.readers.furniture import body
from core.readers.placed import Line, Page

INDENT = 1.0
"""A line that starts this many of its sizes to the right of its column is indented."""

APART = 1.4
"""Lines further apart than this many usual steps are not of one paragraph, unless the text shows its own measure."""

LARGER = 1.12
"""A line this much larger or smaller than the one before is not of its paragraph."""

SMALL = 0.92
"""Notes at the foot of a page are smaller than this share of the text."""

_STOP = "。！？：；…”）.!?:;"
_MARKED = re.compile(
    r"第[一二三四五六七八九十百零]+[章节条编部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2}[．.、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|——"
)
_NOTE = re.compile(r"[①-⑳*※]|[\[（(〔]?\d{1,3}[\]）)〕]?\D")


class Placed(NamedTuple):
    """A line of the text: page and number there, how it stands between the edges of its column, how far
    the next one should be; ``note``: at the foot of the page, or beside its text."""

    place: tuple[int, int]
    line: Line
    edge: Edge
    align: str
    step: float
    note: bool = False

    @property
    def is_indented(self) -> bool:
        return self.line.x0 - self.edge.left > INDENT * self.line.size


def paragraphs(pages: Sequence[Page]) -> Iterator[list[Placed]]:
    """The paragraphs of pages; the notes at a page's foot come after the paragraph that runs over it."""
    flow = list(_flow(pages))
    habits = _habits(flow)
    open_, notes = list[Placed](), list[Placed]()
    for placed in flow:
        if placed.note:
            notes.append(placed)
        elif open_ and _begins(open_, placed, habits):
            yield open_
            yield from _apart(notes)
            open_, notes = [placed], []
        else:
            open_.append(placed)
    yield from (each for each in (open_, *_apart(notes)) if each)


def _apart(notes: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Each note for itself."""
    open_: list[Placed] = []
    for placed in notes:
        if open_ and (_NOTE.match(placed.line.text) or not _is_full(open_[-1], placed)):
            yield open_
            open_ = []
        open_.append(placed)
    if open_:
        yield open_


def _flow(pages: Sequence[Page]) -> Iterator[Placed]:
    kept = body(pages)
    lines = [[page.lines[index] for index in indices] for page, indices in zip(pages, kept, strict=True)]
    borders, apart = edges(lines, [page.width for page in pages]), steps(lines)
    sizes: Counter[float] = Counter()
    for line in (line for each in lines for line in each):
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    for number, here in enumerate(lines):
        notes = _notes([line for line in here if line.column != BESIDE], usual)
        for order, line in enumerate(here):
            edge = borders[number, line.column]
            step = apart.get(round(line.size), 0.0)
            yield Placed((number, kept[number][order]), line, edge, _align(line, edge), step, order >= notes)


def _notes(lines: Sequence[Line], usual: float) -> int:
    """From which line on a page holds notes: small ones at its foot, the first of which bears a mark."""
    first = len(lines)
    while first and lines[first - 1].size < SMALL * usual:
        first -= 1
    while first < len(lines) and not _NOTE.match(lines[first].text):
        first += 1
    return first if first else len(lines)


def _align(line: Line, edge: Edge) -> str:
    left, right = (line.x0 - edge.left) / line.size, (edge.right - line.x1) / line.size
    if left > 2.6 and abs(left - right) < 1.0:
        return "center"
    if right < 0.7 and line.x0 - edge.left > 0.3 * (edge.right - edge.left):
        return "right"
    return "left"


class _Habits(NamedTuple):
    """How a text shows its paragraphs: by indents, by space between them of more than ``space`` steps (or 0)."""

    indents: bool
    space: float


def _habits(flow: Sequence[Placed]) -> _Habits:
    """The habits of a text, learnt where a line that ends far from the edge leaves no doubt."""
    indented = sum(each.is_indented and each.align == "left" for each in flow)
    ratios = [
        _distance(last, placed)
        for last, placed in pairwise(flow)
        if _distance(last, placed) > 0 and last.edge.right - last.line.x1 > 0.3 * (last.edge.right - last.edge.left)
        and last.align == placed.align == "left" and last.line.size == placed.line.size
    ]  # fmt: skip
    spaced = [ratio for ratio in ratios if ratio > 1.15]
    learnt = len(spaced) > 2 and len(spaced) >= 0.8 * len(ratios)
    return _Habits(indented > 2 and 25 * indented > len(flow), (1 + median(spaced)) / 2 if learnt else 0.0)


def _begins(paragraph: Sequence[Placed], placed: Placed, habits: _Habits) -> bool:
    """Whether ``placed`` begins a new paragraph, or goes on with the one before."""
    last = paragraph[-1]
    sizes = sorted((last.line.size, placed.line.size))
    distance = _distance(last, placed)
    if "\t" in last.line.text + placed.line.text:  # a row of a table is a line for itself
        return True
    if sizes[1] > LARGER * sizes[0] or distance > (habits.space or APART):
        return True
    if "center" in (last.align, placed.align):
        return not _goes_on_in_the_middle(paragraph, placed)
    if placed.is_indented:
        hangs = abs(last.line.x0 - placed.line.x0) < 0.3 * placed.line.size
        return not hangs or not _is_full(last, placed) or last.line.text[-1] in _STOP or bool(_mark(placed))
    if distance and habits.space:
        return False
    if habits.indents:
        far = last.edge.right - last.line.x1 > 0.3 * (last.edge.right - last.edge.left)
        return not _is_full(last, placed) and (far or last.line.text[-1] in _STOP)
    if not _is_full(last, placed):
        return True
    return last.line.text[-1] in _STOP and bool(_mark(placed) or _is_bold(last) != _is_bold(placed))


def _distance(last: Placed, placed: Placed) -> float:
    """How far it is to the next line of a column, in usual steps; 0 where another column begins."""
    together = last.place[0] == placed.place[0] and last.line.column == placed.line.column
    step = max(last.step, placed.step)
    return max(0.0, placed.line.base - last.line.base) / step if together and step else 0.0


def _is_full(last: Placed, placed: Placed) -> bool:
    """Whether what ``placed`` starts with had no room on the line before."""
    return last.edge.right - last.line.x1 < placed.line.first + 0.5 * last.line.size


def _goes_on_in_the_middle(paragraph: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line in the middle goes on with lines like it: the first of them may be as wide as its column."""
    last = paragraph[-1]
    alike = last.align == placed.align or (len(paragraph) == 1 and _is_even(last) and placed.align == "center")
    room = last.edge.right - last.edge.left - (last.line.x1 - last.line.x0)
    return alike and last.line.runs[0] == placed.line.runs[0] and room < placed.line.first + 2.5 * last.line.size


def _is_even(placed: Placed) -> bool:
    left, right = placed.line.x0 - placed.edge.left, placed.edge.right - placed.line.x1
    return abs(left - right) < placed.line.size


def _mark(placed: Placed) -> re.Match[str] | None:
    return _MARKED.match(placed.line.text)


def _is_bold(placed: Placed) -> bool:
    return all(run.style.bold for run in placed.line.runs)
