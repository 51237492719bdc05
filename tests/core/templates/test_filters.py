"""Whatever a passage, a note or a tag says: what a template puts it into holds."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication

from core.model import Annotation, Document, Notebook, Section, Span, Tag
from core.quotation import LINE
from core.templates import filters
from core.templates.server import LARGEST, Translated, rendered, translate
from core.templates.shelf import BUILT_IN, found
from core.templates.vocabulary import Speech, material
from core.text import digest
from tests.core.exporters import own

SIGNS = "a文字。1 \u3000\n\t#|*_`~<>[](){}!$%^=\\-+.)&;:\"'“”/@，\u00a0"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24)
NOTES = st.text(st.sampled_from(SIGNS + "\r\u2028\x07"), max_size=24)
EXAMPLES = 40
MARKDOWN = ("by-heading", "by-tag", "obsidian", "reading-notes")


@st.composite
def notebooks(draw: st.DrawFn) -> Notebook:
    """A speech of some paragraphs, each under a heading, with marks of all kinds in them."""
    words = draw(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
    text, sections = "", []
    for heading, body in words:
        start = len(text)
        text += heading + body
        sections.append(
            Section("part", 1, "", heading, Span(start, start + len(heading)), Span(start + len(heading), len(text)))
        )
    names = draw(st.lists(WORDS, max_size=3))
    tags = {f"t{n}": Tag(f"t{n}", name, "#bee4ff", parent="t0" if n else None) for n, name in enumerate(names)}
    document = Document(digest(text), draw(WORDS), draw(WORDS), "2026-01-05", draw(WORDS), text, tuple(sections))
    of = st.sets(st.sampled_from(sorted(tags))) if tags else st.just(set[str]())
    made = st.builds(annotation, st.integers(0, 10**6), NOTES, st.just(document), of, st.integers(0, 5), st.booleans())
    marks = draw(st.lists(made, max_size=4))
    return Notebook(document, tuple(replace(each, id=str(n)) for n, each in enumerate(marks)), tags)


def annotation(place: int, note: str, document: Document, tags: set[str], stars: int, lost: bool) -> Annotation:
    start = place % len(document.text)
    span = Span(start, min(len(document.text), start + 1 + place % 17))
    quote = document.text[span.start : span.stop]
    where = None if lost else span
    return Annotation("", document.digest, where, quote, tags=tuple(sorted(tags)), note=note, stars=stars)


def written(name: str, notebook: Notebook) -> str:
    """What a template of ours makes of a notebook, in this process."""
    return "".join(rendered(translated(name), material([notebook], LINE, ""), LARGEST))


@cache
def translated(name: str) -> Translated:
    template = next(each for each in found([BUILT_IN]) if each.name == name)
    return translate(template.source(), template.suffix)


class Block(NamedTuple):
    """A block as a reader of Markdown sees it: levels from 1, 0 for what is no heading, or no quotation."""

    heading: int
    quote: int
    words: str


def blocks(markdown: str) -> list[Block]:
    """Markdown as another program understands it: Qt, by md4c."""
    document, found = QTextDocument(), list[Block]()
    document.setMarkdown(re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S))
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        quote = form.intProperty(QTextFormat.Property.BlockQuoteLevel.value)
        found.append(Block(form.headingLevel(), quote, squeezed(block.text())))
        block = block.next()
    return found


def squeezed(words: object) -> str:
    return "".join(str(words).split())


def headings(name: str, speech: Speech) -> list[str]:
    """The headings that a template of ours makes."""
    marks = (*speech.marks, *speech.lost)
    if name == "by-tag":
        groups = filters.by_tag(marks)
        return [speech.title, *(f"{group.path or '未加标签'}（{len(group.marks)}）" for group in groups)]
    if name == "reading-notes":
        noted = [bool(mark.note) for mark in marks]
        told = (("提纲", speech.sections), ("我的想法", any(noted)), ("摘录", not all(noted)))
        return [speech.title, *(words for words, there in told if there)]
    fresh = [str(heading) for group in filters.by_heading(speech.marks) for heading in group.fresh]
    lost = ["原文中已找不到的批注"] if speech.lost else []
    return [speech.title, *fresh, *lost] if marks else []


@pytest.mark.parametrize("name", MARKDOWN)
@settings(max_examples=EXAMPLES)
@given(notebook=notebooks())
def test_no_words_become_a_heading_or_break_a_quotation(qapp: QApplication, name: str, notebook: Notebook) -> None:
    (speech,) = material([notebook], LINE, "").speeches
    seen = blocks(written(name, notebook))
    wanted = [words for each in headings(name, speech) if (words := squeezed(each))]
    assert [block.words for block in seen if block.heading and block.words] == wanted
    quoted = "\n".join(block.words for block in seen if block.quote == 1)
    for mark in (*speech.marks, *speech.lost):
        lines = [line for each in mark.quote.split("\n") if (line := squeezed(each))]
        assert "\n".join([*lines, squeezed(f"——{mark.source}")]) in quoted


@settings(max_examples=EXAMPLES)
@given(notebook=notebooks())
def test_a_golden_line_is_one_item_of_the_list(qapp: QApplication, notebook: Notebook) -> None:
    golden = {id: replace(tag, name="金句") for id, tag in notebook.tags.items()}
    notebook = replace(notebook, tags=golden)
    (speech,) = material([notebook], LINE, "").speeches
    marks = filters.tagged((*speech.marks, *speech.lost), "金句") if speech.tags else ()
    seen = [block.words for block in blocks(written("golden-lines", notebook))]
    for mark in marks:
        assert any(words.startswith(squeezed(mark.quote) or "……") for words in seen)
        assert squeezed(f"——{mark.source}") in seen


@settings(max_examples=EXAMPLES)
@given(notebook=notebooks())
def test_the_front_matter_stays_what_it_is(notebook: Notebook) -> None:
    head = written("obsidian", notebook).split("\n---\n")[0].removeprefix("---\n").split("\n")
    values = dict(line.split(": ", 1) for line in head if ": " in line and not line.startswith(" "))
    title = "".join(notebook.document.title.split())
    assert list(values) == ["title", "author", "date", "venue"]
    assert squeezed(json.loads(values["title"])) == title
    assert values["date"] == "2026-01-05"
    tags = head[head.index("tags:") + 1 :]
    assert tags[0] == "  - 讲话"
    assert all(re.fullmatch(r'  - "[\w/-]+"', tag) for tag in tags[1:])


@settings(max_examples=EXAMPLES)
@given(notebook=notebooks())
def test_the_table_has_a_row_a_mark_in_which_nothing_is_reckoned(notebook: Notebook) -> None:
    marked = replace(notebook, tags={id: replace(tag, name="数据") for id, tag in notebook.tags.items()})
    marked = replace(marked, annotations=tuple(mark for mark in marked.annotations if mark.tags))
    rows = list(csv.reader(io.StringIO(written("data-table", marked), newline=""), strict=True))
    assert len(rows) == 1 + len(marked.annotations)
    assert {len(row) for row in rows} == {7}
    assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@＝＋－＠\t\r"))] == []


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("md", "# 一\n*二*", "\\# 一 \\*二\\*"),
        ("md", "12% 与 %%注%%，==亮== #标签 |格", "12% 与 \\%\\%注\\%\\%，\\=\\=亮\\=\\= \\#标签 \\|格"),
        ("md", "完 ^id", "完 \\^id"),
        ("blockquote", "一\n\n 　# 二", "> 一\n>\n> \\# 二"),
        ("blockquote", "", ">"),
        ("note", "# 一\n```\n- **二** <b>\n---", "\\# 一\n\n\\```\n\n- **二** \\<b>\n\n\\---"),
        ("cell", "一|二\n三", "一\\|二<br>三"),
        ("cell", "=1+1", "'=1+1"),
        ("cell", "", " "),
        ("csv", '说："好"', '"说：""好"""'),
        ("csv", "一,二", '"一,二"'),
        ("csv", "＝1", "'＝1"),
        ("csv", " \n=cmd", "'=cmd"),
        ("yaml", '他说："好"\n\x07: #', '"他说：\\"好\\" : #"'),
        ("yaml", "2026-01-05", "2026-01-05"),
        ("yaml", "2026", '"2026"'),
        ("hashtag", "数据/水 利（一）", "数据/水-利-一"),
        ("hashtag", "2026", "2026_"),
        ("hashtag", "！", ""),
        ("line", " 一\n　二 ", "一 二"),
        ("day", "2026-01-05", "2026年1月5日"),
        ("figures", "修渠120公里，增长3.5%，投入1,200万元；3.5%", ("120公里", "3.5%", "1,200万元")),
        ("figures", "1. 清淤，2、补堤，三个方面，五十亿元", ("五十亿元",)),
    ],
)
def test_words_become_what_a_template_asks_for(name: str, words: str, expected: object) -> None:
    assert filters.FILTERS[name](words) == expected


