"""A new annotation for a passage, with what finds the passage again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from core.model import CONTEXT, Annotation, Change, Document, Span

if TYPE_CHECKING:
    from core.readers.format import Remark


class Selector(NamedTuple):
    """What finds a passage again: its words, and CONTEXT code points of text on either side."""

    quote: str
    prefix: str
    suffix: str


def selector(text: str, span: Span) -> Selector:
    """The selector of a passage."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.stop : span.stop + CONTEXT]
    return Selector(text[span.start : span.stop], before, after)


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
    quote, prefix, suffix = selector(document.text, span)
    return Annotation(
        id=id,
        document=document.digest,
        span=span,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
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

    from core.tags import nearest_colour

    found: dict[str, Annotation] = {}
    for each in remarks:
        if each.span.start < each.span.stop <= len(document.text):
            told = f"{document.digest} {each.span.start} {each.span.stop} {each.creator} {each.created} {each.note}"
            made = mark(document, each.span, (), each.note, id=str(uuid5(NAMESPACE_URL, told)), now=now)
            when = each.created or now
            colour = nearest_colour(each.colour) if each.colour else ""
            found[made.id] = replace(made, creator=each.creator, created=when, modified=when, colour=colour)
    return Change(found)


def resized(document: Document, annotation: Annotation, span: Span, *, now: str) -> Annotation:
    """The annotation with its ends where ``span`` has them: it is anchored there, by a selector made anew."""
    quote, prefix, suffix = selector(document.text, span)
    anew = replace(annotation, quote=quote, prefix=prefix, suffix=suffix, state="anchored")
    return replace(anew, span=span, modified=now)


def mark_all(
    document: Document,
    spans: Iterable[Span],
    tags: Sequence[str],
    standing: Iterable[Annotation],
    *,
    ids: Callable[[], str],
    now: str,
    creator: str = "",
) -> Change:
    """One change after which every span bears the tags. A mark that covers just such a span is given what it
    lacks; one that has them all is left as it is."""
    known = {mark.span: mark for mark in standing if mark.span is not None}
    made: dict[str, Annotation] = {}
    for span in spans:
        if (old := known.get(span)) is None:
            new = mark(document, span, tags, id=ids(), now=now, creator=creator)
            made[new.id] = new
        elif missing := tuple(tag for tag in tags if tag not in old.tags):
            made[old.id] = replace(old, tags=old.tags + missing, modified=now)
    return Change(made)


def words(text: str, annotation: Annotation) -> str:
    """What a marked passage says in a text as it is now; what was marked, where the passage was not found."""
    span = annotation.span
    return text[span.start : span.stop] if span else annotation.quote
