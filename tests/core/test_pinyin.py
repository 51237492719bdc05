"""Pinyin initials: one letter a character, the right one where a character has several readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pinyin import initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("高质量发展", "gzlfz"),
        ("重要", "zy"),
        ("重新", "cx"),
        ("银行行长", "yhhz"),
        ("一、抓好XX项目，2025年", "y、zhxxxm，2025n"),
        ("𠮷祥👍", "𠮷x👍"),
        ("", ""),
    ],
)
def test_each_character_gives_the_first_letter_of_its_reading(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text("高重银行，。 Aa1\n𠮷é", max_size=20))
def test_the_initials_are_as_long_as_the_text(text: str) -> None:
    assert len(initials(text)) == len(text)
