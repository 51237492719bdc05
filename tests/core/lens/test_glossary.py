from __future__ import annotations

from pathlib import Path

import pytest

from core.heading_paths import wording
from core.lens.glossary import glossary
from core.model import Document
from core.outline import parse
from core.readers import read


def speech(text: str) -> Document:
    return Document("d", "", "", "", "", text, parse(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实“两清一治”，用好河长制。两清一治见效。", [("两清一治", True, True, 2)]),
        ("以“稳”促“进”，稳住河堤。", [("稳", True, False, 1), ("进", True, False, 1)]),
        ("“学习‘三本账’，答好‘治水四问’”活动", [("三本账", True, True, 1), ("治水四问", True, True, 1)]),
        (
            "打好三大攻坚战，四套班子到岗，三大攻坚战必胜",
            [("三大攻坚战", False, True, 2), ("四套班子", False, True, 1)],
        ),
        ("他说：“能治好！”又说“路通了。”", []),
        ("「一河一策」管用", [("一河一策", True, True, 1)]),
        ("讲五个方面工作", []),
        ("“”和“", []),
        ("叫响“XX”", []),
    ],
)
def test_terms_are_what_is_quoted_or_counts_something(text: str, found: list[tuple[str, bool, bool, int]]) -> None:
    terms = glossary(speech(text))
    assert [(t.words, t.quoted is not None, t.numbered, len(t.uses)) for t in terms] == found


def test_each_knows_where_it_is_used_first(sample_path: Path) -> None:
    document = read(sample_path)
    terms = {term.words: term for term in glossary(document)}
    assert list(terms) == ["一刻钟就餐圈", "十件实事", "二传手", "太平官"]
    assert wording(terms["太平官"].path[-1]) == "一是责任要扛得更牢"
    assert all(document.text[use.start : use.stop] == term.words for term in terms.values() for use in term.uses)


def test_uses_of_one_term_never_overlap() -> None:
    assert [len(term.uses) for term in glossary(speech("“哈哈哈”，哈哈哈哈哈哈哈"))] == [3]


def test_the_seed_has_94_quoted_terms_43_of_them_numbered(seed_path: Path) -> None:
    quoted = [term for term in glossary(read(seed_path)) if term.quoted]
    assert (len(quoted), sum(term.numbered for term in quoted)) == (94, 43)
