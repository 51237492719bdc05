"""Where marks that come in stand in the text that they come to.

By their positions, where the texts are one; by ``relocate``, where the file brings its own text; else by
quotation and context. What is found by none of these is an orphan.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.anchor import candidates, relocate
from core.exporters.hypothesis import units
from core.importers.format import Speech
from core.marks import selector
from core.model import Annotation, Document, Span
from core.text import digest, normalise

ENOUGH = 0.7
"""How like its quotation in its context a passage must be."""
NEAREST = 8
"""Places that are weighed where a quotation stands in several."""


def placed(speech: Speech, document: Document) -> list[Annotation]:
    """The marks of a speech in a text, each with what finds its passage again."""
    spans = _spans(speech, document)
    return [_placed(mark, span, document) for mark, span in zip(speech.marks, spans, strict=True)]


def _spans(speech: Speech, document: Document) -> list[Span | None]:
    marks, text = speech.marks, document.text
    given = [mark.span for mark in marks]
    if speech.utf16:
        given = _from_units(given, text if speech.text is None else speech.text)
    if speech.text is not None:
        own = normalise(speech.text)
        given = given if own == speech.text else moved(speech.text, given)
        if own == text:
            return [_within(span, text) for span in given]
        return _relocated(own, text, given, marks)
    if speech.digest == document.digest:
        return [
            span if span and _says(text, span, mark) else _found(text, mark, span) if mark.state != "orphan" else None
            for mark, span in zip(marks, (_within(span, text) for span in given), strict=True)
        ]
    return [_found(text, mark, span) for mark, span in zip(marks, given, strict=True)]


def _relocated(own: str, text: str, given: Sequence[Span | None], marks: Sequence[Annotation]) -> list[Span | None]:
    inside = [_within(span, own) for span in given]
    places = iter(relocate(own, text, [(span.start, span.stop) for span in inside if span]))
    found = [Span(*place) if span and (place := next(places)) else None for span in inside]
    return [span or _found(text, mark, None) for mark, span in zip(marks, found, strict=True)]


def _within(span: Span | None, text: str) -> Span | None:
    return span if span and span.stop <= len(text) else None


def _says(text: str, span: Span, mark: Annotation) -> bool:
    return not mark.quote or text[span.start : span.stop] == mark.quote or mark.state in ("changed", "moved")


def _found(text: str, mark: Annotation, near: Span | None) -> Span | None:
    """The place of a quotation; of several that are as good, the one nearest to where it stood."""
    quote, prefix, suffix = (normalise(each) for each in (mark.quote, mark.prefix, mark.suffix))
    if not quote.strip():
        return None
    whole = prefix + quote + suffix
    at = text.find(whole) if prefix or suffix else -1
    if at >= 0 and text.find(whole, at + 1) < 0:
        return Span(at + len(prefix), at + len(prefix) + len(quote))
    if near and text[near.start : near.stop] == quote and not (prefix or suffix):
        return near
    good = [each for each in candidates(text, quote, prefix, suffix, NEAREST) if each.likeness > ENOUGH]
    origin = near.start if near else 0
    best = min(good, key=lambda each: (-each.likeness, abs(each.start - origin)), default=None)
    return Span(best.start, best.stop) if best else None


def _placed(mark: Annotation, span: Span | None, document: Document) -> Annotation:
    if span is None:
        return replace(mark, document=document.digest, span=None, state="orphan")
    here = selector(document.text, span)
    same = "".join(here.quote.split()) == "".join(mark.quote.split())
    state = mark.state if mark.state in ("moved", "changed") else "anchored" if same or not mark.quote else "changed"
    kept = (mark.quote, mark.prefix, mark.suffix) if mark.prefix or mark.suffix or not same else here
    quote, prefix, suffix = kept if mark.quote else here
    mark = replace(mark, document=document.digest, span=span, state=state, former="")
    return replace(mark, quote=quote, prefix=prefix, suffix=suffix)


def _from_units(spans: Iterable[Span | None], text: str) -> list[Span | None]:
    """Spans of UTF-16 units as spans of code points; what ends outside the text, or in a character, is none."""
    places = units(text)

    def point(unit: int) -> int | None:
        at = bisect_left(places, unit)
        return at if at < len(places) and places[at] == unit else None

    found: list[Span | None] = []
    for span in spans:
        start, stop = (point(span.start), point(span.stop)) if span else (None, None)
        found.append(Span(start, stop) if start is not None and stop is not None else None)
    return found


def moved(raw: str, spans: Sequence[Span | None]) -> list[Span | None]:
    """Spans of a text as a file has it, with its CRLF and its BOM, as spans of the normalised text."""
    points = sorted({point for span in spans if span for point in (span.start, span.stop)})
    where, before, count = dict[int, int](), 0, 0
    for point in points:
        cut = point - 1 if raw[point - 1 : point + 1] == "\r\n" else point
        count += len(normalise(raw[before:cut]))
        where[point], before = count, max(before, cut)
    made = (Span(where[span.start], where[span.stop]) if span else None for span in spans)
    return [span if span and span.start < span.stop else None for span in made]


def named(speech: Speech) -> str:
    """The digest of the text that a speech's marks were made in; empty where it is not known."""
    return digest(normalise(speech.text)) if speech.text is not None else speech.digest
