"""目标: what is to be reached: an amount, a date, a result that can be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.lens.rules.rule import Finding, Reading, Rule, trimmed
from core.model import Span

_WILL = re.compile(
    r"确保|力争|争取(?:实现|达到|完成|年内)|争创|全力创建|努力(?:实现|建成|保持|争创)|年内|(?:[\dXＸ]{1,2}|本|上半)(?:月|年)?底前|到(?:20\d\d|[XＸ]{2,4})年"
    r"|计划投资|全年计划|不少于|不低于|必须在|以前必须|前必须"
)
_RESULT = re.compile(
    r"全覆盖|达标|验收|前列|领先|第一|首位|前[一二三四五六七八九十]+|投入使用|投入运营|投产|开工|完工|竣工|通车|建成|连冠"
    r"|过半|翻番|示范[区县市]|均衡发展县"
)
_NAMED = re.compile(
    r"(?:预期|奋斗|主要|发展|工作)?目标(?:任务)?(?:是|为)[:：]|以[^，。；]{2,30}为目标|实现“[^”]+”的目标|发展定位是"
)
_REACH = re.compile(r"达到?|突破|超过|实现")
PLANS = 3
"""Words of intention in a part that speaks of what is to be done."""


def _amounts(reading: Reading) -> Iterator[Finding]:
    """确保/力争/年内 with an amount."""
    for unit in reading.units:
        will = _WILL.search(reading.words(unit))
        card = reading.card_in(Span(unit.start + will.start(), unit.stop)) if will else None
        if will and card:
            span = Span(unit.start + will.start(), trimmed(reading, unit).stop)
            yield Finding(span, {"word": will[0], "value": card.value + card.unit + card.bound})


def _results(reading: Reading) -> Iterator[Finding]:
    """确保/力争/年内 with a result that can be looked at."""
    for unit in reading.units:
        words = reading.words(unit)
        will = _WILL.search(words)
        result = _RESULT.search(words, will.start()) if will else None
        if will and result:
            span = Span(unit.start + will.start(), trimmed(reading, unit).stop)
            yield Finding(span, {"word": will[0], "result": result[0]})


def _named(reading: Reading) -> Iterator[Finding]:
    """What is called a goal, and what goes on from it in its paragraph, each with a value."""
    for paragraph in reading.paragraphs:
        named = False
        for unit in paragraph:
            words = reading.words(unit)
            found = _NAMED.search(words)
            if found:
                named = words.rstrip().endswith(("；", ";"))
                yield Finding(trimmed(reading, unit), {"word": found[0].rstrip("：:")})
            elif named:
                named = words.endswith(("；", ";"))
                yield Finding(trimmed(reading, unit), {"word": "目标"})


def _reached(reading: Reading) -> Iterator[Finding]:
    """An amount to be reached, in a part that speaks of what is to be done."""
    plans: dict[Span, bool] = {}
    for card in reading.cards:
        part = reading.part(card.span)
        if part is None or card.direction != "reach":
            continue
        if part.scope not in plans:
            plans[part.scope] = len(_WILL.findall(reading.words(part.scope))) >= PLANS
        words = reading.words(card.span)
        if plans[part.scope] and (found := _REACH.search(words)):
            yield Finding(card.span, {"word": found[0], "value": card.value + card.unit + card.bound})


RULES = (
    Rule("lens.goal_named", "目标", _named),
    Rule("lens.goal_amount", "目标", _amounts),
    Rule("lens.goal_result", "目标", _results),
    Rule("lens.goal_reached", "目标", _reached),
)
