"""Marks as text that is pasted or dropped elsewhere."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from core.exporters.rich import fragment, quotations
from core.quotation import REFERENCE
from tests.core.exporters.own import notebook

SOURCE = "（《在全县水利工作会议上的讲话》，2026-01-05"


def test_each_quotation_stands_on_a_line_with_its_source() -> None:
    lines = quotations(notebook()).split("\n")
    assert lines[0] == f"“只讲修渠这一件事”{SOURCE}）"
    assert lines[2] == f"“修渠120公里”{SOURCE}，第一部分第一点）"
    assert lines[4] == f"“三天没有回家。1. 清淤要赶在雨季之前。”{SOURCE}，第二部分（一））"
    assert lines[6] == f"“老渠一定要补”{SOURCE}）"
    assert len(lines) == 7


def test_quotations_of_several_lines_stand_apart() -> None:
    assert quotations(notebook(), REFERENCE).count("\n\n") == 6


def test_as_set_text_tags_and_note_stand_below() -> None:
    page: HtmlElement = html.document_fromstring(f"<div>{fragment(notebook())}</div>")
    lines = [each.text_content() for each in page.xpath("//p")]
    assert lines[0] == f"“只讲修渠这一件事”{SOURCE}）"
    assert lines[2] == "【数据】核对：<三成> 怎么算的？# 问水利局"
    assert lines[-2:] == [f"“老渠一定要补”{SOURCE}）", "【数据/水_利】原稿里有"]
    assert len([line for line in lines if line.startswith("“")]) == 7
    assert {each.tag for each in page.iter()} <= {"html", "body", "div", "p", "span", "br"}


def test_stars_stand_with_the_tags() -> None:
    made = notebook()
    starred = replace(made, annotations=(replace(made.annotations[0], stars=3),))
    assert "【★★★】" in fragment(starred)
