"""The JSON of the Hypothesis client: positions in UTF-16 units, a tag as its path, the note as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from core import __version__
from core.exporters.format import Exporter
from core.guids import borne, by_path, guid
from core.marks import selector
from core.model import Annotation, Notebook
from core.records import Record

PLACE = "piyue"
"""What stands where accounts have their server."""


def units(text: str) -> list[int]:
    """How many UTF-16 units stand before each code point, and before the end."""
    found, count = [0], 0
    for each in text:
        count += 2 if each > "\uffff" else 1
        found.append(count)
    return found


def render(notebook: Notebook) -> str:
    """One speech's marks."""
    return render_all([notebook])


def render_all(notebooks: Iterable[Notebook]) -> str:
    """The marks of many speeches."""
    rows = [row for notebook in notebooks for row in _rows(notebook)]
    date = max((row["updated"] for row in rows), default="")
    whole = {"export_date": date, "export_userid": _account(""), "client_version": f"piyue {__version__}"}
    return json.dumps({**whole, "annotations": rows}, ensure_ascii=False, indent=1) + "\n"


def _rows(notebook: Notebook) -> Iterator[Record]:
    paths, places = by_path(notebook.tags), units(notebook.document.text)
    for mark in notebook.annotations:
        yield _row(mark, notebook, [paths[tag.id] for tag in borne(mark.tags, notebook.tags)], places)


def _row(mark: Annotation, notebook: Notebook, tags: list[str], places: list[int]) -> Record:
    document, span = notebook.document, mark.span
    uri, user = f"urn:sha256:{document.digest}", _account(mark.creator)
    words = selector(document.text, span) if span else (mark.quote, mark.prefix, mark.suffix)
    selectors: list[Record] = []
    if span:
        position = {"start": places[span.start], "end": places[span.stop]}
        selectors.append({"type": "TextPositionSelector", **position})
    selectors.append({"type": "TextQuoteSelector", **dict(zip(("exact", "prefix", "suffix"), words, strict=True))})
    return {
        "id": guid(mark.id),
        "created": mark.created,
        "updated": mark.modified,
        "user": user,
        "uri": uri,
        "text": mark.note,
        "tags": tags,
        "group": "__world__",
        "permissions": {"read": [user]},
        "document": {"title": [document.title]},
        "links": {},
        "target": [{"source": uri, "selector": selectors}],
    }


def _account(name: str) -> str:
    return f"acct:{name}@{PLACE}"


HYPOTHESIS = Exporter("hypothesis", ".json", render, render_all)
