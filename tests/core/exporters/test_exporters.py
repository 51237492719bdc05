"""What exporters write, byte for byte; the files in tests/reference were read by a person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.exporters import EXPORTERS
from core.exporters.markdown import escaped
from core.marks import mark
from core.model import Annotation, Document, Notebook, Section, Span, Tag
from core.records import annotation_from, tag_from
from core.text import digest

REFERENCE = Path(__file__).parents[2] / "reference"
SHARING = ("hypothesis",)
"""Formats that share their ending with another."""
TEXT = """在全县水利工作会议上的讲话
（2026年1月5日）
同志们：
今天开会，只讲修渠这一件事。
一、过去一年办成了什么
一是渠道修通了。全县修渠120公里，比上年多修[三成]，受益农户*五千*户。
二是账目公开了。每一笔钱都贴在墙上，群众看得懂、算得清。
二、今年还要办什么
（一）先把老渠补好
老渠漏水，是各村反映最多的问题。赵𫖯同志连夜带人堵漏，三天没有回家。
1. 清淤要赶在雨季之前。
（二）再把新渠修好
新渠修到哪里，路就要通到哪里。
同志们，水到渠成，让我们一起团结奋斗！
"""
TAGS = {
    tag.id: tag
    for tag in (
        Tag("t-data", "数据", "#bee4ff", "2", hint="数字和指标"),
        Tag("t-gold", "金句", "#ffcf57", "1"),
        Tag("t-water", "水_利", "#91ce97", parent="t-data"),
    )
}


def node(kind: str, level: int, label: str, title: str, stop: int = 0, *below: Section) -> Section:
    """A node of the outline; its scope ends at ``stop``, where it has one."""
    start = TEXT.index(label + title)
    heading = Span(start, start + len(label + title))
    return Section(kind, level, label, title, heading, Span(heading.stop, stop or heading.stop), below)


OUTLINE = (
    node("title", 0, "", "在全县水利工作会议上的讲话"),
    node("salutation", 0, "", "同志们："),
    node(
        "part",
        1,
        "一、",
        "过去一年办成了什么",
        125,
        node("section", 2, "一是", "渠道修通了", 96),
        node("section", 2, "二是", "账目公开了", 125),
    ),
    node(
        "part",
        1,
        "二、",
        "今年还要办什么",
        220,
        node("section", 2, "（一）", "先把老渠补好", 194),
        node("section", 2, "（二）", "再把新渠修好", 220),
    ),
    node("closing", 0, "", "同志们，水到渠成，让我们一起团结奋斗！"),
)
DOCUMENT = Document(
    digest(TEXT), "在全县水利工作会议上的讲话", "赵𫖯", "2026-01-05", "县城", TEXT, OUTLINE, Path("水利讲话.txt")
)


@pytest.fixture
def notebook() -> Notebook:
    numbers = iter(range(1, 20))

    def made(quote: str, tags: tuple[str, ...], note: str = "") -> Annotation:
        start = TEXT.index(quote)
        span, number = Span(start, start + len(quote)), next(numbers)
        now = f"2026-01-05T08:30:{number:02}Z"
        return mark(DOCUMENT, span, tags, note, id=f"id-{number}", now=now, creator="渠")

    marks = (
        made("只讲修渠这一件事", ()),
        made("全县修渠120公里，比上年多修[三成]，受益农户*五千*户", ("t-data",), "核对：<三成> 怎么算的？\n# 问水利局"),
        made("修渠120公里", ("t-data", "t-gold")),
        made("老渠漏水，是各村反映最多的问题。赵𫖯", ("t-water",)),
        made("三天没有回家。\n1. 清淤要赶在雨季之前。", (), "两段连在一起"),
        made("水到渠成", ("t-gold",), "结尾可用 👍"),
        replace(made("先把老渠补好", ("t-water",), "原稿里有"), span=None, state="orphan", quote="老渠一定要补"),
    )
    return Notebook(DOCUMENT, marks, TAGS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_is_written_as_its_reference_file_has_it(name: str, notebook: Notebook) -> None:
    exporter = EXPORTERS[name]
    written = exporter.render(notebook)
    named = f"notebook.{name}" if name in SHARING else "notebook"
    expected = (REFERENCE / f"{named}{exporter.suffix}").read_bytes()
    assert (written.encode("utf-8") if isinstance(written, str) else written) == expected


def test_json_loses_nothing(notebook: Notebook) -> None:
    written = EXPORTERS["json"].render(notebook)
    record = json.loads(written)
    assert tuple(annotation_from(each) for each in record["annotations"]) == notebook.annotations
    assert {each["id"]: tag_from(each) for each in record["tags"]} == notebook.tags
    assert record["document"]["text"] == TEXT
    assert record["document"]["digest"] == digest(TEXT)
    facts = ("title", "speaker", "date", "venue")
    assert [record["document"][name] for name in facts] == [getattr(DOCUMENT, name) for name in facts]
    assert Path(record["document"]["source"]) == DOCUMENT.source
    nodes = list(DOCUMENT.walk())
    assert len(record["outline"]) == len(nodes)
    for each, section in zip(record["outline"], nodes, strict=True):
        assert (each["kind"], each["level"], each["label"]) == (section.kind, section.level, section.label)
        assert TEXT[each["start"] : each["end"]] == section.label + section.title
        assert each["body_end"] == section.scope.stop
        parent = each["parent"] is not None and nodes[each["parent"]]
        assert section in (parent.children if parent else DOCUMENT.sections)


def test_json_sections_are_the_headings_above(notebook: Notebook) -> None:
    record = json.loads(EXPORTERS["json"].render(notebook))
    for each in record["annotations"]:
        headings = [node for node in record["outline"] if node["kind"] in ("part", "section", "point")]
        over = [
            node["label"] + node["title"]
            for node in headings
            if each["start"] is not None and node["start"] <= each["start"] < node["body_end"]
        ]
        assert each["section"] == over
        if each["start"] is not None:
            assert TEXT[each["start"] : each["stop"]] == each["quote"]


@pytest.mark.parametrize("name", ["json", "markdown"])
def test_many_speeches_go_into_one_file(name: str, notebook: Notebook) -> None:
    exporter = EXPORTERS[name]
    bare = replace(notebook, annotations=())
    one, all_ = exporter.render(notebook), exporter.render_all([notebook, bare, notebook])
    if name == "json":
        assert json.loads(all_) == [json.loads(one), json.loads(exporter.render(bare)), json.loads(one)]
    else:
        assert all_ == f"{one}\n{one}"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("把渠修好，再把路修通。", "把渠修好，再把路修通。"),
        ("*重点* _底线_ `码` ~~旧~~ a\\b", "\\*重点\\* \\_底线\\_ \\`码\\` \\~\\~旧\\~\\~ a\\\\b"),
        ("[1] <b> R&D &amp;", "\\[1] \\<b> R&D \\&amp;"),
        ("# 一", "\\# 一"),
        ("> 二", "\\> 二"),
        ("- 三", "\\- 三"),
        ("-3%", "-3%"),
        ("---", "\\---"),
        ("+ 四", "\\+ 四"),
        ("1. 五", "1\\. 五"),
        ("1.五", "1.五"),
        ("2026) 六", "2026\\) 六"),
        ("3.5亿元", "3.5亿元"),
    ],
)
def test_markdown_escapes_what_would_be_markup(line: str, shown: str) -> None:
    assert escaped(line) == shown
