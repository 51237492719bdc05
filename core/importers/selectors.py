"""Where a mark stands, as the W3C's selectors say it; Hypothesis has them too."""

from __future__ import annotations

from collections.abc import Iterable

from core.importers.records import Record, span, text
from core.model import Annotation


def anchored(selectors: Iterable[Record]) -> Annotation | None:
    """A mark with its place and its quotation, and nothing else yet; None where a file gives neither."""
    by_kind = {text(each.get("type")): each for each in selectors}
    quote, place = by_kind.get("TextQuoteSelector", {}), by_kind.get("TextPositionSelector", {})
    where, words = span(place.get("start"), place.get("end")), text(quote.get("exact"))
    if not where and not words:
        return None
    around = text(quote.get("prefix")), text(quote.get("suffix"))
    return Annotation("", "", where, words, *around, state="anchored" if where else "orphan")
