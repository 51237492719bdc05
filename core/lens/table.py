"""A plain table: what every lens comes down to, and what leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Value = str | int | float | None
"""What stands in a cell; None is an empty one."""


class Column(NamedTuple):
    """A column: what it is called, how many places its numbers have behind the point (None: it holds words), what
    it tells."""

    title: str
    places: int | None = None
    hint: str = ""

    def shown(self, value: Value) -> str:
        """A cell as it reads."""
        if value is None:
            return ""
        if isinstance(value, str) or self.places is None:
            return str(value)
        return f"{value:,.{self.places}f}"


class Table(NamedTuple):
    """Rows of cells below their columns."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]


def tabbed(table: Table) -> str:
    """The table for the clipboard: cells between tabs, a line a row, the titles first."""
    titles = [column.title for column in table.columns]
    cells = [
        [_plain(column.shown(value)) for column, value in zip(table.columns, row, strict=True)] for row in table.rows
    ]
    return "".join("\t".join(row) + "\n" for row in [titles, *cells])


def _plain(text: str) -> str:
    return " ".join(text.replace(",", "").split()) if _is_number(text) else " ".join(text.split())


def _is_number(text: str) -> bool:
    return bool(text) and not text.strip("-0123456789,.")
