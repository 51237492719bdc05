"""The Word file of a speech: read back by our own reader, and opened and saved again by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exporters.docx import render, render_all
from core.marks import mark
from core.model import Annotation, Document, Notebook, Span, Tag
from core.readers import build
from core.readers.docx import DOCX
from core.readers.format import Reading, Remark
from tests.core.exporters.own import TAGS, TEXT, notebook, parts
from tests.gui.own_speech import TEXT as HARD


def book(text: str, *spans: tuple[int, int], note: str = "记", tags: tuple[str, ...] = ()) -> Notebook:
    """A speech with a mark on each span."""
    document = build(text)
    times = (f"2026-01-05T08:{number // 60 % 60:02}:{number % 60:02}Z" for number in range(len(spans)))
    marks = (
        mark(document, Span(*span), tags, f"{note}{number}", id=str(number), now=now, creator="渠 长")
        for number, (span, now) in enumerate(zip(spans, times, strict=True))
    )
    return Notebook(document, tuple(marks), TAGS)


def read(data: bytes) -> Reading:
    return DOCX.read(data, Path("讲话.docx"))


def comments(reading: Reading) -> list[Remark]:
    return [remark for remark in reading.remarks if remark.note]


def expected(notebook: Notebook) -> list[tuple[Span, str, str, str]]:
    """What is read of marks that have a note only."""
    return [
        (_trimmed(notebook.document, each), each.note, each.creator, each.created)
        for each in notebook.annotations
        if each.span
    ]


def _trimmed(document: Document, each: Annotation) -> Span:
    assert each.span
    said = document.text[each.span.start : each.span.stop]
    start = each.span.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()))


SPANS = {
    "apart": ((3, 6), (10, 14)),
    "interleaving": ((3, 20), (10, 30), (15, 40)),
    "nested": ((3, 60), (10, 50), (10, 20), (12, 18)),
    "the same": ((5, 9), (5, 9), (5, 9)),
    "next to each other": ((5, 9), (9, 12)),
    "over a line's end": ((60, 160),),
    "with the line's end": ((0, HARD.index("\n") + 1),),
    "from the line's end": ((HARD.index("\n"), HARD.index("\n") + 5),),
    "all": ((0, len(HARD)),),
    "with the indent": ((HARD.index("\u3000"), HARD.index("今天开会") + 4),),
    "rare characters": ((HARD.index("𫖯"), HARD.index("𫖯") + 1), (HARD.index("😀"), HARD.index("😀") + 1)),
}


@pytest.mark.parametrize("spans", SPANS.values(), ids=SPANS)
def test_comments_are_read_back_on_their_passages(spans: tuple[tuple[int, int], ...]) -> None:
    made = book(HARD, *spans)
    reading = read(render(made))
    assert reading.text.rstrip() == HARD
    found = [(each.span, each.note, each.creator, each.created) for each in comments(reading)]
    assert sorted(found) == sorted(expected(made))


PLACES = st.integers(0, len(HARD))
PASSAGES = st.tuples(PLACES, PLACES).map(lambda ends: (min(ends), max(ends))).filter(lambda s: HARD[slice(*s)].strip())


@settings(max_examples=60)
@given(st.lists(PASSAGES, max_size=12))
def test_so_are_those_of_any_passages(spans: list[tuple[int, int]]) -> None:
    made = book(HARD, *spans)
    reading = read(render(made))
    assert reading.text.rstrip() == HARD
    found = [(each.span, each.note, each.creator, each.created) for each in comments(reading)]
    assert sorted(found) == sorted(expected(made))


def test_headings_are_those_of_word() -> None:
    reading = read(render(notebook()))
    levels = {reading.text[hint.span.start : hint.span.stop]: hint.level for hint in reading.hints if hint.level}
    assert levels == {
        "一、过去一年办成了什么": 1,
        "二、今年还要办什么": 1,
        "（一）先把老渠补好": 2,
        "（二）再把新渠修好": 2,
        "原文中已找不到的批注": 1,
    }


def test_a_comment_says_tags_stars_and_note_and_a_passage_has_its_tags_colour() -> None:
    starred = replace(notebook(), annotations=tuple(replace(each, stars=2) for each in notebook().annotations))
    reading = read(render(starred))
    said = {reading.text[each.span.start : each.span.stop]: each.note for each in comments(reading)}
    assert said["修渠120公里"] == "【数据】【金句】★★"
    assert said["老渠漏水，是各村反映最多的问题。赵𫖯"] == "【数据/水_利】★★"
    colours = {reading.text[each.span.start : each.span.stop]: each.colour for each in reading.remarks if each.colour}
    assert colours["水到渠成"] == "#ffcf57"
    assert colours["全县修渠120公里，比上年多修[三成]，受益农户*五千*户"] == "#bee4ff"


@pytest.mark.parametrize("name", SPANS)
def test_a_mark_is_read_back_once_with_its_colour(name: str) -> None:
    made = book(HARD, *SPANS[name], tags=("t-gold",))
    reading = read(render(made))
    assert [each.span for each in reading.remarks] == sorted(each[0] for each in expected(made))
    assert {each.colour for each in reading.remarks} <= {"#ffcf57", ""}
    if name != "all":  # a colour behind everything is the paper's
        assert reading.remarks[0].colour == "#ffcf57"


def test_what_is_lost_stands_at_the_end_with_its_comment() -> None:
    reading = read(render(notebook()))
    assert reading.text.startswith(TEXT.rstrip())
    assert reading.text.endswith("原文中已找不到的批注\n老渠一定要补\n")
    assert reading.remarks[-1].note == "【数据/水_利】\n原稿里有"
    assert reading.remarks[-1].colour == "#91ce97"


BAD = {
    "nothing": "",
    "controls": "同志们：\x01\x08讲\x1b[31m话\ufffe\uffff。",
    "markup": "<b>&amp;\"'</b> ]]> \t一\t二",
    "emoji": "😀👨‍👩‍👧‍👦𠮷𫖯",
    "blank lines": "\n\n\u3000\n题\n\n",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_whatever_a_speech_holds_it_is_a_sound_file(text: str) -> None:
    made = book("题\n", *((0, 1),)) if not text else book(text, (0, len(text)), note=f"{text}\r\n\0")
    evil = replace(made.annotations[0], creator=f'{text}"<&', created="昨天", colour="red", quote=text)
    tags = {"t": Tag("t", f"<{text}>", "javascript:")}
    lost = replace(evil, id="l", span=None, tags=("t", "gone"))
    data = render(replace(made, annotations=(evil, lost), tags=tags))
    for name, part in parts(data).items():
        assert ElementTree.fromstring(part) is not None, name
    assert len(comments(read(data))) == 2


def test_a_notebook_without_marks_is_the_speech_and_no_notebook_an_empty_file() -> None:
    bare = render(replace(notebook(), annotations=()))
    assert read(bare).text == TEXT
    assert "word/comments.xml" not in parts(bare)
    assert "<w:p/>" in parts(render_all([]))["word/document.xml"]
    assert render(Notebook(replace(notebook().document, text="", sections=()), (), {}))


def test_many_speeches_go_into_one_file_each_from_a_new_page() -> None:
    one = notebook()
    data = render_all([one, replace(one, annotations=()), one])
    assert parts(data)["word/document.xml"].count("<w:pageBreakBefore/>") == 1
    assert len(comments(read(data))) == 2 * len(comments(read(render(one))))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_keeps_every_comment_on_its_passage(tmp_path: Path) -> None:
    made = book(HARD, *(span for name in ("nested", "interleaving", "over a line's end") for span in SPANS[name]))
    (tmp_path / "in.docx").write_bytes(render(made))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    call = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", "in.docx"]
    subprocess.run(call, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    reading = read((tmp_path / "out" / "in.docx").read_bytes())
    assert reading.text.rstrip() == HARD
    found = [(each.span, each.note, each.creator) for each in comments(reading)]
    assert sorted(found) == sorted(each[:3] for each in expected(made))
    assert all(one.span.start <= two.span.start for one, two in pairwise(comments(reading)))
