"""What is empty in a template takes its punctuation along, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.placeholders import check, fill
from core.problem import Problem
from core.quotation import LINE, PLACES, REFERENCE

FULL = {"quote": "话。", "title": "题", "date": "2026-01-05", "section": "第二部分", "speaker": "某", "venue": "某地"}


@pytest.mark.parametrize(
    ("template", "empty", "filled"),
    [
        (LINE, (), "“话。”（《题》，2026-01-05，第二部分）"),
        (LINE, ("title",), "“话。”（2026-01-05，第二部分）"),
        (LINE, ("date",), "“话。”（《题》，第二部分）"),
        (LINE, ("section",), "“话。”（《题》，2026-01-05）"),
        (LINE, ("title", "date"), "“话。”（第二部分）"),
        (LINE, ("date", "section"), "“话。”（《题》）"),
        (LINE, ("title", "date", "section"), "“话。”"),
        (REFERENCE, (), "“话。”\n某. 题[Z]. 某地, 2026-01-05: 第二部分."),
        (REFERENCE, ("speaker",), "“话。”\n题[Z]. 某地, 2026-01-05: 第二部分."),
        (REFERENCE, ("venue",), "“话。”\n某. 题[Z]. 2026-01-05: 第二部分."),
        (REFERENCE, ("date",), "“话。”\n某. 题[Z]. 某地: 第二部分."),
        (REFERENCE, ("section",), "“话。”\n某. 题[Z]. 某地, 2026-01-05."),
        (REFERENCE, ("venue", "date"), "“话。”\n某. 题[Z]. 第二部分."),
        (REFERENCE, ("venue", "date", "section"), "“话。”\n某. 题[Z]."),
        (REFERENCE, ("speaker", "title", "venue", "date", "section"), "“话。”"),
        ("{quote}——{speaker}", ("speaker",), "话。"),
        ("{quote}{note}", (), "话。"),
        ("{quote}\n笔记：{note}\n{title}", (), "话。\n题"),
        ("（{venue}、{speaker}）{quote}", ("venue",), "（某）话。"),
        ("（{venue}、{speaker}）{quote}", ("venue", "speaker"), "话。"),
        ("只是字。", (), "只是字。"),
        ("{quote} {} {x y}", (), "话。 {} {x y}"),
        ("", (), ""),
    ],
)
def test_what_is_empty_takes_its_punctuation_along(template: str, empty: tuple[str, ...], filled: str) -> None:
    values = {name: "" if name in empty else value for name, value in FULL.items()}
    assert fill(template, values) == filled


@given(
    st.text(alphabet="{}quotedae《》（），。. \n字", max_size=40),
    st.dictionaries(st.sampled_from(PLACES), st.text(max_size=5)),
)
def test_any_template_can_be_filled(template: str, values: dict[str, str]) -> None:
    assert "\0" not in fill(template, {name: value.replace("\0", "") for name, value in values.items()})


@given(st.text(max_size=20).filter(bool))
def test_a_value_is_put_in_as_it_is(quote: str) -> None:
    assert fill("“{quote}”（{title}，{date}）", {"quote": quote}) == f"“{quote}”"


def test_an_unknown_placeholder_is_named() -> None:
    check(LINE, PLACES)
    check(REFERENCE, PLACES)
    with pytest.raises(Problem) as caught:
        check("{quote}（{weather}）", PLACES)
    assert "{weather}" in str(caught.value)
    with pytest.raises(Problem) as caught:
        check("{quote", PLACES)
    assert "{quote}" in str(caught.value)
