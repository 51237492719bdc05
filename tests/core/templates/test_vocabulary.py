"""What a template sees is what the guides say, and nothing can be done to it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from core.quotation import LINE
from core.templates import filters, vocabulary
from core.templates.shelf import BUILT_IN
from tests.core.exporters import own

GUIDES = ("README.md", "README.zh-CN.md")
SEEN = (vocabulary.Speech, vocabulary.Section, vocabulary.Mark, vocabulary.Tag, vocabulary.Heading)
GROUPS = (filters.TagGroup, filters.HeadingGroup)


def names(cells: str) -> set[str]:
    return set(re.findall(r"`(\w+)(?:\(\w+\))?`", cells))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_names_all_there_is_and_no_more(guide: str) -> None:
    text = (BUILT_IN / guide).read_text(encoding="utf-8").replace("`父/子`", "")
    fields = {field.name for kind in (*SEEN, *GROUPS) for field in dataclasses.fields(kind)}
    values = {"speech", "speeches", "marks", "today", "anchored", "moved", "changed", "orphan", "last", "tag"}
    told = names(text) - {"NAME"}
    assert told - {"templates", "weekly"} == fields | values | set(filters.FILTERS)


def test_what_a_template_sees_cannot_be_changed() -> None:
    (speech,) = vocabulary.material([own.notebook()], LINE, "").speeches
    seen = [speech, speech.marks[1], speech.marks[1].tags[0], speech.sections[0], speech.marks[1].headings[0]]
    assert [type(each) for each in seen] == [SEEN[n] for n in (0, 2, 3, 1, 4)]
    for each in seen:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(each, dataclasses.fields(each)[0].name, "")
        values = [getattr(each, field.name) for field in dataclasses.fields(each)]
        plain = (str, int, bool, type(None), tuple, *SEEN, vocabulary.Facts)
        assert all(isinstance(value, plain) for value in values)
        assert [name for name in dir(each) if not name.startswith("_") and callable(getattr(each, name))] == []


def test_a_mark_is_told_with_all_that_is_known_of_it() -> None:
    (speech,) = vocabulary.material([own.notebook()], LINE, "").speeches
    mark = speech.marks[3]
    assert (mark.section, mark.source) == (
        "第二部分（一）",
        "《在全县水利工作会议上的讲话》，2026-01-05，第二部分（一）",
    )
    assert mark.quotation == f"“{mark.quote}”（{mark.source}）"
    assert [str(heading) for heading in mark.headings] == ["二、今年还要办什么", "（一）先把老渠补好"]
    assert [tag.path for tag in mark.tags] == ["数据/水_利"]
    assert (mark.speech.file, mark.speech.chars) == (Path("水利讲话.txt").name, len("".join(own.TEXT.split())))
    (lost,) = speech.lost
    assert (lost.quote, lost.section, lost.start, lost.lost) == ("老渠一定要补", "", None, True)
    assert lost.quotation == "“老渠一定要补”（《在全县水利工作会议上的讲话》，2026-01-05）"
