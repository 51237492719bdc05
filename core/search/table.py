"""Hits as a table: CSV for spreadsheets, in which no text is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from core.exporters.table import is_formula
from core.search.rows import Row

COLUMNS = ("讲话", "讲话人", "日期", "标题", "左文", "命中", "右文", "起", "止")


def written(rows: Iterable[Row]) -> str:
    """The table, with a byte order mark, without which Excel and WPS guess."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        words = (row.title, row.speaker, row.date, " / ".join(row.section), row.left, row.match, row.right)
        writer.writerow((*(_plain(each) for each in words), row.start, row.stop))
    return "\ufeff" + file.getvalue()


def _plain(text: str) -> str:
    text = " ".join(text.split())
    return f"'{text}" if is_formula(text) else text
