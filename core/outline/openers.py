"""Unnumbered headings of paragraphs: lines of their own, sentences of their own, and the sentences
that open sibling paragraphs (段首句).

As with run-ins the set tells, not the single line: the paragraphs below one heading are looked at
together. Where lines of their own are found, what stands below each is looked at again, so tiers nest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from core.outline.lines import Line
from core.outline.sentences import Candidate, Emphasis, candidate, plain
from core.outline.siblings import Pair, Paragraph, are_alike, best_chain, rows, upper_tier

BARE = 48
"""A heading on a line of its own, without a stop, has at most so many code points."""
LINE = 40
"""A sentence that opens a paragraph as its heading, at most so many."""
SENTENCE = 60
"""A heading that is a sentence alone on its line, at most so many."""
ANAPHORA = 80
"""A heading that opens a paragraph by anaphora, at most so many."""
STRICT, USUAL, LENIENT = 0.75, 0.25, -0.4
"""How alike first sentences must be to be headings: below no heading, below one, and below one whose
siblings mostly have such headings."""
LABEL = 12
"""A label before a colon, at most so many."""
FILL = 20
"""Where most paragraphs open with a heading, a first sentence without a comma of at most so many is one too."""

_FIRST = re.compile(r"[^。！？：\n]*")
_BARE_NOT = re.compile(
    r"\d{4}年$|\d{4}年\d|\d+月\d+日|^ *图|图为|摄$|记者|来源|编辑|责编|作者|（[^（）]*）$|新华社"
    r"|时间：|地点：|姓名：|[a-zA-Z]{4}|^附件"
)
_WORDS = """
要求 目标 任务 原则 思路 重点 措施 保障 主题 思想 方针 定位 基调 内容 意义 背景 步骤 方法 路径 安排
指标 抓手 成效 做法 经验 问题 建议 打算 口号 理念 使命 责任 分工 范围 对象 标准 条件 程序 依据 目的
"""
_LABEL = tuple(_WORDS.split())
_MARKS = frozenset("，；“”0123456789")
_DEFINED = re.compile(r"所谓“[^“”]*”")
_ADDRESS = re.compile(r"[^，。！：]{0,12}(?:同志们|代表|委员|朋友们|们)[，！：]")
_FRAME = re.compile(
    r"(?!\d{4}年)(?:[^，。“”]{0,8}(?:年来?|时期|以来|征程上?)[，。]|[这过今明][^，。]{0,2}年|[今明]天的|所谓|我们[要必始坚]|要|必须"
    r"|坚持|始终|坚决|从[^，。]{2,10}看|面对|如何|关于|努力|着力|更加|进一步|这是)"
)
"""What an anaphora may repeat: a time, a call, a view; a repeated subject (全会提出，…) tells only who speaks,
a repeated date (2025年，…) only of when."""


class Opener(NamedTuple):
    """A heading found: the index of its line, where it ends, how deep below its owner (1: its child)."""

    line: int
    stop: int
    depth: int


def find(
    view: str,
    lines: Sequence[Line],
    members: Sequence[int],
    turns: Sequence[bool],
    bound: float,
    emphasis: Emphasis = plain,
) -> list[Opener]:
    """The openers among the paragraphs ``members`` of one owner; ``turns`` says per line where the speech
    turns, which ends a row of siblings; ``bound`` is how alike first sentences have to be."""
    paragraphs: list[Paragraph] = []
    for i in members:
        start, stop = lines[i].start, lines[i].stop
        first = _FIRST.match(view, start, stop)
        paragraphs.append(Paragraph(i, start, stop, first.end() if first else start, turns[i]))
    return _Search(view, bound, emphasis, bound >= STRICT).tier(paragraphs, 1)


class _Search:
    """What is the same for all paragraphs of one owner."""

    def __init__(self, view: str, bound: float, emphasis: Emphasis, prose: bool) -> None:
        """``prose``: the owner bears no number, so that a sentence alone on its line may be just that."""
        self.view, self.bound, self.emphasis, self.prose = view, bound, emphasis, prose

    def tier(self, paragraphs: list[Paragraph], depth: int) -> list[Opener]:
        chosen = self._bare(paragraphs)
        if chosen:
            return self._nest(paragraphs, chosen, depth)
        found: list[Opener] = []
        for row in rows(paragraphs):
            chosen = self._sentences(row)
            if chosen:
                found += self._nest(row, chosen, depth)
            else:
                stops = self._labels(row) or self._anaphora(row) or self._leads(row) or self._calls(row)
                found += [Opener(line, stop, depth) for line, stop in stops]
        return found

    def _nest(self, paragraphs: list[Paragraph], chosen: set[int], depth: int) -> list[Opener]:
        """The chosen lines as headings, and what the tiers below each of them give: less likeness is asked
        below a heading, and still less where most siblings have openers below them."""
        heads = [i for i, each in enumerate(paragraphs) if each.line in chosen]
        found = [Opener(paragraphs[i].line, min(paragraphs[i].first, paragraphs[i].stop), depth) for i in heads]
        found += self.tier(paragraphs[: heads[0]], depth) if heads[0] else []
        bodies = [paragraphs[i + 1 : j] for i, j in pairwise([*heads, len(paragraphs)])]
        bodies = [body for body in bodies if body]
        below = [self._asking(USUAL).tier(body, depth + 1) for body in bodies]
        if 2 * sum(map(bool, below)) >= len(below):
            below = [
                tier or self._asking(LENIENT).tier(body, depth + 1) for tier, body in zip(below, bodies, strict=True)
            ]
        return sorted([*found, *chain.from_iterable(below)])

    def _asking(self, bound: float) -> _Search:
        """The same search with a bound at most so high."""
        return self if self.bound <= bound else _Search(self.view, bound, self.emphasis, self.prose)

    def _bare(self, paragraphs: list[Paragraph]) -> set[int]:
        """Lines without a stop: short, each with a text below it, at least two; those that end in a dash
        (经济总量连上台阶——) stand below those that do not."""
        bare = [i for i, each in enumerate(paragraphs) if self._is_bare(each)]
        full = [i for i in bare if self.view[paragraphs[i].stop - 1] != "—"]
        return upper_tier(paragraphs, full if len(full) >= 2 else bare)

    def _is_bare(self, each: Paragraph) -> bool:
        return (
            each.first == each.stop
            and 4 <= each.stop - each.start <= BARE
            and self.view[each.stop - 1] not in "，；、）…"
            and not _BARE_NOT.search(self.view, each.start, each.stop)
        )

    def _sentences(self, paragraphs: list[Paragraph]) -> set[int]:
        """Sentences alone on their lines: short, each with a longer text below it, at least two."""
        alone = [i for i, each in enumerate(paragraphs) if self._is_alone(each)]
        if len(alone) < 2:
            return set()
        heads = Counter(self.view[paragraphs[i].start : paragraphs[i].start + 2] for i in alone)
        picked: list[int] = []
        for i in alone:
            each = paragraphs[i]
            one = candidate(self.view, each.start, each.first, -self.emphasis(each.start, each.first))
            alike = heads[self.view[each.start : each.start + 2]] >= 3
            if alike or (one and one.merit >= (0 if self.prose else -0.65)):
                picked.append(i)
        if self.prose and not are_alike(self.view, [paragraphs[i] for i in picked]):
            return set()
        return upper_tier(paragraphs, picked)

    def _is_alone(self, each: Paragraph) -> bool:
        length = each.stop - each.start
        return each.first == each.stop - 1 and self.view[each.first] == "。" and 4 <= length <= SENTENCE

    def _labels(self, paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
        """Labels with a colon (总体要求：…): two or more different ones in a row of paragraphs."""
        found: list[tuple[int, int]] = []
        names: set[str] = set()
        for each in paragraphs:
            if self._is_label(each):
                found.append((each.line, each.first))
                names.add(self.view[each.start : each.first])
        return found if len(found) == len(names) >= 2 else []

    def _is_label(self, each: Paragraph) -> bool:
        if each.first == each.stop or self.view[each.first] != "：":
            return False
        label = self.view[each.start : each.first]
        return len(label) <= LABEL and label.endswith(_LABEL) and _MARKS.isdisjoint(label)

    def _anaphora(self, paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
        """Three or more paragraphs in a row that begin with the same three characters: their first sentences."""
        found: list[tuple[int, int]] = []
        run: list[Paragraph] = []
        for each in [*paragraphs, None]:
            if each and run and self.view.startswith(self.view[run[0].start : run[0].start + 3], each.start):
                run.append(each)
                continue
            if len(run) >= 3 and self._frames(run[0]):
                found += [(one.line, self._definition(one)) for one in run]
            fits = each and each.stop - each.start > 60 and each.first - each.start <= ANAPHORA
            run = [each] if each and fits else []
        return found

    def _calls(self, paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
        """Three or more paragraphs in a row that each open with a short call (要…。)."""
        found: list[tuple[int, int]] = []
        run: list[Paragraph] = []
        for each in [*paragraphs, None]:
            if each and self.view[each.start] == "要" and self._brief(each):
                run.append(each)
                continue
            if len(run) >= 3:
                found += [(one.line, one.first) for one in run]
            run = []
        return found

    def _brief(self, each: Paragraph) -> bool:
        """Whether the paragraph opens with a sentence of one short clause, and a text follows."""
        one = self._lead(each)
        return one is not None and one.comma < 0 and one.size <= FILL

    def _frames(self, each: Paragraph) -> bool:
        view, start = self.view, each.start
        return _FRAME.match(view, start, each.stop) is not None and not _ADDRESS.match(view, start, each.stop)

    def _definition(self, each: Paragraph) -> int:
        """Where an anaphoric heading ends: after what is defined (所谓“…”，就是…), else after the sentence."""
        match = _DEFINED.match(self.view, each.start, each.first)
        return match.end() if match else each.first

    def _leads(self, paragraphs: list[Paragraph]) -> list[tuple[int, int]]:
        """The first sentences of sibling paragraphs, if most of the long paragraphs open with a like one."""
        long = [each for each in paragraphs if each.stop - each.start > 60]
        pairs = [(each, one) for each in long for one in [self._lead(each)] if one]
        brief = [pair for pair in pairs if pair[1].comma < 0 and pair[1].size <= FILL]
        if self.bound <= USUAL and len(brief) >= 2 and self._are_all(brief, long):
            return [(each.line, each.first) for each, _ in brief]
        chosen, score = best_chain(self.view, pairs)
        share = len(chosen) / len(long) if long else 0.0
        if len(chosen) < 2 or share < 0.5 or score + (share - 0.5) < self.bound:
            return []
        lines = {each.line for each, _ in [*chosen, *brief]}
        words = {self.view[each.start : each.start + 2] for each, _ in chosen}
        if len(words) == 1:  # what begins with the words of all of them is one of them
            lines |= {each.line for each, _ in pairs if self.view[each.start : each.start + 2] in words}
        if len(lines) >= 4 and len(lines) >= len(long) - 1:
            lines |= {each.line for each, _ in pairs}
        return [(each.line, each.first) for each, _ in pairs if each.line in lines]

    def _are_all(self, brief: list[Pair], long: list[Paragraph]) -> bool:
        """Whether all long paragraphs open with a brief sentence; of three or more the first may be a lead."""
        return len(brief) == len(long) or (len(brief) >= 3 and brief[0][0] != long[0] and len(brief) == len(long) - 1)

    def _lead(self, each: Paragraph) -> Candidate | None:
        size = each.first - each.start
        if not 4 <= size <= LINE or each.stop - each.first <= 30 or self.view[each.first] != "。":
            return None
        return candidate(self.view, each.start, each.first, 0.2 - self.emphasis(each.start, each.first))
