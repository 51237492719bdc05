"""The skeleton of a text: its headings, and the first sentence of each paragraph. No text is altered here:
fewer blocks are shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from gui.typesetting import Block, Run

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]*[”’」』）)》】]*")
_STOP = re.compile(r"[。：；，！？:;.,!?]?")
WHOLE = frozenset(("title", "subtitle", "salutation", "advert", "heading1", "heading2", "heading3"))


def skeleton(text: str, blocks: Sequence[Block], opened: Collection[int]) -> list[Block]:
    """The blocks of the skeleton, in order; ``opened`` are the starts of the lines that are shown whole.

    A block whose text goes on unseen is ``shut``; one that was opened, in its last block, is ``open``.
    """
    found: list[Block] = []
    whole = False
    for block in blocks:
        if block.role != "more":
            whole = block.start in opened
        if block.role in WHOLE or whole:
            found.append(block._replace(fold="open") if whole and block.role not in WHOLE else block)
            if whole and block.role == "more":
                found[-2] = found[-2]._replace(fold="")
        elif block.role not in ("blank", "more"):
            found += _pieces(text, block)
    return found


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """The first sentence of a paragraph, unless a heading opens it, and each heading within it."""
    ends = [(run.start, _after(text, run)) for run in block.runs]
    if not block.runs or block.runs[0].start > block.first:
        sentence = _SENTENCE.match(text, block.first, block.stop)
        stop = sentence.end() if sentence else block.stop
        ends.insert(0, (block.first, min(stop, ends[0][0]) if ends else stop))
    followers = [*(start for start, _ in ends[1:]), block.stop]
    for number, ((start, stop), after) in enumerate(zip(ends, followers, strict=True)):
        stop = min(stop, after)
        runs = tuple(run for run in block.runs if start <= run.start < stop)
        fold = "shut" if text[stop:after].strip() else ""
        yield Block(block.start if number == 0 else start, start, stop, block.role, runs, fold)


def _after(text: str, run: Run) -> int:
    """Where a heading within a paragraph ends, its stop included."""
    stop = _STOP.match(text, run.stop)
    return stop.end() if stop else run.stop
