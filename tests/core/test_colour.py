"""The default tags can be read, seen and told apart by every reader, in both themes."""

from __future__ import annotations

import colorsys
import json
from itertools import combinations

import pytest

from core.colour import INK, READABLE, VISIONS, contrast, distance, for_dark, for_light, oklab, simulate, strong
from core.model import Tag
from core.places import RESOURCES
from core.tags import dark_colour, default_tags, next_colour

THEMES = {
    "light": ([tag.colour for tag in default_tags()], "#23262b", "#fffdf8"),
    "dark": ([dark_colour(tag.colour) for tag in default_tags()], INK, "#25272b"),
}
REACHED = {"light": 0.070, "dark": 0.052}
"""The least distance between two tags over all kinds of vision; 0.02 is just noticeable."""


@pytest.mark.parametrize("theme", THEMES)
def test_ink_can_be_read_on_every_tag(theme: str) -> None:
    colours, ink, _ = THEMES[theme]
    assert len(colours) == 9
    for colour in colours:
        assert contrast(colour, ink) >= READABLE, colour


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_every_tag_is_seen_on_the_page(theme: str, vision: str) -> None:
    colours, _, page = THEMES[theme]
    for colour in colours:
        assert contrast(colour, page) >= 1.25, colour
        assert distance(colour, page, vision) >= 0.06, colour


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_any_two_tags_are_told_apart(theme: str, vision: str) -> None:
    for first, second in combinations(THEMES[theme][0], 2):
        assert distance(first, second, vision) >= REACHED[theme], (first, second)


def test_the_palette_file_has_nothing_else() -> None:
    rows = json.loads((RESOURCES / "tags.json").read_text(encoding="utf-8"))
    assert len({row["id"] for row in rows}) == len({row["name"] for row in rows}) == 9
    assert all(row["hint"] and set(row) == {"id", "name", "key", "colour", "dark", "hint"} for row in rows)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ff0000", 1.0)],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "lab"),
    [
        ("#ffffff", (1.0, 0.0, 0.0)),
        ("#ff0000", (0.62796, 0.22486, 0.12585)),
        ("#0000ff", (0.45201, -0.03246, -0.31153)),
    ],
)
def test_oklab_has_its_published_values(colour: str, lab: tuple[float, float, float]) -> None:
    assert oklab(colour) == pytest.approx(lab, abs=1e-4)


@pytest.mark.parametrize("vision", VISIONS)
def test_greys_look_the_same_to_everybody(vision: str) -> None:
    assert distance(simulate("#808080", vision), "#808080") < 0.003


def test_red_and_green_come_closer_without_red_or_green_cones() -> None:
    normal = distance("#c04040", "#5a8040")
    assert distance("#c04040", "#5a8040", "deutan") < normal / 3
    assert distance("#c04040", "#5a8040", "tritan") > normal / 2


def test_any_colour_gets_a_readable_one_of_its_hue_in_the_dark() -> None:
    for step in range(24):
        for lightness in (0.1, 0.5, 0.9):
            red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(step / 24, lightness, 0.8))
            colour = f"#{red:02x}{green:02x}{blue:02x}"
            dark = for_dark(colour)
            assert contrast(dark, INK) >= READABLE
            assert contrast(dark, "#25272b") >= 1.25
            (_, a, b), (_, c, d) = oklab(colour), oklab(dark)
            assert a * c + b * d > 0.95 * ((a * a + b * b) * (c * c + d * d)) ** 0.5
    assert for_dark("#ffffff") == for_dark("#000000")


def test_any_colour_gets_a_readable_one_of_its_hue_in_the_light() -> None:
    for step in range(24):
        for lightness in (0.0, 0.1, 0.5, 0.9, 1.0):
            red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(step / 24, lightness, 0.8))
            colour = f"#{red:02x}{green:02x}{blue:02x}"
            light = for_light(colour)
            assert contrast(light, "#23262b") >= READABLE
            assert contrast(light, "#fffdf8") >= 1.25
            assert for_light(light) == light
    assert all(for_light(tag.colour) == tag.colour for tag in default_tags())


def test_a_colour_of_ones_own_has_a_dark_colour_too() -> None:
    assert dark_colour("#ABCDEF") == for_dark("#abcdef")
    assert dark_colour(default_tags()[0].colour) != for_dark(default_tags()[0].colour)


@pytest.mark.parametrize("theme", THEMES)
def test_thin_lines_of_a_tag_are_seen(theme: str) -> None:
    colours, _, page = THEMES[theme]
    for colour in colours:
        assert contrast(strong(colour, page), page) >= 3


def test_a_new_tag_gets_the_colour_that_is_used_least() -> None:
    defaults = default_tags()
    assert next_colour(()) == next_colour(defaults) == defaults[0].colour
    assert next_colour([*defaults, Tag("t", "渠", defaults[0].colour.upper())]) == defaults[1].colour
    assert next_colour(defaults[:3]) == defaults[3].colour
