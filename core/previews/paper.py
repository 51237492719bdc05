"""The first page of a PDF as a picture."""

from __future__ import annotations

import struct
import zlib
from contextlib import closing

from core.previews.view import View

WIDTH = 1100
"""Of the picture, in pixels."""


def view(data: bytes) -> View:
    """The page as pdfium draws it."""
    import pypdfium2 as pdfium

    with closing(pdfium.PdfDocument(data)) as document, closing(document[0]) as page:
        scale = WIDTH / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=True)  # type: ignore[call-arg]
        with closing(bitmap):
            dots, step = bytes(bitmap.buffer), bitmap.n_channels
            rows = [_row(dots[y * bitmap.stride :][: bitmap.width * step], step) for y in range(bitmap.height)]
            return View(picture=_png(bitmap.width, rows), paper=True)


def _row(dots: bytes, step: int) -> bytes:
    """Red, green and blue of each dot."""
    if step == 3:
        return dots
    row = bytearray(len(dots) // step * 3)
    for colour in range(3):
        row[colour::3] = dots[min(colour, step - 1) :: step]
    return bytes(row)


def _png(width: int, rows: list[bytes]) -> bytes:
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    inner = zlib.compress(b"".join(b"\0" + row for row in rows), 1)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", inner) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, inner: bytes) -> bytes:
    return struct.pack(">I", len(inner)) + kind + inner + struct.pack(">I", zlib.crc32(kind + inner))
