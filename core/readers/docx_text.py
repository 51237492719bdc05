"""The body of a Word file as text: its paragraphs, tables, text boxes and notes in the order of reading.

Changes that were tracked count as accepted, hidden text and the codes of fields are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from core.model import Span
from core.readers.docx_markup import ADDED, WRAPPERS, character, inside, lines, look_of, rows, text_boxes
from core.readers.docx_names import below, children, flag
from core.readers.docx_numbering import Numbering
from core.readers.docx_styles import ParagraphLook, RunLook, Styles
from core.readers.numerals import numeral
from core.readers.writing import Look, Writing

TRACKED = "notice.tracked_changes"
GONE = ("w:del", "w:moveFrom")
_CELL_LINES = 3
"""A row with more paragraphs than this in one cell lays out text, and is read paragraph by paragraph."""


@dataclass
class Notes:
    """One kind of note: how it counts, and the notes met with their marks."""

    name: str
    format: str
    count: int = 0
    met: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def mark(self, reference: Element) -> str:
        """The mark of the next note; none where one of its own follows as text."""
        own = reference.get("w:customMarkFollows", "0") not in ("0", "false", "off")
        self.count += not own
        label = "" if own else numeral(self.format, self.count)
        mark = f"[{label}]" if label.isascii() and label else label
        self.met.append((reference.get("w:id", ""), mark))
        return mark


class Story:
    """The text in the making, block by block."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: list[Notes]) -> None:
        self.writing = Writing()
        self.comments: dict[str, Span] = {}
        self._styles, self._numbering = styles, numbering
        self._notes = {f"w:{kind.name}Reference": kind for kind in notes}
        self._held: list[Element] = []
        self._fields: list[bool] = []
        self._boxes: list[Element] = []

    def block(self, element: Element) -> None:
        """A paragraph, a table, or what holds some of them."""
        if element.tag == "w:p":
            self._held.append(element)
            if not self._joined(element):
                self.finish()
        elif element.tag == "w:tbl":
            self.finish()
            self._table(element)
        elif element.tag in ("w:commentRangeStart", "w:commentRangeEnd"):
            self._comment(element)
        elif element.tag in WRAPPERS or element.tag == "mc:AlternateContent":
            self._track(element)
            for inner in inside(element):
                self.block(inner)

    def finish(self) -> None:
        """Write the paragraphs that were held back because their ends are deleted or hidden, as one."""
        held, self._held = self._held, []
        if not held:
            return
        head = next((p for p in held if below(p, "w:pPr", "w:rPr", "w:specVanish") is not None), held[-1])
        start = self.writing.at
        for paragraph in held:
            properties = below(paragraph, "w:pPr")
            look, runs = self._styles.paragraph(properties)
            if paragraph is held[0]:
                own = look if head is paragraph else self._styles.paragraph(below(head, "w:pPr"))[0]
                self._number(own, paragraph, runs)
            for inner in paragraph:
                self._inline(inner, look, runs)
        self._fields = [True] * len(self._fields)
        if self.writing.at > start or not self._joined(held[-1]):
            self.writing.end_line()
        boxes, self._boxes = self._boxes, []
        for inner in (inner for box in boxes for inner in box):
            self.block(inner)
        if boxes:
            self.finish()

    def notes(self, kind: Notes, root: Element | None) -> None:
        """The notes that were met, each behind its mark."""
        found = {note.get("w:id", ""): note for note in children(root) if note.tag == f"w:{kind.name}"}
        for key, mark in kind.met:
            if key in found:
                self.writing.write(mark, Look())
                for inner in found[key]:
                    self.block(inner)
                self.finish()

    def _joined(self, paragraph: Element) -> bool:
        """Whether the next paragraph goes on where this one ends: its mark is deleted or hidden."""
        mark = below(paragraph, "w:pPr", "w:rPr")
        if mark is None:
            return False
        for change in (*GONE, *ADDED):
            self._track(below(mark, change))
        gone = any(below(mark, change) is not None for change in GONE)
        return gone or bool(flag(mark, "w:vanish")) or bool(flag(mark, "w:specVanish"))

    def _number(self, look: ParagraphLook, first: Element, runs: RunLook) -> None:
        label = self._numbering.label(look)
        if label:
            run = next((r for r in first.iter("w:r") if r.find("w:t") is not None), None)
            seen = look_of(look, self._styles.look(below(run, "w:rPr"), runs))
            words = label if run is not None else label.rstrip()
            self.writing.write(words, seen._replace(colour="", shade=""))

    def _inline(self, element: Element, paragraph: ParagraphLook, runs: RunLook) -> None:
        tag = element.tag
        if tag == "w:r":
            self._run(element, paragraph, self._styles.look(below(element, "w:rPr"), runs))
        elif tag in WRAPPERS or tag == "mc:AlternateContent":
            self._track(element)
            for inner in inside(element):
                self._inline(inner, paragraph, runs)
        elif tag in GONE:
            self._track(element)
        elif tag in ("m:oMath", "m:oMathPara"):
            self.writing.write("".join(text.text or "" for text in element.iter("m:t")), look_of(paragraph, runs))
        else:
            self._comment(element)

    def _run(self, run: Element, paragraph: ParagraphLook, look: RunLook) -> None:
        seen = look_of(paragraph, look)
        for element in run:
            if element.tag == "w:fldChar":
                self._field(element.get("w:fldCharType"))
            elif element.tag == "w:ruby":
                for base in children(below(element, "w:rubyBase")):
                    self._inline(base, paragraph, look)
            elif element.tag == "mc:AlternateContent":
                for inner in inside(element):
                    self._boxes += [] if look.hidden else text_boxes(inner)
                    self.writing.write("".join(map(character, [inner])), seen)
            elif element.tag in ("w:drawing", "w:pict", "w:object"):
                self._boxes += [] if look.hidden else text_boxes(element)
            elif element.tag == "w:commentReference":
                self._comment(element)
            elif not look.hidden and all(self._fields):
                self._piece(element, seen)

    def _piece(self, element: Element, look: Look) -> None:
        if element.tag in self._notes:
            self.writing.write(self._notes[element.tag].mark(element), look._replace(colour="", shade=""))
        elif element.tag in ("w:br", "w:cr"):
            soft = element.get("w:type", "textWrapping") == "textWrapping"
            self.writing.end_line() if soft else self.writing.break_line()
        else:
            self.writing.write(character(element), look)

    def _field(self, kind: str | None) -> None:
        """Fields nest: a code, and then what it came to, which alone is text."""
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _comment(self, element: Element) -> None:
        key = element.get("w:id", "")
        if element.tag == "w:commentRangeStart":
            self.comments[key] = Span(self.writing.at, self.writing.at)
        elif element.tag == "w:commentRangeEnd" and key in self.comments:
            self.comments[key] = Span(self.comments[key].start, self.writing.at)
        elif element.tag == "w:commentReference" and key not in self.comments:  # upon a place: what leads up to it
            self.comments[key] = Span(self.writing.line, self.writing.at)

    def _track(self, element: Element | None) -> None:
        if element is not None and element.tag in (*GONE, *ADDED):
            self.writing.notices[TRACKED] = None

    def _table(self, table: Element) -> None:
        for row in rows(table, "w:tr"):
            if any(below(row, "w:trPr", change) is not None for change in GONE):
                self.writing.notices[TRACKED] = None
                continue
            cells = list(rows(row, "w:tc"))
            prose = len(cells) == 1 or any(lines(cell) > _CELL_LINES for cell in cells)
            if prose and not self.writing.in_row:
                for inner in (inner for cell in cells for inner in cell):
                    self.block(inner)
                self.finish()
            else:
                self._row(cells)

    def _row(self, cells: list[Element]) -> None:
        self.writing.open_row()
        for index, cell in enumerate(cells):
            self.writing.cell(index)
            for inner in cell:
                self.block(inner)
            self.finish()
        self.writing.close_row()
