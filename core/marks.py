"""A new annotation for a passage, with what finds the passage again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import CONTEXT, Annotation, Change, Document, Span

if TYPE_CHECKING:
    from core.readers.format import Remark


def mark(
    document: Document,
    span: Span,
    tags: Iterable[str] = (),
    note: str = "",
    *,
    id: str,
    now: str,
    creator: str = "",
) -> Annotation:
    """An annotation of ``span`` with its quote and CONTEXT code points of text on either side."""
    text = document.text
    return Annotation(
        id=id,
        document=document.digest,
        span=span,
        quote=text[span.start : span.stop],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.stop : span.stop + CONTEXT],
        tags=tuple(tags),
        note=note,
        creator=creator,
        created=now,
        modified=now,
    )


def remarked(document: Document, remarks: Iterable[Remark], now: str) -> Change:
    """The annotations that a file brings along: its own comments and highlights.

    Their ids follow from what they are, so that a file read twice brings nothing twice.
    """
    from uuid import NAMESPACE_URL, uuid5

    found: dict[str, Annotation] = {}
    for each in remarks:
        if each.span.start < each.span.stop <= len(document.text):
            told = f"{document.digest} {each.span.start} {each.span.stop} {each.creator} {each.created} {each.note}"
            made = mark(document, each.span, (), each.note, id=str(uuid5(NAMESPACE_URL, told)), now=now)
            when = each.created or now
            found[made.id] = replace(made, creator=each.creator, created=when, modified=when, colour=each.colour)
    return Change(found)
