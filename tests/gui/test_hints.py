"""What shows when the pointer rests on a mark."""

from __future__ import annotations

import pytest

from core.model import Annotation, Span, Tag
from gui.hints import LONGEST, RULE, of_marks

TAGS = {"t1": Tag("t1", "金句", "#ffcf57"), "t2": Tag("t2", "<提法> & 其他", "#91ce97")}


def mark(tags: tuple[str, ...], note: str) -> Annotation:
    return Annotation("m", "d", Span(0, 2), "河清", tags=tags, note=note)


@pytest.mark.parametrize(
    ("tags", "note", "hint"),
    [
        (("t1",), "", "<b>金句</b>"),
        ((), "可作开头", "可作开头"),
        (("t1",), "第一行\n第二行", "<b>金句</b><br>第一行<br>第二行"),
        (("t1", "t2"), "", "<b>金句 · &lt;提法&gt; &amp; 其他</b>"),
        ((), '<img src="x">"', "&lt;img src=&quot;x&quot;&gt;&quot;"),
        (("gone",), "标签已删", "标签已删"),
        ((), "", ""),
    ],
)
def test_a_hint_shows_tags_and_note_and_escapes_what_was_written(tags: tuple[str, ...], note: str, hint: str) -> None:
    assert of_marks([mark(tags, note)], TAGS) == hint


def test_several_marks_are_set_apart() -> None:
    assert of_marks([mark(("t1",), ""), mark((), "外层")], TAGS) == f"<b>金句</b>{RULE}外层"


def test_a_long_note_is_cut() -> None:
    assert of_marks([mark((), "河" * (LONGEST + 1))], TAGS) == "河" * LONGEST + "…"
    assert of_marks([mark((), "河" * LONGEST)], TAGS) == "河" * LONGEST
