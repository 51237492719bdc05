"""A PDF becomes the paragraphs that it was set from."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.model import Span
from core.outline import parse
from core.readers import reading
from core.readers.format import Reading
from core.readers.pdf import read
from tests.core.readers.printed import FONT, HEIGHT, Words, pages_of, paragraph, pdf

PARAGRAPHS = [
    "各位代表，今年以来全县上下把修渠当作头等大事来抓，从春耕之前就组织人力，先清淤，再砌石，后通水，一步一步往前走。",
    "一、把渠修好",
    "今年先修东渠，东渠全长十二公里，要经过三个乡镇，灌溉面积四万亩。渠首的闸门老旧，每年汛期都要派人日夜看守，这件事不能再拖。",
    "二、把路修通",
    "明年再修路。路通了，粮食运得出去，化肥运得进来，孩子上学也不用再绕山路，这是全县群众多年的盼望。各乡镇要早作准备，先把线路定下来，把要迁的坟、要占的地一户一户谈妥。",
    "（一）先修主路",
    "主路从县城到东乡，全长三十公里，其中有十公里要新开，其余在旧路上加宽。经费由县里出一半，其余由乡镇自筹，不足的部分可以以工代赈。"
    * 3,
]
HERE = Path("讲话.pdf")


def text_of(data: bytes) -> list[str]:
    return read(data, HERE).text.splitlines()


def test_lines_become_the_paragraphs_they_were() -> None:
    found = read(pdf(pages_of(PARAGRAPHS)), HERE)
    assert found.text.splitlines() == PARAGRAPHS
    headings = [s for section in parse(found.text, found.hints) for s in section.walk() if s.is_heading]
    assert [s.label + s.title for s in headings] == ["一、把渠修好", "二、把路修通", "（一）先修主路"]


def test_each_page_begins_where_its_first_line_stands() -> None:
    set_ = pages_of(PARAGRAPHS, lines=7)
    found = read(pdf([*set_, []]), HERE)
    assert len(found.pages) == len(set_) + 1
    assert [found.text[at : at + 4] for at in found.pages[:-1]] == [page[0].text[:4] for page in set_]
    assert found.pages[-1] == len(found.text)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_turned_reads_the_same(turned: int) -> None:
    # the viewer turns the page, so the text on it is set turned the other way, as a scanner's software does
    def draw(canvas: Any, _: int) -> None:
        moves = {90: (842.0, 0.0), 180: (595.0, 842.0), 270: (0.0, 595.0)}  # such a page lies on its side before it
        canvas.translate(*moves[turned])
        canvas.rotate(turned)
        canvas.setFont(FONT, 16)
        for words in pages_of(PARAGRAPHS[:3])[0]:
            canvas.drawString(words.x, HEIGHT - words.y, words.text)

    assert text_of(pdf([[]], turned=turned, draw=draw)) == PARAGRAPHS[:3]


def test_text_that_lies_on_its_side_is_read_upright() -> None:
    def draw(canvas: Any, _: int) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.setFont(FONT, 16)
        for words in pages_of(PARAGRAPHS[:3])[0]:
            canvas.drawString(words.x, 560 - words.y, words.text)

    assert text_of(pdf([[]], draw=draw)) == PARAGRAPHS[:3]


def test_a_watermark_across_the_page_is_left_out_and_told() -> None:
    def draw(canvas: Any, _: int) -> None:
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont(FONT, 60)
        canvas.drawString(0, 0, "内部资料")

    found = read(pdf(pages_of(PARAGRAPHS), draw=draw), HERE)
    assert found.text.splitlines() == PARAGRAPHS
    assert found.notices == ("notice.watermark",)


NUMBERS: list[Callable[[int], str]] = [
    lambda n: f"— {n} —",
    lambda n: f"{n}/9",
    lambda n: f"第{n}页",
    lambda n: f"第 {n} 页 共 9 页",
    lambda n: f"- {n} -",
    str,
]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number(1))
def test_page_numbers_and_running_heads_are_left_out(number: Callable[[int], str]) -> None:
    set_ = pages_of(PARAGRAPHS * 3, lines=18)
    for n, page in enumerate(set_):
        page.append(Words(280, 790, number(n + 1), 12))
        page.insert(0, Words(250, 60, "修渠会议材料", 10))
    assert text_of(pdf(set_)) == PARAGRAPHS * 3


def test_a_figure_in_the_text_is_no_page_number() -> None:
    set_ = [
        Words(112, 110, "全县的渠，按长度排列：", 16),
        Words(112, 138, "12", 16),
        Words(112, 166, "以上单位是公里。"),
    ]
    assert text_of(pdf([set_])) == ["全县的渠，按长度排列：", "12", "以上单位是公里。"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [paragraph(text, 0, size=10, left=50, columns=23) for text in PARAGRAPHS[:3]]
    right = [paragraph(text, 0, size=10, left=310, columns=23) for text in PARAGRAPHS[3:6]]
    set_ = [Words(180, 60, "在修渠会议上的讲话", 22)]
    for column in (left, right):
        flow = [words for each in column for words in each]
        set_ += [words._replace(y=110.0 + 18 * row) for row, words in enumerate(flow)]
    assert text_of(pdf([set_])) == ["在修渠会议上的讲话", *PARAGRAPHS[:6]]


def test_cells_of_a_table_stand_in_one_line() -> None:
    rows = [[Words(90, 110 + 28 * n, f"乡镇{n}"), Words(250, 110 + 28 * n, f"{n}万亩")] for n in range(1, 7)]
    assert text_of(pdf([[words for row in rows for words in row]])) == [f"乡镇{n}\t{n}万亩" for n in range(1, 7)]


def test_latin_words_keep_their_blanks_and_lose_their_hyphens() -> None:
    lines = [
        "The canal was built by hand in two winters, and then the new road fol-",
        "lowed it; nobody in the whole county had ever thought of such a thing",
        "before.",
    ]
    set_ = [Words(80, 100 + 20 * n, line, 12, "Helvetica") for n, line in enumerate(lines)]
    joined = "".join(lines).replace("fol-", "fol").replace("thingbefore", "thing before")
    assert text_of(pdf([set_])) == [joined]


def test_bold_size_and_place_come_as_hints() -> None:
    set_ = [
        Words(189, 60, "在修渠会议上的讲话", 22),
        Words(80, 110, "Canals first", 16, "Helvetica-Bold"),
        *paragraph(PARAGRAPHS[0], 150),
    ]
    found = read(pdf([set_]), HERE)
    title, bold, *_ = found.hints
    assert (title.size, title.align, found.text[title.span.start : title.span.stop]) == (22, "center", set_[0].text)
    assert (bold.bold, bold.face, found.text[bold.span.start : bold.span.stop]) == (
        True,
        "Helvetica-Bold",
        "Canals first",
    )
    assert not found.hints[2].bold


def marked(**more: Any) -> Reading:
    """The first paragraph, its second to fifth character marked; 16 points wide each, on the line at y 110."""

    def draw(canvas: Any, _: int) -> None:
        x0, x1, top, foot = 112 + 16, 112 + 80, HEIGHT - 96, HEIGHT - 114
        canvas.highlightAnnotation(
            more.pop("note", ""), Rect=[x0, foot, x1, top], QuadPoints=[x0, top, x1, top, x0, foot, x1, foot], **more
        )
        canvas.textAnnotation("查一下", Rect=[30, HEIGHT - 110, 50, HEIGHT - 96])

    return read(pdf(pages_of(PARAGRAPHS), draw=draw), HERE)


def test_marks_and_notes_in_the_file_come_as_remarks() -> None:
    found = marked(note="开头要短", Color=[1, 1, 0])
    highlight, note = found.remarks
    assert found.text[highlight.span.start : highlight.span.stop] == PARAGRAPHS[0][1:5]
    assert (highlight.note, highlight.colour) == ("开头要短", "#ffff00")
    assert note.note == "查一下"
    assert note.span == Span(0, 24)


def test_a_mark_that_only_repeats_its_passage_has_no_note() -> None:
    assert marked(note=PARAGRAPHS[0][1:5]).remarks[0].note == ""


def test_the_readers_of_pages_are_not_loaded_before_they_are_needed() -> None:
    check = "import sys, core.readers; assert not {'core.readers.reflow', 'core.readers.setting'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)


def test_the_seed_as_pdf_is_the_seed(shared: Path) -> None:
    seed = shared / "samples" / "seed_in_every_format"
    whole, found = reading(seed / "seed_utf8.txt").text, reading(seed / "seed.pdf")
    assert "".join(found.text.split()) == "".join(whole.split())
    for hints in ((), found.hints):
        headings = [s.title for section in parse(found.text, hints) for s in section.walk() if s.is_heading]
        assert headings == [s.title for section in parse(whole) for s in section.walk() if s.is_heading]
