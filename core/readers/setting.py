"""Characters that stand on a page → its lines, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from core.readers.beside import BESIDE, parted
from core.readers.placed import Glyph, Line, Run, Style

APART = 1.2
"""Characters further apart than this many of their sizes do not stand in one piece."""

BLANK_LATIN, BLANK_HAN = 0.2, 0.7
"""A gap of this many sizes is a blank, between Latin and between Chinese characters."""

COLUMN = 0.6
"""Lines fill their columns by more than this; the cells of a table mostly do not."""

BIN = 2.0
"""Points: how exactly the gutter between columns is looked for."""

LONGEST = 24
"""Characters of what cannot be broken at most."""

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_UNIT = "[（《「『〈【]*(?:[!-~]+|.)[，。、；：？！）》」』〉】…—]*"
_UNBROKEN = re.compile(rf"[“‘]*{_UNIT}(?:[“”‘’]+(?:{_UNIT})?)*")


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
    """The lines that characters stand in: columns one after the other, cells of a row in one line, what stands
    beside the text last."""
    text, beside = parted(list(glyphs))
    flow = _flow([row for row in map(_pieces, _rows(text)) if row], 0)
    margin = ((row, BESIDE) for row in map(_pieces, _rows(beside)) if row)
    return [_line(pieces, column) for pieces, column in (*flow, *margin)]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Rows from the top: a raised or lowered small character belongs to the row of its large neighbours."""
    row: list[Glyph] = []
    tallest = Glyph("", 0, 0, 0, Style())
    for glyph in sorted(glyphs, key=lambda each: each.base):
        lowered = glyph.style.size < 0.9 * tallest.style.size
        if row and glyph.base - tallest.base > (0.25 if lowered else 0.5) * max(glyph.style.size, tallest.style.size):
            yield row
            row = []
        if not row or glyph.style.size > tallest.style.size:
            tallest = glyph
        row.append(glyph)
    if row:
        yield row


def _pieces(row: list[Glyph]) -> list[Piece]:
    pieces: list[list[Glyph]] = []
    for glyph in sorted(row, key=lambda each: each.x0):
        last = pieces[-1][-1] if pieces else None
        if last and _twice(last, glyph):
            continue
        if last and glyph.x0 - last.x1 <= APART * max(glyph.style.size, last.style.size):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [_piece(each) for each in pieces]


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
    for row in [*(_cut(row, gutter) for row in rows), None]:
        if row is not None and not any(piece.x0 < gutter < piece.x1 for piece in row):
            left.append([piece for piece in row if piece.x1 <= gutter])
            right.append([piece for piece in row if piece.x0 >= gutter])
            continue
        yield from _flow([each for each in left if each], 2 * column + 1)
        yield from _flow([each for each in right if each], 2 * column + 2)
        left, right = [], []
        if row is not None:
            yield row, column


def _cut(row: list[Piece], gutter: float) -> list[Piece]:
    """A row that stops hanging out of the left column make one piece with the right."""
    cut: list[Piece] = []
    for piece in row:
        left = [glyph for glyph in piece.glyphs if glyph.x1 <= gutter]
        right = list(piece.glyphs[len(left) :])
        if left and right and right[0].x0 >= gutter and right[0].x0 - left[-1].x1 > 0.4 * left[-1].style.size:
            cut += [_piece(left), _piece(right)]
        else:
            cut.append(piece)
    return cut


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    return Piece(tuple(glyphs), glyphs[0].x0, max(glyph.x1 for glyph in glyphs))


def _gutter(rows: list[list[Piece]]) -> float | None:
    """Where hardly any text stands although there are lines on both sides, full ones."""
    inked = [span for row in rows for piece in row for span in _inked(piece)]
    if len(inked) < 8:
        return None
    left, right = min(a for a, _ in inked), max(b for _, b in inked)
    width = right - left
    if not 0 < width < 20_000:
        return None
    cover = [0] * (int(width / BIN) + 2)
    for a, b in inked:
        cover[int((a - left) / BIN)] += 1
        cover[int((b - left) / BIN) + 1] -= 1
    covered = list(accumulate(cover))
    middle = range(int(0.2 * len(covered)), int(0.8 * len(covered)))
    least = min((covered[place] for place in middle), default=len(inked))
    # The last of the emptiest places: the right column is straight at its left, stops may hang out of the other.
    gutter = left + BIN * max((place for place in middle if covered[place] == least), default=0)
    crossing = sum(any(a < gutter < b for a, b in _inked(piece)) for row in rows for piece in row)
    return gutter if 4 * crossing < len(rows) and _filled([_cut(row, gutter) for row in rows], gutter) else None


def _inked(piece: Piece) -> Iterator[tuple[float, float]]:
    """From where to where a piece has no gap at all."""
    start = stop = piece.x0
    for glyph in piece.glyphs:
        if glyph.x0 - stop > 0.4 * glyph.style.size:
            yield start, stop
            start = glyph.x0
        stop = max(stop, glyph.x1)
    yield start, stop


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
