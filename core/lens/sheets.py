"""A table of the lens as a file for spreadsheets."""

from __future__ import annotations

import csv
import io

from core.exporters.table import Column as Wide
from core.exporters.table import is_formula
from core.exporters.xlsx import book_of
from core.lens.table import Table, Value

NARROW, WIDE = 12, 40
"""Characters of a column of numbers, and of one of words."""


def as_csv(table: Table) -> str:
    """CSV with a byte order mark, without which Excel and WPS guess; numbers are whole, words never formulas."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.title for column in table.columns)
    writer.writerows([_defused(value) for value in row] for row in table.rows)
    return "\ufeff" + file.getvalue()


def as_xlsx(table: Table) -> bytes:
    """XLSX with one sheet, its first row frozen and with filters."""
    columns = [Wide(column.title, WIDE if column.places is None else NARROW) for column in table.columns]
    return book_of(table.title, "Sheet1", columns, table.rows)


def _defused(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value
