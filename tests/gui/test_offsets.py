"""Positions in code points and in UTF-16 units name the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.offsets import Offsets

TEXTS = st.text(st.sampled_from("河清岸绿，。ab\n𫖯😀𠮷"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "point", "unit"),
    [
        ("", 0, 0),
        ("河清岸绿", 4, 4),
        ("赵𫖯", 1, 1),
        ("赵𫖯", 2, 3),
        ("😀好", 1, 2),
        ("😀好", 2, 3),
        ("😀𫖯😀", 3, 6),
    ],
)
def test_a_character_beyond_the_first_plane_takes_two_units(text: str, point: int, unit: int) -> None:
    assert Offsets(text).to_units(point) == unit
    assert Offsets(text).to_points(unit) == point


@given(TEXTS)
def test_every_position_comes_back_from_its_unit(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.to_units(point) == units(text[:point])
        assert offsets.to_points(offsets.to_units(point)) == point


@given(TEXTS)
def test_a_unit_inside_a_character_is_taken_for_the_position_after_it(text: str) -> None:
    offsets = Offsets(text)
    for point, character in enumerate(text):
        if character > "\uffff":
            assert offsets.to_points(units(text[:point]) + 1) == point + 1
