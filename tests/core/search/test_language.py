"""Questions are understood as their language says, and what is wrong with one is told at its place."""

from __future__ import annotations

import pytest

from core.model import Span
from core.search.language import Wrong, parse, years
from core.search.nodes import And, Field, Near, Node, Not, Or, Word

A, B, C = Word("甲"), Word("乙"), Word("丙")


@pytest.mark.parametrize(
    ("question", "node"),
    [
        ("甲", A),
        ("  甲 ", A),
        ("甲与乙", Word("甲与乙")),
        ("甲 乙", And((A, B))),
        ("甲 与 乙", And((A, B))),
        ("甲 AND 乙", And((A, B))),
        ("甲 或 乙 丙", Or((A, And((B, C))))),
        ("(甲 或 乙) 丙", And((Or((A, B)), C))),
        ("甲 非 乙", And((A, Not(B)))),
        ("甲 NOT (乙 OR 丙)", And((A, Not(Or((B, C)))))),
        ('"甲 乙"', Word("甲 乙")),
        ('"甲 或" 乙', And((Word("甲 或"), B))),
        ("甲 NEAR/5 乙", Near(A, B, "", 5)),
        ("甲 NEAR 乙", Near(A, B, "", 10)),
        ("甲 ~句 乙 丙", And((Near(A, B, "sentence"), C))),
        ("甲 ~p 乙", Near(A, B, "paragraph")),
        ("甲 ~section 乙", Near(A, B, "section")),
        ("甲 ~篇 乙", Near(A, B, "speech")),
        ("tag:数据", Field("tag", "数据", Span(0, 6))),
        ("甲 tag:数据", And((A, Field("tag", "数据", Span(2, 8))))),
        ('甲 speaker:"赵 𫖯"', And((A, Field("speaker", "赵 𫖯", Span(2, 15))))),
        ("甲 年份:2020-2026", And((A, Field("year", "2020-2026", Span(2, 14))))),
        ("f(x) 乙", And((Word("f(x)"), B))),
        ("年：甲", Word("年：甲")),
    ],
)
def test_a_question_is_understood(question: str, node: Node) -> None:
    assert parse(question) == node


@pytest.mark.parametrize(
    ("question", "key", "place"),
    [
        ("", "search.empty", (0, 0)),
        (" \t", "search.empty", (0, 0)),
        ("甲 与", "search.word_wanted", (3, 3)),
        ("甲 或 与 乙", "search.word_wanted", (4, 5)),
        ("与 甲", "search.word_wanted", (0, 1)),
        ("甲 (乙", "search.open_bracket", (2, 3)),
        ("甲 乙) 丙", "search.close_bracket", (3, 4)),
        ('甲 "乙', "search.open_quote", (2, 4)),
        ("甲 NEAR/多 乙", "search.near_number", (2, 8)),
        ("甲 ~章 乙", "search.near_unit", (2, 4)),
        ("甲 NEAR/5 year:2026", "search.near_words", (0, 18)),
        ("甲 ~句", "search.word_wanted", (4, 4)),
        ("甲 year:去年", "search.year", (2, 9)),
        ("甲 year:-", "search.year", (2, 8)),
        ("甲 in:", "search.field_empty", (2, 5)),
        ("year:2026", "search.only_conditions", (0, 9)),
        ("甲 或 year:2026", "search.mixed", (0, 13)),
        ("甲 或 非 乙", "search.only_without", (4, 7)),
        ("非 乙", "search.only_without", (0, 3)),
        ("甲 ()", "search.word_wanted", (3, 4)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(question: str, key: str, place: tuple[int, int]) -> None:
    with pytest.raises(Wrong) as wrong:
        parse(question)
    assert (wrong.value.key, (wrong.value.span.start, wrong.value.span.stop)) == (key, place)
    assert wrong.value.say("zh") != wrong.value.say("en")


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("2026", ("2026", "2026")),
        ("2020-2026", ("2020", "2026")),
        ("2020-", ("2020", "9999")),
        ("-2020", ("0000", "2020")),
    ],
)
def test_years_have_two_ends(value: str, ends: tuple[str, str]) -> None:
    assert years(value) == ends
