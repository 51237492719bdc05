"""The process that reads a PDF: pdfium is C, and what a hostile file makes of it must not reach the window.

Its input is the file, its output one line of JSON a page; it ends itself where a page takes too long or
too much memory.
"""

from __future__ import annotations

import ctypes
import faulthandler
import json
import math
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.readers.kangxi import common
from core.readers.pdf_marks import marks
from core.readers.placed import Glyph, Style
from core.readers.setting import lines

PATIENCE = 30
"""Seconds that one page may take."""

MEMORY = 512 << 20
"""Bytes this process may take beside the file itself."""

MOST = 200_000
"""Characters of one page; what comes after them is left out."""

EDGE = 20.0
"""Points by which text may stand beside the page."""

_PASSWORD = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_NOWHERE = Path(os.devnull).open("w")  # noqa: SIM115 - the watch writes to it while this process lives
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|,b", re.I)


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Say how many pages a PDF has, then what stands on each; or what is wrong with it."""
    data = source.read()
    limit(len(data))
    document = open_document(data, sink)
    if document is None:
        return
    with closing(document):
        for number in range(len(document)):
            watch()
            say(sink, _page(document, number))


def open_document(data: bytes, sink: BinaryIO) -> pdfium.PdfDocument | None:
    """The document, after saying how many pages it has; None after saying what is wrong with it."""
    watch()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        say(sink, {"error": "encrypted" if getattr(error, "err_code", 0) in _PASSWORD else "damaged"})
        return None
    say(sink, {"count": len(document)})
    return document


def limit(size: int) -> None:
    """Take no more memory than a page needs, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY + size, MEMORY + size))


def watch() -> None:
    """End this process unless it is called again in time: no code of ours runs while pdfium hangs."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True, file=_NOWHERE)


def say(sink: BinaryIO, answer: dict[str, Any]) -> None:
    """Write one line of the answer; who reads it may take his time."""
    faulthandler.cancel_dump_traceback_later()
    sink.write(json.dumps(answer).encode() + b"\n")
    sink.flush()


def _page(document: pdfium.PdfDocument, number: int) -> dict[str, Any]:
    """What stands on a page; a page that pdfium cannot load is empty."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return {"width": 0, "height": 0}
    with closing(page):
        width, height = page.get_size()
        frame = _frame(page, width, height)
        text = page.get_textpage()
        with closing(text):
            found, slanted = _glyphs(text, frame)
            found = [each for each in found if _is_seen(each, width, height)]
        width, height, upright, turned = _upright(found, width, height)
        placed = lines(upright)
        aside = [line for each in turned for line in lines(each)]
        return {
            "width": width,
            "height": height,
            "lines": [each.line for each in (*placed, *aside)],
            "marks": list(marks(page.raw, frame, placed)) if not turned else [],
            "pictures": not found and _pictures(page),
            "watermark": slanted,
        }


class Frame(NamedTuple):
    """From the page's own coordinates to points from its top left corner, as it is shown."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def _frame(page: pdfium.PdfPage, width: float, height: float) -> Frame:
    """How pdfium shows the page (it may be turned or cut), asked of three points a thousand apart."""
    scale = 100
    x, y = ctypes.c_int(), ctypes.c_int()

    def seen(at: tuple[int, int]) -> tuple[float, float]:
        size = (min(int(width * scale), 1 << 24), min(int(height * scale), 1 << 24))
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, *at, x, y)
        return x.value * width / max(1, size[0]), y.value * height / max(1, size[1])

    (e, f), (ax, ay), (cx, cy) = seen((0, 0)), seen((1000, 0)), seen((0, 1000))
    return Frame((ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f)


class Turned(NamedTuple):
    """A character's start and end on its base line, how it is set, and the quarter turns of its line."""

    text: str
    start: tuple[float, float]
    stop: tuple[float, float]
    style: Style
    turns: int


class _Look(NamedTuple):
    style: Style
    along: tuple[float, float]
    turns: int | None


