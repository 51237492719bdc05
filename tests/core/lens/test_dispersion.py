"""Dispersion, checked against published figures."""

from __future__ import annotations

import pytest

from core.lens.dispersion import deviation_of_proportions, dispersion, juilland_d
from core.lens.parts import Part
from core.model import Span

ALLEMAND = (2, 0, 1, 1, 3, 0, 3, 0, 0, 0)
TENTHS = (8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930)
"""How often a French lemma is used in each tenth of a corpus, and how long these are (Lyne, The vocabulary of French
business correspondence, 1985), as the R package tlda has them with its figures."""


def test_measures_are_those_of_the_published_example() -> None:
    assert juilland_d(ALLEMAND, TENTHS) == pytest.approx(0.6038797, abs=1e-7)
    assert deviation_of_proportions(ALLEMAND, TENTHS) == pytest.approx(0.4990705, abs=1e-7)


@pytest.mark.parametrize(
    ("times", "sizes", "d", "dp"),
    [
        ((5, 5, 5), (10, 10, 10), 1, 0),
        ((9, 0, 0), (10, 10, 10), 0, 2 / 3),
        ((0, 0), (10, 10), 0, 1),
        ((3,), (10,), 0, 0),
        ((), (), 0, 1),
        ((1, 2), (10, 20), 1, 0),
    ],
)
def test_even_is_even_and_one_place_is_not(times: tuple[int, ...], sizes: tuple[int, ...], d: float, dp: float) -> None:
    assert juilland_d(times, sizes) == pytest.approx(d)
    assert deviation_of_proportions(times, sizes) == pytest.approx(dp)


PARTS = (Part("", Span(0, 4)), Part("一", Span(4, 10)), Part("二", Span(10, 12)))


def test_places_are_counted_part_by_part() -> None:
    found = dispersion("修渠修路修渠修桥修渠修桥", "修渠", PARTS)
    assert found.places == (0, 4, 8)
    assert [(share.title, share.size, share.times) for share in found.shares] == [
        ("", 4, 1),
        ("一", 6, 2),
        ("二", 2, 0),
    ]
    assert found.shares[0].density == 2500


@pytest.mark.parametrize("words", ["", "没有"])
def test_what_is_not_there_has_no_places(words: str) -> None:
    found = dispersion("修渠修路修渠修桥", words, PARTS)
    assert (found.places, found.d, found.dp) == ((), 0, 1)
