"""What was counted is found again by the same dictionary, and by no other."""

from __future__ import annotations

import os
from pathlib import Path

from core.lens.counting import Tally
from core.lens.store import DICTIONARIES, Kept, Store

KEPT = Kept(Tally({"修": 2, "𫖯": 1}, 3), [1, 1, 1, 1])


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    Store(tmp_path, "one").keep("digest", KEPT)
    again = Store(tmp_path, "one")
    assert again.kept("digest") == KEPT
    assert again.tally("digest") == KEPT.tally
    assert again.tally("other") is None


def test_another_dictionary_finds_nothing(tmp_path: Path) -> None:
    Store(tmp_path, "one").keep("digest", KEPT)
    assert Store(tmp_path, "two").kept("digest") is None


def test_sums_are_kept_with_the_speeches_they_are_of(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    assert store.totals() == (frozenset(), Tally({}, 0))
    store.keep_totals(["b", "a"], KEPT.tally)
    assert store.totals() == (frozenset("ab"), KEPT.tally)


def test_what_is_broken_is_not_known(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    for data in (b"", b"broken", b"x\x9c\x03\x00\x00\x00\x00\x01"):
        (tmp_path / "one" / "digest").write_bytes(data)
        assert store.kept("digest") is None
        assert store.tally("digest") is None


def test_dictionaries_that_are_long_out_of_use_are_dropped(tmp_path: Path) -> None:
    for number in range(DICTIONARIES + 2):
        Store(tmp_path, str(number))
        os.utime(tmp_path / str(number), (number, number))
    Store(tmp_path, "now")
    assert {each.name for each in tmp_path.iterdir()} == {"now", "3", "4"}


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file", "one")
    store.keep("digest", KEPT)
    assert store.kept("digest") is None
