"""The characters of a page of a PDF: where pdfium says they stand, and how they are set."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.readers.kangxi import common
from core.readers.placed import Glyph, Style

MOST = 200_000
"""Characters of one page; what comes after them is left out."""

EDGE = 20.0
"""Points by which text may stand beside the page."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|,b", re.I)


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


def framed(page: pdfium.PdfPage, width: float, height: float) -> Frame:
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
    """How one text object is set: which way its lines run as they are seen (None: aslant), and whether they run
    along the page's own x axis."""

    style: Style
    along: tuple[float, float]
    turns: int | None
    level: bool


def characters(text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Turned], bool]:
    """The characters of a page, and whether some stand aslant, as watermarks do: those are left out."""
    found: list[Turned] = []
    slanted = False
    looks: dict[int, _Look] = {}
    faces: dict[int, tuple[str, bool]] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    page, previous = text.raw, 0
    for index, code in _codes(page, min(text.count_chars(), MOST)):
        target = raw.FPDFText_GetTextObject(page, index)
        address = ctypes.cast(target, ctypes.c_void_p).value or -1 - index
        look = looks.get(address)
        if look is None:
            look = looks[address] = _look(page, index, frame, target, faces)
        if look.turns is None:
            slanted = True
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        start = frame.at(x.value, y.value)
        advance = box.right - box.left if look.level else box.top - box.bottom
        advance = advance if 0 < advance < 4 * look.style.size else look.style.size
        stop = start[0] + look.along[0] * advance, start[1] + look.along[1] * advance
        if found and address == previous and start == found[-1].start:
            found[-1] = found[-1]._replace(text=found[-1].text + common(chr(code)))  # one sign for two characters
        elif math.isfinite(sum(start) + sum(stop)):
            found.append(Turned(common(chr(code)), start, stop, look.style, look.turns))
        previous = address
    return found, slanted


def _codes(page: Any, count: int) -> Iterator[tuple[int, int]]:
    """Index and code point of what is no blank; pdfium gives rare characters as the two halves of UTF-16."""
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        high = 0
        code = 0x2D if code == 2 else code  # the hyphen at the end of a line
        if 32 < code < 0x110000 and common(chr(code)).strip():
            yield index, code


def is_seen(each: Turned, width: float, height: float) -> bool:
    """Whether a character lies on the page, in a size that can be read."""
    x, y = each.start
    return -EDGE < x < width + EDGE and -EDGE < y < height + EDGE and 1 <= each.style.size < max(width, height)


def _look(page: Any, index: int, frame: Frame, target: Any, faces: dict[int, tuple[str, bool]]) -> _Look:
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
    level = abs(matrix.a) >= abs(matrix.b)
    return _Look(_style(page, index, size, target, faces), snapped, turns if straight else None, level)


def _style(page: Any, index: int, size: float, target: Any, faces: dict[int, tuple[str, bool]]) -> Style:
    font = ctypes.cast(raw.FPDFTextObj_GetFont(target), ctypes.c_void_p).value or 0
    if font not in faces:
        faces[font] = _face(page, index)
    face, bold = faces[font]
    drawn = raw.FPDFTextObj_GetTextRenderMode(target) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return Style(face, round(2 * size) / 2, bold or drawn)


def _face(page: Any, index: int) -> tuple[str, bool]:
    """The name of a font, and whether it is a bold one."""
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(page, index, buffer, 256, flags)
    name = _SUBSET.sub("", buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace"))
    return name, bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(page, index) >= 600


def upright(
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
