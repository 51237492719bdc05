"""Numbering that does not add up, and announcements that are not kept."""

from __future__ import annotations

import pytest

from core.outline import check, parse
from tests.core.outline import LONG


def faults(*lines: str) -> list[tuple[str, str, int, int]]:
    text = "\n".join(lines)
    found = check(text, parse(text))
    return [(each.kind, text[each.span.start : each.span.stop], each.found, each.expected) for each in found]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("一二三四", []),
        ("一二四", [("skipped", "四、事", 4, 3)]),
        ("一二二三", [("doubled", "二、事", 2, 3)]),
        ("一三二四", [("skipped", "三、事", 3, 2), ("disordered", "二、事", 2, 4)]),
    ],
)
def test_numbers(numbers: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert faults(*(line for n in numbers for line in (f"{n}、事", LONG))) == expected


def test_numbers_that_run_on_or_begin_anew_are_sound() -> None:
    run_on = ["一、水", "（一）源头", LONG, "（二）渠道", LONG, "二、路", "（三）路基", LONG, "（四）路面", LONG]
    anew = ["一、水", "（一）源头", LONG, "（二）渠道", LONG, "二、路", "（一）路基", LONG, "（二）路面", LONG]
    assert faults(*run_on) == faults(*anew) == []


@pytest.mark.parametrize(
    ("announcement", "expected"),
    [
        ("下面，我讲两个方面的意见。", []),
        ("下面，我讲2点意见。", []),
        ("下面，我讲三个方面的意见。", [("count", "讲三个方面的意见。", 2, 3)]),
        ("今年重点抓好十个方面工作：", [("count", "抓好十个方面工作：", 2, 10)]),
        ("去年办成了三件事。", []),
    ],
)
def test_announced_counts(announcement: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert faults("同志们：", LONG + announcement, "一、水", LONG, "二、路", LONG) == expected


def test_an_announcement_below_a_part_counts_its_sections() -> None:
    sections = ["（一）源头", LONG, "（二）渠道", LONG]
    assert faults("一、水", "要抓好两项工作：", *sections, "二、路", LONG) == []
    assert faults("一、水", "要抓好五项工作：", *sections, "二、路", LONG) == [("count", "抓好五项工作：", 2, 5)]
