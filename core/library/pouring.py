"""Rows that were found in a damaged file, put into the tables that they fit."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

Raw = tuple[int | None, tuple[object, ...]]
"""A rowid, None where there is none, and what a row holds."""


def pour(connection: sqlite3.Connection, rows: Iterable[Raw]) -> int:
    """Put rows of no known table into the tables that they fit by number and kind of columns; says how many fitted."""
    shapes, sorted_rows = _shapes(connection), dict[tuple[str, int], list[tuple[object, ...]]]()
    for rowid, values in rows:
        for shape in shapes:
            if (row := shape.fit(rowid, values)) is not None:
                sorted_rows.setdefault((shape.table, len(row)), []).append(row)
                break
    columns = {shape.table: [column.name for column in shape.columns] for shape in shapes}
    if any(table == "tags" for table, _ in sorted_rows):
        connection.execute("DELETE FROM tags")
    for (table, count), found in sorted_rows.items():
        named, places = ", ".join(columns[table][:count]), ", ".join("?" * count)
        connection.executemany(f"INSERT OR IGNORE INTO {table} ({named}) VALUES ({places})", found)
    return sum(map(len, sorted_rows.values()))


SIGNS = {"texts": (2, r"\{|$"), "outlines": (2, r"\[")}
"""Of tables that have columns of the same kinds: which column tells them apart, and how it begins."""


class _Column(NamedTuple):
    name: str
    kind: type
    needed: bool
    has_default: bool
    is_rowid: bool


class _Shape(NamedTuple):
    """A table: what a row must look like to be one of its rows. Later columns may be missing in old rows."""

    table: str
    columns: tuple[_Column, ...]
    without_rowid: bool

    def fit(self, rowid: int | None, values: tuple[object, ...]) -> tuple[object, ...] | None:
        columns = self.columns
        if (rowid is None) != self.without_rowid or len(values) > len(columns):
            return None
        if any(column.needed and not column.has_default for column in columns[len(values) :]):
            return None
        row = tuple(rowid if c.is_rowid and v is None else v for c, v in zip(columns, values, strict=False))
        place, sign = SIGNS.get(self.table, (len(row), ""))
        if place < len(row) and not re.match(sign, str(row[place])):
            return None
        fits = (isinstance(v, c.kind) or (v is None and not c.needed) for c, v in zip(columns, row, strict=False))
        return row if all(fits) else None


def _shapes(connection: sqlite3.Connection) -> list[_Shape]:
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql != ''").fetchall()
    shapes = list[_Shape]()
    for table, statement in tables:
        columns = list[_Column]()
        for _, name, kind, notnull, default, key in connection.execute(f"PRAGMA table_info({table})"):
            whole = kind == "INTEGER"
            needed, is_rowid = bool(notnull or key), bool(whole and key and "PRIMARY KEY (" not in statement)
            columns.append(_Column(name, int if whole else str, needed, default is not None, is_rowid))
        shapes.append(_Shape(table, tuple(columns), "WITHOUT ROWID" in statement))
    return shapes
