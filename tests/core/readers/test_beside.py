"""Notes in the margin of a page: they are told by their smaller type right of all that they stand beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.readers.beside import parted
from core.readers.pdf import read
from core.readers.placed import Glyph, Style
from tests.core.readers.printed import Words, paragraph, pdf

SPEECH = "今天开会，只讲修渠这一件事。全县修渠一百二十公里，比上年多修三成，受益农户五千户，大家都说这件事办得好。"
AGAIN = "老渠漏水，是各村反映最多的问题。先把老渠补好，再把新渠修好，新渠修到哪里，路就要通到哪里，账目都要公开。"


def row(text: str, x: float, y: float, size: float) -> list[Glyph]:
    return [Glyph(each, x + n * size, x + (n + 1) * size, y, Style("", size)) for n, each in enumerate(text)]


FULL = [glyph for n in range(4) for glyph in row("修" * 24, 50, 100 + 20 * n, 12)]
NOTE = row("核对数字", 360, 100, 8)


@pytest.mark.parametrize(
    ("glyphs", "beside"),
    [
        (FULL + NOTE, 4),
        (FULL + NOTE * 60, 240),
        (FULL + row("同样大", 360, 100, 12), 0),
        (FULL + row("1", 200, 100, 7), 0),
        (row("修" * 24, 50, 100, 12) + NOTE, 0),
        ([glyph for n in range(6) for glyph in row("修" * 8, 50, 100 + 20 * n, 12)] + NOTE, 0),
        ([], 0),
    ],
    ids=["a note", "many notes", "a cell", "a raised number", "one line", "a narrow column", "nothing"],
)
def test_what_is_small_and_right_of_the_text_stands_beside_it(glyphs: list[Glyph], beside: int) -> None:
    text, found = parted(glyphs)
    assert len(found) == beside
    assert len(text) == len(glyphs) - beside


def test_a_note_comes_after_the_paragraph_that_it_stands_beside_also_over_the_end_of_a_page() -> None:
    lines = paragraph(SPEECH * 2, 120, size=12, left=60, columns=26)
    note = [Words(400, 150, "问水利局，何时办好", 8)]
    whole = [*lines[:3], *note], [words._replace(y=120 + 28 * n) for n, words in enumerate(lines[3:])]
    more = paragraph(AGAIN, 120 + 28 * len(whole[1]), size=12, left=60, columns=26)
    reading = read(pdf([[*whole[0]], [*whole[1], *more]]), Path("讲话.pdf"))
    assert reading.text.split("\n") == [SPEECH * 2, "问水利局，何时办好", AGAIN, ""]
