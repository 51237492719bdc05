"""A table as it reads, and what leaves it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from core.lens.sheets import as_csv, as_xlsx
from core.lens.table import Column, Table, Value, tabbed

COLUMNS = (Column("词"), Column("次数", 0), Column("每千词", 1))
TABLE = Table("词表", COLUMNS, [["修", 1200, 3.25], ["=A1\t,渠", None, 0.5]])


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("修", None, "修"), (1234, 0, "1,234"), (3.14159, 2, "3.14"), (None, 1, ""), (3, 1, "3.0"), ("—", 1, "—")],
)
def test_a_cell_as_it_reads(value: Value, places: int | None, shown: str) -> None:
    assert Column("", places).shown(value) == shown


def test_a_table_for_the_clipboard_has_numbers_that_a_spreadsheet_reads() -> None:
    assert tabbed(TABLE) == "词\t次数\t每千词\n修\t1200\t3.2\n=A1 ,渠\t\t0.5\n"


def test_csv_has_whole_numbers_and_no_formulas() -> None:
    text = as_csv(TABLE)
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:]))) == [
        ["词", "次数", "每千词"],
        ["修", "1200", "3.25"],
        ["'=A1\t,渠", "", "0.5"],
    ]


def test_xlsx_is_read_by_another_program(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "table.xlsx"
    path.write_bytes(as_xlsx(TABLE))
    sheet = load_workbook(path).worksheets[0]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        ["词", "次数", "每千词"],
        ["修", 1200, 3.25],
        ["=A1\t,渠", None, 0.5],
    ]
    assert sheet["A3"].data_type == "s"
