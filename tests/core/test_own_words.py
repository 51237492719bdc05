"""The reader's own words, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.own_words import OwnWord, own_text, own_words, parsed, save
from core.problem import Problem


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PIYUE_LIBRARY", str(tmp_path / "new" / "library.sqlite"))
    return tmp_path / "new" / "words.txt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("清溪渠\n\n九道湾 300 # 河名\n# 说明\n", [("清溪渠", None), ("九道湾", 300)]),
        ("清溪渠\r\n清溪渠 0", [("清溪渠", None)]),
    ],
)
def test_words_are_read(text: str, words: list[tuple[str, int | None]]) -> None:
    assert list(parsed(text)) == [OwnWord(*word) for word in words]


@pytest.mark.parametrize("text", ["好\n清溪渠 many", "好\n清溪渠 1 2", "好\n" + "渠" * 21, "好\n渠 -1"])
def test_a_line_that_makes_no_sense_is_told(text: str) -> None:
    with pytest.raises(Problem) as told:
        parsed(text)
    assert told.value.key == "words.line"
    assert told.value.values["number"] == 2


def test_too_many_words_are_told() -> None:
    with pytest.raises(Problem, match="words"):
        parsed("\n".join(str(number) for number in range(20_001)))


def test_what_is_saved_is_read_again(place: Path) -> None:
    assert (own_text(), own_words()) == ("", ())
    save("清溪渠")
    assert place.read_text(encoding="utf-8") == "清溪渠\n"
    assert own_words() == (OwnWord("清溪渠"),)


def test_what_makes_no_sense_is_not_saved(place: Path) -> None:
    save("清溪渠")
    with pytest.raises(Problem):
        save("清溪 渠 渠")
    assert own_text() == "清溪渠\n"


def test_a_file_with_a_fault_has_no_words(place: Path) -> None:
    place.parent.mkdir()
    place.write_text("清溪 渠 渠", encoding="utf-8")
    assert own_words() == ()
