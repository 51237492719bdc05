"""Repeated strings, against all strings that there are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lens import repeats as module
from core.lens.phrases import phrases_of
from core.lens.repeats import EDGE, repeats, view_of
from core.readers import read

SHORTEST, LONGEST = 2, 5
"""In the tests against all strings, so that short texts have every case."""


def every(view: str, longest: int) -> Counter[str]:
    """How often each string without an edge comes that begins and ends as a repeat does."""
    found = Counter[str]()
    for start in range(len(view)):
        for stop in range(start + 1, min(len(view), start + longest) + 1):
            words = view[start:stop]
            if EDGE not in words and words[0].isalnum() and words[-1].isalnum():
                found[words] += 1
    return found


def naive(text: str) -> dict[str, int]:
    """The maximal repeats, found by comparing all strings with all others."""
    counts = every(view_of(text), 2 * LONGEST)
    many = {words: times for words, times in counts.items() if times > 1}

    def held(words: str) -> bool:
        return any(
            words in longer
            and len(longer) > len(words)
            and times == many[words]
            and (len(longer) <= LONGEST or (len(words) == LONGEST and longer.endswith(words)))
            for longer, times in many.items()
        )

    return {words: many[words] for words in many if SHORTEST <= len(words) <= LONGEST and not held(words)}


@given(st.text("修渠，。 X", max_size=40))
def test_repeats_are_those_among_all_strings(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SHORTEST", SHORTEST)
        patch.setattr(module, "LONGEST", LONGEST)
        found = repeats(text)
    assert {each.words: each.times for each in found} == naive(text)
    assert all(view_of(text).find(each.words) == each.first for each in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("把渠修好，要快。大家把渠修好！", ["把渠修好"]),
        ("河清岸绿、水净。河清岸绿、水净。", ["河清岸绿、水净"]),
        ("修渠。修渠。修渠。", []),
        ("一二三四五。一二三四五。一二三四。", ["一二三四", "一二三四五"]),
        ("不跨句。子不跨。句子", []),
        ("", []),
    ],
)
def test_strings_are_whole_and_stay_in_their_sentence(text: str, words: list[str]) -> None:
    assert [each.words for each in repeats(text)] == words


def test_a_long_repeat_is_told_of_once_by_its_beginning() -> None:
    long = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯"
    assert [(each.words, each.times) for each in repeats(f"{long}。{long}")] == [(long[:20], 2)]


def test_it_is_told_how_far_one_is() -> None:
    steps: list[tuple[int, int]] = []
    assert repeats("修渠" * 300, report=lambda done, total: steps.append((done, total)))
    assert steps[0] == (0, 16)
    assert steps[-1] == (16, 16)


def test_set_phrases_of_others_are_found_with_how_many_have_them() -> None:
    here = "坚持一段一个河长，把渠修好。"
    others = ["一段一个河长好。一段一个河长好。", "要一段一个河长，也要把渠修好", "没有"]
    found = {each.words: (each.times, each.others) for each in phrases_of(here, others)}
    assert found == {"一段一个河长": (1, 2), "把渠修好": (1, 1)}


@given(st.text("修渠，", max_size=24), st.lists(st.text("修渠，", max_size=24), max_size=3))
def test_phrases_in_common_are_those_among_all_strings(here: str, others: list[str]) -> None:
    found = {each.words: (each.times, each.others) for each in phrases_of(here, others)}
    counts = every(view_of(here), 20)
    having = Counter(words for other in others for words in every(view_of(other), 20))
    assert all(times == counts[words] and number == having[words] for words, (times, number) in found.items())
    common = {words for words in counts if len(words) >= 4 and having[words]}
    assert set(found) <= common
    for words in common - set(found):
        assert any(words in longer and having[longer] >= having[words] for longer in common if longer != words)


def test_the_seed_says_again_what_it_says_again(shared: Path) -> None:
    seed = next((Path(__file__).resolve().parent.parent.parent.parent / "seeds").glob("000_*.txt"))
    found = {each.words: each.times for each in repeats(read(seed).text)}
    assert found["习近平新时代中国特色社会主义思想"] == 5
    assert found["高水平全面建成小康社会"] == 4
