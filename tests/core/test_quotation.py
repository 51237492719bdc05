"""A quotation names its source."""

from __future__ import annotations

import pytest

from core.model import Document, Section, Span
from core.quotation import quotation

TEXT = "老话说“水到渠成”。\n　先修渠。"


def heading(level: int, label: str) -> Section:
    return Section("part", level, label, "", Span(0, 0), Span(0, 0))


@pytest.mark.parametrize(
    ("title", "date", "above", "quoted"),
    [
        ("修渠 讲话", "2026-01-05", [(1, "二、"), (2, "（一）")], "（《修渠讲话》，2026-01-05，第二部分（一））"),
        ("修渠讲话", "", [(1, "第三部分　"), (2, "1．")], "（《修渠讲话》，第三部分1）"),
        ("", "", [], ""),
    ],
)
def test_a_quotation_carries_title_date_and_section(
    title: str, date: str, above: list[tuple[int, str]], quoted: str
) -> None:
    document = Document("d", title, "", date, "", TEXT, ())
    path = [heading(*each) for each in above]
    assert quotation(document, path, Span(3, 15)) == f"“‘水到渠成’。先修渠”{quoted}"
