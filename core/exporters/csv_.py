"""CSV: a row a mark, for spreadsheets. It begins with a byte order mark, without which Excel and WPS guess."""

from __future__ import annotations

from collections.abc import Iterable

from core.exporters.format import Exporter
from core.exporters.table import COLUMNS, Cell, is_formula, rows
from core.model import Notebook


def render(notebook: Notebook) -> str:
    """The marks of one speech."""
    return render_all([notebook])


def render_all(notebooks: Iterable[Notebook]) -> str:
    """The marks of many speeches."""
    import csv
    import io

    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows([_defused(cell) for cell in row] for row in rows(notebooks))
    return "\ufeff" + file.getvalue()


def _defused(cell: Cell) -> Cell:
    """Text behind an apostrophe, where a spreadsheet would take it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell


CSV = Exporter("csv", ".csv", render, render_all)
