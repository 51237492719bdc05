"""A mark carries its quote and 32 code points on either side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.marks import mark, mark_all, remarked, resized
from core.model import Document, Span
from core.readers.format import Remark

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


NOW, LATER = "2026-01-05T08:30:00Z", "2026-01-06T08:30:00Z"
DOCUMENT = Document("d", "", "", "", "", TEXT, ())


def test_a_mark_with_other_ends_is_found_again_by_what_it_says_now() -> None:
    old = replace(mark(DOCUMENT, Span(40, 45), ["t"], "记下", id="a", now=NOW), state="changed")
    new = resized(DOCUMENT, old, Span(41, 46), now=LATER)
    anew = mark(DOCUMENT, Span(41, 46), ["t"], "记下", id="a", now=NOW)
    assert new == replace(anew, modified=LATER)


def test_marking_all_leaves_what_is_marked_so_already() -> None:
    done = mark(DOCUMENT, Span(0, 1), ["t", "u"], id="done", now=NOW)
    other = mark(DOCUMENT, Span(1, 2), ["u"], id="other", now=NOW)
    lost = replace(other, id="lost", span=None)
    ids = iter("xyz")
    spans = [Span(0, 1), Span(1, 2), Span(2, 3)]
    change = mark_all(DOCUMENT, spans, ["t"], [done, other, lost], ids=lambda: next(ids), now=LATER, creator="me")
    assert change.annotations == {
        "other": replace(other, tags=("u", "t"), modified=LATER),
        "x": mark(DOCUMENT, Span(2, 3), ["t"], id="x", now=LATER, creator="me"),
    }


def test_nothing_is_changed_where_all_is_marked() -> None:
    done = mark(DOCUMENT, Span(0, 1), ["t"], id="done", now=NOW)
    assert not mark_all(DOCUMENT, [Span(0, 1)], ["t"], [done], ids=str, now=LATER)


def test_what_a_file_marks_itself_becomes_marks_once_and_in_quiet_colours() -> None:
    document = Document("d", "", "", "", "", "先修渠，后修路。", ())
    remarks = [
        Remark(Span(0, 3), "补一句", "办公室", "2026-01-05T08:00:00Z"),
        Remark(Span(4, 7), colour="#ffff00"),
        Remark(Span(7, 99), "在文外"),
    ]
    change = remarked(document, remarks, "2026-02-01T00:00:00Z")
    one, two = (mark for mark in change.annotations.values() if mark)
    assert (one.quote, one.note, one.creator, one.created) == ("先修渠", "补一句", "办公室", "2026-01-05T08:00:00Z")
    assert (two.quote, two.colour, two.created) == ("后修路", "#ffcf57", "2026-02-01T00:00:00Z")
    assert remarked(document, remarks, "later").annotations.keys() == change.annotations.keys()
