"""The sentence and the clause over a place in the text: by their stops alone, no dictionary."""

from __future__ import annotations

from core.model import Span

BLANKS = " \t\n\u3000\xa0"
_ENDS = "。！？!?"
"""What ends a sentence, with any closing marks behind it; so does the end of a line."""

_PAUSES = "，；：,;:—…"
"""What ends a clause too. 、 does not: it only strings words together, and numbers headings."""

_CLOSING = "”’』」）)》】"

BETWEEN = BLANKS + _ENDS + _PAUSES + _CLOSING
"""What may stand between two clauses."""


def sentence_at(text: str, offset: int) -> Span:
    """The sentence over a code point, its stop included and blanks around it left out."""
    return _unit(text, offset, _ENDS)


def clause_at(text: str, offset: int) -> Span:
    """What stands between two stops, commas or colons over a code point, its own stop left out."""
    sentence, span = sentence_at(text, offset), _unit(text, offset, _ENDS + _PAUSES)
    span = Span(max(sentence.start, span.start), min(sentence.stop, span.stop))
    words = text[span.start : span.stop].rstrip(_ENDS + _PAUSES)
    return Span(span.start, span.start + len(words)) if words else span


def _unit(text: str, offset: int, ends: str) -> Span:
    """From the end before to the end after ``offset``, within its line; a line end belongs to its line."""
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset)
    last = len(text) if last < 0 else last
    start = stop = min(offset, max(first, last - 1))
    while start > first and not _ended(text, first, start, ends):
        start -= 1
    while stop < last and (stop <= offset or not _ended(text, first, stop, ends)):
        stop += 1
    words = text[start:stop].rstrip(BLANKS)
    return Span(start + len(words) - len(words.lstrip(BLANKS)), start + len(words))


def _ended(text: str, first: int, place: int, ends: str) -> bool:
    """Whether a unit ends just before ``place``: after its stops and the marks that close behind them."""
    if text[place] in ends or text[place] in _CLOSING:
        return False
    before = place
    while before > first and text[before - 1] in _CLOSING:
        before -= 1
    in_number = text[before - 1] in ",:" and text[place].isdigit()  # 1,200 and 8:30
    return before > first and text[before - 1] in ends and not in_number
