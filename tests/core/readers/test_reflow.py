"""Lines that stand on pages become paragraphs."""

from __future__ import annotations

import pytest

from core.model import Span
from core.readers.furniture import NUMBER
from core.readers.kangxi import common
from core.readers.pdf_marks import iso
from core.readers.placed import Glyph, Line, Mark, Page, Run, Style
from core.readers.reflow import reading
from core.readers.setting import lines

PLAIN, BOLD = Style("宋体", 10.0), Style("宋体", 10.0, True)
FULL = "渠" * 40
"""A line of 400 points, from 100 to 500."""


def line(text: str, y: float, x: float = 100.0, style: Style = PLAIN, column: int = 0) -> Line:
    size = style.size
    return Line(text, x, x + size * len(text), y, size, (Run(0, style),), column, size)


def page(*lines_: Line, marks: tuple[Mark, ...] = ()) -> Page:
    return Page(600, 800, lines_, marks)


def paragraphs(*pages: Page) -> list[str]:
    return reading(pages).text.splitlines()


INDENTED = [line(FULL[2:], y, 120) for y in (300, 340, 380)]
"""Other paragraphs, that show what the text does."""


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (line(FULL, 100), line("修好。", 120), True),
        (line(FULL, 100), line("修好。", 120, 120), False),  # indented
        (line("修好。", 100), line("再修路。", 120), False),  # the first is short
        (line(FULL, 100), line("大字", 120, style=Style("宋体", 16.0)), False),  # larger
        (line(FULL, 100), line("修好。", 160), False),  # stands apart
        (line(FULL[:38], 100), line("修好。", 120), True),  # a line without room for one more character and its stop
        (line("修渠\t三里", 100), line("修路\t五里", 120), False),  # rows of a table
        (line("在修渠会议上", 100, 270), line("的讲话", 120, 285), False),  # a title in two lines of its own
        (line(FULL[:38], 100, 110, BOLD), line("的讲话", 120, 285, BOLD), True),  # a title too long for its line
    ],
)
def test_a_line_goes_on_or_begins(first: Line, second: Line, joined: bool) -> None:
    texts = [first.text, second.text]
    wanted = ["".join(texts)] if joined else texts
    rest = [line(FULL, y) for y in (320, 360, 400)]
    set_ = [each for pair in zip(INDENTED, rest, strict=True) for each in pair]
    assert paragraphs(page(first, second, *set_))[: len(wanted)] == wanted


def test_space_between_paragraphs_is_learnt_where_lines_have_no_indents() -> None:
    set_: list[Line] = []
    y = 100.0
    for _ in range(6):
        # the first line ends far from the edge, and yet the paragraph goes on: only the space tells
        set_ += [line(FULL[:30], y), line(FULL, y + 20), line("修好。", y + 40)]
        y += 68
    assert paragraphs(page(*set_)) == [FULL[:30] + FULL + "修好。"] * 6


def test_a_paragraph_goes_on_over_the_end_of_the_page_and_its_notes() -> None:
    small = Style("宋体", 8.0)
    first = page(*INDENTED, line(FULL, 420), line("①见县志。", 700, style=small))
    second = page(line("修好了。", 100), line(FULL[2:], 120, 120), line("完。", 140))
    found = reading([first, second])
    assert found.text.splitlines()[3:] == [FULL + "修好了。", "①见县志。", FULL[2:] + "完。"] or found.text
    assert found.text[found.pages[1] :].startswith("修好了。")


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("修渠", "修路", "修渠修路"),
        ("canal", "road", "canal road"),
        ("ca-", "nal", "canal"),
        ("渠", "road", "渠road"),
    ],
)
def test_only_latin_words_are_parted_by_a_blank(end: str, start: str, joined: str) -> None:
    set_ = [line(FULL[: 40 - len(end)] + end, 100), line(start, 120), *INDENTED]
    assert paragraphs(page(*set_))[0] == FULL[: 40 - len(end)] + joined


