"""PDF and OFD files for the tests, made of lines that stand somewhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
FONT = "STSong-Light"


class Words(NamedTuple):
    """What stands at a place, points from the page's top left corner."""

    x: float
    y: float
    text: str
    size: float = 16.0
    font: str = FONT


def paragraph(text: str, y: float, *, size: float = 16.0, left: float = 80.0, columns: int = 26) -> list[Words]:
    """A paragraph as an office sets it: two characters indented, lines of so many characters, 28 points apart."""
    lines, rest = [text[: columns - 2]], text[columns - 2 :]
    while rest:
        lines.append(rest[:columns])
        rest = rest[columns:]
    return [Words(left + (0 if n else 2 * size), y + 28 * n, line, size) for n, line in enumerate(lines)]


def pages_of(paragraphs: Iterable[str], lines: int = 22, **how: Any) -> list[list[Words]]:
    """Paragraphs, page by page, with ``lines`` lines on each."""
    flow = [words for text in paragraphs for words in paragraph(text, 0.0, **how)]
    return [
        [words._replace(y=110.0 + 28 * row) for row, words in enumerate(flow[start : start + lines])]
        for start in range(0, len(flow), lines)
    ]


def pdf(pages: Iterable[Sequence[Words]], *, turned: int = 0, password: str = "", draw: Any = None) -> bytes:
    """A PDF of these pages. ``draw`` is called with the canvas and the number of each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    sink = io.BytesIO()
    canvas = Canvas(sink, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=password or None)
    for number, page in enumerate(pages):
        canvas.setPageRotation(turned)
        for words in page:
            canvas.setFont(words.font, words.size)
            canvas.drawString(words.x, HEIGHT - words.y, words.text)
        if draw:
            draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


MM = 25.4 / 72
_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text_object(words: Words, more: str = "") -> str:
    """Words as an OFD has them, in millimetres."""
    size = words.size * MM
    place = f"{words.x * MM:.3f} {(words.y - words.size) * MM:.3f} {len(words.text) * size:.3f} {1.3 * size:.3f}"
    code = f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="g {len(words.text) - 1} {size:.3f}">{words.text}</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Font="3" Boundary="{place}" Size="{size:.3f}" {more}>{code}</ofd:TextObject>'


def page_part(content: str, template: str = "") -> str:
    """A page of an OFD."""
    return f"<ofd:Page {_NS}>{template}<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd(
    pages: Iterable[Sequence[Words] | str], *, common: str = "", more: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """An OFD of one document; ``parts`` are added to the archive, or take the place of what is in it."""
    told = {
        "OFD.xml": f"<ofd:OFD {_NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    }
    listed = ""
    for number, page in enumerate(pages):
        content = page if isinstance(page, str) else page_part("".join(map(text_object, page)))
        told[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
        listed += f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH * MM} {HEIGHT * MM}</ofd:PhysicalBox></ofd:PageArea>"
    told["Doc_0/Document.xml"] = (
        f"<ofd:Document {_NS}><ofd:CommonData>{area}{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{more}</ofd:Document>"
    )
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in {**told, **(parts or {})}.items():
            packed.writestr(name, part)
    return sink.getvalue()
