"""Material cards: what stands under what, and the page that GB/T 9704-2012 asks for."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.exporters.cards import By, render, render_all
from core.marks import mark
from core.model import Notebook, Span, Tag
from core.readers import build
from core.readers.docx import DOCX
from tests.core.exporters.own import DOCUMENT, notebook, parts

PLACE = "《在全县水利工作会议上的讲话》，2026-01-05"
BY_TAG = f"""在全县水利工作会议上的讲话
素材卡片（2026年1月5日）

一、数据
“全县修渠120公里，比上年多修[三成]，受益农户*五千*户”
批注：核对：<三成> 怎么算的？
# 问水利局
——{PLACE}，第一部分第一点
“修渠120公里”
——{PLACE}，第一部分第一点
（一）水_利
“老渠漏水，是各村反映最多的问题。赵𫖯”
——{PLACE}，第二部分（一）
“老渠一定要补”
批注：原稿里有
——{PLACE}
二、金句
“修渠120公里”
——{PLACE}，第一部分第一点
“水到渠成”
批注：结尾可用 👍
★★　——{PLACE}
三、未加标签
“只讲修渠这一件事”
——{PLACE}
“三天没有回家。
1. 清淤要赶在雨季之前。”
批注：两段连在一起
——{PLACE}，第二部分（一）
"""


def text(data: bytes) -> str:
    return DOCX.read(data, Path("卡片.docx")).text


def starred() -> Notebook:
    made = notebook()
    stars = (replace(each, stars=2) if each.quote == "水到渠成" else each for each in made.annotations)
    return replace(made, annotations=tuple(stars))


def test_quotes_stand_under_their_tags_in_the_order_of_the_tags() -> None:
    assert text(render(starred())) == BY_TAG


def test_quotes_stand_under_the_headings_of_the_speech() -> None:
    lines = text(render(starred(), by="heading")).split("\n")
    headings = [line for line in lines if line and not line.startswith(("“", "批注", "——", "★", "#"))]
    assert headings[2:] == [
        "一、过去一年办成了什么",
        "一是渠道修通了",
        "二、今年还要办什么",
        "（一）先把老渠补好",
        "1. 清淤要赶在雨季之前。”",
        "原文中已找不到的批注",
    ]


def test_a_tag_without_quotes_is_left_out_unless_it_stands_over_one_that_has_some() -> None:
    tags = {
        id: Tag(id, id, "#ffcf57", parent=above)
        for id, above in (("甲", None), ("乙", "甲"), ("丙", "乙"), ("丁", None))
    }
    only = mark(DOCUMENT, Span(0, 3), ("丙",), id="1", now="2026-01-05T08:30:00Z")
    lines = text(render(Notebook(DOCUMENT, (only,), tags))).split("\n")
    assert lines[3:6] == ["一、甲", "（一）乙", "1. 丙"]
    assert "丁" not in "".join(lines)


@pytest.mark.parametrize("by", ["tag", "heading"])
def test_many_speeches_are_one_file(by: By) -> None:
    other = replace(notebook(), document=replace(DOCUMENT, title="另一篇讲话"))
    lines = text(render_all([notebook(), replace(notebook(), annotations=()), other], by)).split("\n")
    assert lines[0] == "讲话素材摘编"
    assert sum(line.startswith("一、") for line in lines) == (1 if by == "tag" else 2)
    assert sum("《另一篇讲话》" in line for line in lines) == sum(
        "《在全县水利工作会议上的讲话》" in line for line in lines
    )


@pytest.mark.parametrize("by", ["tag", "heading"])
def test_whatever_a_notebook_holds_it_is_a_sound_file(by: By) -> None:
    lost = tuple(replace(each, span=None, quote="\x01<“\n”>&\ufffe") for each in notebook().annotations)
    for marks in ((), lost, tuple(replace(each, quote="", note="\x00\r\n") for each in lost)):
        for name, part in parts(render(replace(notebook(), annotations=marks), by)).items():
            assert ElementTree.fromstring(part) is not None, name
    assert render_all([], by)


def test_page_faces_and_sizes_are_those_of_the_standard() -> None:
    held = parts(render(notebook()))
    margins = re.search("<w:pgMar ([^/]+)/>", held["word/document.xml"])
    assert margins
    millimetres = {side: round(int(twips) / 1440 * 25.4) for side, twips in re.findall('w:(\\w+)="(\\d+)"', margins[1])}
    assert [millimetres[side] for side in ("top", "bottom", "left", "right")] == [37, 35, 28, 26]
    assert 'w:w="11906" w:h="16838"' in held["word/document.xml"]
    styles = dict(re.findall('w:styleId="(\\w+)">(.*?)</w:style>', held["word/styles.xml"]))
    assert 'w:line="579" w:lineRule="exact"' in styles["Normal"]
    assert "方正小标宋简体" in styles["Title"]
    assert 'w:sz w:val="44"' in styles["Title"]
    assert "黑体" in styles["Heading1"]
    assert "楷体_GB2312" in styles["Heading2"]
    assert 'w:eastAsia="仿宋_GB2312"' in held["word/styles.xml"].partition("</w:docDefaults>")[0]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    import pypdfium2

    made = build("讲" * 2000)
    book = Notebook(made, (mark(made, Span(0, 2000), id="1", now="2026-01-05T08:30:00Z"),), {})
    (tmp_path / "cards.docx").write_bytes(render(book))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    call = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", ".", "cards.docx"]
    subprocess.run(call, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as printed:
        lines = printed[1].get_textpage().get_text_bounded().split()
    assert [len(line) for line in lines if "讲" in line] == [28] * 22
