"""The process that draws the pages of a PDF, for a program that recognises text (see ``pdf_server``)."""

from __future__ import annotations

import base64
import math
from contextlib import closing
from typing import Any, BinaryIO

import pypdfium2 as pdfium

from core.readers.pdf_server import say_pages

DPI = 300
PIXELS = 40_000_000
"""A page with more of them is drawn coarser."""


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Say how many pages a PDF has, then the picture of each: a PGM in base64, and its dots to the point."""
    say_pages(source, sink, _picture)


def _picture(document: pdfium.PdfDocument, number: int) -> dict[str, Any]:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return {"picture": "", "scale": 1.0}
    with closing(page):
        width, height = page.get_size()
        scale = min(DPI / 72, math.sqrt(PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, grayscale=True)  # type: ignore[call-arg]
        with closing(bitmap):
            rows = bytes(bitmap.buffer)
            if bitmap.stride != bitmap.width:
                starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
                rows = b"".join(rows[start : start + bitmap.width] for start in starts)
            picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows
    return {"picture": base64.b64encode(picture).decode(), "scale": scale, "width": width, "height": height}