def _glyphs(text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Turned], bool]:
    """The characters of a page, and whether some stand aslant, as watermarks do: those are left out."""
    found: list[Turned] = []
    slanted = False
    looks: dict[int, _Look] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    page = text.raw
    high, previous = "", 0
    for index in range(min(text.count_chars(), MOST)):
        code = raw.FPDFText_GetUnicode(page, index)
        if raw.FPDFText_IsGenerated(page, index) == 1:
            continue
        character = common(chr(code)) if code > 32 else "-" if code == 2 else ""
        if 0xD800 <= code < 0xDC00:
            high = character
            continue
        if high:
            character = (high + character).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            high = ""
        if not character.strip() or character in "\ufffe\uffff\u00ad":
            continue
        address = ctypes.cast(raw.FPDFText_GetTextObject(page, index), ctypes.c_void_p).value or -index
        look = looks.get(address)
        if look is None:
            look = looks[address] = _look(page, index, frame)
        if look.turns is None:
            slanted = True
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        start = frame.at(x.value, y.value)
        across = abs(look.along[0]) > abs(look.along[1])
        corners = frame.at(box.left, box.bottom), frame.at(box.right, box.top)
        advance = abs(corners[1][0] - corners[0][0]) if across else abs(corners[1][1] - corners[0][1])
        advance = advance if 0 < advance < 4 * look.style.size else look.style.size
        stop = start[0] + look.along[0] * advance, start[1] + look.along[1] * advance
        if found and address == previous and start == found[-1].start:
            found[-1] = found[-1]._replace(text=found[-1].text + character)  # one sign that says two characters
        elif all(map(math.isfinite, (*start, *stop))):
            found.append(Turned(character, start, stop, look.style, look.turns))
        previous = address
    return found, slanted


def _is_seen(each: Turned, width: float, height: float) -> bool:
    """Whether a character lies on the page, in a size that can be read."""
    x, y = each.start
    return -EDGE < x < width + EDGE and -EDGE < y < height + EDGE and 1 <= each.style.size < max(width, height)


def _look(page: Any, index: int, frame: Frame) -> _Look:
    """How the text object of a character is set: asked once for each."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, index, matrix)
    right = (frame.a * matrix.a + frame.c * matrix.b, frame.b * matrix.a + frame.d * matrix.b)
    length = math.hypot(*right) or 1.0
    along = (right[0] / length, right[1] / length)
    tall = math.hypot(frame.a * matrix.c + frame.c * matrix.d, frame.b * matrix.c + frame.d * matrix.d) or 1.0
    size = min(max(raw.FPDFText_GetFontSize(page, index) * tall, 0.5), 2000.0)
    turns = round(math.atan2(along[1], along[0]) / (math.pi / 2)) % 4
    straight = abs(along[0] * along[1]) < 0.05
    snapped = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[turns]
    return _Look(_style(page, index, size), snapped, turns if straight else None)


def _style(page: Any, index: int, size: float) -> Style:
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(page, index, buffer, 256, flags)
    name = _SUBSET.sub("", buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace"))
    filled_and_drawn = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(page, index))
    bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(page, index) >= 600
    bold = bold or filled_and_drawn == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return Style(name, round(2 * size) / 2 if size < 1000 else size, bold)


def _upright(
    found: Sequence[Turned], width: float, height: float
) -> tuple[float, float, list[Glyph], list[list[Glyph]]]:
    """The page turned so that most of it can be read, and what is still turned on it, each way for itself."""
    most = Counter(each.turns for each in found).most_common()
    groups = [list(_turn([each for each in found if each.turns == turns], turns, width, height)) for turns, _ in most]
    if most and most[0][0] % 2:
        width, height = height, width
    return width, height, groups[0] if groups else [], groups[1:]


def _turn(found: Sequence[Turned], turns: int, width: float, height: float) -> Iterator[Glyph]:
    for text, (ax, ay), (bx, by), style, _ in found:
        if turns == 0:
            yield Glyph(text, ax, bx, ay, style)
        elif turns == 1:
            yield Glyph(text, ay, by, width - ax, style)
        elif turns == 2:
            yield Glyph(text, width - ax, width - bx, height - ay, style)
        else:
            yield Glyph(text, height - ay, height - by, ax, style)


def _pictures(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3), None) is not None
