"""Marks as a table: a row a mark, what CSV and XLSX have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.exporters.looks import tag_paths, title
from core.exporters.office import plain
from core.heading_paths import HeadingPaths, wording
from core.marks import words
from core.model import Notebook

Cell = str | int | None
_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula; some do so with full-width signs."""


class Column(NamedTuple):
    """A column: its name, and how many characters wide it is."""

    name: str
    width: int


COLUMNS = (
    Column("讲话", 28),
    Column("标题", 32),
    Column("页", 6),
    Column("原文", 60),
    Column("标签", 16),
    Column("批注", 40),
    Column("星级", 6),
    Column("作者", 10),
    Column("时间", 21),
    Column("起", 8),
    Column("止", 8),
)


def rows(notebooks: Iterable[Notebook]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each mark; None is an empty cell. Start and stop are code points, and empty for what is lost."""
    for notebook in notebooks:
        document, paths = notebook.document, HeadingPaths(notebook.document.sections)
        for mark in notebook.annotations:
            span = mark.span
            yield (
                plain(title(notebook)),
                plain(" / ".join(" ".join(wording(each).split()) for each in paths.above(span))),
                (document.page(span.start) or None) if span else None,
                plain(words(document.text, mark)),
                plain("、".join(tag_paths(notebook, mark))),
                plain(mark.note),
                mark.stars or None,
                plain(mark.creator),
                plain(mark.created),
                span.start if span else None,
                span.stop if span else None,
            )


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that reads this text might reckon."""
    return text.startswith(_FORMULAS)
