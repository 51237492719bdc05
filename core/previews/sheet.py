"""The first rows of a table as HTML."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from html import escape
from itertools import islice
from xml.etree import ElementTree

from core.exporters.office import OFFICE
from core.previews.view import View

ROWS = 24
NARROW, WIDE = 48, 300
"""The least and the greatest width of a column, in pixels."""
_LETTER = 14
_LINES = "border-collapse:collapse;border-style:solid;border-color:#cfc9bb;"
_S = f"{{{OFFICE}/spreadsheetml/2006/main}}"


def values(data: bytes) -> View:
    """CSV."""
    return _table(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def workbook(data: bytes) -> View:
    """The sheet of an Excel file of ours."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return _table(_cells(row) for row in sheet.iter(f"{_S}row"))


def _cells(row: ElementTree.Element) -> list[str]:
    """The cells of a row, at the places that their names say."""
    found: dict[int, str] = {}
    for cell in row:
        place = ord(re.sub(r"\d", "", cell.get("r", "A"))) - ord("A")
        found[place] = "".join(each.text or "" for each in cell.iter() if each.tag in (f"{_S}t", f"{_S}v"))
    return [found.get(place, "") for place in range(max(found, default=-1) + 1)]


def _table(rows: Iterable[list[str]]) -> View:
    shown = list(islice(rows, ROWS + 1))
    count = max(map(len, shown), default=0)
    shown = [[*row, *[""] * (count - len(row))] for row in shown]
    longest = (max(max(map(len, cell.split("\n"))) for cell in column) for column in zip(*shown, strict=True))
    widths = [min(WIDE, max(NARROW, _LETTER * letters + 12)) for letters in longest]
    body = "".join(_row(row, widths, number == 0) for number, row in enumerate(shown))
    return View(f'<table width="{sum(widths)}" cellpadding="4" border="1" style="{_LINES}">{body}</table>')


def _row(row: list[str], widths: list[int], head: bool) -> str:
    tag = "th" if head else "td"
    cells = (
        f'<{tag} width="{width}" align="left" valign="top">{escape(cell).replace(chr(10), "<br>")}</{tag}>'
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
