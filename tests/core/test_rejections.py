from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.model import Document
from core.problem import Problem


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        library.add(Document("one", "", "", "", "", "治河", ()))
        library.add(Document("two", "", "", "", "", "治好河", ()), former="one")
        library.add(Document("three", "", "", "", "", "修路", ()))
        yield library


def test_what_is_rejected_is_kept_for_the_speech_and_its_later_versions(library: Library) -> None:
    library.reject("one", ["数据:1", "提法:2"])
    library.reject("two", ["提法:3"])
    assert library.rejected("one") == {"数据:1", "提法:2"}
    assert library.rejected("two") == {"数据:1", "提法:2", "提法:3"}
    assert library.rejected("three") == set()


def test_it_survives_a_restart_and_can_be_taken_back(library: Library) -> None:
    library.reject("one", ["数据:1", "数据:1", "提法:2"])
    with Library(library.path) as again:
        assert again.rejected("one") == {"数据:1", "提法:2"}
        again.offer_again("one", ["数据:1"])
    assert library.rejected("one") == {"提法:2"}


def test_it_comes_back_from_a_damaged_library(library: Library, tmp_path: Path) -> None:
    from core.repair import repair

    library.reject("one", ["数据:1"])
    library.close()
    connection = sqlite3.connect(library.path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    repair(library.path)
    with Library(library.path) as repaired:
        assert repaired.rejected("one") == {"数据:1"}


def test_a_library_that_cannot_be_written_says_so(library: Library) -> None:
    library.read_only = True
    with pytest.raises(Problem, match="read-only"):
        library.reject("one", ["数据:1"])
