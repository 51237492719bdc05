from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from core.lens.elsewhere import Passage
from core.lens.everywhere import everywhere
from core.library import Library
from core.model import Document, Span
from core.search.among import speeches_with
from core.search.catalogue import Catalogue
from core.search.indexing import Indexer
from core.search.shelf import Shelf, index_folder

PASSAGE = "一段一个河长，一口一个对策，一周一次通报，把门前的河治好"
NEAR = "一段一个河长，一处一个对策，一周一次通报，把门前的河治好"
CREED = "坚定不移贯彻上级党委决策部署"
COUNT = 80
"""Speeches: enough for an index to have a table."""


def speech(number: int, more: str = "") -> Document:
    text = f"第{number}篇讲话。{CREED}，第{number}件事是修渠{number}公里。{more}说完了。"
    return Document(f"d{number:02}", f"讲话{number}", "", f"20{number:02}", "", text, ())


@pytest.fixture(scope="module", params=["indexed", "half indexed", "not indexed"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which two speeches have the passage, one nearly so."""
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    said = {7: PASSAGE + "。", 40: f"大家都说：{NEAR}！", 63: PASSAGE}
    with Library(path) as library:
        for number in range(COUNT):
            if number == COUNT // 2 and request.param == "half indexed":
                index(path)
            library.add(speech(number, said.get(number, "")))
    if request.param == "indexed":
        index(path)
    return path


def index(path: Path) -> None:
    with closing(Catalogue(path)) as catalogue, closing(Shelf(index_folder(path))) as shelf:
        Indexer(path, catalogue, shelf).run()


def test_a_passage_is_found_in_the_whole_library_the_likest_first(library: Path) -> None:
    found = everywhere(library, PASSAGE)
    assert [(each.entry.digest, each.place.likeness == 1.0) for each in found] == [
        ("d07", True),
        ("d63", True),
        ("d40", False),
    ]
    assert [each.words for each in found] == [PASSAGE, PASSAGE, NEAR]


def test_where_one_has_it_from_is_left_out(library: Path) -> None:
    text = speech(7, PASSAGE + "。").text
    here = Span(text.index(PASSAGE), text.index(PASSAGE) + len(PASSAGE))
    assert [each.entry.digest for each in everywhere(library, PASSAGE, "d07", here)] == ["d63", "d40"]


def test_a_set_phrase_that_stands_everywhere_is_found_everywhere(library: Path) -> None:
    assert len(everywhere(library, CREED)) == COUNT


@pytest.mark.parametrize("passage", ["", "。，", "修渠", "哪里都没有的一句话，真的哪里都没有"])
def test_what_is_nowhere_or_too_short_is_not_found(library: Path, passage: str) -> None:
    assert everywhere(library, passage) == []


def test_each_text_with_enough_of_the_strings_is_read_and_no_other(library: Path) -> None:
    words = [seed.words for seed in Passage(PASSAGE).seeds]
    with closing(Catalogue(library)) as catalogue, closing(Shelf(index_folder(library))) as shelf:
        for share, digests in ((1.0, ["d07", "d63"]), (0.3, ["d07", "d40", "d63"])):
            assert sorted(entry.digest for entry, _ in speeches_with(catalogue, shelf, words, share)) == digests


def test_a_bent_index_costs_no_place(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        for number in range(COUNT):
            library.add(speech(number, PASSAGE if number == 5 else ""))
    index(path)
    for file in path.with_name(f"{path.name}.index").glob("*.part-of-index"):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0xFF
        file.write_bytes(bytes(data))
    assert [each.entry.digest for each in everywhere(path, PASSAGE)] == ["d05"]
