"""The reader's own styles of heading: a name, a pattern, and the style of the table beside which it stands.

They lie in a file of the reader's, one a row, in columns as ``resources/headings.txt`` has them. A pattern
is a regular expression for what opens the line, up to where the title begins; ``{n}`` stands for a number.
It is matched with the text as the grammar sees it, so that half and full width are the same.

Nobody checks for whom a pattern runs on for ever, so each look at a line has a time limit (that is what
the library ``regex`` is for), and a pattern that reaches it is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.files import write_whole
from core.outline.headings import Mark, Style, styles
from core.outline.lines import LINE_OF_TEXT, trim
from core.outline.nodes import Node
from core.outline.titles import title_stop
from core.outline.view import view
from core.places import own_headings_path
from core.problem import Problem

if TYPE_CHECKING:
    from regex import Pattern

LIKE = ("bufen", "cn_dun", "cn_paren", "ar_dot", "ar_paren")
"""The styles of the table beside which an own one may stand, the highest first."""
_LEVELS = dict[str, int](zip(LIKE, (1, 1, 2, 3, 4), strict=True))
PATIENCE = 0.02
"""Seconds that a look at one line may take."""
_NUMBER = r"(?:[一二三四五六七八九十百零〇]{1,5}|\d{1,3})"
_PUNCTUATION = re.compile(r"\\[()]|(?<![?<\\])[:;!]|[^\x00-\x7f]")
_LATER = 99
"""The rank of what has none: lower than all that has."""


class OwnStyle(NamedTuple):
    """One row: ``like`` is a name from LIKE."""

    name: str
    like: str
    pattern: str

    @property
    def rank(self) -> int:
        return styles()[self.like].rank

    @property
    def level(self) -> int:
        """The level at which it stands among headings that bear no number."""
        return _LEVELS[self.like]

    @property
    def style(self) -> Style:
        """The row as one of the table."""
        return Style(self.name, self.name, self.rank, "none", False, True, self.pattern, "")


# -- the file ------------------------------------------------------------------------------------


def own_styles(path: Path | None = None) -> tuple[OwnStyle, ...]:
    """The reader's own styles, in their order. Rows that are none, and a file that cannot be read, are passed over."""
    try:
        text = (path or own_headings_path()).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    rows = (re.split(r"\s{2,}", line.strip(), maxsplit=2) for line in text.splitlines())
    made = (OwnStyle(*row) for row in rows if len(row) == 3 and not row[0].startswith("#"))
    return tuple(each for each in made if each.like in LIKE)


def keep(own: Iterable[OwnStyle], path: Path | None = None) -> None:
    """Write the reader's own styles, whole or not at all. Raises Problem where that cannot be done."""
    path = path or own_headings_path()
    rows = ["# name  beside  pattern", *("  ".join(each) for each in own)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("write.refused", path=path) from error
    write_whole(path, "".join(f"{row}\n" for row in rows))


def check(own: OwnStyle, samples: Iterable[str] = ()) -> None:
    """Raise Problem where a style has no name, or a pattern that is no expression, fits every line, or runs away.

    It is tried on ``samples``, lines of a text, and on lines that bring out what runs away.
    """
    if not own.name.strip() or own.name.startswith("#") or re.search(r"\s{2,}", own.name):
        raise Problem("style.name")
    if not own.pattern.strip() or re.search(r"\s{2,}", own.pattern) or own.pattern != own.pattern.strip():
        raise Problem("style.pattern")
    try:
        compiled = _compiled(own.pattern)
    except _error() as error:
        raise Problem("style.expression", reason=error) from error
    try:
        if compiled.match("", timeout=PATIENCE):
            raise Problem("style.everything")
        for line in (*_hard(own.pattern), *samples):
            compiled.match(line, timeout=PATIENCE)
    except TimeoutError as error:
        raise Problem("style.slow") from error


def _hard(pattern: str) -> Iterator[str]:
    """Long lines of what the pattern is made of, that nearly fit it."""
    letters = {*re.findall(r"[^\W_]|[：、，。．（）〔〕【】 ]", pattern), "一", "1", " ", "章"}
    every = "".join(sorted(letters))
    for letter in (*every, every):
        yield f"{letter * 200}￥{every}"


@lru_cache(64)
def _compiled(pattern: str) -> Pattern[str]:
    import regex

    return regex.compile(_PUNCTUATION.sub(_seen, pattern).replace("{n}", _NUMBER))


def _seen(match: re.Match[str]) -> str:
    """A literal character of a pattern as the grammar sees it in a text."""
    return view(match[0].removeprefix("\\"))


def _error() -> type[Exception]:
    import regex

    return regex.error


# -- in a text -----------------------------------------------------------------------------------


def find(seen: str, own: Sequence[OwnStyle]) -> list[tuple[OwnStyle, Node]]:
    """The lines of a view that own styles open, as headings, in order; the first style that fits counts."""
    found: dict[int, tuple[OwnStyle, Node]] = {}
    for each in own:
        for start, node in _matches(seen, each):
            found.setdefault(start, (each, node))
    return [found[start] for start in sorted(found)]


def _matches(seen: str, own: OwnStyle) -> Iterator[tuple[int, Node]]:
    try:
        compiled = _compiled(own.pattern)
        for line in LINE_OF_TEXT.finditer(seen):
            start, stop = trim(seen, *line.span())
            match = compiled.match(seen, start, stop, timeout=PATIENCE) if start < stop else None
            if match and match.end() > start:
                mark = Mark(own.style, 0, start, match.end())
                end = max(match.end(), title_stop(seen, mark, stop))
                yield start, Node(start, end, 0, label=match.end() - start, style=own.name)
    except (_error(), TimeoutError):
        return


class _Entry(NamedTuple):
    """A heading or block that stands open: its level as it was found, its rank, and whether it is an own one."""

    level: int
    rank: int
    own: bool


def placed(nodes: Sequence[Node], found: Sequence[tuple[OwnStyle, Node]]) -> list[Node]:
    """The nodes with the own headings among them, each below what its rank says; levels are those of the tree."""
    of = {node.start: style for style, node in found}
    spans = [(node.start, node.stop) for _, node in found]
    kept = [node for node in nodes if node.kind or not _overlapping(node, spans)]
    ordered = sorted([*kept, *(node for _, node in found)], key=lambda node: (node.start, node.level))
    open_: list[_Entry] = []
    for node in ordered:
        own = of.get(node.start) if not node.kind else None
        if node.level == 0 and own is None:
            open_.clear()
            continue
        entry = _Entry(own.level, own.rank, True) if own else _Entry(node.level, _rank(node), False)
        while open_ and _closes(entry, open_[-1]):
            open_.pop()
        open_.append(entry)
        node.level = len(open_)
    return ordered


def _rank(node: Node) -> int:
    style = styles().get(node.style)
    return style.rank if style and style.rank else _LATER


def _closes(entry: _Entry, top: _Entry) -> bool:
    """Whether what begins now ends what stands open: by rank where one of both is an own style and both have
    one, else by the level."""
    if entry.own == top.own and not entry.own:
        return top.level >= entry.level
    if _LATER not in (entry.rank, top.rank):
        return top.rank >= entry.rank
    return top.level >= entry.level if entry.own else entry.level < top.level


def _overlapping(node: Node, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_left(spans, (node.start, 0))
    return any(start < node.stop and node.start < stop for start, stop in spans[max(0, i - 1) : i + 1])
