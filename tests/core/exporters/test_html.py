"""The page: whole by itself, sound whatever is in it, with everything that a reader marked."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from core.exporters.html_ import render, render_all
from core.marks import mark
from core.model import Notebook, Span, Tag
from core.readers import build
from tests.core.exporters.own import DOCUMENT, TEXT, notebook
from tests.gui.own_speech import TEXT as HARD


def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def read(page: str, path: str) -> list[str]:
    """The text of all elements at a path."""
    return [" ".join(each.text_content().split()) for each in tree(page).xpath(path)]


@pytest.fixture
def page() -> str:
    return render(notebook())


def test_the_speech_stands_in_it_line_by_line(page: str) -> None:
    lines = read(page, "//article/p | //article/div/p | //article/h1 | //article/h2 | //article/h3")
    assert lines == TEXT.strip().split("\n")
    assert read(page, "//h1") == ["在全县水利工作会议上的讲话"]
    assert read(page, "//article/h3") == ["（一）先把老渠补好", "（二）再把新渠修好"]


def test_blanks_that_indent_a_line_are_left_to_the_page() -> None:
    written = render(Notebook(build(HARD), (), {}))
    lines = [each.text_content() for each in tree(written).xpath("//article/*")]
    assert lines == [line.strip("\u3000") for line in HARD.split("\n") if line]


def test_every_passage_is_marked_in_its_colours(page: str) -> None:
    marked = [(each.text_content(), each.get("class")) for each in tree(page).xpath("//mark")]
    assert ("只讲修渠这一件事", "c0") in marked
    assert ("修渠120公里", "c1 r1") in marked
    assert ("水到渠成", "c3") in marked
    style = read(page, "//style")[0]
    assert "--c1:#bee4ff" in style
    assert "--c1:#04648c" in style  # in the dark theme


def test_notes_stand_beside_their_lines_with_tags_and_who_wrote_them(page: str) -> None:
    notes = read(page, "//aside/div")
    assert notes[1] == "数据 · 金句 修渠120公里渠 2026-01-05"
    assert notes[-1] == "数据/水_利 老渠一定要补 原稿里有渠 2026-01-05"
    assert len(notes) == 6  # of one mark nothing is said
    row = tree(page).xpath("//div[@class='row'][.//h2 or .//p]")[-1]
    assert "水到渠成" in row.xpath("string(p)")
    assert "结尾可用 👍" in row.xpath("string(aside)")


def test_links_lead_somewhere_and_the_outline_is_all_there(page: str) -> None:
    for written in (page, render_all([notebook(), notebook()])):
        targets = [each.removeprefix("#") for each in tree(written).xpath("//a/@href")]
        ids = tree(written).xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(targets) <= set(ids)
    headings = [section.label + section.title for section in DOCUMENT.walk() if section.is_heading]
    assert read(page, "//nav//a") == headings


def test_tags_have_a_button_each_and_count_what_stands_under_them(page: str) -> None:
    assert read(page, "//button[@data-tag]") == ["数据 4", "水_利 2", "金句 2"]
    water = tree(page).xpath("//mark[starts-with(., '老渠漏水')]/@data-t")
    assert water == ["0 1"]


def test_nothing_comes_from_elsewhere_and_only_what_is_here_runs(page: str) -> None:
    found = tree(page)
    assert not found.xpath("//@src | //link | //iframe | //form | //@style | //@onclick | //img")
    assert not re.search("https?:|url\\(|@import", page)
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        (inner,) = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


EVIL = "</style></script><script>alert(1)</script><b onclick='x'>\"&amp;\x01\ufffe😀𠮷"


def test_every_text_is_escaped() -> None:
    made = build(f"{EVIL}\n一、{EVIL}\n话。\n二、{EVIL}\n话。\n")
    document = replace(made, title=EVIL, speaker=EVIL, venue=EVIL, date=EVIL)
    span = Span(0, len(EVIL))
    one = mark(document, span, ("t",), EVIL, id=EVIL, now=EVIL, creator=EVIL)
    lost = replace(one, span=None, colour="red;}</style>", tags=())
    tags = {"t": Tag("t", EVIL, "red;}</style><script>")}
    for written in (
        render(Notebook(document, (one, lost), tags)),
        render_all([Notebook(document, (one, lost), tags)] * 2),
    ):
        assert written.count("<script>") == 1
        assert written.count("<style>") == 1
        assert not tree(written).xpath("//article//b[@onclick]")
        assert "\x01" not in written
        assert "red" not in re.findall("<style>(.*?)</style>", written, re.DOTALL)[0]


@pytest.mark.parametrize("text", ["", "\n", "题", "\n\n\u3000\n题\n\n"])
def test_a_speech_without_much_in_it_is_a_page(text: str) -> None:
    made = replace(notebook().document, text=text, sections=())
    assert read(render(Notebook(made, (), {})), "//article") == [text.strip()]
    whole = Notebook(made, (mark(made, Span(0, len(text)), (), "记", id="1", now=""),) if text else (), {})
    assert len(read(render(whole), "//aside/div")) == bool(text)


def test_only_speeches_with_marks_are_in_one_file_with_others() -> None:
    bare = replace(notebook(), annotations=())
    written = render_all([notebook(), bare, notebook()])
    assert len(read(written, "//article")) == 2
    assert len(read(written, "//nav/details/ol/li")) == 2
    assert read(render_all([]), "//article") == []
