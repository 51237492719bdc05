"""A text takes another's place: marks and corrections find their passages, or are kept as orphans."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.library import Library
from core.likeness import ALIKE, likeness, sketch
from core.marks import mark
from core.model import Annotation, Change, Correction, Document, Span
from core.readers import build
from core.versions import Replacement, accepted, in_order, placed, replaced
from tests.core.outline import LONG, MORE

TEXT = (
    "在全镇大会上的讲话\n同志们：\n今天开个会。\n"
    f"一、修渠\n{LONG}\n二、修路\n{MORE}\n三、管护\n看渠的人要选好，工钱要发足，账目要公开。\n四、今后\n渠修好了还要管好。\n"
)


def marked(text: str, *quotes: str) -> tuple[Document, list[Annotation]]:
    document = build(text)
    marks = [
        mark(document, Span(text.index(quote), text.index(quote) + len(quote)), id=quote[:4], now="t")
        for quote in quotes
    ]
    return document, marks


def become(new: str, *quotes: str, old: str = TEXT) -> tuple[Replacement, list[Annotation]]:
    document, marks = marked(old, *quotes)
    made = replaced(document, new, "new", marks, ())
    return made, [each for each in made.change.annotations.values() if each]


def test_what_stands_as_it_did_is_kept_wherever_the_lines_break() -> None:
    new = "（征求意见稿）\n" + TEXT.replace("账目要公开", "账目\n\u3000\u3000要公开")
    made, (one, two) = become(new, "工钱要发足，账目要公开", "渠修好了")
    assert (made.kept, made.moved, made.changed, made.lost) == (2, 0, 0, 0)
    assert one.span
    assert new[one.span.start : one.span.stop] == "工钱要发足，账目\n\u3000\u3000要公开"
    assert {one.document, two.document} == {"new"}


def test_what_reads_otherwise_is_changed_and_keeps_what_was_marked() -> None:
    new = TEXT.replace("工钱要发足", "工钱要按月发足发到位")
    made, (one,) = become(new, "看渠的人要选好，工钱要发足，账目要公开")
    assert (made.changed, one.state, one.quote) == (1, "changed", "看渠的人要选好，工钱要发足，账目要公开")
    assert one.span
    assert new[one.span.start : one.span.stop] == "看渠的人要选好，工钱要按月发足发到位，账目要公开"


def test_what_stands_elsewhere_is_moved() -> None:
    part = f"二、修路\n{MORE}\n"
    new = TEXT.replace(part, "") + part
    made, marks = become(new, LONG[:20], MORE[:20], "看渠的人要选好", "渠修好了")
    assert [each.state for each in marks] == ["anchored", "moved", "anchored", "anchored"]
    assert (made.kept, made.moved) == (3, 1)


def test_what_is_gone_is_an_orphan_with_its_former_section_and_comes_back() -> None:
    gone = "看渠的人要选好，工钱要发足，账目要公开。"
    made, (one,) = become(TEXT.replace(gone, "管护另行部署。"), gone)
    assert (made.lost, one.span, one.state, one.former, one.quote) == (1, None, "orphan", "三、管护", gone)
    without = build(TEXT.replace(gone, "管护另行部署。"))
    back = replaced(without, TEXT, "again", [one], ())
    (again,) = back.change.annotations.values()
    assert again
    assert again.span == Span(TEXT.index(gone), TEXT.index(gone) + len(gone))
    assert (again.state, again.former, back.kept) == ("anchored", "", 1)


def test_a_reader_goes_on_where_the_same_words_stand() -> None:
    document = build(TEXT)
    new = "（征求意见稿）\n" + TEXT
    at = TEXT.index("二、修路")
    assert replaced(document, new, "new", (), (), at).position == new.index("二、修路")
    assert replaced(document, "别的。", "new", (), (), at).position == 0
    assert replaced(document, new, "new", (), ()).position == 0


def test_corrections_come_along() -> None:
    document = build(TEXT)
    start = TEXT.index("三、管护")
    right = Correction("c", document.digest, Span(start, start + 4), 2, "三、管护", TEXT[start - 32 : start], "\n看渠")
    new = TEXT.replace("一、修渠\n", "一、先修渠，后修路\n新加的一段话放在这里。\n")
    (moved,) = replaced(document, new, "new", (), [right]).corrections.values()
    assert moved == replace(right, document="new", span=Span(new.index("三、管护"), new.index("三、管护") + 4))
    lost = replaced(document, "另一篇讲话，与前面毫无关系。", "other", (), [right]).corrections["c"]
    assert (lost.span, lost.quote) == (None, "三、管护")
    back = replaced(build("另一篇讲话，与前面毫无关系。"), TEXT, "back", (), [lost]).corrections["c"]
    assert back.span == right.span


@pytest.mark.parametrize(
    ("starts", "kept"),
    [([], []), ([1, 2, 3], [1, 2, 3]), ([5, 1, 2, 3], [1, 2, 3]), ([1, 9, 2, 3], [1, 2, 3]), ([3, 3], [3])],
)
def test_in_order_is_as_much_as_can_be(starts: list[int], kept: list[int]) -> None:
    places = [Span(start, start + 1) for start in starts]
    assert sorted(each.start for each in in_order([None, *places])) == kept


def test_a_reader_takes_a_mark_as_it_is_or_puts_it_in_its_place() -> None:
    _, (one,) = marked(TEXT, "看渠的人要选好")
    orphan = replace(one, span=None, state="orphan", former="三、管护")
    assert accepted({"a": replace(one, state="changed"), "o": orphan}).annotations == {"a": one}
    assert placed(orphan, Span(3, 9)) == replace(one, span=Span(3, 9))


def test_the_library_knows_a_speech_by_its_place_and_by_its_likeness(tmp_path: Path) -> None:
    old, new = build(TEXT, tmp_path / "a.txt"), build(TEXT.replace("管护", "看护"), tmp_path / "b.txt")
    with Library(tmp_path / "library.sqlite") as library:
        library.add(old)
        assert library.version_at(tmp_path / "a.txt", new.digest) is None
        assert library.versions_like(new.text, new.digest) == []
        library.apply(Change({"m": mark(old, Span(0, 5), id="m", now="t")}))
        assert library.version_at(tmp_path / "a.txt", new.digest) == old.digest
        assert library.version_at(tmp_path / "a.txt", old.digest) is None
        assert [row.digest for row in library.versions_like(new.text, new.digest)] == [old.digest]
        assert library.versions_like("另一篇讲话，与前面毫无关系。", "x") == []
        library.add(new, former=old.digest)


def test_likeness_tells_versions_from_other_speeches(seed_path: Path, sample_path: Path) -> None:
    seed, sample = seed_path.read_text(encoding="utf-8"), sample_path.read_text(encoding="utf-8")
    assert likeness(sketch(seed), sketch(seed)) == 1
    assert likeness(sketch(seed), sketch(seed.replace("发展", "建设"))) > 2 * ALIKE
    assert likeness(sketch(seed), sketch(sample)) < ALIKE / 3
    assert likeness(sketch(""), sketch("")) == 0
