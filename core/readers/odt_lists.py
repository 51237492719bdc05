"""How far OpenDocument's lists have counted. A list is new unless it says which one it goes on with."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from core.readers.numerals import numeral, spaced
from core.readers.odt_styles import Level, Styles, whole

Counts = dict[int, int]


class Lists:
    """The counts of the lists met so far, and that of the headings."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        self._outline: Counts = {}

    def counts(self, element: Element, style: str) -> Counts:
        """What a list that is not within another counts on from."""
        former = self._by_id.get(element.get("text:continue-list", ""))
        if former is None and element.get("text:continue-numbering") == "true":
            former = self._by_style.get(style)
        counts: Counts = {} if former is None else former
        self._by_style[style] = counts
        if name := element.get("xml:id"):
            self._by_id[name] = counts
        return counts

    def label(self, counts: Counts, style: str, level: int, start: str | None = None) -> str:
        """The number of the next item at a level, with what stands between it and the text."""
        return _next(counts, self._styles.lists.get(style, {}), level, start)

    def heading(self, level: int, start: str | None = None) -> str:
        """The number of the next heading, where headings are numbered."""
        return _next(self._outline, self._styles.outline, level, start)


def _next(counts: Counts, levels: dict[int, Level], index: int, start: str | None) -> str:
    level = levels.get(index)
    if level is None:
        return ""
    counts[index] = whole(start, counts.get(index, level.start - 1) + 1)
    for above in range(1, index):
        counts.setdefault(above, levels[above].start if above in levels else 1)
    for deeper in [key for key in counts if key > index]:
        del counts[deeper]
    if level.format == "bullet":
        return level.text

    def digits(place: re.Match[str]) -> str:
        said = levels.get(int(place[1]))
        return numeral(said.format, counts.get(int(place[1]), said.start)) if said else ""

    label = re.sub("%([0-9]{1,2})%", digits, level.text)
    return spaced(label) if level.followed else label
