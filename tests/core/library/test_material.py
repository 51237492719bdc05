"""The marks of all speeches, narrowed and ordered: what looking at each of them would find."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from core.library import Library
from core.library.material import ORDERS, Piece, Wanted
from core.model import Annotation, Change, Document, Span

SPEECHES = (
    Document("d1", "在水利工作会议上的讲话", "张三", "2024-03-01", "", "修渠引水，造福一方。" * 60, ()),
    Document("d2", "春季造林动员讲话", "李四", "2025-02-12", "", "植树造林，绿水青山。" * 60, ()),
    Document("d3", "A toast", "", "", "", "Water and trees. " * 60, ()),
)
WORDS = ("修渠", "引水", "造林", "绿水", "Water", "trees")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("material") / "library.sqlite") as library:
        for document in SPEECHES:
            library.add(document)
        dice, tags = random.Random(7), list(library.tags())
        marks = [_mark(dice, number, tags) for number in range(300)]
        library.apply(Change({mark.id: mark for mark in marks}))
        yield library


def _mark(dice: random.Random, number: int, tags: list[str]) -> Annotation:
    document, start = dice.choice(SPEECHES), dice.randrange(400)
    span = None if number % 29 == 0 else Span(start, start + dice.randint(1, 40))
    return Annotation(
        id=f"m{number}",
        document=document.digest,
        span=span,
        quote=dice.choice(WORDS),
        note=dice.choice(("", "", "可用\n两次", "Check it")),
        tags=tuple(dice.sample(tags, dice.choice((0, 1, 1, 2)))),
        created=f"2026-01-{dice.randint(1, 28):02}T08:00:00Z",
        stars=dice.randint(0, 5),
        state="anchored" if span else "orphan",
        used="汇报稿\n讲话稿" if number % 11 == 0 else "",
    )


def found(library: Library, wanted: Wanted) -> list[Piece]:
    numbers = library.material.numbers(wanted, library.tags())
    pieces = library.material.pieces(numbers)
    assert library.material.ids(numbers) == [pieces[number].mark.id for number in numbers]
    return [pieces[number] for number in numbers]


NARROWED: dict[str, tuple[Wanted, Callable[[Piece], bool]]] = {
    "everything": (Wanted(), lambda piece: True),
    "a word of the quote": (Wanted("修渠"), lambda piece: piece.mark.quote == "修渠"),
    "a word of the note, in any case": (Wanted("CHECK"), lambda piece: piece.mark.note == "Check it"),
    "a word of the title": (Wanted("动员"), lambda piece: "动员" in piece.title),
    "two words, each somewhere": (
        Wanted("水利 可用"),
        lambda piece: "水利" in piece.title and piece.mark.note.startswith("可用"),
    ),
    "a percent sign that nothing has": (Wanted("%"), lambda piece: False),
    "a speech": (Wanted(speech="d2"), lambda piece: piece.mark.document == "d2"),
    "a speaker": (Wanted(speaker="张三"), lambda piece: piece.speaker == "张三"),
    "a year": (Wanted(year="2025"), lambda piece: piece.date.startswith("2025")),
    "stars": (Wanted(stars=4), lambda piece: piece.mark.stars >= 4),
    "used": (Wanted(used=True), lambda piece: bool(piece.mark.used)),
    "not used yet": (Wanted(used=False), lambda piece: not piece.mark.used),
    "untagged": (Wanted(untagged=True), lambda piece: not piece.mark.tags),
    "all at once": (
        Wanted("水", speaker="李四", year="2025", stars=1, used=False),
        lambda piece: (
            piece.speaker == "李四" and "水" in piece.mark.quote and piece.mark.stars > 0 and not piece.mark.used
        ),
    ),
}


@pytest.mark.parametrize("name", NARROWED)
def test_what_is_wanted_is_what_looking_at_each_mark_finds(library: Library, name: str) -> None:
    wanted, fits = NARROWED[name]
    assert {piece.mark.id for piece in found(library, wanted)} == {
        piece.mark.id for piece in found(library, Wanted()) if fits(piece)
    }


def test_one_of_some_tags_is_asked_for(library: Library) -> None:
    first, second, *_ = library.tags()
    several = found(library, Wanted(tags=frozenset({first, second})))
    assert several
    assert {piece.mark.id for piece in several} == {
        piece.mark.id for piece in found(library, Wanted()) if {first, second} & set(piece.mark.tags)
    }


def test_a_piece_is_the_mark_as_the_library_has_it(library: Library) -> None:
    for piece in found(library, Wanted())[:40]:
        assert piece.mark == library.annotations(piece.mark.document)[piece.mark.id]
        assert piece.title == next(each.title for each in SPEECHES if each.digest == piece.mark.document)


KEYS: dict[str, Callable[[Piece, list[str]], Any]] = {
    "date": lambda piece, _: [-ord(sign) for sign in piece.date.ljust(10)],
    "speech": lambda piece, _: piece.title,
    "tag": lambda piece, tags: min((tags.index(tag) for tag in piece.mark.tags), default=99),
    "made": lambda piece, _: -int(piece.mark.created[8:10]),
    "stars": lambda piece, _: -piece.mark.stars,
}


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_sorts_by_what_it_names(library: Library, order: str) -> None:
    tags, pieces = list(library.tags()), found(library, Wanted(order=order))
    keys = [KEYS[order](piece, tags) for piece in pieces]
    assert keys == sorted(keys)
    assert len(pieces) == 300
    if order in ("date", "speech"):
        places = [(p.mark.document, p.mark.span is None, p.mark.span.start if p.mark.span else 0) for p in pieces]
        for digest in ("d1", "d2", "d3"):
            of_one = [place for place in places if place[0] == digest]
            assert of_one == sorted(of_one), "within a speech as in the text, what is lost last"


GROUPED: dict[str, Callable[[Piece, list[str]], str]] = {
    "speech": lambda piece, _: piece.mark.document,
    "tag": lambda piece, tags: min(piece.mark.tags, key=tags.index, default=""),
    "date": lambda piece, _: piece.date[:4],
    "made": lambda piece, _: "",
}


@pytest.mark.parametrize("order", GROUPED)
@pytest.mark.parametrize("wanted", [Wanted(), Wanted("水"), Wanted(stars=3, used=False)])
def test_groups_follow_one_another_as_their_marks_do(library: Library, order: str, wanted: Wanted) -> None:
    tags, wanted = list(library.tags()), wanted._replace(order=order)
    keys = (GROUPED[order](piece, tags) for piece in found(library, wanted))
    runs = [(key, len(list(run))) for key, run in groupby(keys)]
    assert library.material.groups(wanted, tags) == ([] if order == "made" else runs)


def test_the_facts_of_speeches_are_told(library: Library) -> None:
    assert library.material.facts(["d3", "d1", "none"]) == {
        each.digest: (each.title, each.speaker, each.date) for each in SPEECHES if each.digest != "d2"
    }


def test_tags_are_counted_over_what_is_wanted(library: Library) -> None:
    counts = library.material.count_tags(Wanted(speech="d1", untagged=True))
    pieces = found(library, Wanted(speech="d1"))
    assert counts.pop("") == sum(not piece.mark.tags for piece in pieces)
    assert counts == {tag: n for tag in library.tags() if (n := sum(tag in piece.mark.tags for piece in pieces))}


def test_the_choices_are_those_there_are_with_their_counts(library: Library) -> None:
    material = library.material
    total = material.count()
    assert total == 300
    assert [choice.value for choice in material.speeches()] == ["d2", "d1", "d3"]
    assert sum(choice.marks for choice in material.speeches()) == total
    assert {choice.name for choice in material.speakers()} == {"张三", "李四"}
    assert [choice.value for choice in material.years()] == ["2025", "2024"]


def test_the_papers_are_named_once_each(library: Library) -> None:
    assert library.material.papers() == ["汇报稿", "讲话稿"]


def test_marks_that_are_gone_are_left_out(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        library.add(SPEECHES[0])
        library.apply(Change({"a": Annotation("a", "d1", Span(0, 2), "修渠")}))
        numbers = library.material.numbers(Wanted(), ())
        library.apply(Change({"a": None}))
        assert library.material.pieces(numbers) == {}
        assert library.material.ids(numbers) == []
        assert list(library.material.numbers(Wanted(), ())) == []


def test_marks_of_speeches_that_were_taken_out_are_left_out(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        for document in SPEECHES[:2]:
            library.add(document)
        marks = {name: Annotation(name, digest, Span(0, 2), "ab") for name, digest in (("a", "d1"), ("b", "d2"))}
        library.apply(Change(marks))
        kept = library.material.numbers(Wanted(), ())
        facts = library.facts(["d1"])["d1"]
        library.apply(Change(facts={"d1": facts._replace(out=True)}))
        material = library.material
        assert [piece.mark.id for piece in material.pieces(kept).values()] == ["b"]
        assert len(material.numbers(Wanted(), ())) == material.count() == 1
        assert [choice.value for choice in material.speeches()] == ["d2"]
        assert material.groups(Wanted(order="speech"), ()) == [("d2", 1)]
