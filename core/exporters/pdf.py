"""PDF: a speech as it is read, its marks as bands, what is said of them beside it and as comments of PDF's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.colour import PAPER, strong
from core.exporters.format import Exporter
from core.exporters.looks import AUTHOR, ORPHANS, colour, comment, title, utc
from core.exporters.pdf_lines import Line, Style, set_lines, style_of
from core.exporters.pdf_margin import Margin
from core.exporters.pdf_pages import PLAIN, WITH_NOTES, About, Box, Comment, Pages
from core.exporters.setting import FRONT, Paragraph, Piece, clipped, paragraphs
from core.heading_paths import wording
from core.marks import words
from core.model import Annotation, Notebook, Section, Span

RULES = 3
"""Marks below the outermost that have a rule each."""


def render(notebook: Notebook, front: bool = True) -> bytes:
    """One speech, with what stands above its title (``front``); its headings are the bookmarks.

    Raises Problem where there is no face to set it in.
    """
    document = notebook.document
    facts = " · ".join(fact for fact in (document.date, document.venue) if fact)
    pages = Pages(About(title(notebook), document.speaker, facts, _last(notebook)))
    _Speech(pages, clipped(notebook, front)).write(0)
    return pages.done()


def render_all(notebooks: Iterable[Notebook], front: bool = True) -> bytes:
    """All speeches that have marks, each from a page of its own, with a bookmark above those of its headings.

    Raises Problem where there is no face to set them in.
    """
    kept = [notebook for notebook in notebooks if notebook.annotations]
    pages = Pages(About("批注", time=max(map(_last, kept), default="")))
    for notebook in kept:
        _Speech(pages, clipped(notebook, front)).write(1)
    return pages.done()


def _last(notebook: Notebook) -> str:
    """When a notebook was last worked on."""
    return max((utc(mark.modified) for mark in notebook.annotations), default="")


class _Speech:
    """One speech on its pages: ``_y`` is where the next line begins."""

    def __init__(self, pages: Pages, notebook: Notebook) -> None:
        self._pages, self._notebook, self._margin = pages, notebook, Margin(pages, notebook)
        self._sheet = WITH_NOTES if any(_is_told(notebook, mark) for mark in notebook.annotations) else PLAIN
        self._y = 0.0
        self._boxes: dict[str, tuple[Annotation, list[Box]]] = {}
        self._commented: set[str] = set()

    def write(self, depth: int) -> None:
        """All of it; its headings are bookmarks of ``depth`` and below."""
        document = self._notebook.document
        part = self._notebook.part or Span(0, len(document.text))
        found = _headings(document.sections, depth)
        self._headings = [(above, node) for above, node in found if node.heading.overlaps(part)][::-1]
        told = (mark for mark in self._notebook.annotations if mark.span and _is_told(self._notebook, mark))
        self._notes = sorted(told, key=lambda mark: mark.span.start if mark.span else 0)[::-1]
        self._begin()
        if depth:
            self._pages.bookmark(title(self._notebook), depth - 1, self._y)
        for each in paragraphs(document, self._notebook.annotations, part):
            self._paragraph(document.text, each)
        self._tell(len(document.text) + 1)
        self._orphans()
        while self._margin.is_full:
            self._turn()
        self._end()

    def _turn(self) -> None:
        """Go on on a new page."""
        self._end()
        self._begin()

    def _begin(self) -> None:
        self._pages.begin(self._sheet)
        self._y = self._sheet.top
        self._margin.begin()

    def _paragraph(self, text: str, each: Paragraph) -> None:
        """A paragraph; a heading stays with what it is over."""
        if each.role == "blank":
            return
        style, pitch = style_of(each), self._sheet.pitch
        made = set_lines(text, each, self._pages.letters, self._sheet)
        if self._y > self._sheet.top:
            self._y += pitch * style.before
        if each.node:
            made = list(made)
            self._leave_room(pitch * (len(made) * style.pitch + 2))
        for line in made:
            self._leave_room(pitch * style.pitch)
            self._line(line, style)
        self._y += pitch * style.after

    def _leave_room(self, height: float) -> None:
        """Turn the page where there is no room, or where its notes do not keep up with the text."""
        behind = self._margin.is_full and self._y > (self._sheet.top + self._sheet.bottom) / 2
        if behind or self._y + height > self._sheet.bottom + 0.1:
            self._turn()

    def _line(self, line: Line, style: Style) -> None:
        sheet = self._sheet
        size, height = sheet.size * style.size, sheet.pitch * style.pitch
        for stretch in line.stretches:
            box = sheet.left + stretch.x, self._y + (height - size) / 2, stretch.width, size
            self._band(box, stretch.marks)
        self._pages.write(sheet.left + line.x, self._y + height / 2, line.glyphs, size, style.ink, line.space)
        self._tell(line.stop)
        self._y += height

    def _band(self, box: Box, marks: tuple[Annotation, ...]) -> None:
        """What lies behind a passage, as in the window: the outermost mark as a band, each below it as a rule."""
        left, top, width, size = box
        tints = [colour(self._notebook, mark) for mark in marks]
        self._pages.fill((left, top + 0.32 * size, width, 0.68 * size + 1.4), tints[0])
        for number, tint in enumerate(tints[1 : 1 + RULES]):
            self._pages.fill((left, top + size + 1.4 + 1.9 * number, width, 1.2), strong(tint, PAPER))
        for mark in marks:
            _, boxes = self._boxes.setdefault(mark.id, (mark, []))
            if boxes and boxes[-1][1] == top and abs(sum(boxes[-1][::2]) - left) < 0.1:
                left_of_all = boxes.pop()[0]
                boxes.append((left_of_all, top, left + width - left_of_all, size))
            else:
                boxes.append(box)

    def _tell(self, stop: int) -> None:
        """The bookmarks and notes of the line that ends with a code point."""
        while self._headings and self._headings[-1][1].heading.start < stop:
            depth, node = self._headings.pop()
            self._pages.bookmark(" ".join(wording(node).split()), depth, self._y)
        while self._notes and (span := self._notes[-1].span) and span.start < stop:
            self._margin.add(self._notes.pop(), self._y)

    def _end(self) -> None:
        """What comes last on a page: its notes, its number, its comments, in which nothing is said twice."""
        self._margin.end()
        self._pages.number()
        for mark, boxes in self._boxes.values():
            told = "" if mark.id in self._commented else comment(self._notebook, mark)
            author, time = " ".join(mark.creator.split()) or AUTHOR, utc(mark.modified) or utc(mark.created)
            self._pages.comment(boxes, Comment(told, author, time, colour(self._notebook, mark)))
            self._commented.add(mark.id)
        self._boxes.clear()

    def _orphans(self) -> None:
        """Marks whose passages are lost: what was marked, each with its note beside it."""
        lost = [mark for mark in self._notebook.annotations if not mark.span]
        if lost:
            whole = Span(0, len(ORPHANS))
            node = Section("part", 1, "", ORPHANS, whole, whole)
            self._paragraph(ORPHANS, Paragraph(0, 0, whole.stop, "heading", node, (Piece(0, whole.stop, 0, ()),)))
        for mark in lost:
            quote = " ".join(words("", mark).split()) or "……"
            if _is_told(self._notebook, mark):
                self._leave_room(self._sheet.pitch)
                self._margin.add(mark, self._y)
            stop = len(quote)
            self._paragraph(quote, Paragraph(0, 0, stop, "body", None, (Piece(0, stop, 0, (mark,)),)))


def _is_told(notebook: Notebook, mark: Annotation) -> bool:
    """Whether anything is said of a mark."""
    return bool(comment(notebook, mark))


def _headings(nodes: Iterable[Section], depth: int) -> Iterator[tuple[int, Section]]:
    """All headings, in order, each with how many bookmarks are above its own."""
    for node in nodes:
        if node.is_heading:
            yield depth, node
        yield from _headings(node.children, depth + node.is_heading)


PDF = Exporter("pdf", ".pdf", render, render_all, is_text=False, options=(FRONT,))
