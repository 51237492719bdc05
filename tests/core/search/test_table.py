"""Hits as a table: words stay words, numbers numbers."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from core.problem import Problem
from core.search import table
from core.search.rows import Row

ROW = Row("d", "=1+1", "赵𫖯", "2026-01-05", "text", 3, 5, "-左\n文", "修渠", "+右", ("一、今年", "（一）水"), "")
CELLS = ["=1+1", "赵𫖯", "2026-01-05", "一、今年 / （一）水", "-左 文", "修渠", "+右"]


def test_csv_holds_no_formula() -> None:
    written = table.as_csv([ROW])
    assert written.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(written.removeprefix("\ufeff")))
    assert head[5] == "命中"
    assert [cell.removeprefix("'") for cell in row] == [*CELLS, "3", "5"]
    assert [cell[0] for cell in row if cell[0] in "=+-"] == []


def test_xlsx_holds_words_and_numbers() -> None:
    sheet = load_workbook(io.BytesIO(table.as_xlsx([ROW]))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [[*CELLS, 3, 5]]
    assert {cell.data_type for cell in sheet[2]} == {"s", "n"}


@pytest.mark.parametrize("write", [table.as_csv, table.as_xlsx])
def test_a_table_too_long_is_refused(write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST", 2)
    assert write([ROW] * 2)
    with pytest.raises(Problem, match="at most"):
        write([ROW] * 3)
