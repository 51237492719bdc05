"""Notes out of the library. EXPORTERS is the one list; a format is one file and one row."""

from __future__ import annotations

from core.exporters.cards import CARDS
from core.exporters.csv_ import CSV
from core.exporters.doccano import DOCCANO
from core.exporters.docx import DOCX
from core.exporters.format import Exporter
from core.exporters.html_ import HTML
from core.exporters.hypothesis import HYPOTHESIS
from core.exporters.json_ import JSON
from core.exporters.markdown import MARKDOWN
from core.exporters.opml_ import OPML
from core.exporters.pdf import PDF
from core.exporters.refi import REFI_QDA
from core.exporters.refi_codes import CODEBOOK
from core.exporters.w3c import W3C
from core.exporters.xlsx import XLSX

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        MARKDOWN,
        JSON,
        DOCX,
        CARDS,
        CSV,
        XLSX,
        HTML,
        PDF,
        W3C,
        REFI_QDA,
        CODEBOOK,
        HYPOTHESIS,
        DOCCANO,
        OPML,
    )
}
"""By the name that ``piyue export --to`` knows."""
