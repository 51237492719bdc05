"""What a template sees: speeches, their sections and marks, as plain values that nothing can be done to.

Whoever changes a name here changes ``resources/templates/README.md`` and ``README.zh-CN.md``: a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core import model
from core.exporters.looks import colour, tag_paths
from core.heading_paths import HeadingPaths, wording
from core.marks import words
from core.quotation import quoted, section_number, source
from core.tag_tree import path, rows
from core.text import legible


@dataclass(frozen=True, slots=True)
class Tag:
    """``path`` is the name behind those it stands under, ``order`` its place among all tags, from 0."""

    name: str
    path: str
    colour: str
    hint: str
    order: int


@dataclass(frozen=True, slots=True)
class Heading:
    """``heading`` is mark and title as they read; ``level`` counts from 1, ``start`` is a code point of the text."""

    label: str
    title: str
    heading: str
    level: int
    start: int

    def __str__(self) -> str:
        return self.heading


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a speech. ``file`` is the name of its file, ``chars`` its code points, blanks left out."""

    title: str
    speaker: str
    date: str
    venue: str
    file: str
    chars: int


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` and ``stop`` are code points, None for a passage that is ``lost``; ``page`` is 0 without pages."""

    id: str
    quote: str
    note: str
    tags: tuple[Tag, ...]
    headings: tuple[Heading, ...]
    section: str
    page: int
    source: str
    quotation: str
    stars: int
    colour: str
    creator: str
    created: str
    modified: str
    state: str
    lost: bool
    start: int | None
    stop: int | None
    speech: Facts


@dataclass(frozen=True, slots=True)
class Section(Heading):
    """A heading with the marks right below it, the sections below it, and how many marks are in all of that."""

    marks: tuple[Mark, ...] = ()
    sections: tuple[Section, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Speech(Facts):
    """``marks`` in document order; those that the text has no more are ``lost``."""

    marks: tuple[Mark, ...] = ()
    lost: tuple[Mark, ...] = ()
    sections: tuple[Section, ...] = ()
    tags: tuple[Tag, ...] = ()


class Material(NamedTuple):
    """All that a template is given. ``today`` is ``YYYY-MM-DD``, as whoever asks has it."""

    speeches: tuple[Speech, ...]
    today: str


def material(notebooks: Iterable[model.Notebook], style: str, today: str) -> Material:
    """The notebooks as templates see them, sources and quotations in a style of ``core.quotation``."""
    return Material(tuple(_speech(notebook, style) for notebook in notebooks), today)


def _speech(notebook: model.Notebook, style: str) -> Speech:
    document = notebook.document
    told = (_line(document.title), document.speaker, document.date, document.venue)
    told = (*told, legible(document.source.name) if document.source else "", len("".join(document.text.split())))
    tags = {
        tag.id: Tag(tag.name, path(notebook.tags, tag.id), tag.colour, tag.hint, place)
        for place, (tag, _) in enumerate(rows(notebook.tags))
    }
    marks = list(_marks(notebook, style, tags, Facts(*told)))
    used = {tag for mark in marks for tag in mark.tags}
    return Speech(
        *told,
        marks=tuple(mark for mark in marks if not mark.lost),
        lost=tuple(mark for mark in marks if mark.lost),
        sections=_sections(document.sections, 1, _below(marks)),
        tags=tuple(sorted(used, key=lambda tag: tag.order)),
    )


def _marks(notebook: model.Notebook, style: str, tags: Mapping[str, Tag], facts: Facts) -> Iterator[Mark]:
    document, paths = notebook.document, HeadingPaths(notebook.document.sections)
    known = dict(_headings(document.sections, 1))
    for mark in notebook.annotations:
        span, above, quote = mark.span, paths.above(mark.span), words(document.text, mark)
        names = tag_paths(notebook, mark)
        yield Mark(
            id=mark.id,
            quote=quote,
            note=mark.note,
            tags=tuple(tags[id] for id in mark.tags if id in tags),
            headings=tuple(known[section.heading.start] for section in above),
            section=section_number(above),
            page=document.page(span.start) if span else 0,
            source=source(style, document, above, span),
            quotation=quoted(style, document, above, span, passage=quote, note=mark.note, tags=names),
            stars=mark.stars,
            colour=colour(notebook, mark),
            creator=mark.creator,
            created=mark.created,
            modified=mark.modified,
            state=mark.state,
            lost=span is None,
            start=span.start if span else None,
            stop=span.stop if span else None,
            speech=facts,
        )


def _headings(sections: Sequence[model.Section], level: int) -> Iterator[tuple[int, Heading]]:
    """Every heading by where it begins."""
    for section in sections:
        if section.is_heading:
            yield section.heading.start, Heading(*_told(section, level))
        yield from _headings(section.children, level + section.is_heading)


def _told(section: model.Section, level: int) -> tuple[str, str, str, int, int]:
    label, title = _line(section.label), _line(section.title)
    return label, title, _line(wording(section)), level, section.heading.start


def _below(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks by where the heading right above them begins."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.headings:
            found.setdefault(mark.headings[-1].start, []).append(mark)
    return found


def _sections(nodes: Sequence[model.Section], level: int, below: Mapping[int, list[Mark]]) -> tuple[Section, ...]:
    made: list[Section] = []
    for node in nodes:
        inner = _sections(node.children, level + node.is_heading, below)
        if not node.is_heading:
            made += inner
            continue
        marks = tuple(below.get(node.heading.start, ()))
        count = len(marks) + sum(section.count for section in inner)
        made.append(Section(*_told(node, level), marks=marks, sections=inner, count=count))
    return tuple(made)


def _line(words: str) -> str:
    return " ".join(words.split())
