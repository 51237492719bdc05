"""A passage that is both coloured and commented is one remark, where what is coloured and what is commented agree."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.model import Span
from core.readers.format import Remark


def united(text: str, comments: Sequence[Remark], highlights: Iterable[Remark]) -> Iterator[Remark]:
    """The comments with their colours, and the highlights that belong to none, in no order.

    A highlight belongs to the first of the comments upon its very passage. Where there are none, but comments leave
    no part of it bare and begin or end where it does, it is what is seen of comments that overlap, and belongs to
    these.
    """
    upon: dict[Span, int] = {}
    starts: dict[int, list[int]] = defaultdict(list)
    stops: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(comments):
        upon.setdefault(each.span, number)
        starts[each.span.start].append(number)
        stops[each.span.stop].append(number)
    covered = _joined(text, comments)

    def belongs(span: Span) -> Sequence[int]:
        if span in upon:
            return [upon[span]]
        edges = span.start in starts or span.start in stops, span.stop in starts or span.stop in stops
        return [*starts.get(span.start, ()), *stops.get(span.stop, ())] if all(edges) and _within(covered, span) else []

    colours: dict[int, str] = {}
    for each in highlights:
        mine = belongs(each.span)
        colours.update((number, each.colour) for number in mine if number not in colours)
        if not mine:
            yield each
    yield from (each._replace(colour=each.colour or colours.get(n, "")) for n, each in enumerate(comments))


def _joined(text: str, comments: Iterable[Remark]) -> list[Span]:
    """What comments stand upon, those together that overlap or have only blanks between them."""
    joined: list[Span] = []
    for span in sorted(each.span for each in comments):
        if joined and not text[joined[-1].stop : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, span.stop))
        else:
            joined.append(span)
    return joined


def _within(joined: Sequence[Span], span: Span) -> bool:
    place = bisect_right(joined, span.start, key=lambda each: each.start) - 1
    return place >= 0 and span.stop <= joined[place].stop
