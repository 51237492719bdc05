from __future__ import annotations

import pytest

from core.lens.outlines import aligned
from core.model import Document
from core.outline import parse


def speech(*lines: str) -> Document:
    text = "\n".join(
        line if line[0] in "一二三四（" else f"{line}这里再多写几句，说明怎么做、谁来做。" for line in lines
    )
    return Document("d", "", "", "", "", text, parse(text))


LAST = speech(
    "一、总结治河工作",
    "去年清了淤。",
    "（一）清理河道淤泥",
    "好。",
    "（二）拆除沿河违建",
    "好。",
    "二、安排今年工作",
    "干。",
)
THIS = speech(
    "一、回顾治河工作",
    "清了淤。",
    "（一）河道淤泥得到清理",
    "好。",
    "（二）群众参与治河",
    "好。",
    "（三）拆除违建",
    "好。",
    "二、修好乡村公路",
    "修。",
    "三、安排今年工作",
    "干。",
)


def table(*speeches: Document) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.depth, tuple(s.title if s else "" for s in row.sections)) for row in aligned(speeches)]


def test_headings_that_are_alike_stand_in_one_row_and_the_order_is_kept() -> None:
    assert table(LAST, THIS) == [
        (0, ("总结治河工作", "回顾治河工作")),
        (1, ("清理河道淤泥", "河道淤泥得到清理")),
        (1, ("", "群众参与治河")),
        (1, ("拆除沿河违建", "拆除违建")),
        (0, ("", "修好乡村公路")),
        (0, ("安排今年工作", "安排今年工作")),
    ]


def test_a_third_and_a_fourth_are_aligned_with_the_rows_that_are_there() -> None:
    rows = table(LAST, THIS, LAST, THIS)
    assert rows[0] == (0, ("总结治河工作", "回顾治河工作", "总结治河工作", "回顾治河工作"))
    assert (0, ("", "修好乡村公路", "", "修好乡村公路")) in rows
    assert len(rows) == 6


@pytest.mark.parametrize(
    "speeches", [(LAST,), (THIS, THIS), (THIS, LAST), (speech("干。"), THIS), (speech("干。"), speech("干。"))]
)
def test_every_heading_stands_in_one_row_in_its_order(speeches: tuple[Document, ...]) -> None:
    rows = aligned(speeches)
    for number, each in enumerate(speeches):
        told = [row.sections[number] for row in rows if row.sections[number]]
        assert told == [section for section in each.walk() if section.is_heading]


def test_how_alike_a_row_is_is_told() -> None:
    rows = aligned((LAST, THIS))
    assert rows[-1].likeness == 1.0
    assert 0 < rows[0].likeness < 1
    assert rows[2].likeness == 0.0
