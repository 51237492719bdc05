"""The characters on a page of an OFD, and how they are set."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.readers.archive import Archive
from core.readers.kangxi import common as common_form
from core.readers.ofd_parts import POINTS, attribute, box, child, children, local, location, numbers, resolve
from core.readers.placed import Glyph, Style

MOST = 200_000
"""Characters of one page; what comes after them is left out."""

BOLD = 600


class Font(NamedTuple):
    face: str
    bold: bool


Fonts = Mapping[str, Font]


def faces(archive: Archive, name: str, common: Element | None) -> Fonts:
    """The fonts that a document names in its resources, by their ids."""
    found: dict[str, Font] = {}
    for kind in ("PublicRes", "DocumentRes"):
        part = resolve(name, location(common, kind)) if common is not None else ""
        root = archive.tree(part) if part else None
        for font in children(child(root, "Fonts"), "Font"):
            face = attribute(font, "FontName")
            bold = attribute(font, "Bold") == "true" or "bold" in face.lower()
            found[attribute(font, "ID")] = Font(face, bold)
    return found


def page_size(area: Element | None) -> tuple[float, float] | None:
    """Width and height of a page in points."""
    physical = box(location(area, "PhysicalBox")) if area is not None else None
    return (physical[2] - physical[0], physical[3] - physical[1]) if physical else None


def glyphs(content: Element, fonts: Fonts) -> Iterator[Glyph]:
    """The visible characters of a page, where they stand. Blocks may be nested; they move nothing."""
    left = MOST
    for layer in _visible(content):
        for glyph in _text_object(layer, fonts):
            if not left:
                return
            left -= 1
            yield glyph


def _visible(element: Element) -> Iterator[Element]:
    """The text objects below an element, in order, but those that are hidden."""
    open_ = [element]
    while open_:
        here = open_.pop()
        if attribute(here, "Visible") == "false" or attribute(here, "Alpha") == "0":
            continue
        if local(here) == "TextObject":
            yield here
        else:
            open_.extend(reversed(here))


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0


def _text_object(element: Element, fonts: Fonts) -> Iterator[Glyph]:
    place = box(attribute(element, "Boundary"))
    if place is None:
        return
    matrix = numbers(attribute(element, "CTM"))
    turned = _Matrix(*matrix) if len(matrix) == 6 else _Matrix()
    if abs(turned.b) > 0.2 * abs(turned.a):
        return  # aslant or upright on its side: a seal, or a watermark drawn by hand
    size = abs((numbers(attribute(element, "Size")) or [0.0])[0] * turned.d) * POINTS or 10.0
    font = fonts.get(attribute(element, "Font"), Font("", False))
    weight = (numbers(attribute(element, "Weight")) or [400.0])[0]
    style = Style(font.face, round(2 * size) / 2 or 0.5, font.bold or weight >= BOLD)
    scale = (numbers(attribute(element, "HScale")) or [1.0])[0] or 1.0
    x = y = 0.0
    for code in children(element, "TextCode"):
        x = (numbers(attribute(code, "X")) or [x])[0]
        y = (numbers(attribute(code, "Y")) or [y])[0]
        yield from _text_code(code, (x, y), turned, place, style, scale)


def _text_code(
    code: Element,
    start: tuple[float, float],
    turned: _Matrix,
    place: tuple[float, float, float, float],
    style: Style,
    scale: float,
) -> Iterator[Glyph]:
    text = (code.text or "").strip("\n\r")
    across, down = (_steps(attribute(code, name), len(text)) for name in ("DeltaX", "DeltaY"))
    (x, y), em = start, style.size / POINTS / abs(turned.a or 1.0)
    for index, character in enumerate(text):
        wide = em * scale * (1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5)
        step = across[index] if index < len(across) else 0.0 if down else wide
        at = place[0] + (turned.a * x + turned.c * y + turned.e) * POINTS
        base = place[1] + (turned.b * x + turned.d * y + turned.f) * POINTS
        shown = common_form(character)
        if shown.strip():
            end = at + (min(wide, step) if step > 0 else wide) * abs(turned.a) * POINTS
            yield Glyph(shown, at, end, base, style)
        x += step
        y += down[index] if index < len(down) else 0.0


def _steps(text: str, most: int) -> list[float]:
    """The distances between characters; ``g 3 5`` stands for three times 5."""
    parts = text.split()
    found: list[float] = []
    position = 0
    while position < len(parts) and len(found) < most:
        if parts[position] == "g" and position + 2 < len(parts):
            count, step = numbers(" ".join(parts[position + 1 : position + 3]))
            found += [step] * min(int(max(count, 0)), most - len(found))
            position += 3
        else:
            found += numbers(parts[position])
            position += 1
    return found
