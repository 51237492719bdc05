"""数据: what is measured, with its value and what goes on from it."""

from __future__ import annotations

from collections.abc import Iterator

from core.lens.data_cards import passages
from core.lens.rules.rule import Finding, Reading, Rule
from core.model import Span


def _values(reading: Reading) -> Iterator[Finding]:
    for group in passages(reading.cards):
        first = group[0]
        span = Span(first.span.start, max(card.span.stop for card in group))
        yield Finding(span, {"indicator": first.indicator or "—", "value": first.value + first.unit + first.bound})


RULES = (Rule("lens.value", "数据", _values),)
