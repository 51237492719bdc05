from __future__ import annotations

import random
from pathlib import Path

import pytest

from core.lens.plain import Plain
from core.lens.shared import SHORTEST, matches, shared
from core.model import Span

CREED = "把门前的河治好要一段一个河长一口一个对策一周一次通报"


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        (f"开头不同。{CREED}。", f"另外说起，{CREED}！后面也不同", [(CREED, CREED, 1.0)]),
        (
            "河道要清，一段一个河长，一口一个对策，一周一次通报。",
            "河长制：一段一个河长一口一个对策一周一次通报",
            [("一段一个河长，一口一个对策，一周一次通报", "一段一个河长一口一个对策一周一次通报", 1.0)],
        ),
        (
            "今年清淤八公里拆除违建一百二十处水质上了两个台阶",
            "去年清淤九公里拆除违建一百二十处水质上了一个台阶",
            [],
        ),
        (
            "全镇清淤河道和沟渠八公里，拆除违建一百二十处，水质上了两个台阶",
            "全镇清淤河道和沟渠九十公里，拆除违建一百二十处，水质上了两个台阶",
            [
                (
                    "全镇清淤河道和沟渠八公里，拆除违建一百二十处，水质上了两个台阶",
                    "全镇清淤河道和沟渠九十公里，拆除违建一百二十处，水质上了两个台阶",
                    28 / 30,
                )
            ],
        ),
        ("各说各的，毫不相干的一句话", "完全是另外一回事，没有相同之处", []),
        ("", CREED, []),
    ],
)
def test_what_two_texts_share_word_for_word_or_nearly(
    here: str, there: str, found: list[tuple[str, str, float]]
) -> None:
    passages = shared([here, there])
    said = [(here[s.here.start : s.here.stop], there[s.there.start : s.there.stop], s.likeness) for s in passages]
    assert said == [(one, other, pytest.approx(share)) for one, other, share in found]


def test_each_two_of_several_are_compared_and_named() -> None:
    passages = shared([f"甲说{CREED}", "乙说别的", f"丙也说{CREED}"])
    assert [(each.one, each.other, each.exact) for each in passages] == [(0, 2, True)]


def test_every_agreement_is_found_and_is_as_long_as_it_can_be() -> None:
    chance = random.Random(7)
    here, there = ("".join(chance.choices("清河治水", k=300)) for _ in range(2))
    wanted = {
        (a, b)
        for a in range(len(here) - 5)
        for b in range(len(there) - 5)
        if here[a : a + 6] == there[b : b + 6] and not (a and b and here[a - 1] == there[b - 1])
    }
    found = list(matches(here, there))
    assert {(m.a, m.b) for m in found} == wanted
    assert all(here[m.a : m.a + m.length] == there[m.b : m.b + m.length] for m in found)
    assert all(
        here[m.a + m.length : m.a + m.length + 1] != there[m.b + m.length : m.b + m.length + 1]
        or m.a + m.length == len(here)
        for m in found
    )


def test_blanks_and_punctuation_do_not_count_and_places_stay_known() -> None:
    plain = Plain("　一、治河😀，（好）！")
    assert plain.chars == "一治河好"
    assert [plain.span(n, 1) for n in range(4)] == [Span(1, 2), Span(3, 4), Span(4, 5), Span(8, 9)]


def test_a_speech_shares_all_of_itself(sample_path: Path) -> None:
    text = sample_path.read_text(encoding="utf-8")
    (whole,) = shared([text, text])
    assert whole.exact
    assert len(whole.here) > len(text) - SHORTEST
