"""Libraries to be searched: of our own texts, and of other people's where they are at hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from core.library import Library
from core.readers import build
from core.search.indexing import Indexer
from core.search.search import Question, Search
from core.text import normalise

TEXTS = (
    "在修渠会议上的讲话\n（2026年1月5日）\n同志们：\n一、过去一年\n一是渠道修通了。今年修渠三里，大家都说好！\n"
    "二是账目公开了。每一笔钱都贴在墙上。\n二、今年怎么办\n先把老渠补好，再修新渠。赵𫖯同志牵头😀😀😀。\n",
    "治理黃河，治理国家；８公里（一）8公里。GDP、gdp、ＧＤＰ增长5.5%。國家發展，国家发展，国家發展。\n",
    '哈哈哈哈哈，渠渠渠。aAaAa ABAB abab“引号”"引号"\n',
    "大势所趋\n大势已去，势在必行；与或非，与 或 非，(括号)（括号）* ? .* [x]{y}\\d\n",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


def fill(library: Library, texts: tuple[str, ...] | list[str] = TEXTS) -> None:
    for text in texts:
        library.add(build(normalise(text)))


Found = list[tuple[str, int, int]]
"""Texts, and places in them."""
Ask = Callable[[Question], Found]


def found(library: Library, question: Question) -> Found:
    """The hits in the texts, as the search tells them; that they were counted rightly is looked at on the way."""
    with closing(Search(library)) as search:
        answer, told = search.ask(question), Found()
        for entry, count in answer.counts():
            some = answer.hits(entry) if count else []
            assert len(some) == count
            told += [(answer.text(entry.digest) or "", hit.start, hit.stop) for hit in some]
        return told


def indexed(library: Library) -> Library:
    with closing(Search(library)) as search:
        Indexer(library.path, search.catalogue, search.shelf).run()
    return library


def by_find(texts: Sequence[str], words: str) -> Found:
    """What looking with ``str.find`` through every text finds."""
    told = Found()
    for text in texts:
        at = text.find(words)
        while at >= 0:
            told.append((text, at, at + len(words)))
            at = text.find(words, at + len(words))
    return told


def substrings(texts: Sequence[str], count: int, seed: int = 7) -> Iterator[str]:
    """Random stretches of texts, and near misses: one character put in, left out, or exchanged."""
    dice = random.Random(seed)
    for _ in range(count):
        text = dice.choice(texts)
        at, length = dice.randrange(len(text)), dice.choice((1, 1, 2, 2, 3, 4, 6, 12, 40))
        words = text[at : at + length]
        yield words
        place, other = dice.randrange(len(words)), dice.choice(dice.choice(texts))
        yield dice.choice(
            (words[:place] + other + words[place:], words[:place] + words[place + 1 :], words[:place] + other)
        )
