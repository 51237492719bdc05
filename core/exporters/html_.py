"""HTML: one file without a network, a speech with its marks and a margin of notes, which is filtered by tags."""

from __future__ import annotations

import html
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from core.exporters.format import Exporter, Option
from core.exporters.html_page import page
from core.exporters.looks import ORPHANS, day, raw_colour, stars, tag_paths, title
from core.exporters.office import plain
from core.exporters.setting import FRONT, Paragraph, Piece, clipped, paragraphs
from core.heading_paths import wording
from core.marks import words
from core.model import Annotation, Notebook, Section, Span, Tag
from core.tag_tree import rows, within

GLIMPSE = 18
"""Characters of a passage that its note begins with."""

Tags = dict[str, Tag]


def render(notebook: Notebook, theme: str = "system", text: bool = True, front: bool = True) -> str:
    """One speech; without its ``text`` only the lines that are marked, under their headings; ``front`` is what
    stands above its title."""
    return _page(title(notebook), [clipped(notebook, front)], theme, text)


def render_all(notebooks: Iterable[Notebook], theme: str = "system", text: bool = True, front: bool = True) -> str:
    """All speeches that have marks, one below the other."""
    return _page("批注", [clipped(each, front) for each in notebooks if each.annotations], theme, text)


@dataclass
class _Numbers:
    """What is numbered through the whole file: colours, and the tags that a mark counts for, its own and above."""

    tags: Tags
    places: dict[str, int] = field(init=False)
    palette: dict[str, int] = field(default_factory=dict[str, int])
    counts: Counter[str] = field(default_factory=Counter[str])
    anchors: int = 0
    _over: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {tag.id: place for place, (tag, _) in enumerate(rows(self.tags))}
        self._over = {id: set[str]() for id in self.tags}
        for id in self.tags:
            for below in within(self.tags, id):
                self._over[below].add(id)

    def colour(self, notebook: Notebook, mark: Annotation) -> int:
        return self.palette.setdefault(raw_colour(notebook, mark), len(self.palette))

    def kinds(self, *marks: Annotation) -> set[str]:
        return {over for mark in marks for id in mark.tags for over in self._over.get(id, ())}

    def listed(self, *marks: Annotation) -> str:
        return " ".join(map(str, sorted(self.places[id] for id in self.kinds(*marks))))

    def anchor(self) -> int:
        self.anchors += 1
        return self.anchors


def _page(name: str, notebooks: Sequence[Notebook], theme: str, text: bool) -> str:
    numbers = _Numbers({id: tag for notebook in notebooks for id, tag in notebook.tags.items()})
    contents: list[str] = []
    body: list[str] = []
    for notebook in notebooks:
        sections = {id(node): numbers.anchor() for node in _headings(notebook, text)}
        top = numbers.anchor()
        listed = _contents(notebook.document.sections, sections)
        if len(notebooks) > 1:
            listed = f'<li><a href="#s{top}">{_safe(title(notebook))}</a><ol>{listed}</ol></li>'
        contents.append(listed)
        body += [f'<article id="s{top}">', *_speech(notebook, numbers, sections, text), "</article>"]
    outline = "".join(contents)
    nav = f'<nav aria-label="提纲"><details open><summary>提纲</summary><ol>{outline}</ol></details></nav>'
    return page(_safe(name), _bar(notebooks, numbers), nav, body, numbers.palette, theme)


def _headings(notebook: Notebook, text: bool) -> Iterator[Section]:
    """The headings that are shown: of the part meant, and without the text those that have marks below them."""
    part = notebook.part or Span(0, len(notebook.document.text))
    starts = sorted(mark.span.start for mark in notebook.annotations if mark.span)
    for node in notebook.document.walk():
        scope = node.scope
        marked = text or bisect_left(starts, scope.start) < bisect_left(starts, scope.stop)
        if node.is_heading and node.heading.overlaps(part) and marked:
            yield node


def _safe(text: str) -> str:
    return html.escape(plain(text))


def _bar(notebooks: Sequence[Notebook], numbers: _Numbers) -> str:
    """What the file is, and a button for each tag that has marks."""
    count = sum(len(notebook.annotations) for notebook in notebooks)
    facts = [f"{count} 处批注"]
    if len(notebooks) == 1:
        document = notebooks[0].document
        facts = [fact for fact in (document.speaker, day(document.date), document.venue) if fact] + facts
    for notebook in notebooks:
        for mark in notebook.annotations:
            numbers.counts.update(numbers.kinds(mark))
    chips = "".join(
        f'<button data-tag="{numbers.places[tag.id]}" aria-pressed="false">{_swatch(tag, numbers)}{_safe(tag.name)}'
        f" <small>{numbers.counts[tag.id]}</small></button>"
        for tag, _ in rows(numbers.tags)
        if numbers.counts[tag.id]
    )
    chosen = f'<span class="chips" role="group" aria-label="按标签筛选">{chips}</span>'
    return f'<span>{_safe(" · ".join(facts))}</span>{chosen}<button class="theme">明 / 暗</button>'


def _swatch(tag: Tag, numbers: _Numbers) -> str:
    place = numbers.palette.get(tag.colour.lower())
    return f'<i class="c{place}"></i>' if place is not None else ""


