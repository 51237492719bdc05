"""What the first page of an exported file looks like, made from the file itself. VIEWS is the one list."""

from __future__ import annotations

from collections.abc import Callable

from core.previews import page, paper, project, sheet, word
from core.previews.view import View

LONGEST = 20_000
"""Code points shown of a plain text."""

VIEWS: dict[str, Callable[[bytes], View]] = {
    ".docx": word.view,
    ".xlsx": sheet.workbook,
    ".csv": sheet.values,
    ".html": page.view,
    ".pdf": paper.view,
    ".qdpx": project.view,
}
"""By the ending; every other file is text, and shown as it is."""


def view(data: bytes, suffix: str) -> View:
    """The first page of a file with this ending."""
    return VIEWS.get(suffix, text)(data)


def text(data: bytes) -> View:
    """A text as it is."""
    return View(plain=data.decode("utf-8-sig", "replace")[:LONGEST])
