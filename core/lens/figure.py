"""A plot as shapes: worked out once, and drawn by the window's painter or written as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from core.lens.series import Plotted

SMALL, MARGIN, ROW, GAP = 12, 12, 22, 6
"""Pixels: the size of type, the space around a plot, the height of a row of bars, the space between groups."""
WIDEST = 150
"""Pixels of the names beside bars."""
HEIGHT = 240
"""Pixels of a plot of lines, without its legend."""
STEPS = 4
LEAST = 1e-9
"""The least value that a scale is made for; what is less is nothing."""


class Bar(NamedTuple):
    """A rectangle in a colour: ``#rrggbb``, or the name of one of the theme's."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Line(NamedTuple):
    """A line through points; ``weight`` in pixels."""

    points: tuple[tuple[float, float], ...]
    colour: str
    weight: float = 1.0


class Words(NamedTuple):
    """Words on a line: ``side`` says which of their ends, or ``middle``, stands at x; y is their base line."""

    x: float
    y: float
    text: str
    colour: str = "soft"
    side: str = "start"


Shape = Bar | Line | Words


class Figure(NamedTuple):
    """Shapes on a sheet of some size, in pixels."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


def width_of(text: str) -> float:
    """About how wide words are set, in pixels: a Chinese character is a square, other signs are narrower."""
    return sum(SMALL if ord(sign) > 0x2E7F else SMALL * 0.56 for sign in text)


def shortened(text: str, width: float) -> str:
    """Words that are no wider than that; what is cut ends with an ellipsis."""
    if width_of(text) <= width:
        return text
    while text and width_of(text) + SMALL > width:
        text = text[:-1]
    return f"{text}…"


class _Frame(NamedTuple):
    """Where the values of a plot stand: its edges in pixels, and the greatest value."""

    left: float
    right: float
    top: float
    bottom: float
    most: float

    def x(self, share: float) -> float:
        return self.left + (self.right - self.left) * share

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.most


def bars(plotted: Plotted, width: int, colours: Sequence[str]) -> Figure:
    """A row for each place, in which the values of all series stand one behind the other, a pixel apart."""
    names = min(WIDEST, max(map(width_of, plotted.places), default=0))
    legend, top = _legend(plotted, width, colours)
    frame = _Frame(MARGIN + names + 8, width - MARGIN - 48, top, 0, max(_sums(plotted), default=0) or 1)
    shapes = list(legend)
    for number, place in enumerate(plotted.places):
        y = top + number * ROW
        shapes.append(Words(frame.left - 8, y + ROW * 0.68, shortened(place, names), "ink", "end"))
        shapes += _row(plotted, number, frame, y, colours)
    return Figure(width, top + len(plotted.places) * ROW + MARGIN, tuple(shapes))


def _row(plotted: Plotted, number: int, frame: _Frame, y: float, colours: Sequence[str]) -> Iterator[Shape]:
    """The bars of one place, and their sum behind them."""
    total = 0.0
    for series, colour in zip(plotted.series, colours, strict=False):
        start, total = frame.x(total / frame.most), total + series.values[number]
        if series.values[number]:
            length = frame.x(total / frame.most) - start
            yield Bar(start, y + 4, max(1.0, length - 1), ROW - 8, colour)
    yield Words(frame.x(total / frame.most) + 6, y + ROW * 0.68, f"{figures(total)}{plotted.unit}")


def lines(plotted: Plotted, width: int, colours: Sequence[str]) -> Figure:
    """A line for each series over the places, from left to right, above a common scale."""
    legend, top = _legend(plotted, width, colours)
    ticks = scale(max((value for series in plotted.series for value in series.values), default=0.0))
    named = {tick: f"{figures(tick)}{plotted.unit}" for tick in ticks}
    left = MARGIN + max(map(width_of, named.values())) + 8
    frame = _Frame(left, width - MARGIN - 8, top + 8, top + HEIGHT - 26, ticks[-1])
    shapes = list(legend)
    for tick, name in named.items():
        y = frame.y(tick)
        shapes += [Line(((left, y), (frame.right, y)), "line"), Words(left - 8, y + 4, name, side="end")]
    xs = [frame.x((number + 0.5) / len(plotted.places)) for number in range(len(plotted.places))]
    shapes += _names(plotted.places, xs, frame.bottom + 18)
    for series, colour in zip(plotted.series, colours, strict=False):
        points = tuple((x, frame.y(value)) for x, value in zip(xs, series.values, strict=True))
        shapes.append(Line(points, colour, 2.0))
        shapes += [Bar(x - 2.5, y - 2.5, 5, 5, colour) for x, y in points]
    return Figure(width, top + HEIGHT, tuple(shapes))


def strip(places: Sequence[int], length: int, edges: Sequence[int], width: int, colour: str) -> Figure:
    """A thin strip for a text of some length: a stroke for each place, and a line at each edge of a part."""
    room, height = width - 2 * MARGIN, 34
    shapes: list[Shape] = [Bar(MARGIN, 5, room, height - 10, "hover")]
    shapes += [Line(((x, 5), (x, height - 5)), "line") for x in _across(edges, length, room)]
    shapes += [Bar(x, 7, 2, height - 14, colour) for x in sorted(set(_across(places, length, room)))]
    return Figure(width, height, tuple(shapes))


def place_at(x: float, length: int, width: int) -> float:
    """The place in the text that a point of its strip stands for."""
    return (x - MARGIN) / max(1, width - 2 * MARGIN) * length


def _across(places: Sequence[int], length: int, room: int) -> list[float]:
    return [MARGIN + floor(room * place / max(1, length)) for place in places]


def _sums(plotted: Plotted) -> list[float]:
    return [sum(series.values[number] for series in plotted.series) for number in range(len(plotted.places))]


def _legend(plotted: Plotted, width: int, colours: Sequence[str]) -> tuple[list[Shape], int]:
    """The names of the series with their colours, and where the plot begins below them; none for one alone."""
    if len(plotted.series) < 2:
        return [], MARGIN
    shapes: list[Shape] = []
    x, y = float(MARGIN), MARGIN
    for series, colour in zip(plotted.series, colours, strict=False):
        name = shortened(series.name, WIDEST)
        if x > MARGIN and x + 16 + width_of(name) > width - MARGIN:
            x, y = float(MARGIN), y + 20
        shapes += [Bar(x, y + 2, 10, 10, colour), Words(x + 15, y + 11, name, "ink")]
        x += width_of(name) + 32
    return shapes, y + 26


def _names(places: Sequence[str], xs: Sequence[float], y: float) -> Iterator[Words]:
    """The names below a plot, as many as stand beside each other."""
    if not places:
        return
    apart = xs[1] - xs[0] if len(xs) > 1 else 1000.0
    every = max(1, ceil((max(map(width_of, places)) + 10) / apart))
    for number in range(0, len(places), every):
        yield Words(xs[number], y, places[number], side="middle")


def scale(most: float) -> list[float]:
    """Some round numbers from 0 to one that is not below the most."""
    if most < LEAST:
        return [0.0, 1.0]
    unit = 10.0 ** floor(log10(most / STEPS))
    step = next(unit * each for each in (1, 2, 2.5, 5, 10) if unit * each * STEPS >= most)
    return [step * number for number in range(ceil(round(most / step, 9)) + 1)]


def figures(value: float) -> str:
    """A number, short: as many places behind the point as it needs, and not more than two."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