def _contents(nodes: Iterable[Section], anchors: dict[int, int]) -> str:
    """The headings as lists in lists; blocks that are no headings are passed over."""
    found: list[str] = []
    for node in nodes:
        inner = _contents(node.children, anchors)
        if id(node) in anchors:
            name = _safe(" ".join(wording(node).split()))
            inner = f'<li><a href="#s{anchors[id(node)]}">{name}</a>{f"<ol>{inner}</ol>" if inner else ""}</li>'
        found.append(inner)
    return "".join(found)


def _speech(notebook: Notebook, numbers: _Numbers, sections: dict[int, int], text: bool) -> Iterator[str]:
    ahead = [(mark.span.start, numbers.anchor(), mark) for mark in notebook.annotations if mark.span]
    waiting = [(start, f'<span id="m{number}"></span>') for start, number, _ in ahead]
    nodes = (node for node in notebook.document.walk() if id(node) in sections)
    waiting += [(node.heading.start, f'<span id="s{sections[id(node)]}"></span>') for node in nodes]
    waiting.sort(reverse=True)
    ahead.sort(key=lambda each: each[:2], reverse=True)
    for each in paragraphs(notebook.document, notebook.annotations, notebook.part):
        if each.role == "blank" or not (text or _kept(each, sections)):
            continue
        line = _line(notebook, numbers, each, waiting)
        notes: list[str] = []
        while ahead and ahead[-1][0] < each.stop:
            _, number, mark = ahead.pop()
            notes.append(_note(notebook, numbers, mark, number))
        margin = _margin(notes)
        yield f'<div class="row">{margin}{line}</div>' if margin else line
    yield _margin(_note(notebook, numbers, mark, number) for _, number, mark in reversed(ahead))
    lost = [_note(notebook, numbers, mark, 0) for mark in notebook.annotations if not mark.span]
    if lost:
        yield f'<section class="lost"><h2>{ORPHANS}</h2>{_margin(lost)}</section>'


def _kept(each: Paragraph, sections: dict[int, int]) -> bool:
    """Whether a line is shown where the text is not: titles, what is marked, and the headings over it."""
    return each.role == "title" or id(each.node) in sections or any(piece.marks for piece in each.pieces)


def _margin(notes: Iterable[str]) -> str:
    inner = "".join(notes)
    return f"<aside>{inner}</aside>" if inner else ""


def _line(notebook: Notebook, numbers: _Numbers, each: Paragraph, waiting: list[tuple[int, str]]) -> str:
    """A line of the text, with places that links lead to; blanks that its author indented with are left out."""
    inner = ""
    for piece in each.pieces:
        while waiting and waiting[-1][0] <= piece.start:
            inner += waiting.pop()[1]
        if piece.start >= each.first:
            inner += _piece(notebook, numbers, piece, bool(each.node))
    tag = f"h{min(4, each.node.level) + 1}" if each.node else "h1" if each.role == "title" else "p"
    role = f' class="{each.role}"' if tag == "p" and each.role != "body" else ""
    return f"<{tag}{role}>{inner}</{tag}>"


def _piece(notebook: Notebook, numbers: _Numbers, piece: Piece, is_heading: bool) -> str:
    """The outermost mark is a band, the innermost of several a rule below, as in the window."""
    made = _safe(notebook.document.text[piece.start : piece.stop])
    if piece.marks:
        looks = f"c{numbers.colour(notebook, piece.marks[0])}"
        if len(piece.marks) > 1:
            looks += f" r{numbers.colour(notebook, piece.marks[-1])}"
        made = f'<mark class="{looks}" data-t="{numbers.listed(*piece.marks)}">{made}</mark>'
    return f"<b>{made}</b>" if piece.level and not is_heading else made


def _note(notebook: Notebook, numbers: _Numbers, mark: Annotation, number: int) -> str:
    """What is said of a mark, beside its line; nothing for one of which nothing is said, unless it is lost."""
    tags, note = " · ".join(tag_paths(notebook, mark)), mark.note.strip()
    if mark.span and not (tags or note or mark.stars):
        return ""
    said = " ".join(words(notebook.document.text, mark).split())
    if mark.span and len(said) > GLIMPSE:
        said = said[:GLIMPSE] + "…"
    parts = [f'<a href="#m{number}">{_safe(said)}</a>' if number else _safe(said)]
    if tags or mark.stars:
        parts.insert(0, f"<strong>{_safe(tags)}</strong>" + (f" <em>{stars(mark)}</em>" if mark.stars else ""))
    parts += [_safe(note)] if note else []
    signed = " ".join(filter(None, (mark.creator, mark.created[:10])))
    body = "\n".join(parts) + (f"<small>{_safe(signed)}</small>" if signed else "")
    looks = f"c{numbers.colour(notebook, mark)}"
    return f'<div class="note {looks}" data-t="{numbers.listed(mark)}">{body}</div>'


HTML = Exporter(
    "html",
    ".html",
    render,
    render_all,
    options=(Option("theme", "system", ("system", "light", "dark")), Option("text", True), FRONT),
)
