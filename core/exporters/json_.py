"""JSON: everything the library knows of a speech, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterable

from core.exporters.format import Exporter
from core.heading_paths import HeadingPaths, wording
from core.model import Notebook
from core.records import Record, annotation_record, document_record, node_records, tag_record
from core.text import legible

VERSION = 1
"""Of this format; a reader refuses what is higher."""


def render(notebook: Notebook) -> str:
    """One speech as one object."""
    return _written(_record(notebook))


def render_all(notebooks: Iterable[Notebook]) -> str:
    """Many speeches as a list of such objects."""
    return _written([_record(notebook) for notebook in notebooks])


def _record(notebook: Notebook) -> Record:
    document, paths = notebook.document, HeadingPaths(notebook.document.sections)
    source = legible(document.source) if document.source else None
    return {
        "format": "piyue",
        "version": VERSION,
        "document": {**document_record(document), "source": source, "text": document.text},
        "outline": node_records(document.sections),
        "tags": [tag_record(tag) for tag in notebook.tags.values()],
        "annotations": [
            {
                **annotation_record(mark),
                "section": [wording(section) for section in paths.above(mark.span)],
                "page": document.page(mark.span.start) if mark.span else 0,
            }
            for mark in notebook.annotations
        ],
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


JSON = Exporter("json", ".json", render, render_all)
