"""Where in one text the hits of a question stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from core.search.nodes import And, Field, Near, Node, Not, Or, Word, is_condition

Place = tuple[int, int]
"""A passage in code points, half-open."""

_SENTENCE = re.compile("[。！？!?][。！？!?”’』」）)》】]*|\n")
"""What ends a sentence, as in core.sentences."""
_PARAGRAPH = re.compile("\n")


class Page(Protocol):
    """A text that is looked through. Places and areas come in order, areas do not overlap."""

    def length(self) -> int: ...

    def places(self, word: str) -> list[Place]: ...

    def area(self, field: Field) -> list[Place]: ...

    def breaks(self, unit: str) -> Sequence[int]:
        """Where a sentence, a paragraph, a section begins after another."""
        ...


def hits(node: Node, page: Page) -> list[Place]:
    """The hits of a question in a text, in order. Of a question that is a condition: the passages that it means."""
    if is_condition(node):
        return _area(node, page)
    match node:
        case Word(text):
            return page.places(text)
        case Or(nodes):
            return _joined(hits(each, page) for each in nodes)
        case And(nodes):
            return _all(nodes, page)
        case Near():
            return _near(node, page)
        case _:
            return []


def _all(nodes: Sequence[Node], page: Page) -> list[Place]:
    """The hits of all parts that have words, if each has some where the conditions hold, and none are unwanted."""
    wanted, unwanted = list[list[Place]](), [each.node for each in nodes if isinstance(each, Not)]
    for each in nodes:
        if not isinstance(each, Not) and not is_condition(each):
            wanted.append(hits(each, page))
            if not wanted[-1]:
                return []
    bad = [hits(each, page) for each in unwanted if not is_condition(each)]
    area: list[Place] | None = None
    for each in filter(is_condition, nodes):
        other = _area(each, page)
        area = other if area is None else _shared(area, other)
        if not area:
            return []
    if area is not None:
        wanted, bad = ([_within(each, area) for each in some] for some in (wanted, bad))
    return _joined(wanted) if all(wanted) and not any(bad) else []


def _near(node: Near, page: Page) -> list[Place]:
    one, other = hits(node.one, page), None
    if one:
        other = hits(node.other, page)
    if not one or not other:
        return []
    if node.unit:
        breaks = page.breaks(node.unit)
        return _joined((_in_unit(one, other, breaks), _in_unit(other, one, breaks)))
    return _joined((_close(one, other, node.most), _close(other, one, node.most)))


def _close(places: list[Place], others: list[Place], most: int) -> list[Place]:
    """The places that have another within so many code points."""
    longest = max(stop - start for start, stop in others)
    found = list[Place]()
    for start, stop in places:
        some = others[bisect_left(others, (start - most - longest, 0)) : bisect_right(others, (stop + most, 1 << 62))]
        if any(o != (start, stop) and max(o[0] - stop, start - o[1]) <= most for o in some):
            found.append((start, stop))
    return found


def _in_unit(places: list[Place], others: list[Place], breaks: Sequence[int]) -> list[Place]:
    """The places that have another in the same unit; each is where it begins."""
    there = dict[int, set[Place]]()
    for other in others:
        there.setdefault(bisect_right(breaks, other[0]), set()).add(other)
    return [place for place in places if there.get(bisect_right(breaks, place[0]), set()) - {place}]


def _area(node: Node, page: Page) -> list[Place]:
    """Where a condition holds."""
    match node:
        case Field():
            return page.area(node)
        case Not(inner):
            return _rest(_area(inner, page), page.length())
        case And(nodes):
            area = _area(nodes[0], page)
            for each in nodes[1:]:
                area = _shared(area, _area(each, page))
            return area
        case Or(nodes):
            return united(place for each in nodes for place in _area(each, page))
        case _:
            return []


def united(places: Iterable[Place]) -> list[Place]:
    """Areas that do not overlap, of any that may."""
    found = list[Place]()
    for start, stop in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _rest(area: list[Place], length: int) -> list[Place]:
    ends = [0, *(end for place in area for end in place), length]
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if a < b]


def _shared(one: list[Place], other: list[Place]) -> list[Place]:
    found = list[Place]()
    for start, stop in one:
        for a, b in other[max(0, bisect_right(other, (start, 0)) - 1) :]:
            if a >= stop:
                break
            if max(a, start) < min(b, stop):
                found.append((max(a, start), min(b, stop)))
    return found


def _within(places: list[Place], area: list[Place]) -> list[Place]:
    """The places that begin in an area."""
    starts = [start for start, _ in area]
    return [place for place in places if (at := bisect_right(starts, place[0])) and place[0] < area[at - 1][1]]


def _joined(lists: Iterable[list[Place]]) -> list[Place]:
    some = list(lists)
    return some[0] if len(some) == 1 else sorted(set[Place]().union(*some))


def text_breaks(text: str, unit: str) -> list[int]:
    """Where sentences or paragraphs begin after others."""
    pattern = _SENTENCE if unit == "sentence" else _PARAGRAPH
    return [match.end() for match in pattern.finditer(text)]
