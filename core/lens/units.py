"""A text in units: what stands up to 。！？； or the end of a line, and its segments, up to ，、 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Span

_UNIT = re.compile(r"[^。！？!?；;\n]+(?:[。！？!?；;]+[”’」』）)》】]*)?")
_SEGMENT = re.compile(r"[^，,、：:；;。！？!?\n]+")
_BLANKS = " \u3000\xa0"


def units(text: str, span: Span | None = None) -> Iterator[Span]:
    """The units of a text, or of a passage of it, with their stops and without blanks around them."""
    first, last = (span.start, span.stop) if span else (0, len(text))
    for match in _UNIT.finditer(text, first, last):
        words = match[0]
        if words.strip(_BLANKS):
            lead = len(words) - len(words.lstrip(_BLANKS))
            yield Span(match.start() + lead, match.start() + len(words.rstrip(_BLANKS)))


def segments(text: str, span: Span) -> list[Span]:
    """What stands between the commas, colons and stops of a passage."""
    return [Span(*match.span()) for match in _SEGMENT.finditer(text, span.start, span.stop)]
