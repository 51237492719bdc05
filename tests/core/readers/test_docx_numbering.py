"""Automatic numbers, which a Word file does not hold as text, read as Word shows them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from core.readers.docx import DOCX
from core.readers.numerals import numeral
from tests.core.readers.packed import abstract, item, level, num, paragraph, word

WHERE = Path("讲话.docx")
GOVERNMENT = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
    + level(4, "decimalEnclosedCircle", "%5")
)
DECIMAL = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
LETTER = level(0, "bullet", "l", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
LETTER = abstract(2, LETTER) + num(3, 2)
START_5 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H1own"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="H1none"><w:name w:val="none"/><w:basedOn w:val="H1"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>
  <w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>"""


def read(body: str, numbering: str, styles: str = "") -> list[str]:
    return DOCX.read(word(body, numbering=numbering, styles=styles), WHERE).text.splitlines()


def styled(style: str, more: str = "") -> str:
    return paragraph("文", f'<w:pStyle w:val="{style}"/>{more}')


@pytest.mark.parametrize(
    ("format", "written"),
    {
        "decimal": {1: "1", 12: "12"},
        "decimalZero": {1: "01", 12: "12"},
        "decimalFullWidth": {1: "１", 12: "１２"},
        "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"},
        "decimalEnclosedParen": {1: "⑴", 20: "⒇"},
        "upperLetter": {1: "A", 26: "Z", 28: "BB"},
        "lowerLetter": {3: "c"},
        "upperRoman": {4: "IV", 99: "XCIX"},
        "lowerRoman": {9: "ix"},
        "ordinal": {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"},
        "chineseCounting": {1: "一", 10: "十", 12: "十二", 35: "三十五", 101: "一○一"},
        "chineseCountingThousand": {
            1: "一",
            10: "十",
            11: "十一",
            20: "二十",
            99: "九十九",
            100: "一百",
            101: "一百零一",
            110: "一百一十",
            1001: "一千零一",
            1100: "一千一百",
            10_000: "一万",
            10_100: "一万零一百",
            0: "零",
        },
        "ideographDigital": {1: "一", 10: "一〇", 23: "二三"},
        "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
        "ideographZodiac": {12: "亥"},
        "ideographZodiacTraditional": {1: "甲子", 60: "癸亥"},
        "chineseLegalSimplified": {1: "壹", 10: "壹拾", 25: "贰拾伍"},
        "ideographLegalTraditional": {6: "陸"},
        "taiwaneseCountingThousand": {12: "十二"},
        "none": {1: ""},
        "no such way": {7: "7"},
    }.items(),
)
def test_numbers_are_written_as_word_writes_them(format: str, written: dict[int, str]) -> None:
    assert {number: numeral(format, number) for number in written} == written


