"""What an OpenDocument text says, and what stands beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from core.readers.docx import DOCX
from core.readers.format import Reading
from core.readers.odt import ODT
from tests.core.readers.packed import abstract, item, level, num, opened, word

WHERE = Path("讲话.odt")


def read(body: str, automatic: str = "", styles: str = "") -> Reading:
    return ODT.read(opened(body, automatic, styles), WHERE)


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def row(*cells: str) -> str:
    return (
        "<table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        + "</table:table-row>"
    )


def note(kind: str, mark: str, said: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{p(said)}</text:note-body></text:note>"
    )


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (p("同志们：") + p("") + p("开会。"), ["同志们：", "", "开会。"]),
        (p(" 空白 \n 合并<text:s text:c='3'/>又<text:s/>一"), ["空白 合并   又 一"]),
        (p("甲<text:tab/>乙<text:line-break/> 丙"), ["甲\t乙", "丙"]),
        (p("<text:span>甲 </text:span> <text:a>乙</text:a><text:page-number>7</text:page-number>"), ["甲 乙7"]),
        (p("<text:ruby><text:ruby-base>拼</text:ruby-base><text:ruby-text>pīn</text:ruby-text></text:ruby>"), ["拼"]),
        (p("<text:bookmark-start/>甲<text:soft-page-break/>乙<text:bookmark-end/>"), ["甲乙"]),
        (f"<text:section>{p('节内')}<text:section>{p('更深')}</text:section></text:section>", ["节内", "更深"]),
        (p(f"有<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>") + p("后"), ["有", "框", "后"]),
        (f"<table:table><table:table-header-rows>{row(p('项目'), p('数'))}</table:table-header-rows>"
         f"{row(p('粮食') + p('（万吨）'), p('5'))}</table:table>", ["项目\t数", "粮食 （万吨）\t5"]),
        (f"<table:table>{row(p('通栏') + p('两段'))}</table:table>" + p("后"), ["通栏", "两段", "后"]),
        (p("甲" + note("endnote", "i", "尾") + note("footnote", "1", "<text:s/>脚")), ["甲[i][1]", "[1] 脚", "[i] 尾"]),
    ],
)  # fmt: skip
def test_the_text_is_what_is_shown(body: str, lines: list[str]) -> None:
    assert read(body).text.splitlines() == lines


def test_tracked_changes_count_as_accepted() -> None:
    deleted = f"<text:changed-region><text:deletion>{p('删去')}</text:deletion></text:changed-region>"
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes>"
    said = read(body + p('修<text:change text:change-id="1"/><text:change-start/>渠<text:change-end/>'))
    assert (said.text, said.notices) == ("修渠\n", ("notice.tracked_changes",))
    assert read("<text:tracked-changes/>" + p("修渠")).notices == ()


def numbers(at: int, format: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{format}" {more}/>'


def items(*inner: str, more: str = "") -> str:
    return f"<text:list {more}>" + "".join(f"<text:list-item>{one}</text:list-item>" for one in inner) + "</text:list>"


LISTS = (
    '<text:list-style style:name="L">'
    + numbers(1, "一, 二, 三, ...", 'style:num-suffix="、"')
    + numbers(2, "1", 'style:num-prefix="（" style:num-suffix="）"')
    + numbers(3, "1", 'text:display-levels="2" style:num-suffix="."')
    + "</text:list-style>"
    + '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/>'
    + "</text:list-style><text:list-style style:name='D'>"
    + numbers(1, "1", 'style:num-suffix="."')
    + "</text:list-style>"
)
L = 'text:style-name="L"'


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (items(p("文") + items(p("文"), p("文")), p("文") + p("续"), items(p("文")), more=L),
         ["一、文", "（1）文", "（2）文", "二、文", "续", "（1）文"]),
        (items(p("文"), more=L) + items(p("文"), more=L), ["一、文", "一、文"]),
        (items(p("文"), more=L) + p("隔") + items(p("文"), more=f'{L} text:continue-numbering="true"'),
         ["一、文", "隔", "二、文"]),
        (items(p("文"), more=f'{L} xml:id="a"') + items(p("文"), more=L)
         + items(p("文"), more=f'{L} text:continue-list="a"'), ["一、文", "一、文", "二、文"]),
        (items(p("文"), more=L).replace("<text:list-item>", '<text:list-item text:start-value="12">'), ["十二、文"]),
        (items(items(items(p("文"))), more=L), ["1.1. 文"]),
        (items(p("文"), more='text:style-name="B"'), ["● 文"]),
        (items(p("文"), p(""), p("文"), more=L.replace("L", "D")), ["1. 文", "2.", "3. 文"]),
        (items(p("文"), more=L).replace("list-item", "list-header"), ["文"]),
        (items(p("文"), more='text:style-name="no such"'), ["文"]),
    ],
)  # fmt: skip
def test_items_have_their_numbers(body: str, lines: list[str]) -> None:
    assert read(body, LISTS).text.splitlines() == lines


@pytest.mark.parametrize(
    ("format", "third"),
    [
        ("1", "3"),
        ("A", "C"),
        ("i", "iii"),
        ("壹, 贰, 叁, ...", "叁"),
        ("①, ②, ③, ...", "③"),
        ("甲, 乙, 丙, ...", "丙"),
        ("１, ２, ３, ...", "３"),
        ("子, 丑, 寅, ...", "寅"),
        ("", ""),
    ],
)
def test_numbers_are_written_as_their_style_says(format: str, third: str) -> None:
    level = numbers(1, format, 'style:num-suffix="、"')
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    assert read(items(*[p("文")] * 3, more=L), style).text.splitlines()[2] == f"{third}、文"


def test_headings_are_numbered_by_the_outline_and_have_their_levels() -> None:
    outline = '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="一"'
    outline += (
        ' style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    none = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'
    h = '<text:h text:outline-level="{}" text:style-name="{}">文</text:h>'
    said = read(h.format(1, "") + h.format(2, "") + h.format(1, "N") + h.format(1, ""), none, outline)
    assert said.text.splitlines() == ["一、文", "文", "文", "二、文"]
    assert [hint.level for hint in said.hints] == [1, 2, 1, 1]


def test_formatting_becomes_hints() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties style:font-name-asian="F"'
        ' style:font-size-asian="16pt"/></style:default-style>'
        '<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
        '<style:text-properties style:font-size-asian="150%"/></style:style>'
        '<style:style style:name="S" style:family="paragraph" style:parent-style-name="T"/>'
    )
    automatic = (
        "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
        "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>"
    )
    body = p("题", "S") + p(
        '<text:span text:style-name="B">粗</text:span>细<text:span text:style-name="H">藏</text:span>'
    )
    said = read(body, automatic, styles)
    assert said.text == "题\n粗细\n"
    assert [(h.bold, h.face, h.size, h.align) for h in said.hints] == [
        (False, "F", 24.0, "center"),
        (True, "F", 16.0, ""),
        (False, "F", 16.0, ""),
    ]


def comment(said: str, more: str = "", date: str = "2026-01-05T16:30:00.123456789") -> str:
    return (
        f"<office:annotation {more}><dc:creator>王五</dc:creator><dc:date>{date}</dc:date>{p(said)}</office:annotation>"
    )


def test_comments_and_highlights_are_remarks() -> None:
    shade = "<style:style style:name='Y' style:family='text'><style:text-properties fo:background-color='#FFFF00'/>"
    shade += "</style:style>"
    answer = comment("春天。", 'office:name="b" loext:parent-name="a"')
    body = p("先" + comment("何时？", 'office:name="a"') + answer + "修渠")
    body += p('再<text:span text:style-name="Y">修路</text:span><office:annotation-end office:name="a"/>。')
    body += p("完" + comment("好", date="何时"))
    said = read(body, shade)
    assert [(said.text[r.span.start : r.span.stop], r.note, r.creator, r.created, r.colour) for r in said.remarks] == [
        ("修渠\n再修路", "何时？\n王五：春天。", "王五", "2026-01-05T16:30:00Z", ""),
        ("修路", "", "", "", "#ffff00"),
        ("完", "好", "王五", "", ""),
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice Writer (soffice) is not installed")
def test_libreoffice_writes_what_the_word_file_said(tmp_path: Path) -> None:
    levels = level(0, "chineseCountingThousand", "%1、") + level(1, "decimal", "（%2）") + level(2, "decimal", "%2.%3")
    made = word("".join(item("文", 1, at) for at in (0, 1, 2, 2, 1, 0, 1)), numbering=abstract(0, levels) + num(1, 0))
    file = tmp_path / "numbers.docx"
    file.write_bytes(made)
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "odt"]
    call += ["--outdir", str(tmp_path), str(file)]
    subprocess.run(call, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})
    assert ODT.read((tmp_path / "numbers.odt").read_bytes(), WHERE).text == DOCX.read(made, file).text
