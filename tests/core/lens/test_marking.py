from __future__ import annotations

from itertools import count

import pytest

from core.lens.marking import bears, marked
from core.marks import mark
from core.model import Annotation, Change, Document, Span, Tag

DOCUMENT = Document("d", "", "", "", "", "治河要快，治河要稳，治河要准", ())
TAGS = {"1": Tag("1", "数据", "#bee4ff")}


def change(wanted: list[tuple[Span, str]], standing: tuple[Annotation, ...] = ()) -> Change:
    numbers = count(1)
    return marked(DOCUMENT, wanted, TAGS, standing, ids=lambda: f"new{next(numbers)}", now="now")


def test_passages_get_their_tags_in_one_change_and_a_missing_tag_is_made_once() -> None:
    made = change([(Span(0, 4), "数据"), (Span(0, 4), "排比"), (Span(5, 9), "排比")])
    assert [tag.name for tag in made.tags.values() if tag] == ["排比"]
    (new,) = made.tags
    assert sorted((m.span, m.tags) for m in made.annotations.values() if m and m.span) == [
        (Span(0, 4), ("1", new)),
        (Span(5, 9), (new,)),
    ]


def test_what_bears_its_tag_already_is_left_alone() -> None:
    standing = mark(DOCUMENT, Span(0, 4), ("1",), id="a", now="then")
    assert not change([(Span(0, 4), "数据")], (standing,))


@pytest.mark.parametrize(
    ("span", "tag", "does"), [((0, 4), "1", True), ((0, 8), "1", True), ((0, 9), "1", False), ((0, 4), "2", False)]
)
def test_a_passage_bears_a_tag_by_a_mark_over_half_of_it(span: tuple[int, int], tag: str, does: bool) -> None:
    standing = mark(DOCUMENT, Span(0, 4), ("1",), id="a", now="then")
    assert bears([standing], Span(*span), tag) is does
