"""A quotation with its source, as it is pasted: “……”（《题目》，日期，第二部分（一））, or as a template has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.model import Document, Section, Span
from core.placeholders import fill

_COUNT = "[一二三四五六七八九十百]+"
_PART = re.compile(rf"({_COUNT})[、．.，, ]*")
_POINT = re.compile(rf"[第其]?({_COUNT})(?:个?是|要|是要|、|，|：|,|:)*")
_KEPT = re.compile(rf"第{_COUNT}(?:部分|[编章节条])|[（(][^）)]+[）)]|[①-⑳]|\d{{1,2}}")


LINE = "“{quote}”（《{title}》，{date}，{section}，{page}）"
"""In one line with the source behind it."""
REFERENCE = "“{quote}”\n{speaker}. {title}[Z]. {venue}, {date}: {section}{page}."
"""With a reference after GB/T 7714 on a line of its own; a speech has the mark of what has none of its own."""
STYLES = {"line": LINE, "reference": REFERENCE}
PLACES = ("quote", "title", "speaker", "date", "venue", "section", "heading", "page", "note", "tags")
"""What a template can have put in."""


def quotation(document: Document, above: Sequence[Section], span: Span) -> str:
    """The passage in quotation marks, then title, date and the numbered headings above it."""
    return quoted(LINE, document, above, span)


def quoted(
    template: str,
    document: Document,
    above: Sequence[Section],
    span: Span | None,
    *,
    passage: str | None = None,
    note: str = "",
    tags: Iterable[str] = (),
) -> str:
    """The passage with its source as a template has it; ``tags`` are names.

    The words are those of the text, or a ``passage`` where it has them no more and ``span`` is None.
    """
    said = document.text[span.start : span.stop] if span and passage is None else passage or ""
    words = "".join(line.strip(" \u3000\xa0") for line in said.split("\n"))
    if "“{quote}”" in template:
        words = words.replace("“", "‘").replace("”", "’")
    more = {"quote": words, "note": note.strip(), "tags": "、".join(tags)}
    return fill(template, _facts(document, above, span) | more)


def source(template: str, document: Document, above: Sequence[Section], span: Span | None) -> str:
    """The source alone as a template has it: neither passage nor note nor tags, and no brackets around the whole."""
    return _unwrapped(fill(template, _facts(document, above, span)).strip())


def _facts(document: Document, above: Sequence[Section], span: Span | None) -> dict[str, str]:
    return {
        "title": "".join(document.title.split()),
        "speaker": document.speaker,
        "date": document.date,
        "venue": document.venue,
        "section": section_number(above),
        "page": page(document, span),
        "heading": above[-1].title if above else "",
    }


def _unwrapped(said: str) -> str:
    """Words without the brackets （）, where one pair is around all of them."""
    depth = 0
    for place, sign in enumerate(said):
        depth += (sign == "（") - (sign == "）")
        if depth == 0:
            return said[1:-1] if place and place == len(said) - 1 else said
    return said


def section_number(above: Sequence[Section]) -> str:
    """The numbers of the headings above a passage as they are cited: 第二部分（一）."""
    return "".join(_number(section) for section in above)


def page(document: Document, span: Span | None) -> str:
    """The page a passage begins on, as it is cited: 第3页; empty where the file had no pages."""
    number = document.page(span.start) if span else 0
    return f"第{number}页" if number else ""


def source_line(document: Document, above: Sequence[Section], span: Span | None = None) -> str:
    """Title, date, the numbered headings above a passage, and its page: ``《题目》，日期，第二部分（一），第3页``."""
    title = "".join(document.title.split())
    parts = (f"《{title}》" if title else "", document.date, section_number(above), page(document, span))
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