@pytest.mark.parametrize(
    ("numbering", "body", "lines"),
    [
        pytest.param(
            abstract(0, GOVERNMENT) + num(1, 0),
            "".join(item("文", 1, index) for index in (0, 1, 1, 2, 2, 1, 2, 0, 1, 4, 3, 0)),
            [
                "一、文",
                "（一）文",
                "（二）文",
                "1. 文",
                "2. 文",
                "（三）文",
                "1. 文",
                "二、文",
                "（一）文",
                "①文",
                "（2）文",
                "三、文",
            ],
            id="levels of an official speech",
        ),
        pytest.param(
            abstract(0, DECIMAL) + num(1, 0),
            "".join(item("文", 1, index) for index in (2, 2, 1, 0, 0, 2)),
            ["1.1.1 文", "1.1.2 文", "1.2 文", "2 文", "3 文", "3.1.1 文"],
            id="a level that is passed over stands at its start",
        ),
        pytest.param(
            abstract(0, DECIMAL) + num(1, 0) + num(2, 0) + num(3, 0, START_5),
            "".join(item("文", key) for key in (1, 1, 2, 2, 1, 3, 3, 1)),
            ["1 文", "2 文", "3 文", "4 文", "5 文", "5 文", "6 文", "7 文"],
            id="lists of one abstract list count together, unless one says where it starts",
        ),
        pytest.param(
            abstract(
                0,
                level(0, "chineseCountingThousand", "第%1章")
                + level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
                + level(2, "decimal", "（%3）", '<w:lvlRestart w:val="1"/>'),
            )
            + num(1, 0),
            "".join(item("文", 1, index) for index in (0, 1, 2, 1, 2, 0, 1, 2)),
            ["第一章 文", "第一条 文", "（1）文", "第二条 文", "（2）文", "第二章 文", "第三条 文", "（1）文"],
            id="articles run on through chapters",
        ),
        pytest.param(
            abstract(0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0),
            item("文", 1) + item("文", 1, 1),
            ["一、文", "1.1 文"],
            id="legal numbers are decimal",
        ),
        pytest.param(
            abstract(0, DECIMAL)
            + num(1, 0)
            + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'),
            item("文", 1) + item("文", 2),
            ["1 文", "B) 文"],
            id="a level of its own",
        ),
        pytest.param(
            "".join(
                abstract(key, level(0, "decimal", text, f'<w:suff w:val="{suffix}"/>')) + num(key, key)
                for key, (text, suffix) in enumerate([("%1.", "tab"), ("%1.", "nothing"), ("%1、", "space")])
            ),
            "".join(item("文", key) for key in range(3)),
            ["1. 文", "1.文", "1、文"],
            id="what stands between number and text",
        ),
        pytest.param(
            LETTER
            + abstract(0, level(0, "bullet", "\uf06c"))
            + num(1, 0)
            + abstract(1, level(0, "bullet", "－"))
            + num(2, 1),
            item("文", 1) + item("文", 2) + item("文", 3),
            ["● 文", "－ 文", "● 文"],
            id="bullets",
        ),
        pytest.param(
            abstract(0, level(0, "decimal", "%1、", "<w:rPr><w:vanish/></w:rPr>")) + num(1, 0),
            item("文", 1) + item("文", 9) + item("", 1),
            ["文", "文"],
            id="a hidden number, and a list that is not there",
        ),
        pytest.param(
            abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
            item("文", 1) + item("", 1) + item("文", 1),
            ["1. 文", "2.", "3. 文"],
            id="an empty item counts",
        ),
    ],
)
def test_paragraphs_have_their_numbers(numbering: str, body: str, lines: list[str]) -> None:
    assert read(body, numbering) == lines


def test_lists_that_hang_on_styles() -> None:
    linked = level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="H1"/>')
    linked += level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="H2"/>')
    numbering = abstract(0, linked) + abstract(3, DECIMAL, '<w:styleLink w:val="L"/>')
    numbering += abstract(4, "", '<w:numStyleLink w:val="L"/>') + num(1, 0) + num(5, 3) + num(6, 4)
    off, second = '<w:numPr><w:numId w:val="0"/></w:numPr>', '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = styled("H1") + styled("H2") + styled("H1own") + styled("H1none") + styled("H2", off)
    body += styled("H1", second) + item("文", 6) + item("文", 5) + item("文", 6, 1)
    assert read(body, numbering, STYLES) == [
        *("一、文", "（一）文", "二、文", "文", "文", "（一）文"),
        *("1 文", "2 文", "2.1 文"),
    ]


def test_links_that_go_round_end() -> None:
    circle = '<w:style w:type="numbering" w:styleId="L"><w:basedOn w:val="L"/>'
    circle += '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert read(item("文", 1), abstract(0, "", '<w:numStyleLink w:val="L"/>') + num(1, 0), circle) == ["文"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice Writer (soffice) is not installed")
def test_numbers_are_those_of_libreoffice(tmp_path: Path) -> None:
    formats = ("decimal", "decimalZero", "upperLetter", "lowerRoman", "chineseCountingThousand", "ideographTraditional")
    numbering, body = abstract(0, GOVERNMENT) + abstract(1, DECIMAL) + num(1, 0) + num(2, 1) + num(3, 1, START_5), ""
    for at in (0, 1, 1, 2, 2, 1, 0, 4, 3, 2, 0):
        body += item("文", 1, at)
    for key, at in ((2, 2), (2, 1), (2, 0), (3, 0), (2, 0), (3, 1)):
        body += item("文", key, at)
    for key, format in enumerate(formats, 10):
        numbering += abstract(key, level(0, format, "（%1）")) + num(key, key)
        body += item("文", key) * 31
    file = tmp_path / "numbers.docx"
    file.write_bytes(word(body, numbering=numbering))
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    call += ["txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(file)]
    subprocess.run(call, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})
    theirs = (tmp_path / "numbers.txt").read_text(encoding="utf-8-sig").splitlines()
    ours = DOCX.read(file.read_bytes(), file).text.splitlines()
    assert ["".join(line.split()) for line in ours] == ["".join(line.split()) for line in theirs if line.strip()]
