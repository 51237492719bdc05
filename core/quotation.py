"""A quotation with its source, as it is pasted: “……”（《题目》，日期，第二部分（一））."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model import Document, Section, Span

_COUNT = "[一二三四五六七八九十百]+"
_PART = re.compile(rf"({_COUNT})[、．.，, ]*")
_POINT = re.compile(rf"[第其]?({_COUNT})(?:个?是|要|是要|、|，|：|,|:)*")
_KEPT = re.compile(rf"第{_COUNT}(?:部分|[编章节条])|[（(][^）)]+[）)]|[①-⑳]|\d{{1,2}}")


def quotation(document: Document, above: Sequence[Section], span: Span) -> str:
    """The passage in quotation marks, then title, date and the numbered headings above it."""
    lines = document.text[span.start : span.stop].split("\n")
    words = "".join(line.strip(" \u3000\xa0") for line in lines)
    inner = words.replace("“", "‘").replace("”", "’")
    source = source_line(document, above)
    return f"“{inner}”（{source}）" if source else f"“{inner}”"


def source_line(document: Document, above: Sequence[Section]) -> str:
    """Title, date and the numbered headings above a passage: ``《题目》，日期，第二部分（一）``."""
    title = "".join(document.title.split())
    parts = (f"《{title}》" if title else "", document.date, "".join(_number(section) for section in above))
    return "，".join(part for part in parts if part)


def _number(section: Section) -> str:
    """What a heading's mark reads as in a source line: 二、 is 第二部分, 二是 and 第二， are 第二点.

    （二）, 2 and 第二章 stand as they are; marks that count nothing (首先, ——, ●) are left out.
    """
    label = section.label.strip(" \u3000")
    if section.level == 1 and (part := _PART.fullmatch(label)):
        return f"第{part[1]}部分"
    if point := _POINT.fullmatch(label):
        return f"第{point[1]}点"
    kept = _KEPT.match(label)
    return kept[0] if kept else ""
