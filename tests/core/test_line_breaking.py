"""Where lines are broken: before and after which characters, and what is never torn apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.line_breaking import BLANKS, CLOSING, OPENING, lines, may_break


def broken(text: str, room: float, first: float | None = None) -> list[str]:
    widths = [0.5 if ord(each) < 0x250 else 1.0 for each in text]
    return [text[start:stop] for start, stop in lines(text, widths, room if first is None else first, room)]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("", 4, []),
        ("修渠是大事", 5, ["修渠是大事"]),
        ("修渠是大事要办", 5, ["修渠是大事", "要办"]),
        ("修渠是大事。要办", 5, ["修渠是大", "事。要办"]),
        ("修渠是大（三）", 5, ["修渠是大", "（三）"]),
        ("他说：“好。”就走", 6, ["他说：", "“好。”就走"]),
        ("修了120公里渠", 3, ["修了", "120公", "里渠"]),
        ("增长12.5%以上", 4, ["增长", "12.5%以", "上"]),
        ("要补——要修", 3, ["要", "补——", "要修"]),
        ("要补……要修", 3, ["要", "补……", "要修"]),
        ("修 渠 是 大 事", 3.5, ["修 渠 ", "是 大 ", "事"]),
        ("abcdefgh", 2, ["abcd", "efgh"]),
        ("。。。。。", 2, ["。。", "。。", "。"]),
        ("好", 0.2, ["好"]),
    ],
)
def test_lines_are_broken_where_they_may_be(text: str, room: float, expected: list[str]) -> None:
    assert broken(text, room) == expected


def test_the_first_line_has_a_room_of_its_own() -> None:
    assert broken("修渠是大事要办好", 5, 3) == ["修渠是", "大事要办好"]


@given(st.text("修渠，。（）“”…—a1 .%\u3000", max_size=60), st.sampled_from([2.0, 3.5, 8.0, 28.0]))
def test_lines_are_the_whole_text_and_fit_and_hold_to_the_rules_where_they_can(text: str, room: float) -> None:
    found = broken(text, room)
    assert "".join(found) == text
    assert all(found)
    for line in found:
        shown = line.rstrip(BLANKS)
        assert sum(0.5 if ord(each) < 0x250 else 1.0 for each in shown) <= max(room, 1.0)
    for line, following in pairwise(found):
        could = any(may_break(one, other) for one, other in pairwise(line))
        if could:
            assert line[-1] not in OPENING
            assert following[0] not in CLOSING
