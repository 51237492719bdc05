"""Overlapping spans into disjoint runs: one sweep that the painter and every exporter share."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.model import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """A stretch, in code points, all of which the same items cover."""

    start: int
    stop: int
    items: tuple[T, ...]


def runs(spans: Iterable[tuple[Span, T]]) -> list[Run[T]]:
    """The disjoint stretches that at least one span covers, in order, each with all items over it.

    Items stand as their spans do: by start, the longer first, else as given. Neighbouring runs
    differ in their items; empty spans cover nothing. Time: n log n and what comes out.
    """
    marks = sorted(((span, item) for span, item in spans if len(span)), key=lambda mark: (mark[0].start, -mark[0].stop))
    edges = [(mark[0].start, 1, rank) for rank, mark in enumerate(marks)]
    edges += [(mark[0].stop, 0, rank) for rank, mark in enumerate(marks)]
    found: list[Run[T]] = []
    open_ranks: list[int] = []
    before = 0
    for place, opens, rank in sorted(edges):
        if open_ranks and before < place:
            found.append(Run(before, place, tuple(marks[each][1] for each in open_ranks)))
        before = place
        if opens:
            insort(open_ranks, rank)
        else:
            open_ranks.remove(rank)
    return found


def joined(spans: Iterable[Span]) -> list[Span]:
    """Passages in order; those that overlap are one, those that only touch are not."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].stop:
            found[-1] = Span(found[-1].start, max(found[-1].stop, span.stop))
        else:
            found.append(span)
    return found
