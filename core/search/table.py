"""Hits as a table for spreadsheets: CSV, or XLSX. No text is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from core.exporters.office import plain
from core.exporters.table import Cell, Column, is_formula
from core.problem import Problem
from core.search.rows import Row

MOST = 200_000
"""Rows of one table."""
COLUMNS = (
    Column("讲话", 28),
    Column("讲话人", 10),
    Column("日期", 12),
    Column("标题", 32),
    Column("左文", 40),
    Column("命中", 16),
    Column("右文", 40),
    Column("起", 8),
    Column("止", 8),
)


def as_csv(rows: Iterable[Row]) -> str:
    """The table with a byte order mark, without which Excel and WPS guess. Raises Problem where it is too long."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows([_defused(cell) for cell in cells] for cells in _cells(rows))
    return "\ufeff" + file.getvalue()


def as_xlsx(rows: Iterable[Row]) -> bytes:
    """The table on one sheet, its first row frozen and with filters. Raises Problem where it is too long."""
    from core.exporters.xlsx import book_of

    return book_of("检索结果", "检索结果", COLUMNS, _cells(rows))


def _cells(rows: Iterable[Row]) -> Iterator[tuple[Cell, ...]]:
    some = iter(rows)
    for row in islice(some, MOST):
        words = (row.title, row.speaker, row.date, " / ".join(row.section), row.left, row.match, row.right)
        yield (*(plain(" ".join(each.split())) for each in words), row.start, row.stop)
    if next(some, None) is not None:
        raise Problem("search.too_many_rows", most=f"{MOST:,}")


def _defused(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell
