"""What one sentence of the view looks like: could it be a heading, and how like is it to another?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from core.outline.view import collapse, measure

_WORDS = """
同时 对此 为此 这 今年 去年 明年 今天 今后 我们 我国 我省 我市 我区 我县 我党 各位 同志们 当前 目前
此外 另外 因此 所以 但 而 或 且 特别 尤其 比如 例如 如 总之 总的 可以说 事实 近年 其中 其 全年 全市
全省 全国 全区 全县 是 也 还 又 就 都 已 并 那 他 她 它 大家 你们 截至 一年来 五年来 过去 刚刚 各地
为了 在此 由于 如果 虽然 只有 只要 回顾 展望 上述 以上 下面 下一步 实现上述 实现以上 重点做好 重点抓
主要做了 主要抓
"""
_DISCOURSE = tuple(_WORDS.split())
"""What a sentence begins with that goes on with a thought; it is no heading."""
_NOT_DISCOURSE = ("如期", "就业", "就医", "就近", "都市", "并购", "我们始终", "我们必须", "我们坚持", "我们坚决")
_QUOTATION = 9
"""A sentence that is one quotation of at least so many code points is none either."""
_FIGURE = re.compile(r"\d|[XＸ×]+(?:[亿万多余]|[个家项名位人年月日条件米次届]|[%％]|$)|[百千万亿]元|[a-z%％]")
_PROSE = re.compile(
    r"是|了|我|他|她|你|它|的$|习近平|书记|主席|同志|吗|呢|什么|怎|曾|不是|没有|以来|以后|之后|期间|已经"
)


Emphasis = Callable[[int, int], float]
"""What formatting says for a sentence as a heading, by where it starts and stops; the stop is left out."""


def plain(_start: int, _stop: int) -> float:
    """The emphasis of a text without formatting."""
    return 0.0


class Candidate(NamedTuple):
    """A sentence that could be a heading: where it stands without its stop, its length as a reader
    weighs it, where its comma stands (-1: none), and what it brings by itself."""

    start: int
    stop: int
    size: int
    comma: int
    merit: float


def candidate(view: str, start: int, stop: int, cost: float) -> Candidate | None:
    """The sentence from ``start`` to ``stop`` as a heading, or None where it cannot be one."""
    text = view[start:stop]
    if _goes_on(text) or _FIGURE.search(collapse(text)):
        return None
    size = measure(text)
    comma = text.find("，")
    merit = 0.5 if size <= 10 else 0.35 if size <= 12 else 0.15 if size <= 14 else 0.0 if size <= 16 else -0.3
    if comma >= 0:
        if abs(measure(text[:comma]) - (size - comma - 1)) > 6 or text.count("，") > 1:
            merit -= 0.5
        merit -= 0.3
    if "、" in text:
        merit -= 0.2
    if _PROSE.search(text, 2 if text.startswith("我们") else 0):
        merit -= 0.4
    if "X" in text:
        merit -= 0.2
    return Candidate(start, stop, size, comma, merit - cost)


def _goes_on(text: str) -> bool:
    """Whether a sentence goes on with a thought, or is what somebody said."""
    if text.startswith(_DISCOURSE):
        return not text.startswith(_NOT_DISCOURSE)
    return text[0] == "“" and len(text) >= _QUOTATION and text.find("”") == len(text) - 1


def leading(view: str, start: int, stop: int) -> Candidate | None:
    """The first sentence of the paragraph from ``start`` to ``stop`` as its heading, or None."""
    end = view.find("。", start, min(stop, start + 41))
    return candidate(view, start, end, 0.0) if start + 4 <= end < stop - 30 else None


def likeness(view: str, a: Candidate, b: Candidate) -> float:
    """How much two sentences look like siblings: length, first and last characters, the place of the comma
    and what begins after it."""
    gap = abs(a.size - b.size)
    score = (0.5, 0.4, 0.3, 0.15, 0.0)[gap] if gap < 5 else -0.3
    if view[a.start] == view[b.start]:
        score += 0.5 if view[a.start + 1] == view[b.start + 1] else 0.3
    if view[a.stop - 1] == view[b.stop - 1]:
        score += 0.2
    if a.comma >= 0 and b.comma >= 0:
        score += 0.6 if abs(a.comma - b.comma) <= 1 else 0.0
        x, y = a.start + a.comma + 1, b.start + b.comma + 1
        if view[x] == view[y]:
            score += 0.5 if view[x + 1] == view[y + 1] else 0.2
    elif a.comma >= 0 or b.comma >= 0:
        score -= 0.2
    return score
