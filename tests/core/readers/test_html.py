"""Pages, fragments and the clipboard become the lines that a browser shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.problem import Problem
from core.readers import READERS
from core.readers.html import HTML, from_markup
from tests.core.outline import LONG
from tests.core.readers import assert_is_the_seed, assert_sound, bent, cut, problem_of, reader_of, reads

NAVIGATION = "".join(f'<li><a href="/{n}">栏目之{n}</a></li>' for n in range(30))
PAGE = f"""<html><head><title>在修渠会议上的讲话-某某网</title><script>var x = "一、假的"</script></head><body>
<ul>{NAVIGATION}</ul><div class="left"><ul>{NAVIGATION}</ul></div>
<div class="main"><h1>在修渠会议上的讲话</h1><p>时间：2024-03-01 字号：<a>大</a> <a>小</a></p>
<div class="text"><p>同志们：</p><p>一、把渠修好</p><p>{LONG}</p><p>二、把路修通</p><p>{LONG}</p></div></div>
<div><ul>{NAVIGATION}</ul></div></body></html>"""


@pytest.mark.parametrize("name", ["seed.html"])
def test_the_seed_is_the_seed(shared: Path, name: str) -> None:
    assert_is_the_seed(shared, name)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三"),
        ("一<br>二<br/><br>三", "一\n二\n\n三"),
        ("把<b>渠</b><span>修</span>好", "把渠修好"),
        ("<p>把渠\n修好\tand  so on</p>", "把渠修好 and so on"),
        ("<p>把渠\n  <b>修好</b></p>", "把渠 修好"),
        ("<p>　　同志们&nbsp;：</p>", "　　同志们\xa0："),
        ("<pre>一\n  二</pre>三", "一\n  二\n三"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
        ("<table><tr><td>一<td>二<tr><td>三<td>四</table>尾", "一\t二\n三\t四\n尾"),
        ("<table><tr><td><p>一</p></td><td></td><td><p>二</p></td></tr></table>", "一\t\t二\n"),
        ("<table><tr><td></td><td>一</td><td></td></tr></table>", "一\n"),
        ("<table><tr><td><p>一</p><p>二</p></td><td>三</td></tr></table>", "一\n二\t三\n"),
        ("<p>看<span style='display: none'>不</span>见<i hidden>不</i></p>", "看见"),
        ("<div title='header'>页眉</div><p>一</p><div title='footer'>1</div>", "一"),
        (
            "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New Roman\"'>"
            "&nbsp;&nbsp; </span></span><![endif]><span>把渠修好<o:p></o:p></span></p>",
            "一、把渠修好",
        ),
        ("<style>p{}</style><script>x</script><p>一<!-- 二 -->三</p>", "一三"),
        ("<ruby>渠<rp>(</rp><rt>qú</rt><rp>)</rp></ruby>", "渠"),
        ("&#x6e20;&amp;&lt;&hellip;&unknown;", "渠&<…&unknown;"),
        ("<!--StartFragment--><p>一</p><!--EndFragment-->二", "一"),
        ("<p>未完", "未完"),
        ("</p></div><p>一</b></i>二", "一二"),
    ],
)
def test_a_page_becomes_lines(markup: str, text: str) -> None:
    assert from_markup(markup).text == text


def test_an_article_is_found_among_navigation() -> None:
    reading = from_markup(PAGE)
    assert reading.text.split("\n")[:4] == [
        "在修渠会议上的讲话",
        "时间：2024-03-01 字号：大 小",
        "同志们：",
        "一、把渠修好",
    ]
    assert reading.text.endswith(LONG)
    assert reading.notices == ("notice.article",)
    assert [reading.text[h.span.start : h.span.stop] for h in reading.hints if h.level] == ["在修渠会议上的讲话"]


def test_a_heading_outside_the_article_is_known_by_the_title() -> None:
    reading = from_markup(PAGE.replace("<h1>", "<b>").replace("</h1>", "</b>"))
    assert reading.text.startswith("在修渠会议上的讲话\n时间")


@pytest.mark.parametrize(
    "markup",
    [
        f"<body><p>题目</p><div><p>{LONG}</p><p>{LONG}</p></div><p>落款</p></body>",
        "".join(f"<div><p>{n}，{LONG}</p></div>" for n in range(9)),
        "<p>没有几个字</p>",
        f"<ul>{NAVIGATION}</ul>",
    ],
)
def test_nothing_is_left_out_but_links(markup: str) -> None:
    reading = from_markup(f"<html>{markup}</html>")
    for word in ("题目", "落款", "8，", "没有几个字", "栏目之29"):
        assert (word in reading.text) == (word in markup)
    assert reading.notices == ()


def test_formatting_becomes_hints() -> None:
    reading = from_markup(
        "<h2>甲</h2><p><b>乙</b>丙</p><p align=center>丁</p>"
        "<p><span style='font-family:\"仿宋\", serif; font-size:16pt; font-weight:700'>戊</span></p>"
    )
    told = {reading.text[h.span.start : h.span.stop]: h for h in reading.hints}
    assert (told["甲"].level, told["甲"].bold) == (2, True)
    assert told["乙"].bold
    assert "丙" not in told
    assert told["丁"].align == "center"
    assert (told["戊"].face, told["戊"].size, told["戊"].bold) == ("仿宋", 16.0, True)


@pytest.mark.parametrize(
    ("markup", "colour"),
    [
        ("<mark>渠</mark>", "#ffff00"),
        ("<span style='background-color: rgb(255, 200, 0)'>渠</span>", "#ffc800"),
        ("<font style='background:#0f0'><b>渠</b></font>", "#00ff00"),
        ("<span style='background:white'>渠</span>", None),
        ("<span style='background-color: rgba(9, 9, 9, 0)'>渠</span>", None),
        ("<div style='background:yellow'>渠</div>", None),
    ],
)
def test_a_highlight_becomes_a_remark(markup: str, colour: str | None) -> None:
    reading = from_markup(f"<p>先把{markup}修好，再把路修通。</p>")
    found = [(reading.text[r.span.start : r.span.stop], r.colour) for r in reading.remarks]
    assert found == ([("渠", colour)] if colour else [])


def test_a_page_with_one_background_has_no_highlights() -> None:
    assert from_markup(f"<p><span style='background:yellow'>{LONG}</span></p>").remarks == ()


CHARSETS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5", "utf-16-le")


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense", "rot13", "gbk'", ""])
def test_bytes_decide_where_a_declared_charset_is_wrong(charset: str, declared: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    said = "".join(LONG) if charset != "big5" else "我們的工作是為了這個國家，大家都要來做。" * 3
    data = f"<html>{meta}<p>{said}</p></html>".encode(charset)
    assert reads(data).text.strip() == said


def test_a_foreign_charset_is_read_as_declared() -> None:
    data = "<html><meta charset=shift_jis><p>用水路の話です。</p></html>".encode("shift_jis")
    assert reads(data).text.strip() == "用水路の話です。"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>x", "HTML"),
        (b"\xef\xbb\xbf\n <HTML>", "HTML"),
        (b"<p class=x>", "HTML"),
        (b"<?xml version='1.0'?>\n<!-- x --><html>", "HTML"),
        ("<html>".encode("utf-16"), "HTML"),
        (b"<pure>", "text"),
        (b"<http://a.b>", "text"),
        (b"p>", "text"),
    ],
)
def test_markup_is_known_by_its_bytes(data: bytes, name: str) -> None:
    assert reader_of(data) == name


TRICKS = {
    "a million nested tags": "<div>" * 1_000_000 + "x",
    "a million open tags of a kind": "<b>" * 1_000_000 + "x",
    "five million characters in one line": "<p>" + "字" * 5_000_000,
    "a line of blanks": "<p>字" + " \n" * 500_000 + "x",
    "entities in entities": '<!DOCTYPE html [<!ENTITY a "x&a;&a;"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a;&b;',
    "a comment without an end": "<p>字<!--" * 100_000,
    "lone surrogates": "<p>字&#xD800;&#xDFFF;\ud800",
    "zeros": "<p>字\0&#0;\0",
    "numbers out of range": "<p>字&#x110000;&#99999999999999999999;&#-1;",
    "a tag without an end": "<p " + "a=b " * 100_000,
    "cells without a table": "<p>字" + "<td>" * 2000,
    "styles": "<p style='" + "a:b;" * 100_000 + "font-size:1.1.1pt;font-size:.pt'>字",
}


@pytest.mark.parametrize("name", TRICKS)
def test_tricks_are_read_or_refused(name: str) -> None:
    reading = assert_sound(b"<html>" + TRICKS[name].encode("utf-8", "surrogatepass"))
    assert reading is None or "root:" not in reading.text


def test_text_below_too_many_tags_is_not_lost_silently() -> None:
    assert problem_of(b"<html>" + b"<div>x" * 5000) == "file.damaged"
    assert from_markup("<font>" * 1000 + "深").text == "深"


@pytest.mark.parametrize("markup", ["", "   ", "<p></p>", "<!--", "\0", "<script>x</script>"])
def test_an_empty_page_is_refused(markup: str) -> None:
    with pytest.raises(Problem) as problem:
        from_markup(markup)
    assert problem.value.key == "file.empty"


def test_a_page_that_is_cut_or_bent_is_read_or_refused() -> None:
    for charset in CHARSETS[:4]:
        data = PAGE.encode(charset)
        for part in cut(data):
            assert_sound(part)
        for seed in range(40):
            assert_sound(bent(data, seed))


@given(st.text("<>/&;#=\"' \n\t一、渠apbtd!-", max_size=60))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    assert_sound(b"<html>" + markup.encode())


def test_the_registry_has_it() -> None:
    assert HTML in READERS
