"""The language of questions: words, "phrases", 与 或 非 or AND OR NOT, brackets, nearness, and conditions.

A question without a blank stands for itself, whatever characters it has, so that anything can be looked for that
a text may hold; only a condition (``tag:数据``) and a whole "phrase" in straight quotation marks are read. In all
others words are set apart by blanks: several are asked for together (与). ``NEAR/20`` between two means within
20 code points, ``~句 ~段 ~节 ~篇`` (``~sentence ~paragraph ~section ~speech``) in the same of those.
非 binds closest, then nearness, 与, 或.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.model import Span
from core.problem import Problem
from core.search.nodes import And, Field, Near, Node, Not, Or, Word, conditions_of, is_condition, words_of
from core.text import normalise

MOST_WORDS = 60
"""Words and conditions in one question."""
DEEPEST = 40
"""Brackets within brackets."""
WITHIN = 10
"""Code points that NEAR means without a number."""

_FIELDS = {"tag": "tag", "标签": "tag", "speaker": "speaker", "讲话人": "speaker", "year": "year", "年份": "year"}
_FIELDS |= {"in": "in", "标题": "in", "folder": "folder", "文件夹": "folder", "label": "label", "标签词": "label"}
_UNITS = {"句": "sentence", "段": "paragraph", "节": "section", "篇": "speech"}
_UNITS |= {name: name for name in _UNITS.values()} | {name[0]: name for name in ("sentence", "paragraph")}
_ALL, _ANY, _NONE = ("与", "AND"), ("或", "OR"), ("非", "NOT")
_FIELD = re.compile(rf'({"|".join(_FIELDS)}):("[^"]*"|[^\s"()]*)', re.I)
_TOKEN = re.compile(
    rf'(?P<blank>[ \t\n]+)|(?P<field>{_FIELD.pattern})|(?P<phrase>"[^"]*")|(?P<open>\()|(?P<close>\))|(?P<quote>")'
    r'|(?P<word>[^ \t\n"()]+(?:\([^ \t\n"()]*\)[^ \t\n"()]*)*)',
    re.I,
)
_NEAR = re.compile(r"(?:NEAR(?:/(.*))?|~(.*))", re.S)
_YEARS = re.compile(r"(\d{4})?(?:(-)(\d{4})?)?")


class Wrong(Problem):
    """A question that cannot be understood, and where: ``span`` in code points of the question as it was given."""

    def __init__(self, key: str, span: Span, **values: object) -> None:
        super().__init__(key, place=span.start + 1, **values)
        self.span = span


class Token(NamedTuple):
    kind: str
    text: str
    start: int
    stop: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


def parse(question: str) -> Node:
    """What a question means. Raises Wrong."""
    words = question.strip(" \t")
    begin = question.find(words) if words else 0
    whole = Span(begin, begin + len(words))
    if not normalise(words):
        raise Wrong("search.empty", whole)
    if _stands_for_itself(words):
        return Word(normalise(words))
    return _checked(_Parser(_tokens(question), len(question)).whole(), whole)


def _stands_for_itself(words: str) -> bool:
    if re.search(r"[ \t]", words):
        return False
    phrase = len(words) > 2 and words[0] == words[-1] == '"' and words.count('"') == 2
    return not phrase and not _FIELD.fullmatch(words)


def _checked(node: Node, whole: Span) -> Node:
    if len(words_of(node)) + len(conditions_of(node)) > MOST_WORDS:
        raise Wrong("search.too_many", whole, most=MOST_WORDS)
    if not words_of(node) and not any(field.name == "tag" for field in conditions_of(node)):
        raise Wrong("search.only_conditions", whole)
    if isinstance(node, Not):
        raise Wrong("search.only_without", whole)
    return node


def _tokens(question: str) -> list[Token]:
    found = list[Token]()
    for match in _TOKEN.finditer(question):
        kind = match.lastgroup or ""
        kind = "field" if match["field"] else kind
        if kind == "quote":
            raise Wrong("search.open_quote", Span(match.start(), len(question)))
        if kind != "blank":
            found.append(Token(kind, match[0], *match.span()))
    return found


class _Parser:
    """One pass over the tokens, a method for each tier of binding."""

    def __init__(self, tokens: list[Token], length: int) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0
        self._end = Token("end", "", length, length)

    def whole(self) -> Node:
        node = self._any()
        if self._next.kind == "close":
            raise Wrong("search.close_bracket", self._next.span)
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._end

    def _is(self, words: tuple[str, ...]) -> bool:
        return self._next.kind == "word" and self._next.text in words

    def _take(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _any(self) -> Node:
        begin = self._next
        nodes = [self._all()]
        while self._is(_ANY):
            self._take()
            nodes.append(self._all())
        if len({is_condition(node) for node in nodes}) > 1 or any(_only_without(node) for node in nodes[1:]):
            raise Wrong("search.mixed", Span(begin.start, self._tokens[self._at - 1].stop))
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def _all(self) -> Node:
        begin = self._next
        nodes = [self._near()]
        while self._next.kind not in ("end", "close") and not self._is(_ANY):
            if self._is(_ALL):
                self._take()
            nodes.append(self._near())
        wanted = [node for node in nodes if not is_condition(node)]
        if wanted and all(isinstance(node, Not) for node in wanted):
            raise Wrong("search.only_without", Span(begin.start, self._tokens[self._at - 1].stop))
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes))

    def _near(self) -> Node:
        begin, node = self._next, self._without()
        while self._next.kind == "word" and (said := _NEAR.fullmatch(self._next.text)):
            unit, most = self._nearness(self._take(), *said.groups())
            other = self._without()
            if any(is_condition(each) or isinstance(each, Not) for each in (node, other)):
                raise Wrong("search.near_words", Span(begin.start, self._tokens[self._at - 1].stop))
            node = Near(node, other, unit, most)
        return node

    def _nearness(self, token: Token, number: str | None, unit: str | None) -> tuple[str, int]:
        if unit is not None:
            if unit.lower() not in _UNITS:
                raise Wrong("search.near_unit", token.span)
            return _UNITS[unit.lower()], 0
        if number is not None and not re.fullmatch(r"[0-9]{1,6}", number):
            raise Wrong("search.near_number", token.span)
        return "", WITHIN if number is None else int(number)

    def _without(self) -> Node:
        if not self._is(_NONE):
            return self._one()
        self._take()
        return Not(self._one())

    def _one(self) -> Node:
        token = self._take()
        if token.kind == "open":
            return self._bracket(token)
        if token.kind == "field":
            return _field(token)
        if token.kind == "phrase" and normalise(token.text[1:-1]):
            return Word(normalise(token.text[1:-1]))
        if token.kind != "word" or token.text in (*_ALL, *_ANY, *_NONE) or _NEAR.fullmatch(token.text):
            raise Wrong("search.word_wanted", token.span)
        return Word(normalise(token.text))

    def _bracket(self, opening: Token) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Wrong("search.deep", opening.span, most=DEEPEST)
        node = self._any()
        if self._take().kind != "close":
            raise Wrong("search.open_bracket", opening.span)
        self._depth -= 1
        return node


def _only_without(node: Node) -> bool:
    return isinstance(node, Not) and not is_condition(node)


def _field(token: Token) -> Node:
    name, _, value = token.text.partition(":")
    name, value = _FIELDS[name.lower()], normalise(value.strip('"')).strip()
    if not value:
        raise Wrong("search.field_empty", token.span)
    if name == "year" and (not _YEARS.fullmatch(value) or value == "-"):
        raise Wrong("search.year", token.span)
    return Field(name, value, token.span)


def narrowed(question: str, condition: str) -> str:
    """A question with one more condition; words that stood for themselves still do."""
    words = question.strip(" \t")
    if words and _stands_for_itself(words) and re.search(r"[()]|^(与|或|非|AND|OR|NOT)$", words):
        words = f'"{words}"'
    return f"{words} {condition}".strip()


def condition(name: str, value: str) -> str:
    """A condition as it is written."""
    return f'{name}:"{value}"' if re.search(r"[\s()]", value) else f"{name}:{value}"


def years(value: str) -> tuple[str, str]:
    """The first and the last year that a condition means; ``2020-`` and ``-2020`` leave one end open."""
    said = _YEARS.fullmatch(value)
    first, dash, last = said.groups() if said else (None, None, None)
    return first or "0000", (last or "9999") if dash else (first or "9999")
