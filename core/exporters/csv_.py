"""CSV: a row a mark, for spreadsheets. It begins with a byte order mark, without which Excel and WPS guess."""

from __future__ import annotations

from collections.abc import Iterable

from core.exporters.format import Exporter, Option
from core.exporters.table import COLUMNS, Cell, is_formula, rows
from core.model import Notebook


def render(notebook: Notebook, bom: bool = True) -> str:
    """The marks of one speech."""
    return render_all([notebook], bom)


def render_all(notebooks: Iterable[Notebook], bom: bool = True) -> str:
    """The marks of many speeches; ``bom`` is the byte order mark."""
    import csv
    import io

    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in COLUMNS)
    writer.writerows([_defused(cell) for cell in row] for row in rows(notebooks))
    return "\ufeff" * bom + file.getvalue()


def _defused(cell: Cell) -> Cell:
    """Text behind an apostrophe, where a spreadsheet would take it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell


CSV = Exporter("csv", ".csv", render, render_all, options=(Option("bom", True),))
