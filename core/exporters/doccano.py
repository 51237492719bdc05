"""doccano's JSONL for labelled text: a line a speech, ``{"text", "label": [[start, end, "tag"]]}``, code points.

There is a label for each tag of a mark; marks without a tag, and lost ones, have none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from core.exporters.format import Exporter
from core.guids import borne, by_path
from core.model import Notebook


def render(notebook: Notebook) -> str:
    """One speech, one line."""
    paths = by_path(notebook.tags)
    labels = [
        [mark.span.start, mark.span.stop, paths[tag.id]]
        for mark in notebook.annotations
        if mark.span
        for tag in borne(mark.tags, notebook.tags)
    ]
    return json.dumps({"text": notebook.document.text, "label": labels}, ensure_ascii=False) + "\n"


def render_all(notebooks: Iterable[Notebook]) -> str:
    """Many speeches, a line each."""
    return "".join(map(render, notebooks))


DOCCANO = Exporter("doccano", ".jsonl", render, render_all)
