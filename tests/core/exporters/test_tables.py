"""CSV and XLSX: what a spreadsheet sees in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from core.exporters import EXPORTERS
from core.exporters.xlsx import MOST
from core.marks import mark
from core.model import Notebook, Span, Tag
from core.readers import build
from tests.core.exporters.own import DOCUMENT, TEXT, notebook, parts

HEAD = ["讲话", "标题", "页", "原文", "标签", "批注", "星级", "作者", "时间", "起", "止"]
Table = list[list[str]]


def from_csv(notebook: Notebook) -> Table:
    written = EXPORTERS["csv"].render(notebook)
    assert isinstance(written, str)
    return list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def from_xlsx(notebook: Notebook) -> Table:
    """The sheet, read plainly; test_another_program_reads_the_sheet asks somebody else."""
    written = EXPORTERS["xlsx"].render(notebook)
    assert isinstance(written, bytes)
    names = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    table: Table = []
    for row in ElementTree.fromstring(parts(written)["xl/worksheets/sheet1.xml"]).iterfind(".//row", names):
        cells = {cell.get("r", "")[0]: "".join(cell.itertext()) for cell in row}
        assert all(cell.get("t") == "inlineStr" or "".join(cell.itertext()).isdigit() for cell in row)
        table.append([cells.get(letter, "") for letter in "ABCDEFGHIJK"])
    return table


READ = pytest.mark.parametrize("read", [from_csv, from_xlsx])


@READ
def test_a_row_is_a_mark(read: Callable[[Notebook], Table]) -> None:
    made = notebook()
    paged = replace(made, document=replace(DOCUMENT, pages=(0, 100)))
    starred = replace(paged, annotations=(replace(made.annotations[1], stars=3), *made.annotations[3:]))
    head, first, *rest = read(starred)
    assert head == HEAD
    quote = "全县修渠120公里，比上年多修[三成]，受益农户*五千*户"
    start = str(TEXT.index(quote))
    where = "一、过去一年办成了什么 / 一是渠道修通了"
    note = "核对：<三成> 怎么算的？\n# 问水利局"
    stop = str(TEXT.index(quote) + len(quote))
    assert first[:8] == ["在全县水利工作会议上的讲话", where, "1", quote, "数据", note, "3", "渠"]
    assert first[8:] == ["2026-01-05T08:30:02Z", start, stop]
    assert rest[0][2:5] == ["2", "老渠漏水，是各村反映最多的问题。赵𫖯", "数据/水_利"]
    assert rest[1][3] == "三天没有回家。\n1. 清淤要赶在雨季之前。"
    assert (rest[-1][1:4], rest[-1][9:]) == (["", "", "老渠一定要补"], ["", ""])


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1"])
def test_no_text_is_a_formula(text: str) -> None:
    made = notebook()
    lost = replace(made.annotations[0], quote=text, note=text, creator=text, span=None, tags=("t",))
    evil = replace(made, annotations=(lost,), tags={"t": Tag("t", text, "")}, document=replace(DOCUMENT, title=text))
    told = [cell for cell in from_csv(evil)[1] if cell]
    assert all(cell.startswith("'") or cell.isdigit() or cell[:4] == "2026" or cell == "1" for cell in told)
    written = EXPORTERS["xlsx"].render(evil)
    assert isinstance(written, bytes)
    sheet = parts(written)["xl/worksheets/sheet1.xml"]
    assert "<f" not in sheet
    styles = ElementTree.fromstring(parts(written)["xl/styles.xml"])
    kinds = next(each for each in styles if each.tag.endswith("cellXfs"))
    row = sheet.split("<row ")[2]
    cells = re.findall('s="(\\d+)" t="inlineStr"><is><t[^>]*>(.)', row, re.DOTALL)
    told = [int(style) for style, first in cells if first in "=+-@＝－\t\n"]
    assert len(told) >= 3
    assert all(kinds[style].get("quotePrefix") == "1" for style in told)


@READ
def test_whatever_a_notebook_holds_it_is_a_sound_table(read: Callable[[Notebook], Table]) -> None:
    made = notebook()
    odd = "\x01<b>\ufffe\x1b&\"',;\n\t_x0041_ 😀𠮷"
    lost = replace(made.annotations[0], span=None, quote=odd, note=odd, stars=0, creator="")
    assert read(replace(made, annotations=())) == [HEAD]
    (_, row) = read(replace(made, annotations=(lost,)))
    seen = odd.replace("\x01", "").replace("\ufffe", "").replace("\x1b", "")
    assert row[3].replace("_x005F_", "_") == seen
    assert row[6] == ""


def test_csv_begins_with_a_mark_of_its_encoding_and_has_the_line_ends_of_spreadsheets() -> None:
    written = EXPORTERS["csv"].render(notebook())
    assert isinstance(written, str)
    assert written.startswith("\ufeff讲话,")
    assert "\r\n" in written


def test_what_no_cell_holds_ends_with_an_ellipsis() -> None:
    long = build("😀" * MOST)
    book = Notebook(long, (mark(long, Span(0, MOST), id="1", now=""),), {})
    (_, row) = from_xlsx(book)
    assert row[3].endswith("😀…")
    assert len(row[3].encode("utf-16-le")) // 2 <= MOST


def test_many_speeches_are_one_table() -> None:
    bare = replace(notebook(), annotations=())
    for name in ("csv", "xlsx"):
        exporter = EXPORTERS[name]
        assert len(exporter.render_all([notebook(), bare, notebook()])) > len(exporter.render(notebook()))
        assert exporter.render_all([])


def test_another_program_reads_the_sheet() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = notebook()
    lost = replace(made.annotations[-1], quote="=1+1")
    written = EXPORTERS["xlsx"].render(replace(made, annotations=(*made.annotations[:-1], lost)))
    assert isinstance(written, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(written)).active
    assert [cell.value for cell in sheet[1]] == HEAD
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{1 + len(made.annotations)}"
    assert sheet["D3"].value == made.annotations[1].quote
    assert sheet["D3"].alignment.wrap_text
    assert Span(sheet["J3"].value, sheet["K3"].value) == made.annotations[1].span
    last = sheet.cell(1 + len(made.annotations), 4)
    assert (last.value, last.data_type, last.quotePrefix) == ("=1+1", "s", True)
    assert sheet.column_dimensions["D"].width == 60
