"""A speech and others: which they are, and what is counted in them once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.lens import answers
from core.lens.answers import Lens
from core.lens.counting import Tally, summed
from core.lens.others import Others, Wanted, with_terms
from core.lens.store import Store
from core.library import Library
from core.model import Document
from core.search.catalogue import Catalogue
from core.text import digest
from core.words import Words

TEXTS = {
    "修渠修路，修渠要快。": ("张三", "2022-03-01"),
    "修桥修路，一段一个河长。": ("李四", "2022-05-01"),
    "产业兴旺，一段一个河长。": ("李四", "2023"),
}
HERE = "坚持“三清两建”，三清两建见效。一段一个河长。"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with some speeches."""
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setattr(answers, "cache_folder", lambda: tmp_path / "cache")
    with Library(tmp_path / "library.sqlite") as library:
        for text, (speaker, date) in TEXTS.items():
            library.add(Document(digest(text), text[:4], speaker, date, "", text, ()))
    return tmp_path / "library.sqlite"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.fixture
def lens(words: Words, path: Path) -> Lens:
    return Lens(words)


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    made = Catalogue(path)
    yield made
    made.close()


def nobody(done: int, total: int) -> None:
    """Is told how far one is, and does not care."""


def ask(lens: Lens, path: Path, name: str, text: str = HERE, **more: object) -> Any:
    asked = {"lens": name, "digest": digest(text), "text": text, "library": str(path), "others": {}, **more}
    return lens.answer(asked, nobody)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 3),
        (Wanted(speaker="李四"), 2),
        (Wanted(year="2022"), 2),
        (Wanted("李四", "2022"), 1),
        (Wanted(digest=digest("产业兴旺，一段一个河长。")), 1),
        (Wanted("王五"), 0),
    ],
)
def test_others_are_those_that_are_wanted(lens: Lens, catalogue: Catalogue, wanted: Wanted, count: int) -> None:
    others = Others(catalogue, lens.store, wanted, "", lambda text: lens.count(text, nobody))
    assert len(others.entries) == len(list(others.texts(nobody))) == len(list(others.tallies(nobody))) == count


def test_a_speech_is_not_compared_with_itself(lens: Lens, path: Path) -> None:
    assert ask(lens, path, "keyness")["speeches"] == 3
    assert ask(lens, path, "keyness", "修渠修路，修渠要快。")["speeches"] == 2


def test_the_sum_of_a_library_is_carried_on_speech_by_speech(words: Words, path: Path, tmp_path: Path) -> None:
    store, count = Store(tmp_path / "sums", "one"), Lens(words).count

    def total(without: str = "") -> Tally:
        catalogue = Catalogue(path)
        try:
            return Others(catalogue, store, Wanted(), without, lambda text: count(text, nobody)).total(nobody)
        finally:
            catalogue.close()

    each = [count(text, nobody).tally for text in TEXTS]
    assert total() == summed(each)
    assert total(digest(next(iter(TEXTS)))) == summed(each[1:])
    with Library(path) as library:
        library.add(Document(digest("修渠"), "修渠", "", "", "", "修渠", ()))
    assert total() == summed([*each, count("修渠", nobody).tally])
    store.keep_totals(["gone", *map(digest, TEXTS)], Tally({"桥": 9}, 9))
    assert total() == summed([*each, count("修渠", nobody).tally])


def test_what_was_counted_before_is_not_counted_again(
    lens: Lens, path: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask(lens, path, "keyness")
    monkeypatch.setattr(Words, "lengths", None)
    assert ask(Lens(words), path, "keyness") == first


def test_key_words_are_found_and_own_terms_are_looked_for_in_the_others_texts(lens: Lens, path: Path) -> None:
    rows = {row.word: row for row in ask(lens, path, "keyness")["rows"]}
    assert (rows["三清两建"].times, rows["三清两建"].other_times) == (2, 0)
    assert with_terms(Tally({"修": 1}, 4), ["一段一个"], TEXTS) == Tally({"修": 1, "一段一个": 2}, 4)
    assert with_terms(Tally({"修": 1}, 4), [], TEXTS) == Tally({"修": 1}, 4)


def test_the_words_of_all_speeches_are_listed_the_speech_itself_among_them(lens: Lens, path: Path) -> None:
    answer = ask(lens, path, "all words", next(iter(TEXTS)))
    assert answer["speeches"] == 3
    assert sum(row.times for row in answer["rows"]) == answer["total"]
    assert max(row.range for row in answer["rows"]) == 2


def test_phrases_in_common_begin_and_end_with_words(lens: Lens, path: Path) -> None:
    answer = ask(lens, path, "phrases")
    assert answer["speeches"] == 3
    assert [(row.words, row.times, row.others) for row in answer["rows"]] == [("一段一个河长", 1, 2)]


def test_repeats_begin_and_end_with_words(lens: Lens, path: Path) -> None:
    assert [tuple(row) for row in ask(lens, path, "repeats")["rows"]] == [("三清两建", 2, HERE.index("三清两建"))]


def test_words_are_counted_over_the_years(lens: Lens, path: Path) -> None:
    found = ask(lens, path, "years", words=["三清两建", "一段一个"], date="2023-01-01")
    assert found.places == ("2022", "2023")
    assert [value > 0 for value in found.series[0].values] == [False, True]
    assert all(value > 0 for value in found.series[1].values)


def test_company_is_kept_by_words_that_are_none_of_the_dictionary_s(lens: Lens, path: Path) -> None:
    text = "看水到岸，看水到岸。水到岸上有河长。"
    answer = ask(lens, path, "collocates", text, node="水到岸", window=0, least=1)
    assert answer["times"] == 3
    assert {row.word for row in answer["rows"]} >= {"看"}
    assert ask(lens, path, "collocates", text, node="", window=0, least=1) == {"times": 0, "rows": []}
