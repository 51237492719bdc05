"""A new annotation for a passage, with what finds the passage again."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import CONTEXT, Annotation, Document, Span


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
