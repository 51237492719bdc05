"""A quotation with its source, as it is pasted: “……”（《题目》，日期，第二部分（一））."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Document, Section, Span


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
    """What a heading's mark reads as in a source line: 二、 is 第二部分, others keep their own mark."""
    label = section.label.strip(" \u3000")
    if section.level == 1 and label.endswith("、"):
        return f"第{label[:-1]}部分"
    return label.rstrip("、.．")
