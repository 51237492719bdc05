"""OPML of the outline, for outliners and mind maps; of many speeches, each below its title."""

from __future__ import annotations

from collections.abc import Iterable

from core.exporters.format import Exporter
from core.model import Notebook, Section, Span
from core.outline_forms import opml


def render(notebook: Notebook) -> str:
    """The headings of one speech."""
    return opml(notebook.document.title, notebook.document.sections)


def render_all(notebooks: Iterable[Notebook]) -> str:
    """The headings of many speeches."""
    nowhere = Span(0, 0)
    titles = (
        Section("part", 1, "", each.document.title, nowhere, nowhere, each.document.sections) for each in notebooks
    )
    return opml("", titles)


OPML = Exporter("opml", ".opml", render, render_all)
