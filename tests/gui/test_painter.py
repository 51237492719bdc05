"""What is painted: bands behind the lower part of the characters, rules below, the text untouched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.model import Annotation, Section, Span, Tag
from core.tags import default_tags
from gui.faces import Setting
from gui.laid import Laid
from gui.mark_index import MarkIndex
from gui.page import Page
from gui.painter import UNTAGGED, Ink, band, paint, paint_fold
from gui.theme import theme
from gui.typesetting import blocks
from tests.gui.pixels import colours

pytestmark = pytest.mark.usefixtures("qapp")
SETTING = Setting(size=20, line=2.0, measure=24)
TEXT = "一二三四五六七八九十" * 3
"""Characters with an empty middle, so that what is behind them shows."""
TAGS = {tag.id: tag for tag in default_tags()}
ONE, TWO = list(TAGS)[:2]
LIGHT, DARK = theme("light"), theme("dark")


def mark(id_: str, start: int, stop: int, *tags: str) -> Annotation:
    return Annotation(id_, "d", Span(start, stop), "", tags=tags)


class Picture:
    """The text painted on white, with some marks; asked for colours by position."""

    def __init__(
        self,
        marks: Sequence[Annotation] = (),
        *,
        dark: bool = False,
        selection: Span = Span(0, 0),  # noqa: B008
        current: str = "",
        hits: Sequence[Span] = (),
        sections: tuple[Section, ...] = (),
    ) -> None:
        self.page = Page(TEXT, blocks(TEXT, sections), SETTING, 200)
        self.laid: Laid = self.page.laid(0)
        self.theme = DARK if dark else LIGHT
        self.image = QImage(220, self.laid.height + 20, QImage.Format.Format_RGB32)
        self.image.fill(QColor(self.theme.page))
        index = MarkIndex(self.page.starts, marks)
        shown = index.block_marks(0)
        brush = QPainter(self.image)
        ink = Ink(self.theme, TAGS, selection, current, hits)
        paint(brush, self.laid, 0, 0, shown, index.lanes(shown), ink)
        brush.end()

    def box(self, point: int) -> QRectF:
        return next(self.laid.rects(point, point + 1))

    def colours(self, point: int, part: QRectF | None = None) -> set[str]:
        """The colours in a character's box, or a part of it."""
        box = part or self.box(point)
        return colours(self.image, box.toRect().adjusted(1, 0, -1, 0))

    def upper(self, point: int) -> set[str]:
        """The colours above the band: the upper third of the character, and the blank over it."""
        box = self.box(point)
        return self.colours(
            point, QRectF(box.left(), box.top(), box.width(), band(box, SETTING.size).top() - box.top())
        )

    def lower(self, point: int) -> set[str]:
        return self.colours(point, band(self.box(point), SETTING.size))

    def below(self, point: int) -> set[str]:
        """The colours under the band, down to the next line."""
        box = self.box(point)
        bottom = band(box, SETTING.size).bottom()
        return self.colours(point, QRectF(box.left(), bottom, box.width(), box.bottom() - bottom))


@pytest.mark.parametrize("dark", [False, True])
def test_a_mark_tints_the_lower_part_of_its_characters_alone(dark: bool) -> None:
    picture = Picture([mark("m", 4, 6, ONE)], dark=dark)
    colour = picture.theme.tag(TAGS[ONE].colour)
    for point in (4, 5):
        assert colour in picture.lower(point)
        assert colour not in picture.upper(point)
        assert picture.below(point) == {picture.theme.page.lower()}
    for point in (3, 6):
        assert colour not in picture.colours(point)


def test_the_band_is_the_lower_two_thirds_of_the_character() -> None:
    box = QRectF(0, 100, 20, 40)
    tinted = band(box, 20)
    letters = QRectF(0, 110, 20, 20)
    assert tinted.top() == pytest.approx(letters.top() + 20 / 3, abs=0.5)
    assert letters.bottom() <= tinted.bottom() <= letters.bottom() + 3


def test_unmarked_text_has_neither_band_nor_rule() -> None:
    plain, marked = Picture(), Picture([mark("m", 0, 5, ONE)])
    greys = {c for point in range(10) for c in plain.colours(point)}
    assert LIGHT.page.lower() in greys
    assert LIGHT.tag(TAGS[ONE].colour) not in greys
    for point in range(5, 30):
        assert marked.colours(point) == plain.colours(point)


def test_a_band_runs_over_the_break_of_a_line() -> None:
    picture = Picture([mark("m", 6, 12, ONE)])
    assert picture.laid.line_of(6) < picture.laid.line_of(11)
    for point in range(6, 12):
        assert LIGHT.tag(TAGS[ONE].colour) in picture.lower(point)


