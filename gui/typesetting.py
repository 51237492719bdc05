"""How a text is to be set: its lines as blocks, each with a role and its emphasised runs.

Nothing here alters the text. A block is one line of it; a very long line is cut into several, so
that no single one is slow to lay out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.model import Section, Span

LONGEST = 4000
"""Code points one block holds at most."""

BLANKS = " \u3000\t\u00a0"
STOPS = "。：；！？:;.，,"

FACES_OF_KIND = {
    "title": "title",
    "subtitle": "subtitle",
    "byline": "subtitle",
    "salutation": "salutation",
    "front_matter": "advert",
    "back_matter": "note",
}


class Run(NamedTuple):
    """A heading inside a block, set apart: ``lead`` opens the paragraph, ``runin`` stands within it."""

    start: int
    stop: int
    face: str


class Block(NamedTuple):
    """One set paragraph: code points ``start`` to ``stop``, of which the text begins at ``first``.

    What lies between ``start`` and ``first`` are the blanks an author indented with; the page makes
    its own indent. ``role`` is one of title, subtitle, salutation, advert, note, heading1, heading2,
    heading3, body, more (the rest of a long line) and blank. ``fold`` is ``shut`` where the text goes on
    unseen, and ``open`` where what was unseen is shown.
    """

    start: int
    first: int
    stop: int
    role: str = "body"
    runs: tuple[Run, ...] = ()
    fold: str = ""


def blocks(text: str, sections: Sequence[Section]) -> list[Block]:
    """Every line of the text as blocks, in order; together they cover all of it but the line ends."""
    nodes = _Nodes(sections)
    return [block for start, stop in _lines(text) for block in _set(text, start, stop, nodes)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (stop := text.find("\n", start)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, len(text)


class _Nodes:
    """The outline as two sorted lists that are walked once, alongside the lines."""

    def __init__(self, sections: Sequence[Section]) -> None:
        flat = [node for section in sections for node in section.walk()]
        self.headings = sorted((n for n in flat if n.is_heading), key=lambda n: n.heading)
        self.framing = sorted((n for n in flat if n.kind in FACES_OF_KIND), key=lambda n: n.heading)
        self._heading = self._frame = 0

    def role(self, span: Span) -> str:
        """The role a framing block gives to a line; empty where none covers it. Lines come in order."""
        while self._frame < len(self.framing) and self.framing[self._frame].heading.stop <= span.start:
            self._frame += 1
        if self._frame < len(self.framing) and self.framing[self._frame].heading.start < span.stop:
            return FACES_OF_KIND[self.framing[self._frame].kind]
        return ""

    def inside(self, span: Span) -> list[Section]:
        """The headings that begin within a line. Lines come in order."""
        found: list[Section] = []
        while self._heading < len(self.headings) and self.headings[self._heading].heading.start < span.stop:
            if self.headings[self._heading].heading.start >= span.start:
                found.append(self.headings[self._heading])
            self._heading += 1
        return found


def _set(text: str, start: int, stop: int, nodes: _Nodes) -> Iterator[Block]:
    line = text[start:stop]
    first = stop - len(line.lstrip(BLANKS))
    if first == stop:
        yield Block(start, stop, stop, "blank")
        return
    span = Span(first, stop)
    framed, headings = nodes.role(span), nodes.inside(span)
    role = framed or _role_of_heading(text, span, headings) or "body"
    runs = () if role != "body" else tuple(_run(node, first) for node in headings)
    for at in range(first, stop, LONGEST):
        end = min(stop, at + LONGEST)
        cut = tuple(Run(max(r.start, at), min(r.stop, end), r.face) for r in runs if r.start < end and at < r.stop)
        yield Block(start if at == first else at, at, end, role if at == first else "more", cut)


def _role_of_heading(text: str, span: Span, headings: list[Section]) -> str:
    """heading1 to heading3 where one heading fills the whole line, its closing stop aside."""
    if len(headings) == 1 and headings[0].heading.start == span.start:
        rest = text[headings[0].heading.stop : span.stop].strip(BLANKS)
        if len(rest) <= 1 and rest in STOPS:
            return f"heading{min(3, headings[0].level)}"
    return ""


def _run(node: Section, first: int) -> Run:
    leads = node.heading.start == first
    return Run(node.heading.start, node.heading.stop, "lead" if leads and node.label else "runin")
