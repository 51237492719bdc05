"""Rich text says what its programs show: escapes, code pages, groups, notes, tables, comments, formatting."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers import SAMPLES, assert_is_the_seed, assert_sound, bent, cut, problem_of, reader_of, reads

OWN = (SAMPLES / "own.rtf").read_bytes()
"""Written by LibreOffice from a text of our own."""
FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fcharset136 Ming{\*\falt x};}}"


def rtf(said: str, head: str = r"\ansi\ansicpg936\deff1") -> bytes:
    return f"{{\\rtf1{head}{FONTS}{said}}}".encode("latin-1")


def escaped(text: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


@pytest.mark.parametrize("name", ["seed.rtf", "seed_gbk_escapes.rtf"])
def test_the_seed_is_the_seed(shared: Path, name: str) -> None:
    assert_is_the_seed(shared, name)


QU = escaped("渠", "gb18030")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (QU, "渠"),
        (r"\u28192?\u20462 ?", "渠修"),
        (r"\uc2\u28192" + QU + "x", "渠x"),
        (r"\uc0\u28192 x", "渠x"),
        (r"{\uc2 {\u28192 ab}}\u28192?x", "渠渠x"),
        (r"\u-10159?\u-8273?", "\U000247af"),
        (r"\u-10159?x\u-8273?", "x"),
        ("\\'c7\r\n\\'fe", "渠"),
        (r"\f2 " + escaped("渠道", "cp950"), "渠道"),
        (r"\f0 " + escaped("“渠”", "gb18030"), "“渠”"),
        (r"a\par b\line c\tab d", "a\nb\nc\td"),
        ("a\nb\r\nc\\\nd", "abc\nd"),
        (r"\{a\}\\\~\_\-b", "{a}\\\xa0-b"),
        (r"\emdash\ldblquote x\rdblquote", "—“x”"),
        (r"a{\v b}c{\deleted d}e", "ace"),
        (r"a{\*\unheard of {\b this}}b", "ab"),
        (r"a{\info{\title t}}{\header h}{\pict 89504e}b", "ab"),
        (r"a{\field{\*\fldinst HYPERLINK x}{\fldrslt b}}c", "abc"),
        (r"a{\bin5 }}}}}b}c", "abc"),
        (r"\bin9999999999 a", None),
        (r"a{\footnote n}b", "ab\nn"),
        (r"a\chftn{\footnote\chftn  n}b", "a[1]b\n[1] n"),
        (r"{\upr{a}{\*\ud{\u28192?}}}b", "渠b"),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box}}}b", "ab\nbox"),
        (r"{\object{\*\objdata 00}{\result r}}", "r"),
        (r"{\header{\shp{\*\shpinst{\shptxt box}}}}a", "a"),
        (r"{\listtext\u19968?\u12289?\tab}a\par{\listtext 1.\tab}b\par{\listtext\tab}c", "一、a\n1. b\nc"),
        (r"\trowd a\cell b\cell\row\trowd c\cell\cell d\cell\row e", "a\tb\nc\t\td\ne"),
        (r"a}b}}c", None),
        (r"{{{a", "a"),
        ("a\\", "a}"),
        ("a\\'4", "a4"),
        (r"a\upc0b\b1234567890123 c", None),
        ("a\0b\x85", None),
    ],
)
def test_words_become_text(said: str, text: str | None) -> None:
    reading = assert_sound(rtf(said))
    if text is not None:
        assert reading is not None
        assert reading.text == text


@pytest.mark.parametrize(
    ("head", "said", "text"),
    [
        (r"\ansi", escaped("修渠", "gb18030"), "修渠"),
        (r"\ansi\ansicpg1252\deff0", escaped("修渠", "gb18030"), "修渠"),
        (r"\ansi\ansicpg1252\deff0", escaped("café", "cp1252"), "café"),
        (r"\ansi\ansicpg950\deff0", escaped("渠道", "cp950"), "渠道"),
        (r"\ansi\ansicpg65001\deff0", escaped("渠道", "utf-8"), "渠道"),
        (r"\mac\deff9", "\\'8e", "é"),
        (r"\ansi\ansicpg99999\deff0", "\\'e9", "é"),
        (r"\ansi\ansicpg936\deff0", "caf\\'e9", "café"),
    ],
)
def test_bytes_are_read_in_the_code_page_that_makes_sense(head: str, said: str, text: str) -> None:
    assert reads(rtf(said, head)).text == text


def test_text_notes_and_tables_are_read_and_headers_are_not() -> None:
    assert [line.strip() for line in reads(OWN).text.split("\n") if line.strip()] == [
        "在修渠会议上的讲话",
        "同志们：",
        "一、把渠修好",
        "今年先修渠[1]，入冬以前要修完。赵𫖯同志负责看闸，开春放水。见附件。",
        "村\t里数",
        "东村\t3",
        "二、把路修通",
        "明年再修路[2]。",
        "换行以后\t再说 plain ASCII – “quoted” café。",
        "一、先看现场",
        "二、再定方案",
        "（1）算账",
        "谢谢大家！",
        "[1]\t渠长三里。",
        "[2]\t路长五里。",
    ]


def test_comments_and_highlights_become_remarks() -> None:
    reading = reads(OWN)
    assert [(reading.text[r.span.start : r.span.stop], r.note, r.colour) for r in reading.remarks] == [
        ("负责看闸", "人名要核对", ""),
        ("开春放水", "", "#ffff00"),
    ]
    assert reading.notices == ("notice.tracked_changes",)


def test_a_comment_without_a_passage_stands_on_the_character_before_it() -> None:
    reading = reads(rtf(r"ab{\*\atnid x}{\*\atnauthor " + QU + r"}\chatn{\*\annotation{\*\atndate 1}note}c"))
    assert [(r.span.start, r.span.stop, r.note, r.creator) for r in reading.remarks] == [(1, 2, "note", "渠")]
    assert reading.text == "abc"


def test_formatting_becomes_hints() -> None:
    styles = r"{\stylesheet{\s1\b heading 1;}{\s2\outlinelevel2 x;}{\s3 y;}}{\colortbl;\red255\green0\blue0;}"
    reading = reads(rtf(styles + r"\pard\s1\qc\f1\fs44 A\par\pard\s2 B\par\pard\plain{\b C}D{\highlight1 E}F"))
    told = {reading.text[h.span.start : h.span.stop]: h for h in reading.hints}
    assert (told["A"].level, told["A"].align, told["A"].face, told["A"].size) == (1, "center", "宋体", 22.0)
    assert (told["B"].level, told["B"].align) == (3, "")
    assert told["C"].bold
    assert set(told) == {"A", "B", "C"}
    assert [(r.span.start, r.colour) for r in reading.remarks] == [(reading.text.index("E"), "#ff0000")]


@pytest.mark.parametrize(("data", "name"), [(b"{\\rtf1", "RTF"), (b"\xef\xbb\xbf\n{\\rtf", "RTF"), (b"{\\rt", "text")])
def test_rich_text_is_known_by_its_bytes(data: bytes, name: str) -> None:
    assert reader_of(data) == name


TRICKS = {
    "a million nested groups": "{" * 1_000_000 + "a",
    "a million closed groups": "a" + "}" * 1_000_000,
    "a million destinations": r"{\*\x " * 200_000 + "a",
    "five million characters in one line": "a" * 5_000_000,
    "a word without end": "\\" + "a" * 1_000_000,
    "a number without end": "\\b" + "1" * 1_000_000,
    "signs without end": "\\*" * 300_000,
    "notes in notes": r"{\footnote a" * 20_000,
    "comments in comments": r"a{\*\annotation b" * 20_000 + "}" * 20_000,
    "escapes without end": r"\u-10159 " * 100_000,
    "skipped without end": r"\uc999999999\u1 " + "a" * 1000,
    "cells without end": r"a\cell" * 200_000 + "b",
    "fonts without end": r"{\fonttbl" + r"{\f1 a;}" * 50_000 + "}a",
    "bin of all": r"\bin-5 a\bin0 b",
}


@pytest.mark.parametrize("name", TRICKS)
def test_tricks_are_read_or_refused(name: str) -> None:
    assert_sound(rtf(TRICKS[name]))


def test_a_file_that_is_cut_says_so_or_is_refused(shared: Path) -> None:
    folder = shared / "samples" / "seed_in_every_format"
    for data in (OWN, (folder / "seed.rtf").read_bytes(), (folder / "seed_gbk_escapes.rtf").read_bytes()):
        for part in cut(data):
            reading = assert_sound(part)
            assert reading is None or "notice.cut" in reading.notices
    assert problem_of(OWN[:300]) == "file.empty"


def test_a_file_that_is_bent_is_read_or_refused() -> None:
    for number in range(200):
        assert_sound(bent(OWN, number))


@given(st.text("{}\\'*abuclrfpv019- ;\n\x85é", max_size=80))
def test_any_words_are_read_or_refused(said: str) -> None:
    assert_sound(rtf(said))
    assert_sound(rtf(r"a{\*\annotation" + said))
