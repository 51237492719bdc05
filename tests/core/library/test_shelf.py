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
    "date": "cba",
    "venue": "cab",
    "kind": "bac",
    "chars": "bca",
    "marks": "cab",
    "opened": "abc",
}


@pytest.mark.parametrize("order", ORDERS)
def test_a_list_is_sorted_by_whatever_is_asked(library: Library, order: str) -> None:
    assert listed(library, Wanted(order=order, falling=False)) == RISING[order]


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
    assert listed(library, Wanted(kind="报告")) == "b"


def test_a_row_tells_how_many_marks_a_speech_has(library: Library) -> None:
    shelf = library.shelf
    assert shelf.count() == 3
    assert {row.digest: row.marks for row in shelf.rows(shelf.numbers(Wanted())).values()} == {"a": 0, "b": 1, "c": 0}


def test_a_number_that_is_gone_is_left_out(library: Library) -> None:
    assert library.shelf.rows([999]) == {}


def test_the_list_is_there_when_the_file_was_opened_again(library: Library) -> None:
    assert listed(library, Wanted(kind="报告")) == "b"
    library.reopen()
    assert listed(library, Wanted(kind="报告")) == "b"
