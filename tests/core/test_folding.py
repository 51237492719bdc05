"""Folding makes alike what is taken for the same, and moves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import PIECE, Fold, Folder

EVERY = Fold(width=True, script=True, case=True)


@pytest.mark.parametrize(
    ("fold", "text", "folded"),
    [
        (Fold(), "８公里，Ａ級", "８公里，Ａ級"),
        (Fold(width=True), "８公里，Ａ級　（一）。", "8公里,A級 (一)."),
        (Fold(width=True), "“能治好”｡", '"能治好".'),
        (Fold(script=True), "後來發現裏面乾涸", "后来发现里面干涸"),
        (Fold(script=True), "赵𫖯 😀", "赵𫖯 😀"),
        (Fold(case=True), "GDP增长İ", "gdp增长İ"),
        (EVERY, "ＧＤＰ增長", "gdp增长"),
    ],
)
def test_what_is_the_same_becomes_alike(fold: Fold, text: str, folded: str) -> None:
    assert Folder(fold).fold(text) == folded


@given(st.text())
def test_a_folded_text_is_as_long_and_folds_no_further(text: str) -> None:
    folder = Folder(EVERY)
    once = folder.fold(text)
    assert len(once) == len(text)
    assert folder.fold(once) == once


def test_a_long_text_is_folded_in_pieces_that_fit_together() -> None:
    text = "國Ａ，" * PIECE
    assert Folder(EVERY).fold(text) == "国a," * PIECE
