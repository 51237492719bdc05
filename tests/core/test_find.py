"""Finding tells every place, in code points of the text as it stands."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import find
from core.find import Finder, Query
from core.folding import Fold
from core.problem import Problem

TEXT = "😀治理国家，治理黃河；８公里（一）8公里。GDP、gdp\n赵𫖯：國家A+B"


def found(words: str, regex: bool = False, **fold: bool) -> list[str]:
    return [TEXT[span.start : span.stop] for span in Finder(TEXT).hits(Query(words, Fold(**fold), regex))]


@pytest.mark.parametrize(
    ("words", "options", "hits"),
    [
        ("治理", {}, ["治理", "治理"]),
        ("𫖯：", {}, ["𫖯："]),
        ("8公里", {}, ["8公里"]),
        ("8公里", {"width": True}, ["８公里", "8公里"]),
        ("８公里", {"width": True}, ["８公里", "8公里"]),
        ("（一）", {}, ["（一）"]),
        ("(一)", {"width": True}, ["（一）"]),
        ("国家", {}, ["国家"]),
        ("国家", {"script": True}, ["国家", "國家"]),
        ("國家", {"script": True}, ["国家", "國家"]),
        ("黄河", {"script": True}, ["黃河"]),
        ("gdp", {}, ["gdp"]),
        ("GDP", {"case": True}, ["GDP", "gdp"]),
        ("A+B", {}, ["A+B"]),
        ("没有", {}, []),
        ("", {}, []),
        ("治理.", {"regex": True}, ["治理国", "治理黃"]),
        (r"\d公里", {"regex": True}, ["８公里", "8公里"]),
        ("[国國]家", {"regex": True}, ["国家", "國家"]),
        ("国家|黄河", {"regex": True, "script": True}, ["国家", "黃河", "國家"]),
        ("（.）", {"regex": True, "width": True}, ["（一）"]),
        ("公里。", {"regex": True, "width": True}, ["公里。"]),
        ("[；。]", {"regex": True, "width": True}, ["；", "。"]),
        ("G.P", {"regex": True, "case": True}, ["GDP", "gdp"]),
        ("^.", {"regex": True}, ["😀", "赵"]),
        ("龙*", {"regex": True}, []),
    ],
)
def test_what_is_found(words: str, options: dict[str, bool], hits: list[str]) -> None:
    assert found(words, **options) == hits


@pytest.mark.parametrize(
    ("pattern", "key", "place"),
    [
        ("(治", "find.open_bracket", 2),
        ("治)", "find.close_bracket", 2),
        ("[治", "find.open_set", 2),
        ("*治", "find.repeat", 1),
        ("（治[z-a]", "find.pattern", 7),
        ("治\\", "find.pattern", 2),
    ],
)
@pytest.mark.parametrize("width", [False, True])
def test_a_pattern_that_is_none_is_said_to_be_wrong_where_it_is(
    pattern: str, key: str, place: int, width: bool
) -> None:
    with pytest.raises(Problem) as caught:
        found(pattern, regex=True, width=width)
    assert (caught.value.key, caught.value.values["place"]) == (key, place)


def test_a_pattern_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "PATIENCE", 0.1)
    begun = perf_counter()
    with pytest.raises(Problem) as caught:
        Finder("一" * 300 + "止").hits(Query("(一|一一)+$", regex=True))
    assert caught.value.key == "find.slow"
    assert perf_counter() - begun < 5


def test_no_more_hits_than_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 3)
    assert len(Finder("一" * 9).hits(Query("一"))) == 3


@given(st.text(alphabet="一二，。A😀"), st.text(alphabet="一二，。A😀", min_size=1, max_size=3))
def test_without_options_it_is_the_text_s_own_find(text: str, words: str) -> None:
    hits = Finder(text).hits(Query(words))
    assert len(hits) == text.count(words)
    assert [hit.start for hit in hits][:1] == ([text.find(words)] if words in text else [])
