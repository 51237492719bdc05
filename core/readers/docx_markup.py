"""Small things of Word's markup: what a character element stands for, what a wrapper holds."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from core.readers.docx_names import children
from core.readers.docx_styles import ParagraphLook, RunLook
from core.readers.numerals import BULLETS
from core.readers.writing import Look

ADDED = ("w:ins", "w:moveTo")
WRAPPERS = frozenset(
    ("w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo", *ADDED)
)
"""Elements that are of no concern, only what they hold."""


def look_of(paragraph: ParagraphLook, run: RunLook) -> Look:
    outline = paragraph.outline
    level = outline + 1 if outline is not None and 0 <= outline < 9 else None
    align = paragraph.align or ""
    return Look(
        bool(run.bold), run.face or "", run.size or 0.0, align, level, run.colour or "", run.shade or ""
    )  # fmt: skip


def character(element: Element) -> str:
    """What an element of a run stands for."""
    if element.tag == "w:t":
        text = (element.text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
        return text if element.get("xml:space") == "preserve" else text.strip(" ")
    if element.tag in ("w:tab", "w:ptab"):
        return "\t"
    if element.tag == "w:noBreakHyphen":
        return "\u2011"
    if element.tag == "w:sym":
        try:
            sign = chr(int(element.get("w:char", ""), 16))
        except (ValueError, OverflowError):
            return ""
        return BULLETS.get(sign, sign)
    return ""


def inside(element: Element) -> Iterator[Element]:
    """What a wrapper holds; of alternatives one: the first with text in it."""
    if element.tag != "mc:AlternateContent":
        return iter(element)
    kinds = [inner for inner in element if inner.tag in ("mc:Choice", "mc:Fallback")]
    chosen = next((kind for kind in kinds if next(kind.iter("w:t"), None) is not None), None)
    return children(chosen if chosen is not None else kinds[0] if kinds else None)


def text_boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing."""
    if element.tag == "w:txbxContent":
        yield element
    else:
        for inner in inside(element):
            yield from text_boxes(inner)


def rows(element: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those in content controls."""
    for inner in element:
        if inner.tag == tag:
            yield inner
        elif inner.tag in WRAPPERS:
            yield from rows(inner, tag)


def lines(cell: Element) -> int:
    return sum(any((text.text or "").strip() for text in p.iter("w:t")) for p in cell.iter("w:p"))
