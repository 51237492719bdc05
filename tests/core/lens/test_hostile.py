"""Texts that nobody wrote: everything ends, soon, and finds what there is."""

from __future__ import annotations

import pytest

from core.lens.comparing import compared
from core.lens.data_cards import data_cards
from core.lens.elsewhere import Passage, places
from core.lens.fill_list import fill_list
from core.lens.glossary import glossary
from core.lens.suggestions import suggestions
from core.model import Document

SIZE = 20_000
HOSTILE = {
    "empty": "",
    "stops": "。，；：" * SIZE,
    "digits": "1" * SIZE,
    "commas": "1,1" * SIZE,
    "placeholders": "X" * SIZE,
    "crosses": "×" * SIZE,
    "stars": "*" * SIZE,
    "lines": "_" * SIZE,
    "quotes": "“" * SIZE,
    "nested": "“‘" * SIZE,
    "numerals": "一" * SIZE,
    "alike": "治河要快，" * SIZE,
    "list": "清淤、" * SIZE,
    "one clause": "治河" * SIZE,
    "sentences": "谁的河段谁来守。" * (SIZE // 4),
    "brackets": "【待补" * SIZE,
    "emoji": "😀𫖯" * SIZE,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_looked_through_to_their_end(text: str) -> None:
    document = Document("d", "", "", "", "", text, ())
    for look in (fill_list, data_cards, glossary, suggestions):
        assert isinstance(look(document), tuple)


@pytest.mark.parametrize("name", ["stops", "digits", "alike", "list", "one clause", "sentences", "emoji"])
def test_hostile_texts_are_compared_to_their_end(name: str) -> None:
    text = HOSTILE[name]
    document = Document("d", "", "", "", "", text, ())
    assert compared([document, document]).rows == ()
    assert isinstance(places(Passage(text[:500]), text), list)
