"""The map of all marks: a tick for each, in its tag's colour, where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractScrollArea

from core.model import Annotation, Span, Tag
from gui import theme as themes
from gui.mark_map import MarkMap

pytestmark = pytest.mark.usefixtures("qapp")
LENGTH = 4000
TAGS = {"red": Tag("red", "红", "#f3c1b8"), "blue": Tag("blue", "蓝", "#b9d3ee")}


@pytest.fixture(scope="module")
def map_(qapp: object) -> Iterator[MarkMap]:
    pane = QAbstractScrollArea()
    made = MarkMap(pane)
    made.resize(MarkMap.WIDTH, 600)
    yield made
    pane.deleteLater()


def mark(id_: str, start: int, tag: str = "red") -> Annotation:
    return Annotation(id_, "d", Span(start, start + 8), "句", tags=(tag,))


def picture(map_: MarkMap) -> QImage:
    return map_.grab().toImage()


def ticks(map_: MarkMap) -> list[int]:
    """The heights at which the map is not as it is without marks."""
    shown = picture(map_)
    map_.show_marks([], LENGTH, TAGS, themes.theme("light"))
    empty = picture(map_)
    return [y for y in range(shown.height()) if shown.pixel(5, y) != empty.pixel(5, y)]


@pytest.mark.parametrize(("start", "top"), [(0, 2), (LENGTH // 2, 298), (LENGTH - 1, 594)])
def test_a_tick_stands_where_its_mark_stands_in_the_text(map_: MarkMap, start: int, top: int) -> None:
    map_.show_marks([mark("a", start)], LENGTH, TAGS, themes.theme("light"))
    seen = ticks(map_)
    assert abs(seen[0] - top) <= 1
    assert len(seen) in (3, 4)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_tick_has_the_colour_of_its_tag(map_: MarkMap, name: str) -> None:
    theme = themes.theme(name)
    for tag in TAGS.values():
        map_.show_marks([mark("a", 0, tag.id)], LENGTH, TAGS, theme)
        assert picture(map_).pixelColor(5, 3) == QColor(theme.rule(tag.colour))


PLACES = st.tuples(st.integers(0, LENGTH - 10), st.sampled_from(list(TAGS)))
CHANGES = st.lists(st.tuples(st.sampled_from("abcde"), st.none() | PLACES), max_size=12)


@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_followed_change_by_change_it_looks_as_drawn_anew(
    map_: MarkMap, changes: list[tuple[str, tuple[int, str] | None]]
) -> None:
    marks: dict[str, Annotation] = {}
    map_.show_marks([], LENGTH, TAGS, themes.theme("light"))
    picture(map_)
    for id_, what in changes:
        new = mark(id_, *what) if what else None
        map_.replace(marks.pop(id_, None), new)
        if new is not None:
            marks[id_] = new
    followed = picture(map_)
    map_.show_marks(list(marks.values()), LENGTH, TAGS, themes.theme("light"))
    assert followed == picture(map_)
