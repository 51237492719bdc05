"""The nouns every room of the house speaks in, all frozen.

Offsets are code points, 0-based, half-open, into ``Document.text``: in core, in the library and
in every export that allows it. Times are ISO 8601 in UTC, to the second (``2026-01-05T08:30:00Z``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CONTEXT = 32
"""Code points of prefix and suffix kept beside a quote (W3C TextQuoteSelector)."""

HEADINGS = ("part", "section", "point", "subpoint", "subsubpoint")
"""Kinds of heading, outermost first: a heading of level n has the kind ``HEADINGS[n - 1]``."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: code points ``start`` up to, not including, ``stop``."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop


class Hint(NamedTuple):
    """What a formatted source knows of a passage beside its text, a run of one formatting: ``size`` in points,
    ``align`` left, center, right or empty, ``level`` that of a real heading style (1 the highest) or None."""

    span: Span
    bold: bool = False
    face: str = ""
    size: float = 0.0
    align: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline: a heading with its scope, or a block that is no heading.

    ``heading`` covers exactly ``label + title``, the closing stop left out; ``body`` is what
    follows it, up to the next node of its own level or above (trailing blanks left out). A block
    (front matter, title, salutation, ...) has its whole text as ``heading`` and no label.
    """

    kind: str
    level: int
    label: str
    title: str
    heading: Span
    body: Span
    children: tuple[Section, ...] = ()
    style: str = ""
    role: str = ""

    @property
    def is_heading(self) -> bool:
        return self.kind in HEADINGS

    @property
    def scope(self) -> Span:
        """The heading and everything below it."""
        return Span(self.heading.start, max(self.heading.stop, self.body.stop))

    def walk(self) -> Iterator[Section]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Document:
    """One speech: its immutable text, named by the sha256 of its UTF-8 bytes, and its outline.

    ``date`` is ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or empty; ``source`` is where it was read from;
    ``hints`` are the formatting that its file had, ``pages`` where each page of it begins (code points).
    """

    digest: str
    title: str
    speaker: str
    date: str
    venue: str
    text: str
    sections: tuple[Section, ...]
    source: Path | None = None
    hints: tuple[Hint, ...] = ()
    pages: tuple[int, ...] = ()

    def page(self, point: int) -> int:
        """The page, from 1, on which a code point stands; 0 where the file had no pages."""
        return bisect_right(self.pages, point)

    def walk(self) -> Iterator[Section]:
        """Every node of the outline, in document order."""
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A speech as the list of speeches shows it; ``chars`` and ``position`` are code points."""

    digest: str
    title: str
    speaker: str
    date: str
    venue: str
    source: Path | None
    chars: int
    marks: int
    added: str
    opened: str
    position: int
    folder: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A kind of mark. ``colour`` is ``#rrggbb``, ``key`` one character or empty, ``parent`` a tag's id.

    ``place`` orders the tags of one parent; 0 has not been given one, and comes last.
    """

    id: str
    name: str
    colour: str
    key: str = ""
    parent: str | None = None
    hint: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked passage: where it stands, what it says, and what the reader says of it.

    ``document`` is a digest, ``tags`` are ids. ``quote``, ``prefix`` and ``suffix`` are a W3C
    TextQuoteSelector, so that the passage can be found again after the text was changed: they say what
    the reader marked, and stay so whatever becomes of the text. ``state`` is ``anchored``; ``moved`` or
    ``changed`` where another version of the text has the passage elsewhere or otherwise; or ``orphan``
    where it was not found: ``span`` is then None, and ``former`` the headings it stood under.
    ``stars``, 0 to 5, say how much it matters; ``colour`` is that of a mark without a tag. ``used`` names the
    papers in which the reader has used the passage, one a line.
    """

    id: str
    document: str
    span: Span | None
    quote: str
    prefix: str = ""
    suffix: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    creator: str = ""
    created: str = ""
    modified: str = ""
    state: str = "anchored"
    stars: int = 0
    colour: str = ""
    former: str = ""
    used: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader put right in an outline: a passage is a heading of ``level``, or, with level 0, none.

    It takes the place of every heading that was found and overlaps it. It finds its passage again as
    an annotation does: ``quote``, ``prefix`` and ``suffix`` are its anchor, ``span`` is None where it was lost.
    """

    id: str
    document: str
    span: Span | None
    level: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    created: str = ""


class Facts(NamedTuple):
    """What is said of a speech as a whole: as it was read, or, with ``own``, as a reader put it right.

    ``folder`` is a path of names with ``/`` between them, ``labels`` are free words; a speech that is ``out`` was
    taken out of the library: its text is kept until the bin is emptied.
    """

    document: str
    title: str
    speaker: str
    date: str
    venue: str
    folder: str = ""
    labels: tuple[str, ...] = ()
    own: bool = False
    out: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of annotations, tags and corrections, by id, None means gone; and of the facts of speeches,
    by digest.

    A change is data: the library applies it and returns its inverse, so undo is a change too.
    """

    annotations: Mapping[str, Annotation | None] = field(default_factory=dict[str, "Annotation | None"])
    tags: Mapping[str, Tag | None] = field(default_factory=dict[str, "Tag | None"])
    corrections: Mapping[str, Correction | None] = field(default_factory=dict[str, "Correction | None"])
    facts: Mapping[str, Facts] = field(default_factory=dict[str, Facts])

    def __bool__(self) -> bool:
        return bool(self.annotations or self.tags or self.corrections or self.facts)


class Step(NamedTuple):
    """A change as the library recorded it: its number, what it is called, and whether it is undone."""

    number: int
    words: str
    undone: bool


class State(NamedTuple):
    """What an annotation was at a time: ``words`` say what made it so; None means that it was deleted."""

    time: str
    words: str
    annotation: Annotation | None


@dataclass(frozen=True, slots=True)
class Notebook:
    """What an exporter receives: a speech, its annotations in document order, and all tags by id.

    ``part`` is the passage that is meant, where it is not the whole: who sets the text sets no more of it.
    """

    document: Document
    annotations: tuple[Annotation, ...]
    tags: Mapping[str, Tag]
    part: Span | None = None
