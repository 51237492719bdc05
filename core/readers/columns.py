"""Between which edges the lines of a page stand, and how far apart."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from core.readers.placed import Line

MANY = 6
"""A column with fewer lines does not show its own edges."""


class Edge(NamedTuple):
    """Where the lines of a column begin and end."""

    left: float
    right: float


def edges(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> dict[tuple[int, int], Edge]:
    """The edges of each column of each page, by page and column; few lines stand between those of other pages."""
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for line in lines:
            columns[number, line.column].append(line)
    own = {key: _own(lines) for key, lines in columns.items()}
    usual = {column: _usual([own[key] for key in own if key[1] == column and len(columns[key]) >= MANY])
             for column in {column for _, column in own}}  # fmt: skip
    fitted = {key: _fitted(edge, usual[key[1]], columns[key]) for key, edge in own.items()}
    if any(column > 0 for _, column in own):
        return fitted
    return {key: _margins(edge, widths[key[0]], columns[key]) for key, edge in fitted.items()}


def steps(pages: Sequence[Sequence[Line]]) -> dict[int, float]:
    """How far it is from line to line, for each size of type in whole points."""
    found: dict[int, list[float]] = defaultdict(list)
    for lines in pages:
        for one, other in itertools.pairwise(lines):
            if 0 < other.base - one.base < 5 * one.size and round(one.size) == round(other.size):
                found[round(one.size)].append(other.base - one.base)
    return {size: median(apart) for size, apart in found.items()}


def _own(lines: Sequence[Line]) -> Edge:
    """The leftmost place at which two lines begin, or a full one, and the rightmost at which several end: stops
    may hang out."""
    right = max(_shared([line.x1 for line in lines], max(2, 0.15 * len(lines))))
    full = [line.x0 for line in lines if abs(line.x1 - right) < 3]
    return Edge(min([*_shared([line.x0 for line in lines], 2), *full]), right)


def _shared(places: Sequence[float], least: float) -> Sequence[float]:
    """Those of the places at which enough others lie; all, where there are none such."""
    counted = Counter(round(place / 3) for place in places)
    near = [place for place in places if sum(counted[round(place / 3) + step] for step in (-1, 0, 1)) >= least]
    return near or places


class _Usual(NamedTuple):
    """How wide a column mostly is, and where it often begins (left and right pages may differ)."""

    width: float
    lefts: tuple[float, ...]


def _usual(found: Sequence[Edge]) -> _Usual:
    if not found:
        return _Usual(0.0, ())
    lefts = Counter(round(edge.left) for edge in found)
    often = tuple(left for left, count in lefts.most_common(8) if 10 * count >= len(found))
    return _Usual(median(edge.right - edge.left for edge in found), often)


def _fitted(edge: Edge, usual: _Usual, lines: Sequence[Line]) -> Edge:
    """Edges that the page's own lines may not reach: all are indented, or all are short."""
    size = median(line.size for line in lines)
    near = (left for left in usual.lefts if 0 < edge.left - left < (4 * size if len(lines) >= MANY else 1e9))
    left = min(near, default=edge.left)
    if edge.right - left > usual.width + size and len(lines) >= MANY:
        left = edge.left
    return Edge(left, max(edge.right, left + usual.width))


def _margins(edge: Edge, width: float, lines: Sequence[Line]) -> Edge:
    """Where no lines end together, all may be short: then the right margin is about as wide as the left."""
    if sum(abs(line.x1 - edge.right) < 3 for line in lines) >= 3:
        return edge
    return Edge(edge.left, max(edge.right, width - edge.left - 3 * median(line.size for line in lines)))
