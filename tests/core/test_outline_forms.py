"""The outline written down in each of its forms."""

from __future__ import annotations

import pytest
from opyml import OPML

from core.model import Section, Span
from core.outline import parse
from core.outline_forms import FORMS

TEXT = (
    "在全县农田水利会上的讲话\n同志们：\n今天我讲两个方面的意见。\n一、渠道<要>修\n"
    "（一）修*东*渠。三月动工，先清淤，再砌石，赶在春灌以前通水，误了农时谁也担不起。\n"
    "（二）修西渠。四月动工，资金已经到位，沿线三个村都要出工出力，不许等靠。\n"
    "二、钱要管好\n每一笔账都要公开，每一笔钱都要用在渠上，谁伸手就处理谁，没有例外。\n"
)

EXPECTED = {
    "text": "题目\n一、渠道<要>修\n　（一）修*东*渠\n　（二）修西渠\n二、钱要管好\n",
    "numbered": "题目\n1 一、渠道<要>修\n　1.1 （一）修*东*渠\n　1.2 （二）修西渠\n2 二、钱要管好\n",
    "markdown": ("# 题目\n\n- 一、渠道\\<要\\>修\n  - （一）修\\*东\\*渠\n  - （二）修西渠\n- 二、钱要管好\n"),
    "opml": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>题目</title>\n'
        '  </head>\n  <body>\n    <outline text="一、渠道&lt;要&gt;修">\n'
        '      <outline text="（一）修*东*渠"/>\n      <outline text="（二）修西渠"/>\n    </outline>\n'
        '    <outline text="二、钱要管好"/>\n  </body>\n</opml>\n'
    ),
}


@pytest.fixture(scope="module")
def sections() -> tuple[Section, ...]:
    return parse(TEXT)


@pytest.mark.parametrize("form", FORMS)
def test_the_outline_in_each_form(form: str, sections: tuple[Section, ...]) -> None:
    assert FORMS[form]("题目", sections) == EXPECTED[form]


@pytest.mark.parametrize("form", ["text", "numbered", "markdown"])
def test_a_part_alone_is_written_without_a_title(form: str, sections: tuple[Section, ...]) -> None:
    part = next(section for section in sections if section.kind == "part")
    written = FORMS[form]("", [part])
    assert "渠道" in written.splitlines()[0]
    assert "钱" not in written


def test_another_program_reads_the_opml(sections: tuple[Section, ...]) -> None:
    read = OPML.from_xml(FORMS["opml"]("在会上的讲话 & “水利”", sections))
    assert read.head is not None
    assert read.head.title == "在会上的讲话 & “水利”"
    assert [outline.text for outline in read.body.outlines] == ["一、渠道<要>修", "二、钱要管好"]
    assert [outline.text for outline in read.body.outlines[0].outlines] == ["（一）修*东*渠", "（二）修西渠"]


def test_headings_below_a_block_hang_where_the_block_does() -> None:
    point = Section("point", 3, "", "修路有了成效", Span(5, 11), Span(11, 20))
    block = Section("paragraph", 2, "", "今年以来", Span(3, 4), Span(4, 20), (point,), role="lead")
    part = Section("part", 1, "一、", "成绩", Span(0, 3), Span(3, 20), (block,))
    assert FORMS["text"]("", [part]) == "一、成绩\n　修路有了成效\n"
