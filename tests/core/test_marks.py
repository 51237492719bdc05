"""A mark carries its quote and 32 code points on either side."""

from __future__ import annotations

import pytest

from core.marks import mark
from core.model import Document, Span

TEXT = "𠮷" * 40 + "先把渠修好，再把路修通。" + "赵𫖯" * 40


@pytest.mark.parametrize(
    ("span", "quote", "prefix", "suffix"),
    [
        (Span(40, 45), "先把渠修好", "𠮷" * 32, "，再把路修通。" + "赵𫖯" * 12 + "赵"),
        (Span(2, 3), "𠮷", "𠮷𠮷", "𠮷" * 32),
        (Span(len(TEXT) - 1, len(TEXT)), "𫖯", "𫖯" + "赵𫖯" * 15 + "赵", ""),
    ],
)
def test_a_mark_has_its_quote_and_context(span: Span, quote: str, prefix: str, suffix: str) -> None:
    document = Document("d", "", "", "", "", TEXT, ())
    made = mark(document, span, ["t"], "记下", id="a", now="2026-01-05T08:30:00Z", creator="me")
    assert (made.quote, made.prefix, made.suffix) == (quote, prefix, suffix)
    assert (made.id, made.document, made.span, made.tags, made.note) == ("a", "d", span, ("t",), "记下")
    assert made.created == made.modified == "2026-01-05T08:30:00Z"
    assert (made.creator, made.state) == ("me", "anchored")
