"""A speech with all kinds of marks, and what a file holds that was made of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from core.marks import mark
from core.model import Annotation, Document, Notebook, Section, Span, Tag
from core.text import digest

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


def notebook() -> Notebook:
    """Seven marks: plain, overlapping, nested, over a line's end, and one that is lost."""
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


def parts(data: bytes) -> dict[str, str]:
    """The parts of an office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
