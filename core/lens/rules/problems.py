"""问题: what falls short, where the speech turns to its problems. Elsewhere the same words mostly praise or warn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.lens.rules.rule import Finding, Reading, Rule, first_in, trimmed
from core.lens.vocabulary import words
from core.model import Span

_TURN = re.compile(
    r"(?:也|还|又|更)(?:要|应|必须)?(?:清醒|深刻|充分)?(?:地)?(?:认识|看|意识)到|(?:面临|存在)(?:着)?(?:的)?(?:不少|一些|许多|诸多)?"
    r"(?:困难|问题|不足|短板|挑战)|成绩的同时"
)
_OVER = re.compile(r"^(?:对此|为此|对这些|针对|今后|下一步|我们(?:将|要|必须))")


def _told(reading: Reading) -> Iterator[Finding]:
    """From where a paragraph turns to its problems: the units with a word that says what is wanting."""
    listed = words("problems")
    for paragraph in reading.paragraphs:
        turned = False
        for unit in paragraph:
            said = reading.words(unit)
            if turned and _OVER.match(said):
                break
            turn = None if turned else _TURN.search(said)
            turned = turned or turn is not None
            word = first_in(listed, said[turn.end() :] if turn else said) if turned else ""
            if word:
                yield Finding(_without_turn(reading, unit, said), {"word": word})


def _without_turn(reading: Reading, unit: Span, said: str) -> Span:
    """What is wanting, without the words that lead to it: 也要看到存在的问题：……"""
    stop = trimmed(reading, unit).stop
    colon = max(said.rfind("：", 0, 60), said.rfind(":", 0, 60))
    return Span(unit.start + colon + 1, stop) if 0 <= colon < len(said) - 4 else Span(unit.start, stop)


RULES = (Rule("lens.problem", "问题", _told),)
