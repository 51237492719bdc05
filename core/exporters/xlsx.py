"""XLSX: a row a mark, its first row frozen and with filters. Cells are text or numbers and never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.exporters.format import Exporter
from core.exporters.looks import title
from core.exporters.office import OFFICE, RELATED, Part, escaped, packed
from core.exporters.table import COLUMNS, Cell, Column, is_formula, rows
from core.model import Notebook

MOST = 32_767
"""UTF-16 units that a cell holds; what is longer ends with an ellipsis."""

_NAMES = f'xmlns="{OFFICE}/spreadsheetml/2006/main" xmlns:r="{RELATED}"'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD, _TEXT, _NUMBER, _QUOTED, _FRACTION = 1, 2, 3, 4, 5
"""Styles of cells, by their places below. A quoted one stays text when it is edited, as behind an apostrophe."""
_TOP = '<alignment vertical="top" wrapText="1"/>'
_STYLES = (
    f"<styleSheet {_NAMES}>"
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'
    '<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF1EEE7"/></patternFill></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">'
    '<alignment vertical="center"/></xf>'
    f'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_TOP}</xf>'
    f'<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_TOP}</xf>'
    f'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">{_TOP}</xf>'
    f'<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">{_TOP}</xf>'
    '</cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def render(notebook: Notebook) -> bytes:
    """The marks of one speech."""
    return _file(title(notebook), [notebook])


def render_all(notebooks: Iterable[Notebook]) -> bytes:
    """The marks of many speeches on one sheet."""
    return _file("批注", notebooks)


def _file(name: str, notebooks: Iterable[Notebook]) -> bytes:
    return book_of(name, "批注", COLUMNS, rows(notebooks))


def book_of(title: str, sheet: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell | float]]) -> bytes:
    """A file with one sheet, whose name needs no quotation marks: the columns' names, and the rows below them."""
    table = [tuple(column.name for column in columns), *rows]
    last = _letter(len(columns))
    area = f"A1:{last}{len(table)}"
    book = (
        f'<workbook {_NAMES}><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
        f"{sheet}!$A$1:${last}${len(table)}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{sheet}!$1:$1</definedName>'
        "</definedNames></workbook>"
    )
    part = _sheet(table, area, columns)
    others = [
        Part("xl/worksheets/sheet1.xml", f"{RELATED}/worksheet", f"{_TYPE}.worksheet+xml", part),
        Part("xl/styles.xml", f"{RELATED}/styles", f"{_TYPE}.styles+xml", _STYLES),
    ]
    return packed(Part("xl/workbook.xml", "", f"{_TYPE}.sheet.main+xml", book), others, title)


def _sheet(table: Iterable[Sequence[Cell | float]], area: str, columns: Sequence[Column]) -> str:
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{column.width}" customWidth="1"/>'
        for place, column in enumerate(columns, 1)
    )
    return (
        f'<worksheet {_NAMES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1"'
        ' workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{widths}</cols><sheetData>\n"
        + "\n".join(_row(number, cells) for number, cells in enumerate(table, 1))
        + f'\n</sheetData><autoFilter ref="{area}"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, cells: Iterable[Cell | float]) -> str:
    made = (_cell(f"{_letter(place)}{number}", cell, number == 1) for place, cell in enumerate(cells, 1))
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, cell: Cell | float, head: bool) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, int):
        return f'<c r="{place}" s="{_NUMBER}"><v>{cell}</v></c>'
    if isinstance(cell, float):
        return f'<c r="{place}" s="{_FRACTION}"><v>{cell!r}</v></c>'
    style = _HEAD if head else _QUOTED if is_formula(cell) else _TEXT
    # Excel reads _x0041_ as A, so what looks so is written with its own sign for the first stroke.
    text = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", _short(cell))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def _short(text: str) -> str:
    if len(text) <= MOST // 2 or len(data := text.encode("utf-16-le")) <= 2 * MOST:
        return text
    return data[: 2 * (MOST - 1)].decode("utf-16-le", "ignore") + "…"


def _letter(place: int) -> str:
    """The name of a column; there are fewer than 27."""
    return chr(ord("A") + place - 1)


XLSX = Exporter("xlsx", ".xlsx", render, render_all, is_text=False)
