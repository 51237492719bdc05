"""Marks as simple rich text, to be pasted or dropped into Word or a mail: quotation with source, tags, note."""

from __future__ import annotations

import html
from collections.abc import Iterator

from core.exporters.looks import stars, tag_paths
from core.exporters.office import plain
from core.heading_paths import HeadingPaths
from core.model import Annotation, Notebook, Section
from core.quotation import LINE, quoted

_SOFT = "color:#6d6a63"


def quotations(notebook: Notebook, template: str = LINE) -> str:
    """The marks as plain text, each with its source as a template has it; one that takes lines stands apart."""
    found = [_quoted(notebook, mark, above, template) for mark, above in _marks(notebook)]
    return ("\n\n" if any("\n" in each for each in found) else "\n").join(found)


def fragment(notebook: Notebook, template: str = LINE) -> str:
    """The same as HTML, with tags and note below each: nothing but paragraphs, so that every program takes it."""
    return "\n".join(line for mark, above in _marks(notebook) for line in _lines(notebook, mark, above, template))


def _marks(notebook: Notebook) -> Iterator[tuple[Annotation, tuple[Section, ...]]]:
    paths = HeadingPaths(notebook.document.sections)
    for mark in notebook.annotations:
        yield mark, paths.above(mark.span)


def _quoted(notebook: Notebook, mark: Annotation, above: tuple[Section, ...], template: str) -> str:
    names = [notebook.tags[id].name for id in mark.tags if id in notebook.tags]
    said = mark.quote if mark.span is None else None
    return quoted(template, notebook.document, above, mark.span, passage=said, note=mark.note, tags=names)


def _lines(notebook: Notebook, mark: Annotation, above: tuple[Section, ...], template: str) -> Iterator[str]:
    for line in _quoted(notebook, mark, above, template).split("\n"):
        yield f"<p>{_safe(line)}</p>"
    tags = " · ".join((*tag_paths(notebook, mark), *filter(None, (stars(mark),))))
    note = "<br>".join(_safe(line) for line in mark.note.strip().split("\n")) if mark.note.strip() else ""
    if tags or note:
        head = f'<span style="{_SOFT}">【{_safe(tags)}】</span>' if tags else ""
        yield f'<p style="margin-left:2em">{head}{note}</p>'


def _safe(text: str) -> str:
    return html.escape(plain(text), quote=False)
