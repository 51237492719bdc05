"""How fast 10,000 marks are found again in a text of 1 MB that was changed all over."""

from __future__ import annotations

import random
from time import perf_counter

from core.anchor import candidates, relocate
from tests.benchmarks.ledger import Ledger
from tests.benchmarks.material import Material

ALLOWED = 0.7
"""Milliseconds a mark."""


def test_relocation(own: Material, ledger: Ledger) -> None:
    text, dice = own.mb1.read_text(encoding="utf-8"), random.Random(1)
    changed = "".join("改" if dice.random() < 0.05 else character for character in text)
    spans = [(start, stop) for start, stop, _ in own.places]
    begun = perf_counter()
    found = relocate(text, changed, spans)
    spent = 1000 * (perf_counter() - begun)
    assert sum(place == span for span, place in zip(spans, found, strict=True)) > 0.9 * len(spans)
    ledger.most("10,000 marks found again in 1 MB, a mark", spent / len(spans), "ms", ALLOWED)


def test_candidates(own: Material, ledger: Ledger) -> None:
    text = own.mb1.read_text(encoding="utf-8")
    begun = perf_counter()
    found = candidates(text, text[900:930], text[868:900], text[930:962])
    spent = 1000 * (perf_counter() - begun)
    assert found[0].likeness == 1
    ledger.most("places for one orphan in 1 MB", spent, "ms")
