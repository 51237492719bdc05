"""The terms that a speech sets in quotation marks."""

from __future__ import annotations

import pytest

from core.lens.terms import own_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("坚持“三清两建”，再说“三清两建”和“河长到岸”。", ("三清两建", "河长到岸")),
        ('「一口一策」，"水清岸绿"', ("一口一策", "水清岸绿")),
        ("“干”字当头，“绿水青山就是金山银山”", ()),
        ("“XX”的目标，“5+2”，“能治好！”", ()),
        ("没有引号", ()),
    ],
)
def test_quoted_terms_of_two_to_eight_characters(text: str, terms: tuple[str, ...]) -> None:
    assert own_terms(text) == terms
