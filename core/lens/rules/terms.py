"""提法: set terms and slogans, each suggested at its first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from core.lens.glossary import Term
from core.lens.rules.rule import Finding, Reading, Rule
from core.lens.vocabulary import any_of, words

_NOTHING = re.compile(r"[一两]?[XＸ×]+|[一两][个户人]不.|\d+")
LONG = 4
"""Code points from which a quoted phrase that nothing else tells may be a term; shorter ones are mostly pictures."""


def _numbered(reading: Reading, term: Term) -> dict[str, str] | None:
    return {"term": term.words} if term.numbered and len(term.words) > 1 else None


def _named(reading: Reading, term: Term) -> dict[str, str] | None:
    """What it is called stands behind it: “项目为王”理念."""
    found = next((match for use in term.uses if (match := _noun().match(reading.text, use.stop))), None)
    return {"term": term.words, "noun": found[1]} if term.quoted and found and len(term.words) > 1 else None


def _again(reading: Reading, term: Term) -> dict[str, str] | None:
    if term.quoted and len(term.uses) > 1 and len(term.words) > 2:
        return {"term": term.words, "count": str(len(term.uses))}
    return None


def _phrase(reading: Reading, term: Term) -> dict[str, str] | None:
    return {"term": term.words} if term.quoted and len(term.words) >= LONG else None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"[”’」』]等?(?:[\u4e00-\u9fff]{{0,2}}?)({any_of(words('slogan_nouns'))})")


def _each(told: Callable[[Reading, Term], dict[str, str] | None]) -> Callable[[Reading], Iterator[Finding]]:
    def find(reading: Reading) -> Iterator[Finding]:
        for term in reading.terms:
            facts = None if _NOTHING.fullmatch(term.words) else told(reading, term)
            if facts is not None:
                yield Finding(term.quoted or term.uses[0], facts)

    return find


RULES = (
    Rule("lens.term_numbered", "提法", _each(_numbered)),
    Rule("lens.term_named", "提法", _each(_named)),
    Rule("lens.term_again", "提法", _each(_again), weak=True),
    Rule("lens.term_phrase", "提法", _each(_phrase), weak=True),
)