def test_a_mark_within_another_draws_a_rule_below_and_leaves_the_band() -> None:
    picture = Picture([mark("out", 1, 7, ONE), mark("in", 3, 5, TWO)])
    outer, inner = LIGHT.tag(TAGS[ONE].colour), LIGHT.rule(TAGS[TWO].colour)
    for point in (3, 4):
        assert outer in picture.lower(point)
        assert inner in picture.below(point)
    for point in (1, 2, 5, 6):
        assert outer in picture.lower(point)
        assert inner not in picture.colours(point)


def test_overlapping_marks_each_show_over_the_whole_of_their_passage() -> None:
    picture = Picture([mark("a", 1, 5, ONE), mark("b", 3, 7, TWO)])
    for point in range(3, 7):
        assert LIGHT.rule(TAGS[TWO].colour) in picture.below(point)
    for point in range(1, 5):
        assert LIGHT.tag(TAGS[ONE].colour) in picture.lower(point)
    assert LIGHT.tag(TAGS[TWO].colour) in picture.lower(6)


def test_a_third_mark_draws_its_rule_below_the_second_s() -> None:
    marks = [mark("a", 0, 8, ONE), mark("b", 1, 7, TWO), mark("c", 2, 6, list(TAGS)[2])]
    picture = Picture(marks)
    column = round(picture.box(3).center().x())
    band_bottom = band(picture.box(3), SETTING.size).bottom()
    strip = [
        picture.image.pixelColor(column, y).name() for y in range(round(band_bottom), round(picture.box(3).bottom()))
    ]
    second, third = LIGHT.rule(TAGS[TWO].colour), LIGHT.rule(TAGS[list(TAGS)[2]].colour)
    assert strip.index(second) < strip.index(third)
    assert strip.count(second) == strip.count(third) == 2


def test_the_current_mark_is_underlined_in_the_accent() -> None:
    marks = [mark("m", 2, 4, ONE)]
    assert LIGHT.accent.lower() in Picture(marks, current="m").below(3)
    assert LIGHT.accent.lower() not in Picture(marks).colours(3)


def test_a_mark_without_a_tag_is_tinted_too() -> None:
    assert LIGHT.tag(UNTAGGED) in Picture([mark("m", 2, 4)]).lower(3)
    assert LIGHT.tag(UNTAGGED) in Picture([mark("m", 2, 4, "gone")]).lower(3)


def test_a_mark_with_several_tags_has_the_colour_of_the_first() -> None:
    ink = Ink(LIGHT, TAGS, Span(0, 0), "")
    assert ink.colour(mark("m", 0, 1, TWO, ONE)) == TAGS[TWO].colour
    assert ink.colour(mark("m", 0, 1, "gone", ONE)) == TAGS[ONE].colour
    assert Ink(LIGHT, {ONE: Tag(ONE, "x", "#123456")}, Span(0, 0), "").colour(mark("m", 0, 1, ONE)) == "#123456"


def test_the_selection_and_the_hits_of_a_search_fill_the_line() -> None:
    selected = Picture(selection=Span(2, 4))
    found = Picture(hits=[Span(2, 4), Span(12, 13)])
    for picture, colour, points in ((selected, LIGHT.selection, (2, 3)), (found, LIGHT.hit, (2, 3, 12))):
        for point in range(20):
            assert (colour.lower() in picture.upper(point)) == (point in points)


def test_text_is_drawn_over_whatever_is_behind_it() -> None:
    for picture in (Picture(), Picture([mark("m", 0, 9, ONE)]), Picture(selection=Span(0, 9))):
        darkest = min(QColor(colour).lightness() for colour in picture.colours(0))
        assert darkest < 80


@pytest.mark.parametrize(
    ("marks", "options"),
    [([mark("m", 0, 2, ONE)], {}), ([], {"selection": Span(0, 2)}), ([], {"hits": [Span(0, 2)]})],
    ids=["marked", "selected", "found"],
)
def test_a_grey_line_turns_to_ink_on_a_colour(marks: list[Annotation], options: dict[str, Any]) -> None:
    subtitle = (Section("subtitle", 0, "", TEXT, Span(0, len(TEXT)), Span(len(TEXT), len(TEXT))),)

    def darkest(picture: Picture) -> int:
        return min(QColor(colour).lightness() for colour in colours(picture.image))

    grey, inked = Picture(sections=subtitle, selection=Span(5, 5)), Picture(marks, sections=subtitle, **options)
    assert darkest(grey) >= QColor(LIGHT.soft).lightness() > QColor(LIGHT.ink).lightness() + 40
    assert darkest(inked) <= QColor(LIGHT.ink).lightness() + 20


def test_the_line_of_folded_adverts_says_what_it_hides() -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.page))
    brush = QPainter(image)
    paint_fold(brush, QRectF(0, 0, 300, 36), "2 lines", LIGHT, open_=False)
    brush.end()
    assert LIGHT.line.lower() in colours(image)
    assert len(colours(image)) > 3
