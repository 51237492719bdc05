"""Hints of a formatted source weigh: they help where the text leaves a doubt, and cannot spoil what it says."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from core.model import Span
from core.outline import Hint, parse
from tests.core.outline import LONG, MORE, text_of


def titles(text: str, hints: list[Hint]) -> list[str]:
    return [node.title for section in parse(text, hints) for node in section.walk() if node.is_heading]


def test_bold_sentences_settle_a_doubt() -> None:
    text = (
        "一、水\n"
        + LONG
        + "水渠年年维修。"
        + LONG
        + "闸门要有专人看护。"
        + MORE
        + "用水一律登记在册。"
        + LONG
        + "\n二、路\n"
        + LONG
    )
    bold = [Hint(Span(0, len(text)), face="仿宋")]
    for head in ("水渠年年维修", "闸门要有专人看护", "用水一律登记在册"):
        at = text.index(head)
        bold.append(Hint(Span(at, at + len(head)), bold=True))
    assert len(titles(text, [])) == 2
    assert len(titles(text, bold)) == 5


def outline(text: str, hints: list[Hint]) -> list[tuple[int, int, int]]:
    nodes = [node for section in parse(text, hints) for node in section.walk()]
    return [(node.level, node.heading.start, node.heading.stop) for node in nodes]


WRONG = {
    "everything bold": lambda text: [Hint(Span(0, len(text)), bold=True)],
    "every line bold": lambda text: [Hint(Span(*m.span()), bold=True) for m in re.finditer(r"[^\n]+", text)],
    "runs at random": lambda text: [
        Hint(Span(a, a + pick.randrange(1, 60)), bold=True, face=pick.choice("黑楷宋"), level=pick.choice([None, 1, 3]))
        for pick in [random.Random(7)]
        for a in (pick.randrange(len(text)) for _ in range(300))
    ],
    "runs beyond the text": lambda text: [Hint(Span(len(text), len(text) + 9), bold=True), Hint(Span(-5, -1), level=1)],
    "empty runs": lambda text: [Hint(Span(a, a), bold=True) for a in range(0, len(text), 50)],
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_hints_change_nothing(seed_path: Path, name: str) -> None:
    text = text_of(seed_path)
    assert outline(text, WRONG[name](text)) == outline(text, [])
