"""Speeches are listed in any order, filtered, and read a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.library.shelf import ORDERS, Wanted
from core.model import Annotation, Change, Document, Span

SPEECHES = (
    ("a", "在水利会议上的讲话", "王县长", "2026-03-01", "清溪", "修渠" * 30),
    ("b", "安全工作报告", "", "2024-01-05", "", "安全" * 10),
    ("c", "在 Water_100% 论坛上的致辞", "Li", "", "北京", "水" * 50),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    times = iter(f"2026-01-05T08:00:{second:02}Z" for second in range(60))
    with Library(tmp_path / "library.sqlite", clock=lambda: next(times)) as library:
        for digest, title, speaker, date, venue, text in SPEECHES:
            library.add(Document(digest, title, speaker, date, venue, text, ()))
        mark = Annotation("m", "b", Span(0, 2), "安全")
        library.apply(Change({"m": mark}))
        yield library


def listed(library: Library, wanted: Wanted) -> str:
    numbers = library.shelf.numbers(wanted)
    rows = library.shelf.rows(numbers)
    return "".join(rows[number].digest for number in numbers)


RISING = {
    "title": "bca",  # 安 before 在, as in a Chinese dictionary; 在 before a Latin letter is told by the third character
    "speaker": "cab",
    "date": "bac",
    "venue": "cab",
    "kind": "bac",
    "chars": "bca",
    "marks": "cab",
    "opened": "abc",
}


FALLING = {
    "title": "acb",
    "speaker": "acb",
    "date": "abc",
    "venue": "acb",
    "kind": "cab",
    "chars": "acb",
    "marks": "bca",
    "opened": "cba",
}
"""What is empty comes last in both."""


@pytest.mark.parametrize("order", ORDERS)
def test_a_list_is_sorted_by_whatever_is_asked(library: Library, order: str) -> None:
    assert listed(library, Wanted(order=order, falling=False)) == RISING[order]
    assert listed(library, Wanted(order=order, falling=True)) == FALLING[order]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("水利", "a"),
        ("2026", "a"),
        ("县长 清溪", "a"),
        ("清溪 报告", ""),
        ("WATER", "c"),
        ("100%", "c"),
        ("_", "c"),
        ("%", "c"),
        ("'", ""),
        ("", "cba"),
    ],
)
def test_all_the_words_are_found_as_they_stand(library: Library, words: str, found: str) -> None:
    assert listed(library, Wanted(words)) == found


def test_a_kind_is_filtered_by(library: Library) -> None:
    assert listed(library, Wanted(place="kind", name="报告")) == "b"


def test_a_row_tells_how_many_marks_a_speech_has(library: Library) -> None:
    shelf = library.shelf
    assert {row.digest: row.marks for row in shelf.rows(shelf.numbers(Wanted())).values()} == {"a": 0, "b": 1, "c": 0}


def test_a_number_that_is_gone_is_left_out(library: Library) -> None:
    assert library.shelf.rows([999]) == {}


def test_the_list_is_there_when_the_file_was_opened_again(library: Library) -> None:
    assert listed(library, Wanted(place="kind", name="报告")) == "b"
    library.reopen()
    assert listed(library, Wanted(place="kind", name="报告")) == "b"


def say(library: Library, digest: str, **said: object) -> None:
    library.apply(Change(facts={digest: library.facts([digest])[digest]._replace(**said)}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "name", "found"),
    [
        ("folder", "水利", "ba"),
        ("folder", "水利/会议", "a"),
        ("folder", "水", ""),
        ("label", "要用", "ba"),
        ("label", "要", ""),
        ("label", "一般", "a"),
        ("kind", "致辞", "c"),
        ("out", "", ""),
        ("all", "", "cba"),
    ],
)
def test_folders_labels_and_kinds_are_places_to_look(library: Library, place: str, name: str, found: str) -> None:
    say(library, "a", folder="水利/会议", labels=("要用", "一般"))
    say(library, "b", folder="水利", labels=("要用",))
    assert listed(library, Wanted(place=place, name=name)) == found


def test_places_tell_how_many_speeches_they_hold(library: Library) -> None:
    say(library, "a", folder="水利/会议", labels=("要用", "一般"))
    say(library, "b", folder="水利", labels=("要用",))
    say(library, "c", out=True)
    places = library.shelf.places()
    assert places.all == 2
    assert places.folders == {"水利": 2, "水利/会议": 1}
    assert places.labels == {"一般": 1, "要用": 2}
    assert places.kinds == {"讲话": 1, "报告": 1}
    assert places.out == 1
    assert listed(library, Wanted(place="out")) == "c"


def test_folders_and_labels_are_found_by_their_words(library: Library) -> None:
    say(library, "a", folder="水利/会议", labels=("要用",))
    assert listed(library, Wanted("要用")) == listed(library, Wanted("水利/会")) == "a"


def test_the_tags_of_a_speech_are_counted(library: Library) -> None:
    first, second, *_ = library.tags()
    marks = {str(n): Annotation(str(n), "a", Span(n, n + 1), "修", tags=(first,)) for n in range(3)}
    library.apply(Change({**marks, "x": Annotation("x", "a", Span(5, 6), "渠", tags=(second, first))}))
    assert library.shelf.tags("a") == {first: 4, second: 1}
    assert library.shelf.tags("c") == {}


# -- versions --------------------------------------------------------------------------------

CLAUSES = [f"第{number}条渠道要在汛期之前全部修好" for number in range(60)]


def test_near_duplicates_are_versions_of_one_speech(library: Library) -> None:
    for digest, clauses in (
        ("v", CLAUSES),
        ("w", [*CLAUSES[:50], "这一句是后来添上去的话"]),
        ("x", ["另外一篇完全不同的讲话"]),
    ):
        library.add(Document(digest, digest, "", "", "", "。".join(clauses), ()))
    assert [row.digest for row in library.shelf.versions("v")] == ["w"]
    assert [row.digest for row in library.shelf.versions("w")] == ["v"]
    assert library.shelf.versions("x") == []


def test_a_version_that_another_took_the_place_of_stands_behind_it(library: Library) -> None:
    library.add(Document("a2", "又一稿", "", "", "", "全文重写了", ()), former="a")
    library.add(Document("a3", "第三稿", "", "", "", "再写一遍", ()), former="a2")
    assert listed(library, Wanted()) == f"{'a3'}cb"
    assert {row.digest for row in library.shelf.versions("a3")} == {"a", "a2"}
    assert {row.digest for row in library.shelf.versions("a")} == {"a2", "a3"}
    say(library, "a3", out=True)
    assert listed(library, Wanted()) == "a2cb"


def test_a_speech_that_is_not_there_has_no_versions(library: Library) -> None:
    assert library.shelf.versions("nothing") == []
