"""Which highlights belong to comments: those upon the same passage, and what is seen of comments that overlap."""

from __future__ import annotations

import pytest

from core.model import Span
from core.readers.coloured import united
from core.readers.format import Remark

TEXT = "修渠是大事。" * 9 + "\n" + "修路是大事。" * 9

Row = tuple[int, int, str]


@pytest.mark.parametrize(
    ("comments", "highlights", "expected"),
    [
        ([(3, 9)], [(3, 9, "y")], [(3, 9, "y")]),
        ([(3, 9)], [(12, 15, "y")], [(3, 9, ""), (12, 15, "y")]),
        ([(3, 40)], [(9, 12, "y")], [(3, 40, ""), (9, 12, "y")]),
        ([(3, 40)], [(3, 12, "y")], [(3, 12, "y"), (3, 40, "")]),
        ([(9, 12)], [(3, 40, "y")], [(3, 40, "y"), (9, 12, "")]),
        ([(3, 60), (9, 12)], [(3, 60, "y")], [(3, 60, "y"), (9, 12, "")]),
        ([(3, 20), (3, 20)], [(3, 20, "y")], [(3, 20, "y"), (3, 20, "")]),
        ([(3, 20), (10, 30)], [(3, 20, "y"), (20, 30, "g")], [(3, 20, "y"), (10, 30, "g")]),
        ([(3, 20), (10, 30)], [(3, 30, "y")], [(3, 20, "y"), (10, 30, "y")]),
        ([(3, 9), (9, 12)], [(3, 12, "y")], [(3, 9, "y"), (9, 12, "y")]),
        ([(3, 54), (55, 60)], [(3, 60, "y")], [(3, 54, "y"), (55, 60, "y")]),
        ([(3, 9), (12, 15)], [(3, 15, "y")], [(3, 9, ""), (3, 15, "y"), (12, 15, "")]),
        ([], [(3, 9, "y")], [(3, 9, "y")]),
    ],
)
def test_what_agrees_is_one_remark(comments: list[tuple[int, int]], highlights: list[Row], expected: list[Row]) -> None:
    said = [Remark(Span(*each), f"记{number}") for number, each in enumerate(comments)]
    coloured = [Remark(Span(start, stop), colour=colour) for start, stop, colour in highlights]
    found = sorted((each.span.start, each.span.stop, each.colour) for each in united(TEXT, said, coloured))
    assert found == sorted(expected)
