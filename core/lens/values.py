"""Numbers with a unit, or placeholders for them, that measure something: no names, dates, ordinals or classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.lens.vocabulary import any_of, kinds, words
from core.model import Span

_DIGITS = r"(?<![A-Za-z\d.+第×\-])(?:\d[\d,]{0,15}(?:\.\d{1,6})?|[XＸ×＊*]{1,12}(?:\.[XＸ×＊*]{1,6})?)[多余几]?"
_SPOKEN = r"(?<![一二两三四五六七八九十百千])[一二两三四五六七八九][一二三四五六七八九十百千]{0,12}(?=万亿|亿|万元)"
_CLASS = re.compile(
    r"(?:、[XＸ\d.]+(?:亿|万)元?)*(?:以上|以下|以内)?(?:级|规模)?的?(?:重?特?大)?(?:工业|服务业|制造业|产业|龙头)*(?:项目|企业|工程)"
)
_BOUND = re.compile(r"[多余]?(?P<bound>以上|以下|以内|左右)?")


class Value(NamedTuple):
    """A number as it is written, its unit, and the word that bounds it (以上), if any; ``span`` covers all three."""

    span: Span
    number: str
    unit: str
    bound: str


def values(text: str) -> Iterator[Value]:
    """Every value of a text, in order."""
    for match in _pattern().finditer(text):
        unit = match["unit"]
        ordinal = kinds("units")[unit] == "ordinal" or (unit == "次" and text.endswith("届", 0, match.start()))
        if ordinal or (kinds("units")[unit] == "money" and _CLASS.match(text, match.end())):
            continue
        bound = _BOUND.match(text, match.end())
        assert bound is not None
        if not (bound["bound"] and _tells_class(text, bound.end())):
            yield Value(Span(match.start(), bound.end()), match["number"], unit, bound["bound"] or "")


def _tells_class(text: str, at: int) -> bool:
    """Whether a noun follows what bounds a value: 1000人以上企业."""
    behind = text[at : at + 1]
    return "\u4e00" <= behind <= "\u9fff" and behind not in "和或及与并的"


@cache
def _pattern() -> re.Pattern[str]:
    units, compounds = any_of(kinds("units")), any_of(words("compounds"))
    return re.compile(f"(?P<number>{_DIGITS}|{_SPOKEN})(?!{compounds})(?P<unit>{units})")
