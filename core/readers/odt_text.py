"""The body of an OpenDocument text: paragraphs, lists, tables, frames and notes in the order of reading.

What was deleted while changes were tracked lies apart in the file, so leaving it there accepts the changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from core.model import Span
from core.readers.format import Reading, Remark
from core.readers.odt_lists import Counts, Lists
from core.readers.odt_styles import Properties, Styles, whole
from core.readers.writing import Look, Writing, utc

_NONE = frozenset(
    ("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls",
     "text:alphabetical-index-auto-mark-file", "text:table-of-content-source", "text:bibliography-source",
     "text:alphabetical-index-source", "text:illustration-index-source", "text:table-index-source",
     "text:object-index-source", "text:user-index-source", "text:ruby-text", "office:annotation-end",
     "office:forms", "office:event-listeners", "svg:title", "svg:desc")
)  # fmt: skip
_CELL_LINES = 3
_BLANKS = 1000
"""A run of more blanks than this was not typed."""


@dataclass
class _Comment:
    """A comment with where it stands, and what was answered."""

    start: int
    stop: int
    creator: str
    created: str
    notes: list[str] = field(default_factory=list[str])


class Story:
    """The text in the making, block by block."""

    def __init__(self, styles: Styles) -> None:
        self.writing = Writing()
        self._styles, self._lists = styles, Lists(styles)
        self._boxes: list[Element] = []
        self._notes: list[tuple[str, str, Element]] = []
        self._comments: dict[str, _Comment] = {}
        self._blank = True

    def block(self, element: Element) -> None:
        """A paragraph, a list, a table, or what holds some of them."""
        tag = element.tag
        if tag in ("text:p", "text:h"):
            self._paragraph(element)
        elif tag == "text:list":
            style = element.get("text:style-name", "")
            self._list(element, style, 1, self._lists.counts(element, style))
        elif tag == "table:table":
            self._table(element)
        elif tag == "text:tracked-changes":
            if len(element):
                self.writing.notices["notice.tracked_changes"] = None
        elif tag == "office:annotation":
            self._comment(element)
        elif tag not in _NONE:
            for inner in element:
                self.block(inner)

    def finish(self) -> Reading:
        """The notes below the text, each behind its mark: footnotes, and then endnotes."""
        at = 0
        while at < len(self._notes):  # a note may hold another
            self._notes[at:] = sorted(self._notes[at:], key=lambda note: note[0] == "endnote")
            _, mark, body = self._notes[at]
            for index, inner in enumerate(body):
                if index or inner.tag != "text:p":
                    self.block(inner)
                else:
                    self._paragraph(inner, mark if _blank_first(inner) else f"{mark} ")
            at += 1
        for said in self._comments.values():
            note = "\n".join(filter(None, said.notes))
            span = Span(said.start, max(said.start, said.stop))
            self.writing.remarks.append(Remark(span, note, said.creator, said.created))
        return self.writing.reading()

    def _paragraph(self, element: Element, label: str = "") -> None:
        said = self._styles.of("paragraph", element.get("text:style-name", ""))
        level = whole(element.get("text:outline-level"), 1) if element.tag == "text:h" else None
        if level and not label and element.get("text:is-list-header") != "true" and not said.get("unlisted"):
            label = self._lists.heading(level, element.get("text:start-value"))
        label = label if len(element) or element.text else label.rstrip()
        self.writing.write(label, _look(self._first(element, said), level)._replace(shade=""))
        self._blank = True
        self._inline(element, said, level)
        self.writing.end_line()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for inner in box:
                self.block(inner)

    def _first(self, element: Element, said: Properties) -> Properties:
        """How a paragraph's first words look: its number looks alike."""
        for inner in element:
            if inner.tag == "text:span" and not (element.text or "").strip():
                return {**said, **self._styles.of("text", inner.get("text:style-name", ""))}
        return said

    def _inline(self, element: Element, said: Properties, level: int | None) -> None:
        self._write(element.text or "", said, level)
        for inner in element:
            self._piece(inner, said, level)
            self._write(inner.tail or "", said, level)

    def _piece(self, element: Element, said: Properties, level: int | None) -> None:
        tag = element.tag
        if tag == "text:s":
            self._plain(" " * min(whole(element.get("text:c"), 1), _BLANKS), said, level)
        elif tag == "text:tab":
            self._plain("\t", said, level)
        elif tag == "text:line-break":
            self.writing.end_line()
            self._blank = True
        elif tag == "text:note":
            self._note(element, said, level)
        elif tag == "office:annotation":
            self._comment(element)
        elif tag == "office:annotation-end":
            name = element.get("office:name", "")
            if name in self._comments:
                self._comments[name].stop = self.writing.at
        elif tag.startswith("draw:"):
            self._boxes.append(element)
        elif tag not in _NONE:
            if tag == "text:span":
                said = {**said, **self._styles.of("text", element.get("text:style-name", ""))}
            self._inline(element, said, level)

    def _write(self, text: str, said: Properties, level: int | None) -> None:
        """Text as typed: blanks in a row are one, and none stands first; the others are elements."""
        text = re.sub("[ \t\r\n]+", " ", text)
        text = text.removeprefix(" ") if self._blank else text
        if text:
            self._plain(text, said, level)
            self._blank = text.endswith(" ")

    def _plain(self, text: str, said: Properties, level: int | None) -> None:
        if not said.get("hidden"):
            self.writing.write(text, _look(said, level))
        self._blank = False

    def _note(self, note: Element, said: Properties, level: int | None) -> None:
        label = "".join(note.findtext("text:note-citation", "").split())
        mark = f"[{label}]" if label.isascii() and label else label
        self.writing.write(mark, _look(said, level)._replace(shade=""))
        self._blank = False
        body = note.find("text:note-body")
        if body is not None:
            self._notes.append((note.get("text:note-class", ""), mark, body))

    def _comment(self, element: Element) -> None:
        """A comment upon a place has what leads up to it; an answer goes with what it answers."""
        text = "\n".join("".join(p.itertext()) for p in element.iter("text:p")).strip()
        creator = element.findtext("dc:creator", "").strip()
        parent = element.get("loext:parent-name") or element.get("office:parent-name") or ""
        if parent in self._comments:
            self._comments[parent].notes.append(f"{creator}：{text}".removeprefix("："))
            return
        name = element.get("office:name") or f"#{len(self._comments)}"
        ranged = bool(element.get("office:name"))
        start = self.writing.at if ranged else self.writing.line
        made = _Comment(start, self.writing.at, creator, utc(element.findtext("dc:date", "")), [text])
        self._comments[name] = made

    def _list(self, element: Element, style: str, level: int, counts: Counts) -> None:
        for item in element:
            first = item.tag == "text:list-item"
            start, own = item.get("text:start-value"), item.get("text:style-override", style)
            for inner in item:
                if inner.tag == "text:list":
                    self._list(inner, inner.get("text:style-name", style), level + 1, counts)
                elif inner.tag in ("text:p", "text:h"):
                    self._paragraph(inner, self._lists.label(counts, own, level, start) if first else "")
                else:
                    self.block(inner)
                first = False

    def _table(self, table: Element) -> None:
        for row in _rows(table):
            cells = [cell for cell in row if cell.tag in ("table:table-cell", "table:covered-table-cell")]
            if not self.writing.in_row and (len(cells) == 1 or any(_lines(cell) > _CELL_LINES for cell in cells)):
                for inner in (inner for cell in cells for inner in cell):
                    self.block(inner)
            else:
                self.writing.open_row()
                for index, cell in enumerate(cells):
                    self.writing.cell(index)
                    for inner in cell:
                        self.block(inner)
                self.writing.close_row()


def _look(said: Properties, level: int | None) -> Look:
    face, size, align = said.get("face", ""), said.get("size", 0.0), said.get("align", "")
    return Look(said.get("bold", False), face, size, align, level, "", said.get("shade", ""))


def _blank_first(paragraph: Element) -> bool:
    """Whether a paragraph begins with a blank that is to be seen."""
    for inner in paragraph.iter():
        if inner.tag in ("text:s", "text:tab"):
            return True
        if (inner.text or "").strip():
            return False
    return False


def _rows(table: Element) -> Iterator[Element]:
    for inner in table:
        if inner.tag == "table:table-row":
            yield inner
        elif inner.tag in ("table:table-rows", "table:table-header-rows", "table:table-row-group"):
            yield from _rows(inner)


def _lines(cell: Element) -> int:
    return sum(bool("".join(p.itertext()).strip()) for p in cell.iter("text:p"))
