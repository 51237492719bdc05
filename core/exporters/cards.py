"""Material cards: quotations with note and source as a Word file for print, by their tags or under their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from core.exporters.format import Exporter, Option
from core.exporters.looks import ORPHANS, day, stars
from core.exporters.looks import title as title_of
from core.exporters.word import paragraph, run, written
from core.heading_paths import HeadingPaths, wording
from core.marks import words
from core.model import Annotation, Notebook, Section, Tag
from core.quotation import source_line
from core.readers.numerals import numeral
from core.tag_tree import rows

By = Literal["tag", "heading"]

UNTAGGED = "未加标签"
MANY = "讲话素材摘编"
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks."""
LONG = 280
"""Characters of a card that may begin on one page and end on the next: ten lines."""
_BLANKS = " \t\u3000\xa0"
_LEVELS = (("chineseCounting", "{}、"), ("chineseCounting", "（{}）"), ("decimal", "{}. "), ("decimal", "（{}）"))
"""How GB/T 9704 counts: 一、（一）1. （1）."""


class Card(NamedTuple):
    """A mark with what is said below it."""

    mark: Annotation
    quote: str
    source: str
    above: Sequence[Section]


def render(notebook: Notebook, by: By = "tag", title: str = "") -> bytes:
    """The cards of one speech, under its title or another one."""
    return _file(" ".join(title.split()) or title_of(notebook), [notebook], by)


def render_all(notebooks: Iterable[Notebook], by: By = "tag", title: str = "") -> bytes:
    """The cards of many speeches: all quotations of a tag together, or speech by speech."""
    marked = [notebook for notebook in notebooks if notebook.annotations]
    return _file(" ".join(title.split()) or MANY, marked, by)


def _file(name: str, notebooks: Sequence[Notebook], by: By) -> bytes:
    date = max((mark.modified for notebook in notebooks for mark in notebook.annotations), default="")
    body = [
        paragraph("Title", run(name)),
        paragraph("Subtitle", run("素材卡片" + (f"（{day(date)}）" if date else ""))),
    ]
    body.append(paragraph("BodyText", ""))
    body += _by_tag(notebooks) if by == "tag" else _by_heading(notebooks)
    return written(name, body)


def _cards(notebook: Notebook) -> Iterator[Card]:
    document, paths = notebook.document, HeadingPaths(notebook.document.sections)
    for mark in notebook.annotations:
        above = paths.above(mark.span)
        yield Card(mark, words(document.text, mark), source_line(document, above, mark.span), above)


def _by_tag(notebooks: Sequence[Notebook]) -> Iterator[str]:
    """Tags in their order, those under others one level down; a mark with two tags stands under both."""
    tags = {id: tag for notebook in notebooks for id, tag in notebook.tags.items()}
    bearers: dict[str, list[Card]] = {}
    for card in (card for notebook in notebooks for card in _cards(notebook)):
        for id in [id for id in card.mark.tags if id in tags] or [""]:
            bearers.setdefault(id, []).append(card)
    counts: list[int] = []
    for tag, depth in _used(tags, bearers):
        counts = [*counts[: depth + 1], *[0] * (depth + 1 - len(counts))]
        counts[depth] += 1
        yield _heading(depth, counts[depth], tag.name)
        yield from (line for card in bearers.get(tag.id, ()) for line in _lines(card))
    if "" in bearers:
        if counts:
            yield _heading(0, counts[0] + 1, UNTAGGED)
        yield from (line for card in bearers[""] for line in _lines(card))


def _used(tags: dict[str, Tag], bearers: dict[str, list[Card]]) -> list[tuple[Tag, int]]:
    """The tags that have cards, or stand over one that has."""
    found: list[tuple[Tag, int]] = []
    for tag, depth in reversed(rows(tags)):
        if tag.id in bearers or (found and found[-1][1] > depth):
            found.append((tag, depth))
    return found[::-1]


def _heading(depth: int, count: int, name: str) -> str:
    format, mark = _LEVELS[min(depth, len(_LEVELS) - 1)]
    return paragraph(f"Heading{min(depth + 1, 4)}", run(mark.format(numeral(format, count)) + name))


def _by_heading(notebooks: Sequence[Notebook]) -> Iterator[str]:
    """Under the headings of the speech, as they are numbered there; of several speeches each under its title."""
    for notebook in notebooks:
        if len(notebooks) > 1:
            yield paragraph("Subtitle", run(title_of(notebook)), "<w:keepNext/>")
        before: Sequence[Section] = ()
        cards = list(_cards(notebook))
        for card in (card for card in cards if card.mark.span):
            same = sum(1 for one, two in zip(card.above, before, strict=False) if one is two)
            for depth, section in enumerate(card.above[same:], same + 1):
                yield paragraph(f"Heading{min(depth, 4)}", run(" ".join(wording(section).split())))
            yield from _lines(card)
            before = card.above
        orphans = [card for card in cards if not card.mark.span]
        if orphans:
            yield paragraph("Heading1", run(ORPHANS))
        yield from (line for card in orphans for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    """The quotation, the note and the source; a card that is not long stays on one page."""
    together = "<w:keepNext/>" if len(card.quote) + len(card.mark.note) < LONG else ""
    said = [line.strip(_BLANKS) for line in card.quote.translate(_INNER).split("\n") if line.strip(_BLANKS)]
    for line in ("“" + ("\n".join(said) or "……") + "”").split("\n"):
        yield paragraph("Card", run(line), together)
    for line in ("批注：" + card.mark.note.strip()).split("\n") if card.mark.note.strip() else ():
        if line.strip():
            yield paragraph("CardNote", run(line.strip()), together)
    yield paragraph("CardSource", run("　".join(filter(None, (stars(card.mark), f"——{card.source}")))))


CARDS = Exporter(
    "cards",
    ".docx",
    render,
    render_all,
    is_text=False,
    options=(Option("by", "tag", ("tag", "heading")), Option("title", "")),
)
