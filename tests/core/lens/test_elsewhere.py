from __future__ import annotations

import random
import re

import pytest

from core.lens.elsewhere import MOST, Passage, places

PASSAGE = "一段一个河长，一口一个对策，一周一次通报。谁的河段，谁来守。"
AROUND = "前面说的是另一件事，与治河毫不相干，只是为了把这篇文章写长一些。"


@pytest.mark.parametrize(
    ("there", "likeness"),
    [
        (PASSAGE, 1.0),
        ("一段一个河长、一口一个对策\n一周一次通报；谁的河段谁来守", 1.0),
        ("一段一个河长，一处一个对策，一周一次通报。谁的河段，谁来守。", 22 / 24),
        ("一段一个河长，一口一个对策，再加上其他许多办法。", None),
        ("谁的河段，谁来守。", None),
        ("", None),
    ],
)
def test_a_passage_is_found_word_for_word_and_nearly(there: str, likeness: float | None) -> None:
    text = f"{AROUND}{there}{AROUND}"
    found = places(Passage(PASSAGE), text)
    if likeness is None:
        assert found == []
        return
    (place,) = found
    assert place.likeness == pytest.approx(likeness, abs=0.05)
    assert text[place.span.start : place.span.stop] == there.rstrip("。")


def test_each_of_several_places_is_told_in_order() -> None:
    text = AROUND.join(["", PASSAGE, PASSAGE, ""])
    assert [text[p.span.start : p.span.stop] for p in places(Passage(PASSAGE), text)] == [PASSAGE[:-1]] * 2


def test_a_part_of_a_long_passage_is_found_where_it_is_long_itself() -> None:
    part = "一段一个河长，一口一个对策，一周一次通报，谁的河段谁来守，谁守不住谁来说清楚，年底一并考核，结果向群众公布"
    (place,) = places(Passage(AROUND + part + AROUND * 2), f"开头。{part}。结尾。")
    assert place.likeness < 0.5
    assert places(Passage(AROUND + part[:30] + AROUND * 2), f"开头。{part[:30]}。结尾。") == []


def test_a_place_that_begins_within_the_reach_of_another_is_found_whole() -> None:
    passage = "现在，我代表青溪县人民政府向大会作工作报告，请予审议"
    text = f"会议。青溪县人民政府县长\n\n各位代表：各位委员：\n{passage}。{AROUND}"
    (place,) = places(Passage(passage), text)
    assert (text[place.span.start : place.span.stop], place.likeness) == (passage, 1.0)


def test_the_strings_looked_for_have_no_stop_in_them_and_are_not_many() -> None:
    sought = Passage(PASSAGE * 200).seeds
    assert 0 < len(sought) <= MOST
    assert all(each.words.isalnum() and len(each.words) == 6 for each in sought)
    assert (PASSAGE * 200)[sought[7].at :].startswith(sought[7].words)
    assert 1 <= Passage(PASSAGE * 200).needed < len(sought)


@pytest.mark.parametrize("passage", ["稳就业、稳企业、稳市场、稳预期", "修好路、通好渠，让村村有水"])
def test_a_row_of_words_shorter_than_what_is_looked_for_is_found(passage: str) -> None:
    text = f"{AROUND}着力{passage}。{AROUND}"
    (place,) = places(Passage(passage), text)
    assert (text[place.span.start : place.span.stop], place.likeness) == (passage, 1.0)


@pytest.mark.parametrize("passage", ["", "。。。", "治河", "治好门前河"])
def test_what_is_too_short_is_found_nowhere(passage: str) -> None:
    assert places(Passage(passage), AROUND + passage) == []


def test_a_short_passage_is_found_too() -> None:
    text = f"{AROUND}先把门前的河治好{AROUND}"
    (place,) = places(Passage("把门前的河治好"), text) or [None]
    assert place is None  # seven characters are a phrase: that is what a search is for
    (place,) = places(Passage("先把门前的河治好"), text)
    assert place.likeness == 1.0


def test_every_exact_place_is_found_in_texts_of_chance() -> None:
    chance = random.Random(11)
    letters = "治河清淤修渠护岸巡查通报群众干部一二三四五，。、\n"
    for _ in range(60):
        passage = "段" + "".join(chance.choices(letters[:-4], k=chance.randint(12, 80)))
        pieces = ["".join(chance.choices(letters, k=chance.randint(0, 200))) for _ in range(4)]
        text = passage.join(pieces)
        exact = {match.start() for match in re.finditer(re.escape(passage), text)}
        found = {place.span.start for place in places(Passage(passage), text) if place.likeness > 0.9}
        assert exact <= found
