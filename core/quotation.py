"""A quotation with its source, as it is pasted: “……”（《题目》，日期，第二部分（一））."""

from __future__ import annotations

from core.model import Document, Section, Span


def quotation(document: Document, above: tuple[Section, ...], span: Span) -> str:
    """The passage in quotation marks, then title, date and the numbered headings above it."""
    words = "".join(document.text[span.start : span.stop].split("\n")).strip(" \u3000")
    title = "".join(document.title.split())
    parts = (f"《{title}》" if title else "", document.date, "".join(_number(section) for section in above))
    source = "，".join(part for part in parts if part)
    inner = words.replace("“", "‘").replace("”", "’")
    return f"“{inner}”（{source}）" if source else f"“{inner}”"


def _number(section: Section) -> str:
    """What a heading's mark reads as in a source line: 二、 is 第二部分, others keep their own mark."""
    label = section.label.strip(" \u3000")
    if section.level == 1 and label.endswith("、"):
        return f"第{label[:-1]}部分"
    return label.rstrip("、.．")
