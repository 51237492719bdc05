"""Notes out of the library. EXPORTERS is the one list; a format is one file and one row."""

from __future__ import annotations

from core.exporters.cards import CARDS
from core.exporters.csv_ import CSV
from core.exporters.docx import DOCX
from core.exporters.format import Exporter
from core.exporters.html_ import HTML
from core.exporters.json_ import JSON
from core.exporters.markdown import MARKDOWN
from core.exporters.xlsx import XLSX

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter for exporter in (MARKDOWN, JSON, DOCX, CARDS, CSV, XLSX, HTML)
}
"""By the name that ``piyue export --to`` knows."""
