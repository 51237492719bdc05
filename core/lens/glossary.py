"""The glossary of a speech: what it puts in quotation marks as a term, and its slogans with a number (三大攻坚).

A quotation that itself quotes stands for what it quotes: “学习‘三大法宝’” gives 三大法宝. What somebody said,
a whole sentence in quotation marks, is no term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from core.heading_paths import HeadingPaths, Path
from core.lens.vocabulary import any_of, words
from core.model import Document, Span

LONGEST = 40
"""Code points of a term in quotation marks at most."""
BARE = 3
"""Terms shorter than this are counted in quotation marks only: “好” is not every 好."""
_QUOTED = re.compile(rf"“([^“”\n]{{1,{LONGEST}}})”|「([^「」\n]{{1,{LONGEST}}})」|\"([^\"\n]{{1,{LONGEST}}})\"")
_INNER = re.compile(r"‘([^‘’\n]+)’|『([^『』\n]+)』")
_NUMBER = re.compile(r"[一二三四五六七八九十百千两双\d]")
_NO_TERM = re.compile(r".*[。！？!?；]|[XＸ×＊*_\s]+", re.S)


class Term(NamedTuple):
    """A term, every place where it stands, in order, and the headings over the first of them.

    ``quoted`` is where it first stands in quotation marks, if it does; ``numbered``: it counts something.
    """

    words: str
    quoted: Span | None
    numbered: bool
    uses: tuple[Span, ...]
    path: Path


def glossary(document: Document) -> tuple[Term, ...]:
    """The terms of a speech in the order of their first use."""
    text, paths = document.text, HeadingPaths(document.sections)
    quoted: dict[str, list[Span]] = {}
    for span in quotations(text):
        quoted.setdefault(text[span.start : span.stop], []).append(span)
    found = {words: quoted.get(words, []) for words in (*quoted, *_slogans(text))}
    uses = _uses(text, (words for words, places in found.items() if len(words) >= BARE or not places))
    terms = (_term(words, places, uses.get(words, places), paths) for words, places in found.items())
    return tuple(sorted(terms, key=lambda term: term.uses[0]))


def quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks as a term, in order; the inner one where two are nested."""
    for match in _QUOTED.finditer(text):
        inner = list(_INNER.finditer(text, match.start(), match.end()))
        for found in inner or [match]:
            group = found.lastindex or 1
            if not _NO_TERM.fullmatch(found[group]):
                yield Span(*found.span(group))


def _term(words: str, quoted: list[Span], uses: list[Span], paths: HeadingPaths) -> Term:
    first = quoted[0] if quoted else None
    return Term(words, first, bool(_NUMBER.search(words)), tuple(uses), paths.above(uses[0]))


def _uses(text: str, terms: Iterable[str]) -> dict[str, list[Span]]:
    """Every place of each term, in one pass over the text: terms are looked up by their first two characters."""
    heads: dict[str, list[str]] = {}
    for term in terms:
        heads.setdefault(term[:2], []).append(term)
    uses: dict[str, list[Span]] = {}
    for at in range(len(text)):
        for term in heads.get(text[at : at + 2], ()):
            places = uses.setdefault(term, [])
            if text.startswith(term, at) and not (places and places[-1].stop > at):
                places.append(Span(at, at + len(term)))
    return uses


def _slogans(text: str) -> list[str]:
    """The numbered slogans that stand without quotation marks, each once: 三大攻坚, 四套班子."""
    found = (match for match in _slogan().finditer(text) if not _within_quotes(text, match))
    return list(dict.fromkeys(match[0] for match in found))


def _within_quotes(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] in ("“", "‘", "「", "『")


@cache
def _slogan() -> re.Pattern[str]:
    heads = any_of(words("heads"))
    return re.compile(
        rf"(?<![第一二三四五六七八九十百千万前])[二三四五六七八九十两](?!.方面)(?:大[\u4e00-\u9fff]{{0,4}}?|[个项条套张种支件场]"
        rf"[\u4e00-\u9fff]{{0,2}}?)(?:{heads})"
    )
