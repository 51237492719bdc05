"""What readers say of a speech as a whole is kept, undone, and comes along with its next version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.library import Library
from core.model import Annotation, Change, Document, Facts, Span
from core.problem import Problem

SPEECH = Document("d", "在会议上的讲话", "", "2026-01-05", "", "今年的任务很重。", ())
RIGHT = Facts("d", "在水利会议上的讲话", "王县长", "2026-01-06", "清溪", "水利/会议", ("要用", "2026"), own=True)
MARK = Annotation("m", "d", Span(0, 2), "今年", created="2026-01-05T08:00:00Z", modified="2026-01-05T08:00:00Z")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        library.add(SPEECH)
        yield library


def facts(library: Library, digest: str = "d") -> Facts:
    return library.facts([digest])[digest]


def digests(library: Library) -> list[str]:
    return [row.digest for row in library.documents()]


def test_facts_are_what_was_read_until_a_reader_puts_them_right(library: Library) -> None:
    assert facts(library) == Facts("d", "在会议上的讲话", "", "2026-01-05", "")
    inverse = library.apply(Change(facts={"d": RIGHT}), "facts")
    assert facts(library) == RIGHT
    library.apply(inverse)
    assert facts(library) == Facts("d", "在会议上的讲话", "", "2026-01-05", "")


def test_they_are_undone_and_redone_after_a_restart(library: Library) -> None:
    library.apply(Change(facts={"d": RIGHT}), "facts")
    number = library.written
    with Library(library.path) as other:
        assert other.turn(number, back=True).facts["d"].title == SPEECH.title
        assert not facts(library).own
        other.turn(number, back=False)
    assert facts(library) == RIGHT


def test_undo_leaves_alone_what_another_window_has_said_since(library: Library) -> None:
    library.apply(Change(facts={"d": RIGHT}), "facts")
    number = library.written
    with Library(library.path) as other:
        other.apply(Change(facts={"d": RIGHT._replace(title="又改")}))
    assert not library.turn(number, back=True)
    assert facts(library).title == "又改"


def test_another_window_hears_of_them(library: Library) -> None:
    with Library(library.path) as other:
        library.apply(Change(facts={"d": RIGHT}))
        assert other.stirred() == "changes"
        assert other.news().facts == {"d": RIGHT}


def test_a_speech_that_is_read_again_keeps_them(library: Library) -> None:
    library.apply(Change(facts={"d": RIGHT}))
    library.add(SPEECH)
    assert facts(library) == RIGHT


@pytest.mark.parametrize(("own", "title"), [(True, "在水利会议上的讲话"), (False, "新题")])
def test_the_next_version_of_a_speech_takes_over_what_a_reader_put_right(
    library: Library, own: bool, title: str
) -> None:
    library.apply(Change(facts={"d": RIGHT._replace(own=own)}))
    library.add(replace(SPEECH, digest="e", title="新题"), former="d")
    found = facts(library, "e")
    assert (found.title, found.folder, found.labels, found.own) == (title, RIGHT.folder, RIGHT.labels, own)


def test_a_speech_that_is_not_there_has_none(library: Library) -> None:
    assert library.facts(["x"]) == {}
    with pytest.raises(Problem):
        library.apply(Change(facts={"x": RIGHT._replace(document="x")}))


# -- taking out ------------------------------------------------------------------------------


def take_out(library: Library) -> Change:
    library.apply(Change({"m": MARK}))
    return library.apply(Change({"m": None}, facts={"d": facts(library)._replace(out=True)}), "out")


def test_a_speech_that_is_taken_out_is_listed_nowhere_and_its_marks_lie_in_the_bin(library: Library) -> None:
    take_out(library)
    assert digests(library) == []
    assert list(library.notebooks()) == []
    assert library.bin() == [MARK]
    assert library.taken_along("d") == [MARK]


def test_undone_it_is_there_with_its_marks(library: Library) -> None:
    take_out(library)
    library.turn(library.written, back=True)
    assert digests(library) == ["d"]
    assert library.annotations("d") == {"m": MARK}


def test_a_mark_that_is_put_back_brings_its_speech_and_text_along(library: Library) -> None:
    take_out(library)
    inverse = library.apply(Change({"m": MARK}))
    assert digests(library) == ["d"]
    document = library.document("d")
    assert document is not None
    assert document.text == SPEECH.text
    library.apply(inverse)
    assert digests(library) == []


def test_read_again_it_is_there_again(library: Library) -> None:
    take_out(library)
    library.add(SPEECH)
    assert digests(library) == ["d"]
    assert library.bin() == [MARK]


def test_with_the_bin_it_is_gone_for_good(library: Library) -> None:
    library.add(replace(SPEECH, digest="e"), former="d")
    take_out(library)
    number = library.written
    library.empty_bin()
    assert library.facts(["d"]) == {}
    assert digests(library) == ["e"]
    assert not library.turn(number, back=True)
