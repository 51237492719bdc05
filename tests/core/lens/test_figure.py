"""Plots stay on their sheet, and are written as SVG that others read."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lens.figure import Bar, Figure, Line, Words, bars, figures, lines, scale, shortened, strip, width_of
from core.lens.series import Plotted, Series
from core.lens.svg import as_svg

COLOURS = ["#112233", "#445566", "#778899"]
THEME = {"page": "#ffffff", "ink": "#000000", "soft": "#666666", "line": "#cccccc", "panel": "#eeeeee"}
PLOTTED = Plotted(("一、修渠", "二、<修路> & 架桥"), (Series("数据", (3.0, 0.0)), Series("提法", (1.5, 2.0))), "‰")


def within(figure: Figure) -> bool:
    """Whether every bar and line is on the sheet."""
    points = [(x, y) for shape in figure.shapes if isinstance(shape, Line) for x, y in shape.points]
    points += [(each.x, each.y) for each in figure.shapes if isinstance(each, Bar | Words)]
    points += [(each.x + each.width, each.y + each.height) for each in figure.shapes if isinstance(each, Bar)]
    return all(0 <= x <= figure.width and 0 <= y <= figure.height for x, y in points)


VALUES = st.lists(st.floats(0, 1e6), min_size=1, max_size=12)


@given(VALUES, st.integers(320, 1200))
def test_plots_stay_on_their_sheet(values: list[float], width: int) -> None:
    plotted = Plotted(tuple(map(str, range(len(values)))), (Series("一", tuple(values)), Series("二", tuple(values))))
    assert within(bars(plotted, width, COLOURS))
    assert within(lines(plotted, width, COLOURS))


def test_bars_are_as_long_as_their_values() -> None:
    found = [shape for shape in bars(PLOTTED, 600, COLOURS).shapes if isinstance(shape, Bar) and shape.height > 10]
    assert [(bar.colour, round((bar.width + 1) / (found[0].width + 1), 3)) for bar in found] == [
        ("#112233", 1.0),
        ("#445566", 0.5),
        ("#445566", 0.667),
    ]


def test_a_line_goes_through_each_value() -> None:
    drawn = [shape for shape in lines(PLOTTED, 600, COLOURS).shapes if isinstance(shape, Line) and shape.weight == 2]
    assert [len(line.points) for line in drawn] == [2, 2]
    assert drawn[0].points[0][1] < drawn[0].points[1][1]


def test_a_strip_has_a_stroke_for_each_place() -> None:
    figure = strip([0, 50, 99], 100, [0, 60], 224, "accent")
    strokes = [shape.x for shape in figure.shapes if isinstance(shape, Bar) and shape.colour == "accent"]
    assert strokes == [12, 112, 210]
    assert within(figure)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(0, [0, 1]), (5e-324, [0, 1]), (1, [0, 0.25, 0.5, 0.75, 1]), (7, [0, 2, 4, 6, 8]), (100, [0, 25, 50, 75, 100])],
)
def test_a_scale_has_round_numbers(most: float, ticks: list[float]) -> None:
    assert scale(most) == ticks


@given(st.floats(1e-6, 1e9))
def test_a_scale_reaches_up_to_the_most(most: float) -> None:
    ticks = scale(most)
    assert ticks[-1] >= most * (1 - 1e-9)
    assert 2 <= len(ticks) <= 6


@pytest.mark.parametrize(("value", "shown"), [(3.0, "3"), (0.25, "0.25"), (1234.5, "1,234.5"), (1 / 3, "0.33")])
def test_numbers_are_short(value: float, shown: str) -> None:
    assert figures(value) == shown


@given(st.text("修渠ab", max_size=30), st.integers(30, 200))
def test_names_are_cut_to_their_room(text: str, width: int) -> None:
    assert width_of(shortened(text, width)) <= width
    assert width_of(text) > width or shortened(text, width) == text


def test_svg_is_read_by_others() -> None:
    root = ElementTree.fromstring(as_svg(bars(PLOTTED, 600, COLOURS), THEME, "图 <1>"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "图 <1>"
    words = [each.text for each in root.iter(f"{space}text")]
    assert {"一、修渠", "二、<修路> & 架桥", "数据", "提法", "4.5‰"} <= set(words)
    colours = {each.get("fill") for each in root.iter() if each.get("fill")}
    assert "#112233" in colours
    assert all(colour == "none" or (colour and colour.startswith("#")) for colour in colours)
    drawn = ElementTree.fromstring(as_svg(lines(PLOTTED, 600, COLOURS), THEME, "线"))
    assert len(list(drawn.iter(f"{space}polyline"))) >= 2
