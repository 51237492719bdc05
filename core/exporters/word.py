"""A Word file of our own making: paragraphs and runs in the styles of ``word_styles``, and the parts around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.exporters.office import OFFICE, RELATED, Part, escaped, packed, plain
from core.exporters.word_styles import FONTS, PAGE, STYLES

NAMES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{RELATED}"'
    f' xmlns:mc="{OFFICE}/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    ' xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
    ' mc:Ignorable="w14 w15 w16cid w16cex"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CODE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def run(text: str, looks: str = "") -> str:
    """A run of text, in which tabs and line ends are what they are, with its properties."""
    pieces = (_piece(piece) for piece in re.split("([\t\n])", plain(text)) if piece)
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{''.join(pieces)}</w:r>"


def _piece(piece: str) -> str:
    if piece in "\t\n":
        return "<w:tab/>" if piece == "\t" else "<w:br/>"
    return f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A paragraph of a style: of runs, with what it has beside its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def part(name: str, inner: str, year: str = "") -> Part:
    """A part beside the document, its root named ``name`` with its prefix (``w:styles``); ``year`` is that of
    Microsoft's relations, for parts that came after the standard."""
    kind = name.partition(":")[2]
    file = {"ftr": "footer", "fonts": "fontTable", "commentsEx": "commentsExtended"}.get(kind, kind)
    relation = f"http://schemas.microsoft.com/office/{year}/relationships/{file}" if year else f"{RELATED}/{file}"
    return Part(f"word/{file}.xml", relation, f"{_TYPE}.{file}+xml", f"<{name} {NAMES}>{inner}</{name}>")


def written(title: str, body: Iterable[str], parts: Iterable[Part] = ()) -> bytes:
    """The file. Paragraphs stand on lines of their own, for those who compare."""
    inner = "\n".join(body) or "<w:p/>"
    feet = [_foot(number, side) for number, side in ((1, "right"), (2, "left"))]
    main = Part(
        "word/document.xml",
        "",
        f"{_TYPE}.document.main+xml",
        f"<w:document {NAMES}><w:body>\n{inner}\n{PAGE}</w:body></w:document>",
    )
    around = (
        *feet,  # the page names them by their place: rId1 is that of odd pages
        part("w:styles", STYLES),
        part("w:fonts", FONTS),
        part("w:settings", '<w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode"'
             ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'),
    )  # fmt: skip
    return packed(main, (*around, *parts), title)


def _foot(number: int, side: str) -> Part:
    """The number of the page, outside on both pages of a sheet."""
    page = "".join((_CODE.format("begin"), "<w:r><w:instrText>PAGE</w:instrText></w:r>", _CODE.format("separate"),
                    run("1"), _CODE.format("end")))  # fmt: skip
    blank = '<w:ind w:left="280" w:right="280"/>'
    inner = paragraph("Footer", run("— ") + page + run(" —"), f'{blank}<w:jc w:val="{side}"/>')
    return part("w:ftr", inner)._replace(name=f"word/footer{number}.xml")
