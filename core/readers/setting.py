"""Characters that stand on a page → its lines, in reading order."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from core.readers.placed import Glyph, Line, Run, Style

APART = 1.2
"""Characters further apart than this many of their sizes do not stand in one piece."""

BLANK_LATIN, BLANK_HAN = 0.2, 0.7
"""A gap of this many sizes is a blank, between Latin and between Chinese characters."""

COLUMN = 0.6
"""Lines fill their columns by more than this; the cells of a table mostly do not."""

LONGEST = 24
"""Characters of what cannot be broken at most."""

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_UNIT = "[（《「『〈【]*(?:[!-~]+|.)[，。、；：？！）》」』〉】…—]*"
_UNBROKEN = re.compile(rf"[“‘]*{_UNIT}(?:[“”‘’]+(?:{_UNIT})?)*")
_INK = re.compile(r"\S")


class Piece(NamedTuple):
    """Characters in one row without a wide gap."""

    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float


class Set(NamedTuple):
    """A line, and the glyph of each of its characters, or None for a blank that was put in."""

    line: Line
    glyphs: tuple[Glyph | None, ...]


def lines(glyphs: Iterable[Glyph]) -> list[Set]:
    """The lines that characters stand in: columns one after the other, cells of a row in one line."""
    table = [_pieces(row) for row in _rows(glyphs)]
    return [_line(pieces, column) for pieces, column in _flow([row for row in table if row], 0)]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Rows from the top: a raised or lowered small character belongs to the row of its large neighbours."""
    row: list[Glyph] = []
    tallest = Glyph("", 0, 0, 0, Style())
    for glyph in sorted(glyphs, key=lambda each: each.base):
        if row and glyph.base - tallest.base > 0.5 * max(glyph.style.size, tallest.style.size):
            yield row
            row = []
        if not row or glyph.style.size > tallest.style.size:
            tallest = glyph
        row.append(glyph)
    if row:
        yield row


def _pieces(row: list[Glyph]) -> list[Piece]:
    pieces: list[list[Glyph]] = []
    for glyph in sorted((each for each in row if _INK.search(each.text)), key=lambda each: each.x0):
        last = pieces[-1][-1] if pieces else None
        if last and _twice(last, glyph):
            continue
        if last and glyph.x0 - last.x1 <= APART * max(glyph.style.size, last.style.size):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [Piece(tuple(each), each[0].x0, max(glyph.x1 for glyph in each)) for each in pieces]


def _twice(one: Glyph, other: Glyph) -> bool:
    """Whether a character was only printed over itself, for a bold look or a shadow."""
    return one.text == other.text and other.x0 - one.x0 < 0.2 * one.style.size and abs(one.base - other.base) < 2


def _flow(rows: list[list[Piece]], column: int) -> Iterator[tuple[list[Piece], int]]:
    """Rows in reading order: those that cross the gutter part what stands left and right of it."""
    gutter = _gutter(rows)
    if gutter is None:
        yield from ((row, column) for row in rows)
        return
    left: list[list[Piece]] = []
    right: list[list[Piece]] = []
    for row in [*rows, None]:
        if row is not None and not any(piece.x0 < gutter < piece.x1 for piece in row):
            left.append([piece for piece in row if piece.x1 <= gutter])
            right.append([piece for piece in row if piece.x0 >= gutter])
            continue
        yield from _flow([each for each in left if each], 2 * column + 1)
        yield from _flow([each for each in right if each], 2 * column + 2)
        left, right = [], []
        if row is not None:
            yield row, column


def _gutter(rows: list[list[Piece]]) -> float | None:
    """Where many rows have a gap and few have text, if the lines on both sides are full."""
    gaps = [(a.x1, b.x0) for row in rows for a, b in itertools.pairwise(row)]
    if len(gaps) < 4 or 3 * len(gaps) < len(rows):
        return None
    counted = Counter(round((a + b) / 2 / 6) for a, b in gaps)
    near = counted.most_common(1)[0][0] * 6
    here = [(a, b) for a, b in gaps if a - 6 < near < b + 6]
    gutter = median((a + b) / 2 for a, b in here)
    crossing = sum(any(piece.x0 < gutter < piece.x1 for piece in row) for row in rows)
    if len(here) < 4 or crossing > len(here) or not _filled(rows, gutter):
        return None
    return gutter


def _filled(rows: list[list[Piece]], gutter: float) -> bool:
    """Whether most lines on each side are as wide as their column."""
    beside = [row for row in rows if not any(piece.x0 < gutter < piece.x1 for piece in row)]
    for side in (
        [[piece for piece in row if piece.x1 <= gutter] for row in beside],
        [[piece for piece in row if piece.x0 >= gutter] for row in beside],
    ):
        widths = [(row[0].x0, row[-1].x1) for row in side if row]
        wide = max((b for _, b in widths), default=0) - min((a for a, _ in widths), default=0)
        if len(widths) < 4 or median(b - a for a, b in widths) < COLUMN * wide:
            return False
        # A table of figures: its rows are cells on both sides, and cells hold few characters.
        if median(sum(len(piece.glyphs) for piece in row) for row in side if row) < 8:
            return False
    return True


def _line(pieces: Sequence[Piece], column: int) -> Set:
    text, glyphs = "", list[Glyph | None]()
    last: Glyph | None = None
    for glyph in (glyph for piece in pieces for glyph in piece.glyphs):
        if last and (blank := _blank(last, glyph)):
            text, glyphs = text + blank, [*glyphs, None]
        text += glyph.text
        glyphs.extend([glyph] * len(glyph.text))
        last = glyph
    sizes: Counter[float] = Counter()
    for glyph in glyphs:
        if glyph:
            sizes[glyph.style.size] += 1
    size = sizes.most_common(1)[0][0]
    base = median(glyph.base for glyph in glyphs if glyph and glyph.style.size == size)
    runs = tuple(_runs(text, glyphs))
    return Set(Line(text, pieces[0].x0, pieces[-1].x1, base, size, runs, column, _first(text, glyphs)), tuple(glyphs))


def _blank(last: Glyph, glyph: Glyph) -> str:
    gap = (glyph.x0 - last.x1) / max(last.style.size, glyph.style.size, 1)
    if gap > APART:
        return "\t" if gap > 2 * APART else "　"
    if _HAN.match(last.text[-1]) and _HAN.match(glyph.text):
        return "　" if gap > BLANK_HAN else ""
    if _HAN.match(last.text[-1]) or _HAN.match(glyph.text):
        return " " if gap > BLANK_HAN else ""
    return " " if gap > BLANK_LATIN else ""


def _runs(text: str, glyphs: Sequence[Glyph | None]) -> Iterator[Run]:
    """The styles of a line, told by its Chinese characters: figures and stops go with those before them."""
    told = [bool(_HAN.match(character) and character.isalpha()) for character in text]
    if not any(told):
        told = [glyph is not None for glyph in glyphs]
    style: Style | None = None
    for position, glyph in enumerate(glyphs):
        if glyph and told[position] and glyph.style != style:
            yield Run(position if style else 0, glyph.style)
            style = glyph.style


def _first(text: str, glyphs: Sequence[Glyph | None]) -> float:
    """How wide what cannot be broken is; many programs break on neither side of a quotation mark."""
    match = _UNBROKEN.match(text[:LONGEST])
    here = [glyph for glyph in glyphs[: match.end() if match else 1] if glyph]
    return max(glyph.x1 for glyph in here) - here[0].x0
