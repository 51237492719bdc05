"""What the formats are called in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def form_names() -> dict[str, str]:
    """The names of all formats, in the order in which they are offered."""
    return {
        "docx": translate("exporting", "Word, with comments"),
        "cards": translate("exporting", "Word, material cards"),
        "pdf": "PDF",
        "html": translate("exporting", "Web page"),
        "markdown": "Markdown",
        "xlsx": translate("exporting", "Table, Excel"),
        "csv": translate("exporting", "Table, CSV"),
        "json": "JSON",
        "opml": translate("exporting", "Outline, OPML"),
        "w3c": "W3C Web Annotation",
        "refi-qda": translate("exporting", "REFI-QDA project"),
        "codebook": translate("exporting", "REFI-QDA codebook"),
        "hypothesis": "Hypothesis",
        "doccano": "doccano",
    }
