"""The PDF of a speech: read back by pdfium and by our own reader, whole in text, outline, marks and notes."""

from __future__ import annotations

import os
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from core import faces
from core.colour import PAPER, strong
from core.exporters import pdf_letters
from core.exporters.pdf import render, render_all
from core.exporters.pdf_pages import PLAIN
from core.faces import Face
from core.line_breaking import BLANKS, CLOSING, OPENING
from core.marks import mark
from core.model import Annotation, Document, Notebook, Span, Tag
from core.outline import parse
from core.problem import Problem
from core.readers import build
from core.readers.pdf import read
from tests.conftest import ROOT
from tests.core.exporters.own import DOCUMENT, TAGS, TEXT, notebook
from tests.core.exporters.pdf_told import Told, meant
from tests.gui.own_speech import TEXT as HARD

HEADINGS = [(0, 0), (1, 1), (1, 2), (0, 3), (1, 4), (1, 5)]
"""The outline of the speech: how deep each heading stands, and which it is."""


def whole(text: str) -> str:
    """A text without any blank."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def speech(sample_path: Path) -> Document:
    """The speech of our own writing, several pages long."""
    return build(sample_path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def file() -> Told:
    return Told(render(notebook()))


def test_the_text_is_all_there_in_order(file: Told) -> None:
    assert meant(whole("".join(file.all_lines()))) == whole(TEXT) + "原文中已找不到的批注老渠一定要补"
    assert file.embedded() == {True}


def test_bookmarks_are_the_outline(file: Told) -> None:
    titles = [node.label + node.title for node in DOCUMENT.walk() if node.is_heading]
    assert file.bookmarks() == [(depth, titles[at], 0) for depth, at in HEADINGS]


def test_notes_stand_beside_the_text_with_tags_and_how_their_passage_begins(file: Told) -> None:
    aside = whole("".join(file.lines(0, aside=True)))
    assert "数据全县修渠120公里，比上年多修[三成…核对：<三成>怎么算的？#问水利局" in aside
    assert "数据·金句修渠120公里" in aside
    assert aside.endswith("数据/水_利老渠一定要补原稿里有")
    assert "只讲修渠" not in aside  # of which nothing is said


def test_a_reader_of_pdf_lists_every_mark_as_a_comment(file: Told) -> None:
    assert [note for note, _ in file.comments(0)] == [
        "",
        "【数据】\n核对：<三成> 怎么算的？\n# 问水利局",
        "【数据】【金句】",
        "【数据/水_利】",
        "两段连在一起",
        "【金句】\n结尾可用 👍",
        "【数据/水_利】\n原稿里有",
    ]
    assert {creator for _, creator in file.comments(0)} == {"渠"}


def test_passages_are_bands_in_their_colours_and_those_below_have_a_rule(file: Told) -> None:
    colours = {"#bee4ff", "#ffcf57", "#91ce97", "#cfc9bb", strong("#bee4ff", PAPER)}
    assert colours <= file.colours(0)
    assert file.colours(0) == file.colours(0, comments=False)  # comments draw nothing over them


def test_a_file_says_what_it_is(file: Told) -> None:
    about = file.document.get_metadata_dict(skip_empty=True)
    assert about == {
        "Title": "在全县水利工作会议上的讲话",
        "Author": "赵𫖯",
        "Subject": "2026-01-05 · 县城",
        "Creator": "批阅",
        "CreationDate": "D:20260105083007Z",
    }


def test_our_own_reader_finds_headings_passages_and_notes() -> None:
    reading = read(render(notebook()), Path("讲话.pdf"))
    found = [node.label + node.title for top in parse(reading.text, reading.hints) for node in top.walk()]
    assert {node.label + node.title for node in DOCUMENT.walk() if node.is_heading} <= set(found)
    said = {reading.text[each.span.start : each.span.stop]: each.note for each in reading.remarks}
    assert said["水到渠成"] == "【金句】\n结尾可用 👍"
    assert said["只讲修渠这一件事"] == ""


def test_of_a_speech_without_notes_our_reader_makes_the_same_text_again(speech: Document) -> None:
    bare = replace(notebook(), annotations=notebook().annotations[:1])
    assert meant(read(render(bare), Path("讲话.pdf")).text) == TEXT.replace("1. ", "1.")
    reading = read(render(Notebook(speech, (), {})), Path("讲话.pdf"))
    assert reading.text.split("\n") == [line.strip(BLANKS) for line in speech.text.split("\n") if line.strip()] + [""]
    assert len(reading.pages) == 3


def test_our_reader_takes_the_margin_apart_from_the_text(speech: Document) -> None:
    marks = tuple(spread(speech, 60))
    reading = read(render(Notebook(speech, marks, TAGS)), Path("讲话.pdf"))
    lines = reading.text.split("\n")
    assert not [line for line in speech.text.split("\n") if line.strip() and line.strip(BLANKS) not in lines]
    said = {whole(reading.text[each.span.start : each.span.stop]): each.note for each in reading.remarks}
    exact = [each for each in marks if said.get(whole(each.quote)) == f"【金句】\n{each.note}"]
    assert len(exact) >= len(marks) - 2 * len(reading.pages)  # those over the end of a page come in two


def test_no_line_begins_with_what_closes_or_ends_with_what_opens(speech: Document) -> None:
    lines = Told(render(Notebook(speech, (), {})), PLAIN).all_lines()
    assert len(lines) > 50
    assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]


def test_a_heading_is_never_the_last_line_of_a_page(speech: Document) -> None:
    for extra in range(8):
        document = build(speech.text.replace("同志们：\n", "同志们：\n" + "讲一件事。\n" * extra, 1))
        file = Told(render(Notebook(document, (), {})), PLAIN)
        alone = {node.label + node.title for node in document.walk() if node.is_heading and node.level == 1}
        assert not [page for page in range(file.pages) if file.lines(page)[-1].rstrip("。") in alone]


def spread(document: Document, step: int) -> Iterator[Annotation]:
    """A mark with a note every so many code points."""
    for number, start in enumerate(range(40, len(document.text) - 40, step)):
        yield mark(document, Span(start, start + 30), ("t-gold",), f"记{number}。" * 3, id=str(number), now="")


@pytest.mark.parametrize("step", [7, 60, 900])
def test_every_note_is_there_once_near_its_passage(speech: Document, step: int) -> None:
    marks = tuple(spread(speech, step))
    file = Told(render(Notebook(speech, marks, TAGS)))
    pages = [whole("".join(file.lines(page))) for page in range(file.pages)]
    asides = [whole("".join(file.lines(page, aside=True))) for page in range(file.pages)]
    assert "".join(pages) == whole(speech.text)
    assert ["".join(asides).count(f"记{number}。" * 3) for number in range(len(marks))] == [1] * len(marks)
    ends = list(accumulate(map(len, pages)))
    for number, each in enumerate(marks if step > 7 else ()):
        page = bisect_right(ends, len(whole(speech.text[: each.span.start if each.span else 0])))
        assert f"记{number}。" in "".join(asides[page : page + 2])


def test_a_mark_over_two_pages_says_what_it_says_once(speech: Document) -> None:
    made = mark(speech, Span(20, 2000), (), "跨页", id="1", now="")
    file = Told(render(Notebook(speech, (made,), {})))
    notes = [note for page in range(file.pages) for note, _ in file.comments(page)]
    assert notes == ["跨页", *[""] * (len(notes) - 1)]
    assert len(notes) > 1


BAD = {
    "nothing": "",
    "controls": "同志们：\x01\x08讲\x1b[31m话\ufffe\uffff。",
    "markup": "(\\)<b>&amp;\"'</b> ]]> \t一\t二 endstream endobj",
    "emoji": "😀👨‍👩‍👧‍👦𠮷𫖯❤️",
    "scripts": "कखग مرحبا 안녕 ไทย \U0001f9ff\U000e0101\ue000",
    "blank lines": "\n\n\u3000\n题\n\n",
    "unbroken": "长" * 700 + "a" * 900 + "。" * 90,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_whatever_a_speech_holds_it_is_a_sound_file(text: str) -> None:
    made = build(text or "题\n")
    evil = mark(made, Span(0, len(made.text)), ("t", "gone"), f"{text}\r\n\0", id="1", now="昨天", creator=f"{text}()")
    lost = replace(evil, id="l", span=None, colour="red", quote=text, tags=())
    document = replace(made, title=text, speaker=text, venue=text)
    tags = {"t": Tag("t", f"<{text}>", "javascript:")}
    file = Told(render(Notebook(document, (evil, lost), tags)))
    assert file.pages
    assert file.comments(0)


def test_a_character_that_no_face_has_is_shown_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "spare", lambda point: iter(()))
    file = Told(render(Notebook(build("渠\u0378长\u200d来\ufe0f了。\n"), (), {})), PLAIN)
    assert file.all_lines() == ["渠〈U+0378〉长来了。"]


def test_a_character_is_taken_from_another_face_and_one_that_cannot_be_read_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = faces.chinese()
    thin = tmp_path / "thin.ttf"
    _face_of(thin, "渠〈〉U+0123456789ABCDEF—")
    monkeypatch.setattr(faces, "chinese", lambda: known._replace(song=Face(thin), kai=Face(thin)))
    monkeypatch.setattr(faces, "spare", lambda point: iter((Face(tmp_path / "gone.ttf"), known.song)))
    monkeypatch.setattr(pdf_letters, "SOUGHT", 3)
    file = Told(render(Notebook(replace(build("渠长来了。\n"), sections=()), (), {})), PLAIN)
    assert file.all_lines() == ["渠长来了。"]
    assert file.embedded() == {True}


def _face_of(path: Path, characters: str) -> None:
    """A TrueType face of boxes, for these characters only."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = {ord(each): f"u{ord(each):04X}" for each in (" ", *characters)}
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    box = pen.glyph()
    builder.setupGlyf(dict.fromkeys(order, box))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Thin", "styleName": "Regular", "psName": "Thin"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def test_without_a_chinese_face_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "installed", lambda pattern="": {})
    with pytest.raises(Problem, match="Install Noto Serif CJK SC") as raised:
        render(notebook())
    assert "思源宋体" in raised.value.say("zh")


def test_many_speeches_go_into_one_file_each_with_a_bookmark_from_a_new_page() -> None:
    one = notebook()
    other = replace(one, document=replace(build(HARD), title="另一篇"), annotations=one.annotations[-1:])
    file = Told(render_all([one, replace(one, annotations=()), other]))
    assert [each for each in file.bookmarks() if not each[0]] == [(0, one.document.title, 0), (0, "另一篇", 1)]
    assert [each[:2] for each in file.bookmarks()[1:3]] == [(1, "一、过去一年办成了什么"), (2, "一是渠道修通了")]
    assert Told(render_all([])).pages == 1


def test_two_processes_make_the_same_file(tmp_path: Path) -> None:
    call = "import sys; from tests.core.exporters.own import notebook; from core.exporters.pdf import render;" \
           "sys.stdout.buffer.write(render(notebook()))"  # fmt: skip
    made = [
        subprocess.run(
            [sys.executable, "-c", call], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] != b""


def test_fpdf2_is_loaded_when_a_file_is_written_and_not_before() -> None:
    call = "import sys; import core.exporters, core.commands; print([m for m in sys.modules if m.startswith('fpdf')])"
    told = subprocess.run([sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
