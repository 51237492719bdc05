"""Word: a speech with its marks, passages in their tags' colours, tags and notes as comments of Word's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from core.colour import PAPER, strong
from core.exporters.format import Exporter
from core.exporters.looks import AUTHOR, ORPHANS, badge, colour, title, utc
from core.exporters.office import Part, escaped
from core.exporters.setting import FRONT, Paragraph, Piece, clipped, paragraphs
from core.exporters.word import paragraph, part, run, written
from core.exporters.word_styles import NO_INDENT
from core.model import Annotation, Notebook

STYLES = {"title": "Title", "subtitle": "Subtitle", "salutation": "Salutation", "aside": "Aside", "body": "BodyText"}
_NEW_PAGE = "<w:pageBreakBefore/>"


def render(notebook: Notebook, front: bool = True) -> bytes:
    """One speech; ``front`` is what stands above its title."""
    return _file(title(notebook), [clipped(notebook, front)])


def render_all(notebooks: Iterable[Notebook], front: bool = True) -> bytes:
    """All speeches that have marks, each from a page of its own."""
    return _file("批注", (clipped(notebook, front) for notebook in notebooks if notebook.annotations))


def _file(name: str, notebooks: Iterable[Notebook]) -> bytes:
    comments = _Comments()
    body = [line for number, notebook in enumerate(notebooks) for line in _speech(notebook, comments, number > 0)]
    return written(name, body, comments.parts())


@dataclass
class _Comments:
    """The comments so far, numbered from 1."""

    rows: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """What comments.xml has of each, and when it was made."""

    def add(self, notebook: Notebook, mark: Annotation) -> int:
        """The number of a mark's comment; 0 for a mark of which nothing is said."""
        tags = badge(notebook, mark)
        said = [run(tags, "<w:b/>")] if tags else []
        said += [run(line) for line in mark.note.split("\n")] if mark.note.strip() else []
        if not said:
            return 0
        number, author = len(self.rows) + 1, " ".join(mark.creator.split()) or AUTHOR
        known = f' w14:paraId="{number:08X}"'  # the last paragraph of a comment is what other parts know it by
        lines = [paragraph("CommentText", each) for each in said]
        lines[-1] = lines[-1].replace("<w:p>", f"<w:p{known}>", 1)
        created = utc(mark.created)
        date = f' w:date="{created}"' if created else ""
        initials = "".join(word[0] for word in author.split())[:3]
        head = f'w:id="{number}" w:author="{escaped(author)}"{date} w:initials="{escaped(initials)}"'
        self.rows.append((f"<w:comment {head}>{''.join(lines)}</w:comment>", created))
        return number

    def parts(self) -> list[Part]:
        """The comments, and the parts in which Word has their time in UTC: it takes ``w:date`` for local."""
        if not self.rows:
            return []
        numbers = [f"{number:08X}" for number in range(1, len(self.rows) + 1)]
        timed = [(number, time) for number, (_, time) in zip(numbers, self.rows, strict=True) if time]
        open_ = (f'<w15:commentEx w15:paraId="{number}" w15:done="0"/>' for number in numbers)
        ids = (f'<w16cid:commentId w16cid:paraId="{each}" w16cid:durableId="{each}"/>' for each in numbers)
        times = (
            f'<w16cex:commentExtensible w16cex:durableId="{number}" w16cex:dateUtc="{time}"/>' for number, time in timed
        )
        return [
            part("w:comments", "\n".join(row for row, _ in self.rows)),
            part("w15:commentsEx", "".join(open_), "2011"),
            part("w16cid:commentsIds", "".join(ids), "2016/09"),
            part("w16cex:commentsExtensible", "".join(times), "2018/08"),
        ]


class _Ranges:
    """Where comments begin and end, walked along with the text: ranges may interleave."""

    def __init__(self, notebook: Notebook, comments: _Comments) -> None:
        placed = ((mark.span, mark) for mark in notebook.annotations if mark.span)
        inward = sorted(placed, key=lambda each: (each[0].start, -each[0].stop))
        rows = [(span, number) for span, mark in inward if (number := comments.add(notebook, mark))]
        self._starts = [(span.start, f'<w:commentRangeStart w:id="{number}"/>') for span, number in reversed(rows)]
        ends = sorted(((span.stop, -span.start, number) for span, number in rows), reverse=True)
        self._ends = [(stop, range_end(number)) for stop, _, number in ends]

    def starts(self, point: int) -> str:
        return _taken(self._starts, point)

    def ends(self, point: int) -> str:
        return _taken(self._ends, point)


def range_end(number: int) -> str:
    """The end of a comment's range, and its sign in the text."""
    sign = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{sign}'


def _taken(stack: list[tuple[int, str]], point: int) -> str:
    """What stands up to ``point``, taken off the stack."""
    found: list[str] = []
    while stack and stack[-1][0] <= point:
        found.append(stack.pop()[1])
    return "".join(found)


def _speech(notebook: Notebook, comments: _Comments, new_page: bool) -> Iterator[str]:
    document, ranges = notebook.document, _Ranges(notebook, comments)
    for each in paragraphs(document, notebook.annotations, notebook.part):
        inner = ""
        for piece in each.pieces:
            inner += ranges.starts(piece.start) + _run(notebook, each, piece) + ranges.ends(piece.stop)
        inner += ranges.starts(each.stop) + ranges.ends(each.stop + 1)  # a mark may hold no more than the line's end
        yield paragraph(_style(each), inner, _NEW_PAGE * new_page + _indent(each))
        new_page = False
    orphans = [mark for mark in notebook.annotations if not mark.span]
    if orphans:
        yield paragraph("Heading1", run(ORPHANS), _NEW_PAGE * new_page)
    for mark in orphans:
        number = comments.add(notebook, mark)
        quote = run(mark.quote or "……", _fill(notebook, mark))
        yield paragraph(
            "BodyText", f'<w:commentRangeStart w:id="{number}"/>{quote}{range_end(number)}' if number else quote
        )


def _style(each: Paragraph) -> str:
    return f"Heading{min(4, each.node.level)}" if each.node else STYLES.get(each.role, "BodyText")


def _indent(each: Paragraph) -> str:
    """A line that its author indented with blanks has no indent beside them."""
    return NO_INDENT if each.start < each.first < each.stop and each.role in ("body", "heading") else ""


def _run(notebook: Notebook, each: Paragraph, piece: Piece) -> str:
    """A run. The outermost mark is a band, the innermost of several a rule below, as in the window."""
    looks = ""
    if piece.level and not each.node:
        looks += f'<w:rStyle w:val="Lead{min(3, piece.level)}"/>'
    if piece.start < each.first and each.role in ("title", "subtitle"):
        looks += '<w:sz w:val="2"/>'  # blanks that an author centred with: Word centres by itself
    if len(piece.marks) > 1:
        rule = strong(colour(notebook, piece.marks[-1]), PAPER)
        looks += f'<w:u w:val="thick" w:color="{rule[1:].upper()}"/>'
    if piece.marks:
        looks += _fill(notebook, piece.marks[0])
    return run(notebook.document.text[piece.start : piece.stop], looks)


def _fill(notebook: Notebook, mark: Annotation) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(notebook, mark)[1:].upper()}"/>'


DOCX = Exporter("docx", ".docx", render, render_all, is_text=False, options=(FRONT,))
