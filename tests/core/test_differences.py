"""What became of a text, piece by piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.differences import MOST, pieces


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ("", "新记", "+新记"),
        ("旧记", "", "-旧记"),
        ("核对数字", "核对数字", "=核对数字"),
        ("完成2025年任务", "完成2026年的任务", "=完成 -2025 +2026 =年 +的 =任务"),
        ("a😀b", "a😀𫖯b", "=a😀 +𫖯 =b"),
        ("a" * 3 + "，" * MOST, "b", f"-{'a' * 3 + '，' * MOST} +b"),
    ],
)
def test_what_is_gone_stands_before_what_took_its_place(old: str, new: str, said: str) -> None:
    signs = {"same": "=", "gone": "-", "new": "+"}
    assert " ".join(signs[piece.kind] + piece.text for piece in pieces(old, new)) == said


@given(old=st.text(max_size=30), new=st.text(max_size=30))
def test_nothing_is_lost(old: str, new: str) -> None:
    found = list(pieces(old, new))
    assert "".join(piece.text for piece in found if piece.kind != "new") == old
    assert "".join(piece.text for piece in found if piece.kind != "gone") == new
