"""The first page, from the file itself."""

from __future__ import annotations

import struct
import zlib

import pytest
from lxml import html
from lxml.html import HtmlElement

from core.exporters import EXPORTERS
from core.previews import LONGEST, VIEWS, view
from tests.core.exporters.own import TEXT, notebook
from tests.core.readers.printed import Words, pdf


def shown(name: str, **options: str | bool) -> HtmlElement:
    """What the preview of a format shows, as a tree."""
    made = EXPORTERS[name].render(notebook(), **options)
    seen = view(made if isinstance(made, bytes) else made.encode("utf-8"), EXPORTERS[name].suffix)
    return html.document_fromstring(seen.rich)


def lines(page: HtmlElement) -> list[str]:
    return [each.text_content() for each in page.xpath("//p")]


def test_word_has_its_lines_bands_and_comments_beside_them() -> None:
    page = shown("docx")
    text = [line for line in TEXT.split("\n") if line]
    assert [line for line in lines(page) if line in text] == text
    (row,) = [row for row in page.xpath("//tr") if "只讲修渠这一件事" in row.text_content()]
    assert "background-color:#CFC9BB" in row.xpath(".//span[text()='只讲修渠这一件事']/@style")[0]
    (row,) = [row for row in page.xpath("//tr") if "水到渠成" in row.text_content()]
    assert row.xpath("td")[2].text_content() == "渠【金句】结尾可用 👍"


def test_cards_are_one_column() -> None:
    page = shown("cards")
    assert page.xpath("//table") == []
    assert lines(page)[:5] == [
        "在全县水利工作会议上的讲话",
        "素材卡片（2026年1月5日）",
        "",
        "一、数据",
        "“全县修渠120公里，比上年多修[三成]，受益农户*五千*户”",
    ]
    assert "text-align:right" in page.xpath("//p[starts-with(., '——')]/@style")[0]


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_tables_have_a_head_and_a_row_a_mark(name: str) -> None:
    page = shown(name)
    assert [each.text for each in page.xpath("//th")][:4] == ["讲话", "标题", "页", "原文"]
    rows = [[cell.text_content() for cell in row.xpath("td")] for row in page.xpath("//tr[td]")]
    assert len(rows) == 7
    assert rows[1][3:6] == [
        "全县修渠120公里，比上年多修[三成]，受益农户*五千*户",
        "数据",
        "核对：<三成> 怎么算的？# 问水利局",
    ]
    assert {len(row) for row in rows} == {11}


def test_a_page_has_its_lines_in_the_colours_of_its_theme_and_notes_beside_them() -> None:
    for theme, paper, band in (("light", "#fffdf8", "#bee4ff"), ("dark", "#25272b", "#04648c")):
        page = shown("html", theme=theme)
        assert page.xpath("//body/@bgcolor") == [paper]
        (row,) = [row for row in page.xpath("//tr") if "修渠120公里" in row.xpath("string(td[1])")]
        assert f"background-color:{band};" in row.xpath("td[1]//span/@style")
        assert "核对：<三成> 怎么算的？" in row.xpath("string(td[3])")
    text = [line for line in TEXT.split("\n") if line]
    assert [line for line in lines(page) if line in text] == text


def test_a_page_of_others_is_shown_without_scripts_and_styles() -> None:
    seen = view(b"<html><style>p {}</style><script>go()</script><p>\xe4\xb8\x80</p>", ".html")
    assert "go()" not in seen.rich
    page: HtmlElement = html.document_fromstring(seen.rich)
    assert page.text_content().strip() == "一"


def test_texts_are_shown_as_they_are_and_cut() -> None:
    assert view("# 题目\n".encode(), ".md").plain == "# 题目\n"
    assert len(view(b"1" * 3 * LONGEST, ".json").plain) == LONGEST
    assert view("\ufeff一".encode(), ".txt").plain == "一"


def test_a_project_shows_what_holds_it_together() -> None:
    made = EXPORTERS["refi-qda"].render(notebook())
    assert isinstance(made, bytes)
    assert view(made, ".qdpx").plain.lstrip("\ufeff").startswith("<?xml")


def test_of_a_pdf_the_first_page_is_a_picture() -> None:
    seen = view(pdf([[Words(80, 110, "第一页")], []]), ".pdf")
    assert seen.picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", seen.picture[16:24])
    assert width > 1000
    at = seen.picture.index(b"IDAT")
    (size,) = struct.unpack(">I", seen.picture[at - 4 : at])
    dots = zlib.decompress(seen.picture[at + 4 : at + 4 + size])
    assert len(dots) == height * (3 * width + 1)
    assert dots.count(0) < len(dots) / 2 < dots.count(255)  # black letters on white
    assert min(dots[1 : 3 * width]) == 255


def test_every_ending_with_a_view_of_its_own_is_known() -> None:
    assert {each.suffix for each in EXPORTERS.values() if not each.is_text} <= VIEWS.keys()
