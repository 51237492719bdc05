"""What a format leaves to whoever exports: what may be said, what it does, and a part of a speech."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from core.exporters import EXPORTERS
from core.exporters.format import Exporter, Option, Value, options_from
from core.exporters.setting import FRONT, paragraphs
from core.marks import mark
from core.model import Annotation, Notebook, Section, Span
from core.problem import Problem
from core.readers import build
from core.readers.docx import DOCX
from tests.core.exporters.own import DOCUMENT, TEXT, notebook
from tests.core.exporters.pdf_told import Told
from tests.gui.own_speech import TEXT as HARD


def tree(page: str | bytes) -> html.HtmlElement:
    return html.document_fromstring(page)


BY, BOM, TITLE = Option("by", "tag", ("tag", "heading")), Option("bom", True), Option("title", "")


@pytest.mark.parametrize(
    ("option", "word", "value"),
    [
        (BY, "heading", "heading"),
        (BY, "tag", "tag"),
        (BY, "colour", None),
        (BY, "", None),
        (BOM, "no", False),
        (BOM, "FALSE", False),
        (BOM, "0", False),
        (BOM, "yes", True),
        (BOM, "maybe", None),
        (TITLE, "摘编", "摘编"),
        (TITLE, "", ""),
    ],
)
def test_a_word_means_a_value_or_nothing(option: Option, word: str, value: Value | None) -> None:
    if value is None:
        with pytest.raises(ValueError, match=r"^$"):
            option.read(word)
    else:
        assert option.read(word) == value


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=list(EXPORTERS))
def test_what_an_option_is_by_default_is_what_is_written_without_it(exporter: Exporter) -> None:
    usual: dict[str, Value] = {option.name: option.default for option in exporter.options}
    assert all(option.allows(option.default) for option in exporter.options)
    assert exporter.written(notebook(), usual) == exporter.render(notebook())
    assert exporter.written([notebook()], usual) == exporter.render_all([notebook()])


OTHERS = [
    (exporter, option, value)
    for exporter in EXPORTERS.values()
    for option in exporter.options
    if option != FRONT  # which needs something above the title
    for value in (option.values or ((not option.default,) if isinstance(option.default, bool) else ("另一个",)))
    if value != option.default
]


@pytest.mark.parametrize(("exporter", "option", "value"), OTHERS, ids=[f"{e.name}-{o.name}-{v}" for e, o, v in OTHERS])
def test_every_other_value_of_an_option_writes_something_else(exporter: Exporter, option: Option, value: Value) -> None:
    assert exporter.written(notebook(), {option.name: value}) != exporter.render(notebook())
    assert exporter.written([notebook()], {option.name: value}) != exporter.render_all([notebook()])


def test_what_a_format_does_not_know_is_said_with_what_it_knows() -> None:
    assert options_from(EXPORTERS["cards"], ["by=heading", "title=a=b"]) == {"by": "heading", "title": "a=b"}
    for name, words, key in (
        ("cards", ["by=size"], "export.option"),
        ("cards", ["heading"], "export.option"),
        ("cards", ["bom=yes"], "export.option"),
        ("json", ["by=tag"], "export.no_options"),
    ):
        with pytest.raises(Problem) as caught:
            options_from(EXPORTERS[name], words)
        assert caught.value.key == key
        assert "by=tag | heading" in caught.value.say("en") or key == "export.no_options"


def test_cards_have_the_title_that_was_written() -> None:
    written = EXPORTERS["cards"].render(notebook(), title="修渠\n摘编")
    assert isinstance(written, bytes)
    assert DOCX.read(written, Path("a.docx")).text.startswith("修渠 摘编\n素材卡片")


def test_a_table_without_a_byte_order_mark() -> None:
    written = EXPORTERS["csv"].render(notebook())
    assert isinstance(written, str)
    assert EXPORTERS["csv"].render(notebook(), bom=False) == written.removeprefix("\ufeff")


def test_a_page_has_the_theme_that_was_chosen() -> None:
    for theme, said in (("system", None), ("light", "light"), ("dark", "dark")):
        page = tree(EXPORTERS["html"].render(notebook(), theme=theme))
        assert page.get("data-theme") == said


def test_a_page_without_the_text_has_what_is_marked_and_its_headings() -> None:
    page = tree(EXPORTERS["html"].render(notebook(), text=False))
    lines = [each.text_content() for each in page.xpath("//article//p | //article//h2 | //article//h3")]
    kept = ("今天", "一、", "一是", "二、", "（一）", "老渠", "1.", "同志们，")
    assert lines == [line for line in TEXT.split("\n") if line.startswith(kept)] + ["原文中已找不到的批注"]
    assert [each.text_content() for each in page.xpath("//nav//a")] == [
        "一、过去一年办成了什么",
        "一是渠道修通了",
        "二、今年还要办什么",
        "（一）先把老渠补好",
    ]
    assert len(page.xpath("//aside/div")) == 6
    targets = {each.removeprefix("#") for each in page.xpath("//a/@href")}
    assert targets <= set(page.xpath("//@id"))


def section(title: str) -> Section:
    return next(each for each in DOCUMENT.walk() if each.title == title)


def part(title: str) -> Notebook:
    """The notebook of one section, with all marks."""
    return replace(notebook(), part=section(title).scope)


WITHIN = [
    "（一）先把老渠补好",
    "老渠漏水，是各村反映最多的问题。赵𫖯同志连夜带人堵漏，三天没有回家。",
    "1. 清淤要赶在雨季之前。",
]


def test_lines_of_a_part_are_cut_at_its_edges() -> None:
    start, stop = TEXT.index("渠道修通了"), TEXT.index("群众看得懂")
    lines = [(TEXT[each.start : each.stop], each.pieces) for each in paragraphs(DOCUMENT, (), Span(start, stop))]
    assert [words for words, _ in lines] == TEXT[start:stop].split("\n")
    assert all("".join(TEXT[p.start : p.stop] for p in pieces) == words for words, pieces in lines)
    assert [each.start for each in paragraphs(DOCUMENT, ())][-1] == TEXT.rindex("同志们")


def test_of_a_part_word_has_its_lines_and_marks() -> None:
    written = EXPORTERS["docx"].render(part("先把老渠补好"))
    assert isinstance(written, bytes)
    said = DOCX.read(written, Path("a.docx"))
    assert said.text.split("\n")[:3] == WITHIN
    assert len(said.remarks) >= 2


def test_a_mark_over_the_edge_of_a_part_is_cut_and_its_comment_closed() -> None:
    whole = notebook()
    edge = TEXT.index("120公里")
    written = EXPORTERS["docx"].render(replace(whole, part=Span(0, edge)))
    assert isinstance(written, bytes)
    said = DOCX.read(written, Path("a.docx"))
    assert any(said.text[each.span.start : each.span.stop] == "全县修渠" for each in said.remarks)


def test_of_a_part_a_page_has_its_lines_and_headings() -> None:
    page = tree(EXPORTERS["html"].render(part("先把老渠补好")))
    assert [each.text_content() for each in page.xpath("//nav//a")] == WITHIN[:1]
    lines = page.xpath("//article//p | //article//h2 | //article//h3")
    assert [each.text_content() for each in lines if each.getparent().tag != "section"][:3] == WITHIN


def test_of_a_part_markdown_has_its_lines_below_the_title() -> None:
    written = EXPORTERS["markdown"].render(part("先把老渠补好"), text=True)
    assert isinstance(written, str)
    assert written.split("\n\n")[:2] == ["# 在全县水利工作会议上的讲话", "### （一）先把老渠补好"]
    assert "全县修渠" not in written


def test_markdown_with_the_text_marks_passages_and_has_notes_below() -> None:
    written = EXPORTERS["markdown"].render(notebook(), text=True)
    assert isinstance(written, str)
    blocks = written.split("\n\n")
    assert "今天开会，<mark>只讲修渠这一件事</mark>。" in blocks
    assert (
        "**一是渠道修通了**。<mark>全县修渠120公里[^2]，比上年多修\\[三成]，受益农户\\*五千\\*户[^1]</mark>。" in blocks
    )
    assert "<mark>1\\. 清淤要赶在雨季之前。[^4]</mark>" in blocks
    assert "[^1]: **数据**" in blocks
    assert "    \\# 问水利局" in blocks
    assert blocks[blocks.index("## 原文中已找不到的批注") + 1].startswith("> 老渠一定要补")


def test_the_footnotes_of_many_speeches_have_names_of_their_own() -> None:
    written = EXPORTERS["markdown"].render_all([notebook(), notebook()], text=True)
    assert isinstance(written, str)
    names = [line.partition(":")[0] for line in written.split("\n") if line.startswith("[^")]
    assert len(names) == len(set(names)) == 10
    assert all(written.count(name) == 2 for name in names)


def test_of_a_part_pdf_has_its_lines_alone() -> None:
    written = EXPORTERS["pdf"].render(part("先把老渠补好"))
    assert isinstance(written, bytes)
    said = "".join("".join(Told(written).all_lines()).split())
    assert said.startswith("".join("".join(WITHIN).split()))
    assert "全县修渠" not in said


SETTING = [name for name, exporter in EXPORTERS.items() if FRONT in exporter.options]


def said(name: str, *marks: Annotation, front: bool) -> str:
    """All that a format has of the speech of our own with adverts above its title, without blanks."""
    options: dict[str, Value] = {"front": front}
    options |= {"text": True} if name == "markdown" else {}
    written = EXPORTERS[name].written(Notebook(build(HARD), marks, {}), options)
    if isinstance(written, str):
        return written
    return DOCX.read(written, Path("a.docx")).text if name == "docx" else "".join(Told(written).all_lines())


@pytest.mark.parametrize("name", SETTING)
def test_what_stands_above_the_title_can_be_left_out(name: str) -> None:
    assert "扫码进群" in said(name, front=True)
    without = said(name, front=False)
    assert "扫码进群" not in without
    assert "在全镇河道整治动员会上的" in without
    assert "同志们，河清岸绿" in without


@pytest.mark.parametrize("name", SETTING)
def test_what_is_marked_above_the_title_stays(name: str) -> None:
    document = build(HARD)
    advert = document.text.index("扫码进群")
    assert "扫码进群" in said(name, mark(document, Span(advert, advert + 4), id="1", now=""), front=False)


def test_every_format_that_sets_the_text_can_do_without_its_front() -> None:
    assert set(SETTING) == {"docx", "pdf", "html", "markdown"}


@pytest.mark.parametrize("text", [False, True])
def test_markdown_has_the_stars_of_a_mark(text: bool) -> None:
    made = notebook()
    starred = tuple(replace(each, stars=3) for each in made.annotations)
    lines = str(EXPORTERS["markdown"].render(replace(made, annotations=starred), text=text)).split("\n")
    assert "★★★" in lines or "[^1]: ★★★" in lines
    assert sum(line.endswith("**数据 · 金句** ★★★") for line in lines) == 1
