"""Marks made elsewhere come in: where they stand, what becomes of two versions, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.backups import listed
from core.exporters import EXPORTERS
from core.guids import guid
from core.importers import arriving
from core.importing import Import, carry_out, prepared
from core.library import Library
from core.marks import mark
from core.model import Annotation, Change, Document, Notebook, Span, Tag
from core.problem import Problem
from core.text import digest

TEXT = """在修渠会议上的讲话
同志们：
今天只讲修渠。赵𫖯同志牵头，三天没有回家。
老渠漏水，是各村反映最多的问题。
同志们，水到渠成！
"""
OTHER = TEXT.replace("今天只讲修渠。", "今天开会，只讲修渠这一件事。").replace("，是各村反映最多的问题", "")
DOCUMENT = Document(digest(TEXT), "在修渠会议上的讲话", "", "", "", TEXT, ())
TIMES = [f"2026-01-05T08:30:{second:02}Z" for second in range(10)]


def made(quote: str, note: str = "", tags: tuple[str, ...] = (), number: int = 1) -> Annotation:
    start = TEXT.index(quote)
    return mark(DOCUMENT, Span(start, start + len(quote)), tags, note, id=guid(str(number)), now=TIMES[0], creator="甲")


def file(name: str, *marks: Annotation, tags: dict[str, Tag] | None = None) -> bytes:
    written = EXPORTERS[name].render(Notebook(DOCUMENT, marks, tags or {}))
    return written if isinstance(written, bytes) else written.encode()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite", clock=lambda: "2026-02-01T00:00:00Z") as library:
        yield library


Take = Callable[..., Import]


@pytest.fixture
def take(library: Library) -> Take:
    def take(data: bytes, into: Document | None = None) -> Import:
        found = prepared(library, arriving(data, Path("x")), "x", into, "zh")
        carry_out(library, found)
        return found

    return take


def only(library: Library, document: Document = DOCUMENT) -> Annotation:
    (found,) = library.annotations(document.digest).values()
    return found


def test_a_newer_version_wins_and_an_older_one_changes_nothing(library: Library, take: Take) -> None:
    old = made("赵𫖯")
    new = replace(old, note="新", modified=TIMES[3])
    take(file("json", old))
    assert take(file("json", new)).updated == 1
    assert only(library) == new
    for again in (old, new):
        assert (take(file("json", again)).change, only(library)) == (Change(), new)


def test_what_a_format_does_not_carry_stays(library: Library, take: Take) -> None:
    old = replace(made("赵𫖯"), stars=4, colour="#ffcf57")
    take(file("json", old))
    take(file("hypothesis", replace(old, note="新", modified=TIMES[3])))
    assert only(library) == replace(old, note="新", modified=TIMES[3])


def test_both_versions_are_kept_where_both_sides_changed(library: Library, take: Take) -> None:
    old = made("赵𫖯")
    take(file("json", old))
    ours = replace(old, note="我们", modified=TIMES[5])
    library.apply(Change({old.id: ours}), "note")
    theirs = file("json", replace(old, note="他们", modified=TIMES[4]))
    assert take(theirs).beside == 1
    notes = [each.note for each in library.annotations(DOCUMENT.digest).values()]
    assert sorted(notes) == sorted(["我们", f"他们\n〔导入时两边都改过：这是甲 {TIMES[4]} 的版本〕"])
    assert not take(theirs).change


def test_a_version_that_goes_on_from_ours_takes_its_place(library: Library, take: Take) -> None:
    """We wrote a note and gave it away; what comes back has it and more."""
    ours = replace(made("赵𫖯", "我们"), modified=TIMES[2])
    library.add(DOCUMENT)
    library.apply(Change({ours.id: ours}), "note")
    theirs = replace(ours, note="我们\n他们", modified=TIMES[4])
    assert (take(file("json", theirs)).updated, only(library)) == (1, theirs)


def test_an_import_is_one_step_and_a_copy_is_made_before(library: Library, take: Take) -> None:
    tag = Tag(guid("t"), "渠", "#bee4ff", "1")
    take(file("json", made("赵𫖯", tags=(tag.id,)), made("老渠", number=2), tags={tag.id: tag}))
    assert [each.reason for each in listed(library.path)] == ["import"]
    (step,) = library.steps()
    assert step.words == "导入批注"
    assert library.tags()[tag.id].key == ""  # another tag has it
    library.turn(step.number, back=True)
    assert (library.annotations(DOCUMENT.digest), tag.id in library.tags()) == ({}, False)


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis", "refi-qda"])
def test_marks_find_their_passages_in_another_version(library: Library, take: Take, name: str) -> None:
    other = replace(DOCUMENT, text=OTHER, digest=digest(OTHER))
    marks = (made("赵𫖯同志牵头"), made("水到渠成", number=2))
    assert take(file(name, *marks), other).added == 2
    found = library.annotations(other.digest).values()
    assert [OTHER[each.span.start : each.span.stop] for each in found if each.span] == ["赵𫖯同志牵头", "水到渠成"]


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis"])
def test_what_cannot_be_placed_is_an_orphan(library: Library, take: Take, name: str) -> None:
    other = replace(DOCUMENT, text="修路的讲话\n大家好。\n", digest=digest("修路的讲话\n大家好。\n"))
    assert take(file(name, made("赵𫖯同志牵头", "记")), other).lost == 1
    found = only(library, other)
    assert (found.span, found.state, found.quote, found.note) == (None, "orphan", "赵𫖯同志牵头", "记")


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis", "refi-qda"])
def test_marks_for_a_former_version_go_to_the_one_that_took_its_place(library: Library, take: Take, name: str) -> None:
    other = replace(DOCUMENT, text=OTHER, digest=digest(OTHER))
    library.add(DOCUMENT)
    library.add(other, DOCUMENT.digest)
    take(file(name, made("水到渠成")))
    found = only(library, other)
    assert found.span
    assert (OTHER[found.span.start : found.span.stop], library.annotations(DOCUMENT.digest)) == ("水到渠成", {})


def test_a_newer_version_of_a_mark_that_was_carried_along_leaves_it_in_its_place(library: Library, take: Take) -> None:
    other, mine = replace(DOCUMENT, text=OTHER, digest=digest(OTHER)), made("水到渠成")
    library.add(DOCUMENT)
    library.add(other)
    start = OTHER.index("水到渠成")
    there = replace(mine, document=other.digest, span=Span(start, start + 4))
    library.apply(Change({mine.id: there}))
    take(file("json", replace(mine, note="新", modified=TIMES[3])))
    assert only(library, other) == replace(there, note="新", modified=TIMES[3])


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis", "refi-qda"])
def test_a_file_of_several_speeches_is_sorted_out(library: Library, take: Take, name: str) -> None:
    other = replace(DOCUMENT, text=OTHER, digest=digest(OTHER))
    start = OTHER.index("修渠这")
    there = mark(other, Span(start, start + 3), (), "乙", id=guid("2"), now=TIMES[1])
    written = EXPORTERS[name].render_all([Notebook(DOCUMENT, (made("老渠"),), {}), Notebook(other, (there,), {})])
    library.add(DOCUMENT)
    library.add(other)
    assert take(written if isinstance(written, bytes) else written.encode()).added == 2
    assert (only(library).quote, only(library, other).quote) == ("老渠", "修渠这")


def test_of_several_speeches_those_go_onto_a_given_one_that_are_it(library: Library, take: Take) -> None:
    away = replace(DOCUMENT, text="修路的讲话\n", digest=digest("修路的讲话\n"))
    written = EXPORTERS["json"].render_all([Notebook(DOCUMENT, (made("老渠"),), {}), Notebook(away, (), {})])
    assert isinstance(written, str)
    assert take(written.encode(), DOCUMENT).added == 1
    third = replace(DOCUMENT, text="植树的讲话。\n", digest=digest("植树的讲话。\n"))
    with pytest.raises(Problem, match="several speeches"):
        take(written.encode(), third)


def test_a_tag_of_the_same_path_is_ours(library: Library, take: Take) -> None:
    ours, theirs = Tag("ours", "渠", "#bee4ff"), Tag("theirs", "渠", "#e88575")
    library.apply(Change(tags={"ours": ours}))
    for name in ("json", "w3c", "hypothesis", "refi-qda"):
        take(file(name, made("赵𫖯", tags=("theirs",)), tags={"theirs": theirs}))
        assert only(library).tags == ("ours",)
        assert library.tags()["ours"] == ours


def test_of_a_word_file_that_went_out_and_came_back_only_what_was_added_comes_in(library: Library, take: Take) -> None:
    gold = Tag("gold", "金句", "#ffcf57")
    ours = (made("今天只讲修渠", "核对\n\n 第二行 ", ("gold",)), replace(made("老渠漏水", number=2), stars=3))
    library.add(DOCUMENT)
    library.apply(Change({each.id: each for each in ours}, {"gold": gold}))
    theirs = made("水到渠成", "改为“水到自然渠成”", number=3)
    found = take(file("docx", *ours, theirs, tags={"gold": gold}), DOCUMENT)
    assert (found.same, found.added) == (2, 1)
    marks = library.annotations(DOCUMENT.digest)
    assert {each.id: each for each in ours}.items() <= marks.items()
    assert [mark.note for id, mark in marks.items() if id not in {each.id for each in ours}] == [theirs.note]
