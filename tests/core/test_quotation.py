"""A quotation names its source."""

from __future__ import annotations

import pytest

from core.model import Document, Section, Span
from core.quotation import LINE, REFERENCE, quotation, quoted, source, source_line

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


@pytest.mark.parametrize(
    ("level", "label", "number"),
    [
        (1, "二、", "第二部分"),
        (1, "第三部分　", "第三部分"),
        (1, "第四章 ", "第四章"),
        (2, "（一）", "（一）"),
        (2, "(二)", "(二)"),
        (2, "一、", "第一点"),
        (2, "一是", "第一点"),
        (2, "二要", "第二点"),
        (2, "三是要", "第三点"),
        (2, "第二，", "第二点"),
        (3, "其一，", "第一点"),
        (3, "12．", "12"),
        (3, "③", "③"),
        (3, "首先，", ""),
        (3, "——", ""),
        (3, "● ", ""),
        (3, "", ""),
    ],
)
def test_the_mark_of_a_heading_reads_as_one_would_say_it(level: int, label: str, number: str) -> None:
    document = Document("d", "修渠讲话", "", "", "", TEXT, ())
    assert source_line(document, [heading(level, label)]) == "，".join(filter(None, ("《修渠讲话》", number)))


def test_a_passage_of_a_file_with_pages_is_cited_with_its_page() -> None:
    document = Document("d", "修渠讲话", "", "", "", TEXT, (), pages=(0, 11))
    assert quotation(document, (), Span(3, 8)).endswith("（《修渠讲话》，第1页）")
    assert quotation(document, (), Span(12, 15)).endswith("（《修渠讲话》，第2页）")
    assert source_line(document, (), Span(12, 15)) == "《修渠讲话》，第2页"
    assert source_line(document, ()) == "《修渠讲话》"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (LINE, "《修渠讲话》，2026-01-05，第二部分（一）"),
        (REFERENCE, "赵. 修渠讲话[Z]. 2026-01-05: 第二部分（一）."),
        ("{quote}（{speaker}）（{date}）", "（赵）（2026-01-05）"),
        ("（{section}）{note}", "第二部分（一）"),
        ("{quote}——{tags}", ""),
    ],
)
def test_a_style_gives_the_source_alone(style: str, said: str) -> None:
    document = Document("d", "修渠讲话", "赵", "2026-01-05", "", TEXT, ())
    assert source(style, document, [heading(1, "二、"), heading(2, "（一）")], Span(3, 15)) == said


def test_a_passage_that_is_lost_is_quoted_all_the_same() -> None:
    document = Document("d", "修渠讲话", "", "", "", TEXT, ())
    assert quoted(LINE, document, [], None, passage="先修“老渠”") == "“先修‘老渠’”（《修渠讲话》）"
