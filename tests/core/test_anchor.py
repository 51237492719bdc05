"""Passages are found again where a reader would look for them, or not at all."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.anchor import Candidate, candidates, relocate
from core.edit_path import edit_path

OPEN, CLOSE = "⟦", "⟧"
Spans = Sequence[tuple[int, int]]

FIRST = "今年开春雨水偏多，企业用工偏紧，全县干部群众不等不靠。"
SECOND = "项目是发展的硬支撑，要逐个明确责任人和时间表。"
THIRD = "蓝图画得再好，也要靠人一笔一笔去描。"
STRANGE = "会议审议通过了上年度财务决算报告并听取了各代表团的意见。"


def marked(text: str) -> tuple[str, tuple[int, int] | None]:
    """A text without its one pair of marks, and the span between them."""
    start = text.find(OPEN)
    if start < 0:
        return text, None
    return text.replace(OPEN, "").replace(CLOSE, ""), (start, text.index(CLOSE) - 1)


FOLLOWED = {
    "text before": ("甲乙⟦丙丁⟧戊", "序言甲乙⟦丙丁⟧戊"),
    "text behind": ("甲乙⟦丙丁⟧戊", "甲乙⟦丙丁⟧戊结语"),
    "text on both sides": (f"⟦{FIRST}⟧", f"{STRANGE}\n⟦{FIRST}⟧\n{STRANGE}"),
    "text inside": (f"{FIRST}⟦{SECOND}{THIRD}⟧", f"{FIRST}⟦{SECOND}这一点务必记牢。{THIRD}⟧"),
    "lines broken and indented": (
        f"{FIRST}⟦{SECOND}⟧",
        f"　　{FIRST[:9]}\n{FIRST[9:]}⟦{SECOND[:5]}\n　　{SECOND[5:]}⟧",
    ),
    "paragraphs joined": (f"{FIRST}\n⟦{SECOND}⟧\n{THIRD}", f"{FIRST}⟦{SECOND}⟧{THIRD}"),
    "half-width punctuation": (f"{FIRST}⟦{SECOND}⟧", f"{FIRST}⟦{SECOND.replace('，', ',').replace('。', '.')}⟧"),
    "other quotation marks": ("要写好⟦“后半篇”文章⟧，久久为功。", "要写好⟦「后半篇」文章⟧，久久为功！"),
    "figures made XX": ("新建茶园⟦3000亩，增长12.5%⟧以上。", "新建茶园⟦XX亩，增长XX%⟧以上。"),
    "a character replaced": ("全县上下⟦提振精神⟧、加快节奏", "全县上下⟦提震精神⟧、加快节奏"),
    "its first character replaced": ("全县上下⟦提振精神⟧、加快节奏", "全县上下⟦题振精神⟧、加快节奏"),
    "its last character gone": ("全县上下⟦提振精神⟧、加快节奏", "全县上下⟦提振精⟧、加快节奏"),
    "its paragraph moved": (f"{FIRST}\n⟦{SECOND}⟧\n{THIRD}\n", f"⟦{SECOND}⟧\n{FIRST}\n{THIRD}\n"),
    "its paragraph moved and touched": (
        f"{FIRST}\n{SECOND[:10]}⟦{SECOND[10:16]}⟧{SECOND[16:]}\n{THIRD * 2}\n",
        f"{FIRST}\n{THIRD * 2}\n{SECOND[:4]}新{SECOND[4:10]}⟦{SECOND[10:16]}⟧那{SECOND[17:]}\n",
    ),
    "its end gone": (f"{FIRST}⟦{SECOND}{THIRD}⟧{FIRST}", f"{FIRST}⟦{SECOND}⟧{FIRST}"),
    "its beginning gone": (f"{FIRST}⟦{THIRD}{SECOND}⟧", f"{FIRST}⟦{SECOND}⟧"),
    "a sentence beside it replaced": (f"{FIRST}⟦{SECOND}⟧{THIRD}", f"{STRANGE}⟦{SECOND}⟧{THIRD}"),
    "a twin before it gone": ("要抓项目。要抓作风。⟦要抓落实。⟧", "要抓项目。⟦要抓落实。⟧"),
    "a twin put before it": ("要抓项目。⟦要抓落实。⟧", "要抓项目。要抓作风。⟦要抓落实。⟧"),
    "the second of two": (
        f"{FIRST}抓落实。{SECOND}⟦抓落实。⟧{THIRD}",
        f"序。{FIRST}抓落实。{SECOND}⟦抓落实。⟧尾{THIRD}",
    ),
    "the first of two": (
        f"{FIRST}⟦抓落实。⟧{SECOND}抓落实。{THIRD}",
        f"序。{FIRST}⟦抓落实。⟧{SECOND}抓落实。尾{THIRD}",
    ),
    "the text copied below": (f"{FIRST}⟦{SECOND}⟧{THIRD}", f"{FIRST}⟦{SECOND}⟧{THIRD}\n{FIRST}{SECOND}{THIRD}"),
    "rare characters and emoji": (
        "赵𫖯同志😀说：⟦𠮷祥如意👍🏽⟧，大家鼓掌。",
        "新😀赵𫖯同志说：⟦𠮷祥如意👍🏽⟧，大家都鼓掌。",
    ),
    "at the beginning": (f"⟦{FIRST[:4]}⟧{FIRST[4:]}{SECOND}", f"⟦{FIRST[:4]}⟧{FIRST[4:]}又{SECOND}"),
    "at the end": (f"{FIRST}{SECOND[:-4]}⟦{SECOND[-4:]}⟧", f"又{FIRST[:-3]}{SECOND[:-4]}⟦{SECOND[-4:]}⟧"),
    "one character": (
        f"{FIRST[:5]}⟦{FIRST[5]}⟧{FIRST[6:]}",
        f"到{FIRST[:5]}⟦{FIRST[5]}⟧{FIRST[6:]}".replace("紧", "缺"),
    ),
    "blanks at its ends": (f"{FIRST}⟦\n　　{SECOND}\n⟧{THIRD}", f"今{FIRST}\n\n⟦{SECOND}⟧ {THIRD[2:]}"),
}

ORPHANS = {
    "deleted": (f"{FIRST}⟦{SECOND}⟧{THIRD}", FIRST + THIRD),
    "replaced by a stranger": (f"{FIRST}⟦{SECOND}⟧{THIRD}", FIRST + STRANGE + THIRD),
    "a phrase deleted with its sentence": (f"{FIRST}{SECOND[:3]}⟦{SECOND[3:8]}⟧{SECOND[8:]}{THIRD}", FIRST + THIRD),
    "more than half of it gone": (f"{FIRST}⟦{SECOND}⟧{THIRD}", FIRST + SECOND[:8] + THIRD),
    "another text": (f"{FIRST}⟦{SECOND}⟧{THIRD}", STRANGE * 3),
    "no text": (f"⟦{FIRST}⟧", ""),
    "blanks": (f"⟦　　⟧{FIRST}", f"{FIRST}\n{THIRD}"),
    "nothing": (f"{FIRST}⟦⟧{SECOND}", f"{SECOND}又{FIRST}"),
}


@pytest.mark.parametrize(("before", "after"), FOLLOWED.values(), ids=FOLLOWED)
def test_a_passage_is_followed(before: str, after: str) -> None:
    (old, span), (new, place) = marked(before), marked(after)
    assert span
    assert relocate(old, new, [span]) == [place]


@pytest.mark.parametrize(("before", "after"), ORPHANS.values(), ids=ORPHANS)
def test_a_passage_that_is_gone_is_an_orphan(before: str, after: str) -> None:
    old, span = marked(before)
    assert span
    assert relocate(old, after, [span]) == [None]


def test_every_span_has_its_answer_in_the_order_asked() -> None:
    old, new = FIRST + SECOND + THIRD, THIRD + FIRST
    spans = [(len(FIRST + SECOND), len(old)), (len(FIRST), len(FIRST + SECOND)), (0, len(FIRST)), (0, len(FIRST))]
    there = (len(THIRD), len(new))
    assert relocate(old, new, spans) == [(0, len(THIRD)), None, there, there]
    assert relocate(old, new, []) == []


def test_a_span_outside_the_text_is_an_orphan() -> None:
    assert relocate(FIRST, "序" + FIRST[:-1], [(len(FIRST), len(FIRST) + 9), (9, 3)]) == [None, None]


texts = st.text(st.sampled_from("甲乙丙丁戊，。\n 　1X😀𫖯"), max_size=60)
changes = st.tuples(texts, texts)


@given(changes, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_an_answer_is_a_passage_of_the_new_text(change: tuple[str, str], spans: Spans) -> None:
    old, new = change
    inside = [(start, stop) for start, stop in map(sorted, spans) if stop <= len(old)]
    for place in relocate(old, new, inside):
        assert place is None or (0 <= place[0] <= place[1] <= len(new))


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_in_the_same_text_nothing_moves(text: str, spans: Spans) -> None:
    assert relocate(text, text, spans) == list(spans)


@given(texts, st.text(st.sampled_from("序言 \n"), max_size=20), st.integers(0, 60), st.integers(0, 60))
def test_what_is_put_before_shifts_by_its_length(text: str, put: str, one: int, other: int) -> None:
    text = f"各位{text}"
    start, stop = sorted((min(one, len(text)), min(other, len(text))))
    assert relocate(text, put + text, [(start, stop)]) == [(start + len(put), stop + len(put))]


@given(st.integers(200, 600), st.text(st.sampled_from("天地玄黄宇宙洪荒"), max_size=40), st.integers(0, 30))
def test_an_edit_leaves_what_is_far_from_it_in_order(at: int, put: str, gone: int) -> None:
    old = "".join(map(chr, range(0x4E00, 0x4E00 + 800)))
    new = old[:at] + put + old[at + gone :]
    shift = len(put) - gone
    spans = [(start, start + 12) for start in (0, 100, at - 20, at + gone + 8, 700, 788)]
    assert relocate(old, new, spans) == [(a + shift * (a > at), b + shift * (a > at)) for a, b in spans]


def distance(old: str, new: str) -> int:
    """The edit distance, by the book."""
    row = list(range(len(new) + 1))
    for i, character in enumerate(old, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(new, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (character != other))
    return row[-1]


@given(st.text("甲乙丙", max_size=12), st.text("甲乙丙", max_size=12))
def test_an_edit_path_is_a_shortest_one(old: str, new: str) -> None:
    path = edit_path(old, new)
    replaced = sum(old[i] != new[j] for i, j in path)
    assert len(old) + len(new) - 2 * len(path) + replaced == distance(old, new)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(path))


@pytest.mark.parametrize("share", [0.02, 0.1])
def test_a_text_that_says_everything_often_stays_in_step(share: float) -> None:
    dice = random.Random(1)
    old = (FIRST + SECOND + THIRD + STRANGE) * 60
    new = "".join("错" if dice.random() < share else c for c in old)
    spans = [(start, start + 10) for start in range(0, len(old) - 10, 97)]
    found = relocate(old, new, spans)
    assert sum(place == span for span, place in zip(spans, found, strict=True)) >= 0.95 * len(spans)


TEXT = f"{FIRST}\n抓落实。{SECOND}\n抓落实。{THIRD}\n"


def passage(candidate: Candidate) -> str:
    return TEXT[candidate.start : candidate.stop]


def test_a_quotation_stands_where_its_context_does() -> None:
    best, other = candidates(TEXT, "抓落实。", FIRST[-8:] + "\n", SECOND[:8])
    assert best == (TEXT.index("抓落实"), TEXT.index("抓落实") + 4, 1.0)
    assert passage(other) == "抓落实。"
    assert other.likeness < 0.6
    assert candidates(TEXT, "抓落实。", SECOND[-8:] + "\n", THIRD[:8])[0].start == TEXT.rindex("抓落实")


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (SECOND, SECOND),
        (SECOND.replace("，", ",\n"), SECOND),
        (SECOND.replace("硬支撑", "支撑"), SECOND),
        (SECOND[:12] + STRANGE[:4], SECOND[:12]),
        ("描", "描"),
    ],
)
def test_a_quotation_is_found_though_it_is_not_exact(quote: str, found: str) -> None:
    assert passage(candidates(TEXT, quote)[0]) == found


def test_of_many_places_the_first_ones_are_offered() -> None:
    places = candidates("抓落实。一二三四五六七八" * 20, "抓落实", limit=4)
    assert [each[:2] for each in places] == [(0, 3), (12, 15), (24, 27), (36, 39)]


@pytest.mark.parametrize(("text", "quote"), [("", "抓落实"), (TEXT, ""), (TEXT, " \n"), (TEXT, "𠮷𫖯😀"), ("", "")])
def test_what_stands_nowhere_has_no_place(text: str, quote: str) -> None:
    assert candidates(text, quote, "全县", "") == []


@given(texts, texts, texts, texts)
def test_candidates_are_passages_best_first(text: str, quote: str, prefix: str, suffix: str) -> None:
    found = candidates(text, quote, prefix, suffix)
    assert len(found) <= 3
    assert [each.likeness for each in found] == sorted((each.likeness for each in found), reverse=True)
    for each in found:
        assert 0 <= each.start < each.stop <= len(text)
        assert 0 < each.likeness <= 1


def bench(shared: Path) -> ModuleType:
    """The tool that measures relocation, and what it does to texts."""
    spec = importlib.util.spec_from_file_location("anchor_bench", shared / "tools" / "anchor_bench.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verdicts(
    tool: Any, old: str, donor: str, change: str, seed: int, count: int
) -> list[tuple[str, bool | None, bool]]:
    """What the tool says of ``count`` passages: where they went, whether an orphan was anchored, whether exactly."""
    dice = random.Random(seed)
    chars = tool.MUTATIONS[change](tool.tagged(old), dice, donor)
    new, where = "".join(c for c, _ in chars), {i: at for at, (_, i) in enumerate(chars) if i is not None}
    spans = [span for span in tool.sample_spans(old, dice, count) if old[slice(*span)].strip()]
    return [tool.judge(old, where, *each) for each in zip(spans, relocate(old, new, spans), strict=True)]


def read(paths: Sequence[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in paths]


def hold(found: list[tuple[str, bool | None, bool]], ok: float, wrong: float) -> None:
    kinds = [verdict for verdict, _, _ in found if verdict not in ("gone", "torn")]
    assert kinds.count("ok") >= ok * len(kinds)
    assert kinds.count("wrong") <= wrong * len(kinds)
    assert sum(bool(false) for _, false, _ in found) <= 0.05 * sum(verdict == "gone" for verdict, _, _ in found) + 1


CHANGES = [
    "noise 10%",
    "noise 20%",
    "re-wrap",
    "sentences 30%",
    "move 10%",
    "figures to XX",
    "revise 10%",
    "revise 30%",
]


@pytest.mark.parametrize("change", CHANGES)
def test_our_own_speeches_keep_their_marks(change: str, shared: Path, sample_path: Path, seed_path: Path) -> None:
    sample, seed = read([sample_path, seed_path])
    found = verdicts(bench(shared), sample, seed, change, 1, 60) + verdicts(bench(shared), seed, sample, change, 1, 60)
    hold(found, 0.95, 0.02)


def test_the_measure_of_the_issue_holds(shared: Path) -> None:
    tool = bench(shared)
    old, donor = read([shared / "gold" / "plenum3_2024.txt", shared / "gold" / "jiangsu_2026.txt"])
    found = {change: verdicts(tool, old, donor, change, 1, 40) for change in tool.MUTATIONS}
    hold([each for every in found.values() for each in every], 0.986, 0.0025)
    assert all(exact for _, _, exact in found["re-wrap"])