def test_marks_are_put_together() -> None:
    (speech,) = material([own.notebook()], LINE, "").speeches
    marks = (*speech.marks, *speech.lost)
    assert [(group.path, len(group.marks)) for group in filters.by_tag(marks)] == [
        ("数据", 2),
        ("数据/水_利", 2),
        ("金句", 2),
        ("", 2),
    ]
    assert len(filters.tagged(marks, "数据")) == 4
    assert len(filters.tagged(marks, "数据/水_利")) == len(filters.tagged(marks, "水_利")) == 2
    assert [[str(each) for each in group.fresh] for group in filters.by_heading(speech.marks)] == [
        [],
        ["一、过去一年办成了什么", "一是渠道修通了"],
        ["二、今年还要办什么", "（一）先把老渠补好"],
        [],
    ]
    assert [section.count for section in speech.sections] == [2, 2]


def test_the_id_of_a_block_is_of_letters_and_digits_and_a_mark_s_own() -> None:
    (speech,) = material([own.notebook()], LINE, "").speeches
    ids = [filters.block_id(mark) for mark in speech.marks]
    assert all(re.fullmatch("[a-z0-9]+", each) for each in ids)
    assert len(set(ids)) == len(ids)
    assert ids == [filters.block_id(mark) for mark in material([own.notebook()], LINE, "x").speeches[0].marks]
