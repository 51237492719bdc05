"""金句: what can be quoted: couplets, sayings, sentences in a frame that people remember."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.lens.rules.rule import Finding, Reading, Rule, trimmed
from core.lens.units import segments
from core.model import Span

_CALL = re.compile(r"^[^，。；]{0,8}(?:同志|代表|朋友|老师|委员)们?[，、！]")
_FRAMES = re.compile(
    r"没有[^，。；]{2,16}，?(?:也?就|便)没有[^，。；]{2,16}|唯有[^。；]{2,20}才能?[^，。；]{2,16}|越[^，。；越]{1,8}，?[^，。；]{0,4}越[^，。；越]{1,8}"
    r"|不是[^，。；]{2,16}，?而是[^，。；]{2,16}|既[^，。；]{2,12}，(?:又|也|更)[^，。；]{2,12}更[^，。；]{2,12}"
    r"|(?:方能|才能)[^，。；]{2,8}，[^，。；]{2,10}(?:才可|才能|方能)[^，。；]{2,8}"
)
_SAYING = re.compile(r"(?:“|「)([^“”「」\n]{6,50}[。！？])(?:”|」)")
SHORTEST, LONGEST = 4, 16
"""Code points of one half of a couplet."""
VERSE = (5, 7)
"""Code points of a line of verse: two of them make a couplet whatever they say."""


def _couplets(reading: Reading) -> Iterator[Finding]:
    """A sentence of two halves of one length, with some words in the same places."""
    for unit in reading.units:
        halves = _halves(reading, unit)
        if len(halves) == 2 and not any(half.start in reading.headings for half in halves):
            one, other = map(reading.words, halves)
            same = _same(one, other)
            if len(one) == len(other) and SHORTEST <= len(one) <= LONGEST and (same or len(one) in VERSE):
                yield Finding(Span(halves[0].start, halves[1].stop), {"length": str(len(one)), "same": same or "—"})


def _halves(reading: Reading, unit: Span) -> list[Span]:
    """The segments of a sentence without whom it calls."""
    said = reading.words(unit)
    call = _CALL.match(said)
    start = unit.start + (call.end() if call else 0)
    return segments(reading.text, Span(start, trimmed(reading, unit).stop))


def _same(one: str, other: str) -> str:
    """The characters that two halves have in the same places."""
    return "".join(a for a, b in zip(one, other, strict=False) if a == b)


def _pairs(reading: Reading) -> Iterator[Finding]:
    """Two sentences side by side whose segments have the same lengths: 回顾过去，成就喜人；展望未来，催人奋进。"""
    for paragraph in reading.paragraphs:
        for one, other in pairwise(paragraph):
            lengths = [len(each) for each in _halves(reading, one)]
            same = len(lengths) == 2 and lengths == [len(each) for each in _halves(reading, other)]
            if same and sum(lengths) <= LONGEST and not {one.start, other.start} & reading.headings:
                yield Finding(Span(one.start, trimmed(reading, other).stop), {"length": "+".join(map(str, lengths))})


def _frames(reading: Reading) -> Iterator[Finding]:
    for unit in reading.units:
        if found := _FRAMES.search(reading.words(unit)):
            yield Finding(trimmed(reading, unit), {"words": found[0]})


def _sayings(reading: Reading) -> Iterator[Finding]:
    for match in _SAYING.finditer(reading.text):
        yield Finding(Span(*match.span(1)), {"words": match[1][:10]})


RULES = (
    Rule("lens.maxim_couplet", "金句", _couplets),
    Rule("lens.maxim_pair", "金句", _pairs),
    Rule("lens.maxim_saying", "金句", _sayings),
    Rule("lens.maxim_frame", "金句", _frames, weak=True),
)
