"""The outline written down: as plain text, numbered, as Markdown, as OPML. Headings only, in document order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.model import Section

INDENT = "\u3000"
"""Chinese text is indented by whole characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it reads on one line; ``depth`` is 0 for the outermost of those written."""

    words: str
    depth: int
    children: tuple[Heading, ...]

    def walk(self) -> Iterator[Heading]:
        """This heading and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def headings(sections: Iterable[Section], depth: int = 0) -> tuple[Heading, ...]:
    """The headings among sections; those below a block that is none hang where the block does."""
    found: list[Heading] = []
    for section in sections:
        if section.is_heading:
            words = " ".join((section.label + section.title).split())
            found.append(Heading(words, depth, headings(section.children, depth + 1)))
        else:
            found.extend(headings(section.children, depth))
    return tuple(found)


def plain(title: str, sections: Iterable[Section]) -> str:
    """One heading a line, each level one character further in."""
    return _lines(title, (f"{INDENT * row.depth}{row.words}" for row in _rows(sections)))


def numbered(title: str, sections: Iterable[Section]) -> str:
    """As plain, each heading after its place in the tree: 1, 1.1, 1.1.1."""
    return _lines(title, _numbered(headings(sections), ""))


def _numbered(rows: Iterable[Heading], above: str) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        place = f"{above}{number}"
        yield f"{INDENT * row.depth}{place} {row.words}"
        yield from _numbered(row.children, f"{place}.")


def markdown(title: str, sections: Iterable[Section]) -> str:
    """The title as a heading, the outline as a nested list: it can be pasted below any heading."""
    rows = (f"{'  ' * row.depth}- {_escaped(row.words)}" for row in _rows(sections))
    return _lines(f"# {_escaped(title)}\n" if title else "", rows)


def opml(title: str, sections: Iterable[Section]) -> str:
    """OPML 2.0 (opml.org/spec2): what outliners and mind maps read."""
    from xml.sax.saxutils import escape

    head = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    head += ["  <head>", f"    <title>{escape(title)}</title>", "  </head>", "  <body>"]
    return _lines("", [*head, *_elements(headings(sections)), "  </body>", "</opml>"])


def _elements(rows: Iterable[Heading]) -> Iterator[str]:
    from xml.sax.saxutils import quoteattr

    for row in rows:
        start = f"{'  ' * (row.depth + 2)}<outline text={quoteattr(row.words)}"
        if row.children:
            yield f"{start}>"
            yield from _elements(row.children)
            yield f"{'  ' * (row.depth + 2)}</outline>"
        else:
            yield f"{start}/>"


def _rows(sections: Iterable[Section]) -> Iterator[Heading]:
    for row in headings(sections):
        yield from row.walk()


def _lines(first: str, rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in ([first] if first else []) + list(rows))


def _escaped(words: str) -> str:
    """Characters that Markdown would take for its own."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#" else c for c in words)


FORMS: dict[str, Callable[[str, Iterable[Section]], str]] = {
    "text": plain,
    "numbered": numbered,
    "markdown": markdown,
    "opml": opml,
}
"""By the name that ``piyue outline --to`` knows; each is given a title (may be empty) and sections."""
