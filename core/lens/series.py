"""Numbers over years and over sections: what a plot shows, and the table behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from core.lens.counting import Tally, per_thousand
from core.lens.parts import Part
from core.model import Annotation, Tag


class Series(NamedTuple):
    """Values by name: one for each of the places that they are shown over."""

    name: str
    values: tuple[float, ...]
    colour: str = ""


class Plotted(NamedTuple):
    """Some series over the same places, in order; ``unit`` says what the values are."""

    places: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


def year_of(date: str) -> str:
    """The year of a date as a speech has it; empty where there is none."""
    return date[:4] if date[:4].isdecimal() and len(date) >= 4 else ""


def by_year(tallies: Iterable[tuple[str, Tally]], words: Sequence[str]) -> Plotted:
    """How often words are used in a thousand, year by year; ``tallies`` come with their years, "" is left out."""
    totals, counts = Counter[str](), Counter[tuple[str, str]]()
    for year, tally in tallies:
        if year:
            totals[year] += tally.total
            counts.update({(year, word): tally.counts.get(word, 0) for word in words})
    years = sorted(totals)
    series = (Series(word, tuple(per_thousand(counts[year, word], totals[year]) for year in years)) for word in words)
    return Plotted(tuple(years), tuple(series))


def tags_over(parts: Sequence[Part], marks: Iterable[Annotation], tags: Mapping[str, Tag]) -> Plotted:
    """How many marks of each tag stand in each part; tags that no mark has are left out."""
    starts, counts = [part.span.start for part in parts], Counter[tuple[str, int]]()
    for mark in marks:
        if mark.span is not None and parts:
            place = bisect_right(starts, mark.span.start) - 1
            counts.update((tag, place) for tag in mark.tags)
    used = {tag for tag, _ in counts}
    series = (
        Series(tag.name, tuple(float(counts[tag.id, place]) for place in range(len(parts))), tag.colour)
        for tag in tags.values()
        if tag.id in used
    )
    return Plotted(tuple(part.title for part in parts), tuple(series))


def shares_of(parts: Sequence[Part], name: str) -> Plotted:
    """The share of each part in the text, in per cent."""
    whole = sum(len(part.span) for part in parts) or 1
    values = tuple(100 * len(part.span) / whole for part in parts)
    return Plotted(tuple(part.title for part in parts), (Series(name, values),), "%")
