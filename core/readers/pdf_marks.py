"""The marks and comments that readers before us left on a page of a PDF."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Protocol

import pypdfium2.raw as raw

from core.readers.passages import Box, covered, nearest
from core.readers.placed import Mark
from core.readers.setting import Set

MOST = 5_000
"""Marks of one page."""

_ON_TEXT = (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT)
_BESIDE = (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?")


class Framed(Protocol):
    """What leads from a page's own coordinates to where they are seen."""

    def at(self, x: float, y: float) -> tuple[float, float]: ...


def marks(page: Any, frame: Framed, lines: Sequence[Set]) -> Iterator[Mark]:
    """The highlights and comments of a page, each on the characters that it covers or stands nearest to."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind in _ON_TEXT:
                passage = covered(lines, list(_quads(annotation, frame)))
            else:
                passage = nearest(lines, _rectangle(annotation, frame)) if kind in _BESIDE else None
            if passage:
                yield _mark(annotation, passage, kind == raw.FPDF_ANNOT_HIGHLIGHT)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def iso(date: str) -> str:
    """A PDF's date in ISO 8601 and UTC; empty where there is none."""
    match = _DATE.match(date)
    if not match:
        return ""
    year, month, day, hour, minute, second = (int(match[group] or 0) for group in range(1, 7))
    shift = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0)) * (-1 if match[7] == "-" else 1)
    try:
        when = datetime(year, month, day, hour, minute, second, tzinfo=timezone(shift)).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _mark(annotation: Any, passage: tuple[tuple[int, int], tuple[int, int]], colours: bool) -> Mark:
    note, creator = _string(annotation, b"Contents"), _string(annotation, b"T")
    created = iso(_string(annotation, b"CreationDate")) or iso(_string(annotation, b"M"))
    return Mark(*passage, note, creator, created, _colour(annotation) if colours else "")


def _string(annotation: Any, key: bytes) -> str:
    def read(buffer: Any, size: int) -> int:
        return raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)

    return _wide(read).strip()


def _wide(read: Callable[[Any, int], int]) -> str:
    size = min(read(None, 0), 1 << 20)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    read(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")


def _colour(annotation: Any) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFAnnot_GetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, red, green, blue, alpha)
    return f"#{red.value & 255:02x}{green.value & 255:02x}{blue.value & 255:02x}" if known else ""


def _rectangle(annotation: Any, frame: Framed) -> Box:
    rectangle = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rectangle)
    return _box(frame, [(rectangle.left, rectangle.bottom), (rectangle.right, rectangle.top)])


def _quads(annotation: Any, frame: Framed) -> Iterator[Box]:
    count = min(raw.FPDFAnnot_CountAttachmentPoints(annotation), MOST)
    quad = raw.FS_QUADPOINTSF()
    for index in range(count):
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            yield _box(frame, [(quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4)])
    if not count:
        yield _rectangle(annotation, frame)


def _box(frame: Framed, corners: Sequence[tuple[float, float]]) -> Box:
    xs, ys = zip(*(frame.at(x, y) for x, y in corners), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
