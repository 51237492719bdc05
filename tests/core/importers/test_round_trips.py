"""What was exported comes back as it was, for every format that can carry it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exporters import EXPORTERS
from core.guids import guid
from core.importers import arriving
from core.importing import Import, prepared
from core.library import Library
from core.marks import mark
from core.model import Annotation, Document, Notebook, Span, Tag
from core.tag_tree import above, spelt_path
from core.text import digest, normalise

WORDS = st.text(alphabet=st.sampled_from("修渠，水到。赵𫖯👍🏽\n\t \u3000é<&\"'/]1"), max_size=40)
NAMES = st.sampled_from(["渠", "水利", "𫖯", "金句 👍", "a<&b", "水/利", "渠\\", "\\/", "／", "a/b/c"])
TIMES = st.integers(0, 59).map(lambda second: f"2026-01-05T08:30:{second:02}Z")
CARRIED = ("json", "w3c", "hypothesis", "refi-qda")
NOW = "2026-02-01T00:00:00Z"


@st.composite
def notebooks(draw: st.DrawFn) -> Notebook:
    text = normalise(draw(WORDS.filter(lambda words: len(words) > 1 and bool(words.strip()))) * draw(st.integers(1, 3)))
    document = Document(digest(text), "修渠", "赵𫖯", "2026-01-05", "县城", text, ())
    tags = draw(trees())
    marks = [draw(marked(document, list(tags), number)) for number in range(draw(st.integers(0, 6)))]
    return Notebook(document, tuple(marks), tags)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Tag]:
    tags, taken = dict[str, Tag](), set[tuple[str | None, str]]()
    for number in range(draw(st.integers(0, 6))):
        parent = draw(st.sampled_from([None, *tags]))
        name = draw(NAMES)
        if (parent, name) not in taken:
            taken.add((parent, name))
            id = guid(str(number), "test")
            tags[id] = Tag(id, name, f"#0000{number:02}", parent=parent, hint=draw(NAMES))
    return tags


@st.composite
def marked(draw: st.DrawFn, document: Document, tags: list[str], number: int) -> Annotation:
    start = draw(st.integers(0, len(document.text) - 1))
    stop = draw(st.integers(start + 1, len(document.text)))
    borne = draw(st.lists(st.sampled_from(tags), unique=True, max_size=3)) if tags else []
    created, modified = sorted([draw(TIMES), draw(TIMES)])
    made = mark(document, Span(start, stop), borne, draw(WORDS), id=guid(str(number)), now=created, creator=draw(NAMES))
    return Annotation(**{**{name: getattr(made, name) for name in made.__slots__}, "modified": modified})


def bytes_of(name: str, notebook: Notebook) -> bytes:
    made = EXPORTERS[name].render(notebook)
    return made if isinstance(made, bytes) else made.encode("utf-8")


def imported(library: Library, data: bytes, language: str = "zh") -> Import:
    made = prepared(library, arriving(data, Path("x")), "x", None, language)
    for document in made.documents:
        library.add(document)
    if made.change:
        library.apply(made.change, made.words)
    return made


Facts = tuple[Span | None, tuple[str, ...], str, str, str, str, str]


def facts(marks: Iterable[Annotation], tags: dict[str, Tag]) -> dict[str, Facts]:
    return {
        each.id: (
            each.span,
            tuple(spelt_path(tags, id) for id in each.tags),
            each.note,
            each.creator,
            each.created,
            each.modified,
            each.quote,
        )
        for each in marks
    }


@pytest.mark.parametrize("name", CARRIED)
@given(notebook=notebooks())
@settings(max_examples=20)
def test_what_goes_out_comes_back(name: str, notebook: Notebook) -> None:
    tags, data = dict(notebook.tags), bytes_of(name, notebook)
    with TemporaryDirectory() as folder, Library(Path(folder) / "there.sqlite", clock=lambda: NOW) as library:
        library.add(notebook.document)
        before = set(library.tags())
        made = imported(library, data)
        there = library.tags()
        assert facts(library.annotations(notebook.document.digest).values(), there) == facts(notebook.annotations, tags)
        came = {spelt_path(there, id) for id in there if id not in before}
        whole = name in ("json", "refi-qda")
        meant = set(tags) if whole else {id for each in notebook.annotations for id in each.tags}
        meant |= {tag.id for id in meant for tag in above(tags, id)}
        assert came == {spelt_path(tags, id) for id in meant} - {spelt_path(there, id) for id in before}
        if whole:
            assert {id: (tag.colour, tag.parent) for id, tag in there.items() if id in tags} == {
                id: (tag.colour, tag.parent) for id, tag in tags.items()
            }
        again = imported(library, data)
        assert (again.change, again.documents, again.same) == (type(again.change)(), (), len(notebook.annotations))
        if made.change:
            (step,) = library.steps()
            library.turn(step.number, back=True)
            assert (library.annotations(notebook.document.digest), set(library.tags())) == ({}, before)


@given(notebook=notebooks())
@settings(max_examples=15)
def test_a_codebook_brings_the_tree_of_tags(notebook: Notebook) -> None:
    if not notebook.tags:
        return
    with TemporaryDirectory() as folder, Library(Path(folder) / "there.sqlite", clock=lambda: NOW) as library:
        imported(library, bytes_of("codebook", notebook))
        there = library.tags()
        for tag in notebook.tags.values():
            came = there[tag.id]
            assert (came.name, came.colour, came.parent, came.hint) == (tag.name, tag.colour, tag.parent, tag.hint)
        assert not imported(library, bytes_of("codebook", notebook)).change


@pytest.mark.parametrize("name", ["json", "refi-qda"])
def test_a_speech_that_the_library_does_not_have_comes_along(name: str, tmp_path: Path) -> None:
    text = "在修渠会议上的讲话\n同志们：\n修渠要紧。赵𫖯牵头。\n"
    document = Document(digest(text), "修渠", "", "", "", text, ())
    made = mark(document, Span(15, 19), (), "记", id=guid("1"), now=NOW)
    with Library(tmp_path / "there.sqlite") as library:
        imported(library, bytes_of(name, Notebook(document, (made,), {})))
        found = library.document(document.digest)
        assert found
        assert (found.title, found.text) == ("修渠", text)
        assert list(library.annotations(document.digest).values()) == [made]