def test_a_mark_keeps_its_place() -> None:
    first = page(*INDENTED, line(FULL, 420), marks=(Mark((3, 2), (3, 5), "好", "张", "", "#ffff00"),))
    found = reading([page(line("题目。", 100, 290)), first])
    [remark] = found.remarks
    start = found.pages[1] + 3 * 38
    assert remark.span == Span(start + 2, start + 5)
    assert (remark.note, remark.creator, remark.colour) == ("好", "张", "#ffff00")


def test_hints_run_over_the_ends_of_lines() -> None:
    mixed = line(FULL, 100)._replace(runs=(Run(0, BOLD), Run(6, PLAIN)))
    found = reading([page(mixed, line("修好。", 120), *INDENTED)])
    assert [(hint.span, hint.bold) for hint in found.hints[:2]] == [(Span(0, 6), True), (Span(6, 43), False)]


def test_what_stands_on_every_page_is_text_where_there_is_no_other() -> None:
    assert paragraphs(*[page(line("先修渠。", 100), line("后修路。", 120))] * 4) == ["先修渠。", "后修路。"] * 4


def test_no_pages_are_no_text() -> None:
    assert reading([]).text == reading([page()]).text == ""


def glyphs(text: str, x: float, base: float, size: float = 10.0) -> list[Glyph]:
    return [Glyph(each, x + size * n, x + size * (n + 1), base, Style("", size)) for n, each in enumerate(text)]


@pytest.mark.parametrize(
    ("set_", "texts"),
    [
        (glyphs("路", 110, 50) + glyphs("修", 100, 50.4), ["修路"]),
        (glyphs("修渠", 100, 50) + glyphs("①", 120, 46, 5), ["修渠①"]),  # raised
        (glyphs("修渠", 100, 50) + glyphs("修渠", 100.3, 50), ["修渠"]),  # printed twice for a bold look
        (glyphs("修渠", 100, 50, 28) + glyphs("某", 110, 64, 8), ["修渠", "某"]),  # a byline close below a title
        (glyphs("讲", 100, 50) + glyphs("话", 120, 50), ["讲　话"]),
        (glyphs("乡", 100, 50) + glyphs("三万", 200, 50), ["乡\t三万"]),
    ],
)
def test_characters_become_lines(set_: list[Glyph], texts: list[str]) -> None:
    assert [each.line.text for each in lines(set_)] == texts


def test_figures_have_the_style_of_the_characters_before_them() -> None:
    latin = [each._replace(style=Style("Times", 10.0)) for each in glyphs("12", 120, 50)]
    [placed] = lines([*glyphs("修渠", 100, 50), *latin, *glyphs("里", 140, 50)])
    assert placed.line.runs == (Run(0, Style("", 10.0)),)


@pytest.mark.parametrize(
    "text", ["— 3 —", "－3－", "3", "3/12", "第3页", "第 3 页 共 12 页", "第三页", "Page 3 of 12", "iv", "·3·"]
)
def test_page_numbers(text: str) -> None:
    assert NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["3万亩", "二、", "第三条", "2026年3月", "一", "3.5"])
def test_no_page_numbers(text: str) -> None:
    assert not NUMBER.fullmatch(text)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("⻚", "页"), ("⼀", "一"), ("⻓", "长"), ("ﬁ", "fi"), ("页", "页"), ("\ufeff", "")],
)
def test_radicals_become_characters(seen: str, meant: str) -> None:
    assert common(seen) == meant


@pytest.mark.parametrize(
    ("date", "time"),
    [
        ("D:20260301080000+08'00'", "2026-03-01T00:00:00Z"),
        ("D:20260301", "2026-03-01T00:00:00Z"),
        ("20260301080000Z", "2026-03-01T08:00:00Z"),
        ("D:20261399", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_told_in_utc(date: str, time: str) -> None:
    assert iso(date) == time
