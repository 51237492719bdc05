"""The answer is that of ``str.find`` through every text, whatever is looked for, and whatever the index is."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from core.find import Finder, Query
from core.folding import Fold
from core.library import Library
from core.problem import Problem
from core.search.search import Question
from core.text import decode
from tests.core.search.conftest import TEXTS, by_find, fill, found, indexed, substrings

FOLDS = [Fold(*each) for each in product((False, True), repeat=3)]


def literal(words: str) -> str:
    """Words as a question that stands for them, where they are any."""
    return f'"{words}"' if " " in words.strip(" \t") or words != words.strip(" \t") else words


def usable(words: str) -> bool:
    """Whether words can be asked for as they stand: a straight quotation mark among blanks cannot."""
    return bool(words.strip(" \t")) and not ('"' in words and literal(words) != words)


@pytest.mark.parametrize("with_index", [False, True])
def test_the_answer_is_that_of_str_find(library: Library, with_index: bool) -> None:
    fill(library)
    if with_index:
        indexed(library)
    texts = list(TEXTS)
    for words in filter(usable, substrings(texts, 400)):
        assert found(library, Question(literal(words))) == by_find(texts, words), words


@pytest.mark.parametrize("fold", FOLDS)
@pytest.mark.parametrize("with_index", [False, True])
def test_folded_it_is_that_of_finding_in_each_folded_text(library: Library, fold: Fold, with_index: bool) -> None:
    fill(library)
    if with_index:
        indexed(library)
    finders = [(text, Finder(text)) for text in TEXTS]
    for words in filter(usable, substrings(list(TEXTS), 60)):
        expected = [(t, hit.start, hit.stop) for t, finder in finders for hit in finder.hits(Query(words, fold))]
        assert found(library, Question(literal(words), fold)) == expected, words


def test_a_table_that_leaves_out_texts_leaves_out_no_hit(library: Library) -> None:
    texts = [f"第{n}次会议\n{text}{'甲乙丙丁'[n % 4]}{n}\n" for n in range(70) for text in TEXTS[:2]]
    fill(library, texts)
    indexed(library)
    finders = [(text, Finder(text)) for text in texts]
    for words in filter(usable, substrings(texts, 50)):
        assert found(library, Question(literal(words))) == by_find(texts, words), words
        folded = found(library, Question(literal(words), Fold(True, True, True)))
        assert folded == [
            (t, h.start, h.stop) for t, f in finders for h in f.hits(Query(words, Fold(True, True, True)))
        ]


def test_in_other_peoples_speeches_too(library: Library, shared: Path) -> None:
    files = sorted((shared / "corpus").rglob("*.txt"))[::20]
    texts = list(dict.fromkeys(decode(path.read_bytes())[0] for path in files))
    fill(library, texts)
    indexed(library)
    for words in filter(usable, substrings(texts, 100)):
        assert found(library, Question(literal(words))) == by_find(texts, words), words


@pytest.mark.parametrize(
    "words", ["与", "或", "非", "(", "（括号）", "(括号)", "*", ".*", "[x]{y}", "\\d", "，", "😀", '"', '"引']
)
def test_what_has_no_blank_stands_for_itself(library: Library, words: str) -> None:
    fill(library)
    assert found(library, Question(words)) == by_find(list(TEXTS), words) != []


def test_a_question_of_ten_thousand_characters_is_answered(library: Library) -> None:
    long = "大势所趋" * 2500
    fill(library, [f"甲{long}乙\n"])
    indexed(library)
    assert found(library, Question(long)) == [(f"甲{long}乙\n", 1, 10001)]
    assert found(library, Question(long + "丙")) == []
    with pytest.raises(Problem, match="too many words"):
        found(library, Question("大 势 " * 2500))
    with pytest.raises(Problem, match="nested"):
        found(library, Question("(" * 5000 + " a " + ")" * 5000))


def test_only_some_speeches_are_asked_where_only_they_are_meant(library: Library) -> None:
    fill(library)
    digests = [row.digest for row in library.documents() if row.title == "大势所趋"]
    assert len(found(library, Question("势", only=frozenset(digests)))) == 3
    assert found(library, Question("渠", only=frozenset(digests))) == []
