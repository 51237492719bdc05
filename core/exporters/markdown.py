"""Markdown: the marks in document order, each under its headings, quote, source, tags and note together.

Every mark can be cut out and pasted as it stands: its source is part of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.exporters.format import Exporter, Option
from core.exporters.looks import stars, tag_paths
from core.exporters.setting import FRONT
from core.heading_paths import HeadingPaths, wording
from core.marks import words
from core.model import Annotation, Notebook, Section
from core.quotation import source_line

DEEPEST = 6
"""Markdown has no heading below this level."""

ORPHANS = "原文中已找不到的批注"

SPECIAL = re.compile(r"[\\`*_\[<~]|&(?=#?\w+;)|(?<=\s)#(?=#*\s*$)")
_AT_LINE_START = re.compile(r"^(?:([#>]|[+-](?=\s|$)|-(?=--))|(\d+)([.)])(?=\s|$))")
_BLANKS = " \t\u3000\xa0"


def render(notebook: Notebook, text: bool = False, front: bool = True) -> str:
    """One speech's notes, or its whole ``text`` with them, and with what stands above its title (``front``)."""
    from core.exporters.markdown_text import text_blocks

    return "\n\n".join(text_blocks(notebook, front) if text else _blocks(notebook)) + "\n"


def render_all(notebooks: Iterable[Notebook], text: bool = False, front: bool = True) -> str:
    """The notes of all speeches that have any, one after the other."""
    marked = (notebook for notebook in notebooks if notebook.annotations)
    if not text:
        return "\n".join(map(render, marked))
    from core.exporters.markdown_text import text_blocks

    return "\n".join("\n\n".join(text_blocks(each, front, f"{n}-")) + "\n" for n, each in enumerate(marked, 1))


def escaped(line: str) -> str:
    """A line of text as Markdown shows it unchanged: no emphasis, link, heading, list or HTML comes of it."""
    line = SPECIAL.sub(r"\\\g<0>", line)
    return _AT_LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else rf"{found[2]}\{found[3]}", line)


def _blocks(notebook: Notebook) -> Iterator[str]:
    document, paths = notebook.document, HeadingPaths(notebook.document.sections)
    yield f"# {escaped(' '.join(document.title.split()))}"
    facts = [fact for fact in (document.speaker, document.date, document.venue) if fact]
    if facts:
        yield escaped(" · ".join(facts))
    before: Sequence[Section] = ()
    for mark in (mark for mark in notebook.annotations if mark.span):
        above = paths.above(mark.span)
        yield from _headings(above, before)
        yield from mark_blocks(mark, source_line(document, above, mark.span), notebook)
        before = above
    orphans = [mark for mark in notebook.annotations if not mark.span]
    if orphans:
        yield f"## {ORPHANS}"
    for mark in orphans:
        yield from mark_blocks(mark, source_line(document, ()), notebook)


def _headings(above: Sequence[Section], before: Sequence[Section]) -> Iterator[str]:
    """The headings that are new since the last mark; a rule where a mark stands under none any more."""
    if before and not above:
        yield "---"
    same = 0
    while same < min(len(above), len(before)) and above[same] is before[same]:
        same += 1
    for depth, section in enumerate(above[same:], same + 2):
        yield f"{'#' * min(depth, DEEPEST)} {escaped(' '.join(wording(section).split()))}"


def mark_blocks(mark: Annotation, source: str, notebook: Notebook) -> Iterator[str]:
    """The quotation with its source, the tags, and the note of one mark."""
    lines = [escaped(line) for line in _lines(words(notebook.document.text, mark))]
    yield "\n>\n".join(f"> {line}" for line in (*lines, f"——{escaped(source)}"))
    if badge := badge_line(notebook, mark):
        yield badge
    yield from (note_line(line) for line in mark.note.split("\n") if line.strip())


def badge_line(notebook: Notebook, mark: Annotation) -> str:
    """A mark's tags by their paths, and its stars."""
    tags = " · ".join(map(escaped, tag_paths(notebook, mark)))
    return " ".join(filter(None, (f"**{tags}**" if tags else "", stars(mark))))


def _lines(text: str) -> list[str]:
    return [line.strip(_BLANKS) for line in text.split("\n") if line.strip(_BLANKS)]


def note_line(line: str) -> str:
    """A note is the reader's own and may be Markdown; but no heading, rule or block of code of it, nor HTML, breaks
    the page."""
    return re.sub(r"^(\s*)(?=#|---|`{3}|~{3})", r"\1\\", line.rstrip()).replace("<", "\\<")


MARKDOWN = Exporter("markdown", ".md", render, render_all, options=(Option("text", False), FRONT))
