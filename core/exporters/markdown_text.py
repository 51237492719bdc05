"""Markdown of a speech itself: its headings and lines, marked passages highlighted, what is said of them as footnotes.

Passages stand in ``<mark>``, which every program shows that takes HTML in Markdown; signs such as ``==`` fail
beside Chinese punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.exporters.looks import ORPHANS, title
from core.exporters.markdown import DEEPEST, SPECIAL, badge_line, escaped, mark_blocks, note_line
from core.exporters.setting import BLANKS, Paragraph, clipped, paragraphs
from core.model import Annotation, Notebook
from core.quotation import source_line


def text_blocks(notebook: Notebook, front: bool, prefix: str = "") -> Iterator[str]:
    """The blocks of one speech with its text, or of the part of it that is meant; ``front`` is what stands above
    the title. The names of footnotes begin with ``prefix``."""
    notebook = clipped(notebook, front)
    told = (mark for mark in notebook.annotations if mark.span and _said(notebook, mark))
    said = {f"{prefix}{number}": mark for number, mark in enumerate(told, 1)}
    ends = [(mark.span.stop, name) for name, mark in reversed(said.items()) if mark.span]
    ends.sort(key=lambda each: -each[0])
    lines = list(paragraphs(notebook.document, notebook.annotations, notebook.part))
    if not any(each.role == "title" for each in lines):
        yield f"# {escaped(title(notebook))}"
    for each in lines:
        line = _line(notebook, each, ends)
        if line:
            yield line
    for name, mark in said.items():
        yield f"[^{name}]: " + "\n\n    ".join(_said(notebook, mark))
    lost = [mark for mark in notebook.annotations if not mark.span]
    if lost:
        yield f"## {ORPHANS}"
    for mark in lost:
        yield from mark_blocks(mark, source_line(notebook.document, ()), notebook)


def _line(notebook: Notebook, each: Paragraph, ends: list[tuple[int, str]]) -> str:
    """A line, with the signs of the footnotes whose passages end in it; nothing for a blank one."""
    level = 1 if each.role == "title" else 1 + min(each.node.level, DEEPEST - 1) if each.node else 0
    line, marked = "", False
    for piece in each.pieces:
        words = notebook.document.text[piece.start : piece.stop]
        if not line:
            words = words.lstrip(BLANKS)
        if bool(piece.marks) != marked and words:
            line, marked = line + ("</mark>" if marked else "<mark>"), not marked
        words = SPECIAL.sub(r"\\\g<0>", words) if line.removeprefix("<mark>") else escaped(words)
        line += f"**{words}**" if piece.level and not level and words.strip(BLANKS) else words
        line += _signs(ends, piece.stop)
    line = line.rstrip(BLANKS) + "</mark>" * marked + _signs(ends, each.stop + 1)
    return f"{'#' * level} {line}" if level and line else line


def _signs(ends: list[tuple[int, str]], point: int) -> str:
    found = ""
    while ends and ends[-1][0] <= point:
        found += f"[^{ends.pop()[1]}]"
    return found


def _said(notebook: Notebook, mark: Annotation) -> list[str]:
    """What is said of a mark: tags and stars, then the lines of its note."""
    head = badge_line(notebook, mark)
    lines = [note_line(line) for line in mark.note.split("\n") if line.strip()]
    return [*([head] if head else []), *lines]
