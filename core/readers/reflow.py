"""Lines that stand on pages → a text in paragraphs, and what the pages know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.model import Hint, Span
from core.readers.format import Reading, Remark
from core.readers.paragraphs import Placed, paragraphs
from core.readers.placed import Page

_HYPHEN = re.compile(r"[A-Za-z\u00c0-\u024f]-$")
_LETTER = re.compile(r"[a-z\u00df-\u024f]")
_WORD = re.compile(r"[!-~\u00a1-\u024f]")

Place = tuple[int, int]
"""A line, by the number of its page and its own there."""


def reading(pages: Sequence[Page]) -> Reading:
    """The text of pages in paragraphs, with formatting, marks, page starts and notices."""
    found = list(paragraphs(pages))
    text, starts = _text(found)
    notices: list[str] = []
    if any(page.watermark for page in pages):
        notices.append("notice.watermark")
    if text and any(page.pictures and not page.lines for page in pages):
        notices.append("notice.pictures")
    hints = tuple(hint for each in found for hint in _hints(each, starts, text))
    return Reading(
        text,
        hints,
        tuple(_remarks(pages, starts, text)),
        _page_starts(len(pages), found, starts, len(text)),
        tuple(notices),
    )


def _text(found: Sequence[Sequence[Placed]]) -> tuple[str, dict[Place, int]]:
    """The text, and where in it each line begins."""
    parts: list[str] = []
    starts: dict[Place, int] = {}
    length = 0
    for paragraph in found:
        text = ""
        for placed in paragraph:
            if text:
                text = _open(text, placed.line.text)
            starts[placed.place] = length + len(text)
            text += placed.line.text
        parts.append(text + "\n")
        length += len(parts[-1])
    return "".join(parts), starts


def _open(text: str, following: str) -> str:
    """What was read of a paragraph, ready for its next line: a blank between Latin words only, and the hyphen
    of a word that was divided goes."""
    if _HYPHEN.search(text) and _LETTER.match(following):
        return text[:-1]
    return text + " " if _WORD.match(text[-1]) and _WORD.match(following) else text


def _hints(paragraph: Sequence[Placed], starts: Mapping[Place, int], text: str) -> Iterator[Hint]:
    """How a paragraph is set, a run of one style at a time, over the ends of its lines."""
    runs = [(starts[each.place] + run.start, run.style) for each in paragraph for run in each.line.runs]
    last = paragraph[-1]
    stop = starts[last.place] + len(last.line.text)
    runs = [run for number, run in enumerate(runs) if not number or run[1] != runs[number - 1][1]]
    for (start, style), (end, _) in zip(runs, [*runs[1:], (stop, None)], strict=True):
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        if start < end:
            yield Hint(Span(start, end), style.bold, style.face, style.size, paragraph[0].align)


def _page_starts(
    count: int, found: Sequence[Sequence[Placed]], starts: Mapping[Place, int], end: int
) -> tuple[int, ...]:
    """Where each page begins: with its first line, or, where it has none, where the next one does."""
    first: dict[int, int] = {}
    for placed in (placed for paragraph in found for placed in paragraph if not placed.note):
        page = placed.place[0]
        first[page] = min(first.get(page, end), starts[placed.place])
    begins = [end]
    for page in reversed(range(count)):
        begins.append(min(first.get(page, begins[-1]), begins[-1]))
    return tuple(begins[:0:-1])


def _remarks(pages: Sequence[Page], starts: Mapping[Place, int], text: str) -> Iterator[Remark]:
    """What was marked on the pages; a mark on a line that is left out is left out."""
    for number, page in enumerate(pages):
        for mark in page.marks:
            (first, start), (last, stop) = mark.start, mark.stop
            if (number, first) not in starts or (number, last) not in starts:
                continue
            span = Span(starts[number, first] + start, min(starts[number, last] + stop, len(text)))
            if span.start < span.stop:
                same = "".join(mark.note.split()) == "".join(text[span.start : span.stop].split())
                yield Remark(span, "" if same else mark.note, mark.creator, mark.created, mark.colour)
