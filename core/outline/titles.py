"""Where a numbered heading ends: after its first sentence, or its first clause, or its label."""

from __future__ import annotations

import re

from core.outline.headings import Mark

SENTENCE = 45
"""A heading has at most so many code points; of a longer sentence the first clause is taken."""
_STOP = re.compile(r"[。！？]")
_CLAUSE = re.compile(r"[，；：。！？]")
_WHEN = re.compile(r"[^，]{1,8}[年月日来时后前间中始起]，")
"""A clause that tells only when (五年来，): the next one is taken with it."""


def title_stop(view: str, mark: Mark, end: int) -> int:
    """Where the heading that ``mark`` opens ends; its paragraph ends at ``end``. The stop is left out."""
    if not mark.style.titled:
        return mark.stop
    full = _STOP.search(view, mark.stop, end)
    stop = full.start() if full else end
    colon = view.find("：", mark.stop, stop)
    if colon >= 0 and (full or stop - mark.start > SENTENCE):
        stop = colon
    if stop - mark.start > SENTENCE:
        clause = _first_clause(view, mark, stop)
        if clause <= mark.start + SENTENCE:
            stop = clause
        elif full or stop - mark.start > 2 * SENTENCE:
            stop = mark.stop
    while stop > mark.stop and view[stop - 1] in "。；：， ":
        stop -= 1
    return stop


def _first_clause(view: str, mark: Mark, stop: int) -> int:
    when = _WHEN.match(view, mark.stop, stop)
    clause = _CLAUSE.search(view, when.end() if when else mark.stop, stop)
    return clause.start() if clause else stop


def after(view: str, stop: int) -> int:
    """Where the text below a heading begins that ends at ``stop``: behind its stop."""
    while stop < len(view) and view[stop] == " ":
        stop += 1
    return stop + 1 if stop < len(view) and view[stop] in "。；：！？" else stop
