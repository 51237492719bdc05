"""Keyness: which words a text uses more, or less, than others do.

Whether a difference may be chance is told by the log-likelihood, how large it is by the log ratio.
"""

from __future__ import annotations

from math import log, log2
from typing import NamedTuple

from core.lens.counting import Tally, per_thousand

SURE = 3.84
"""The log-likelihood above which a difference is significant at p < 0.05 (one degree of freedom)."""
LEAST = 2
"""How often a word is used at least: what is said once is no habit."""


class KeyRow(NamedTuple):
    """A word: how often here and there, the same in a thousand words, log-likelihood, log ratio (below 0: less)."""

    word: str
    times: int
    other_times: int
    per_thousand: float
    other_per_thousand: float
    log_likelihood: float
    log_ratio: float


def log_likelihood(count: int, other: int, total: int, other_total: int) -> float:
    """G² of a word used ``count`` times in ``total`` words, and ``other`` times in ``other_total``.

    2·(a·ln(a/E₁) + b·ln(b/E₂)) with E₁ = c·(a+b)/(c+d) and E₂ = d·(a+b)/(c+d), a term with 0 being 0: Dunning's
    statistic (Computational Linguistics 19(1), 1993) as Rayson and Garside compare corpora by it (Comparing
    corpora using frequency profiling, 2000).
    """
    both, all_ = count + other, total + other_total
    if not both or not all_:
        return 0.0
    cells = ((count, total * both / all_), (other, other_total * both / all_))
    return 2 * sum(seen * log(seen / expected) for seen, expected in cells if seen and expected)


def log_ratio(count: int, other: int, total: int, other_total: int) -> float:
    """The binary logarithm of the ratio of the relative frequencies: each point is twice as often.

    A count of 0 is taken for ½, without which there would be no ratio (Hardie, Log Ratio – an informal
    introduction, 2014). 0 where there are no words at all.
    """
    if not total or not other_total:
        return 0.0
    return log2((count or 0.5) / total / ((other or 0.5) / other_total))


def keyness(here: Tally, there: Tally, least: int = LEAST) -> list[KeyRow]:
    """The words used significantly more or less here than there, the surest first."""
    rows = [_row(word, here, there) for word, count in here.counts.items() if count >= least]
    rows += [_row(word, here, there) for word in there.counts if word not in here.counts]
    return sorted((row for row in rows if row.log_likelihood >= SURE), key=lambda row: -row.log_likelihood)


def _row(word: str, here: Tally, there: Tally) -> KeyRow:
    count, other = here.counts.get(word, 0), there.counts.get(word, 0)
    four = (count, other, here.total, there.total)
    return KeyRow(
        word,
        count,
        other,
        per_thousand(count, here.total),
        per_thousand(other, there.total),
        log_likelihood(*four),
        log_ratio(*four),
    )
