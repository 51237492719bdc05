"""The library keeps what it is given, in order, and every change can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from core.library import Library
from core.model import Annotation, Change, Correction, Document, Span, Step, Tag
from core.problem import Problem

TEXT = "同志们：今年的任务很重，办法也要跟上。一是把渠修好；二是把路修通。" * 20


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    times = (f"2026-01-05T08:00:{second % 60:02}Z" for second in count())
    with Library(tmp_path / "new" / "library.sqlite", clock=lambda: next(times)) as library:
        library.add(speech())
        yield library


def speech(digest: str = "d", **facts: object) -> Document:
    return replace(Document(digest, "修渠的讲话", "", "2026-01-05", "", TEXT, ()), **facts)


def mark(id: str, start: int = 4, stop: int = 12, **facts: object) -> Annotation:
    time = "2026-01-05T08:00:00Z"
    made = Annotation(id, "d", Span(start, stop), TEXT[start:stop], created=time, modified=time)
    return replace(made, **facts)


def correction(id: str, start: int = 4, level: int = 1, **facts: object) -> Correction:
    span = Span(start, start + 7)
    made = Correction(id, "d", span, level, TEXT[start : start + 7], created="2026-01-05T08:00:00Z")
    return replace(made, **facts)


def tag_ids(library: Library) -> list[str]:
    return list(library.tags())


def test_a_new_library_has_its_folder_and_the_default_tags(library: Library) -> None:
    tags = library.tags().values()
    assert library.path.is_file()
    assert " ".join(tag.name for tag in tags) == "金句 数据 提法 案例 问题 举措 目标 过渡 待查"
    assert [tag.key for tag in tags] == list("123456789")


def test_annotations_come_back_as_they_were_in_document_order(library: Library) -> None:
    first, second, *_ = tag_ids(library)
    marks = [
        mark("outer", 10, 30, tags=(second, first), note="渠\n路", creator="me", prefix="前", suffix="后"),
        mark("inner", 10, 14, tags=(first,)),
        mark("later", 20, 22),
        mark("lost", span=None, quote="没有了", state="orphan"),
    ]
    library.apply(Change({made.id: made for made in reversed(marks)}))
    assert list(library.annotations("d").values()) == marks


def test_what_was_applied_is_there_after_closing(library: Library) -> None:
    library.apply(Change({"a": mark("a", note="记下")}))
    library.close()
    with Library(library.path) as again:
        assert again.annotations("d") == {"a": mark("a", note="记下")}


def test_every_change_is_undone_and_redone_by_its_inverse(library: Library) -> None:
    first, second, *_ = tag_ids(library)
    library.apply(Change({"a": mark("a", tags=(first,)), "b": mark("b", 20, 25, tags=(second, first))}))
    library.apply(Change(tags={"child": Tag("child", "水利", "#aabbcc", parent=second)}))
    library.apply(Change(corrections={"h": correction("h")}))
    changes = {
        "a new mark": Change({"c": mark("c", 1, 2, tags=(second,))}),
        "another note": Change({"a": mark("a", tags=(first,), note="改")}),
        "other tags": Change({"b": mark("b", 20, 25, tags=(first, second))}),
        "marks gone": Change({"a": None, "b": None}),
        "a new tag": Change(tags={"t": Tag("t", "渠", "#112233", "q", hint="修渠")}),
        "a tag renamed": Change(tags={first: replace(library.tags()[first], name="好句")}),
        "a tag gone": Change(tags={second: None}),
        "many at once": Change({"a": None, "c": mark("c")}, {first: None, "t": Tag("t", "渠", "#112233")}),
        "a correction": Change(corrections={"k": correction("k")}),
        "corrections gone and made": Change(corrections={"h": None, "k": correction("k", 30)}),
        "nothing": Change(),
        "a mark that was not there gone": Change({"nobody": None}),
    }
    for what, change in changes.items():
        before = state(library)
        inverse = library.apply(change)
        after = state(library)
        redo = library.apply(inverse)
        assert state(library) == before, what
        library.apply(redo)
        assert state(library) == after, what
        library.apply(inverse)
        assert state(library) == before, what


def state(library: Library) -> tuple[object, ...]:
    corrections = library.corrections("d").items()
    return list(library.tags().items()), list(library.annotations("d").items()), list(corrections)


def test_corrections_are_kept_and_the_outline_is_put_right_by_them(library: Library) -> None:
    made = [correction("b", 4, 1, prefix="同志们：", suffix="，"), correction("z", level=0, span=None)]
    library.apply(Change(corrections={each.id: each for each in reversed(made)}))
    assert list(library.corrections("d").values()) == made
    document = library.document("d")
    assert document
    assert [each.title for each in document.walk() if each.is_heading] == ["今年的任务很重"]
    assert library.recall("d") is None
    library.apply(Change(corrections={"b": None, "z": None}))
    assert library.recall("d") is not None


def test_a_corrected_outline_is_never_remembered_for_the_uncorrected_speech(library: Library) -> None:
    library.apply(Change(corrections={"b": correction("b")}))
    corrected = library.document("d")
    assert corrected
    library.add(corrected)
    library.apply(Change(corrections={"b": None}))
    document = library.document("d")
    assert document
    assert not any(each.is_heading for each in document.walk())


def test_a_deleted_tag_leaves_its_marks_and_children(library: Library) -> None:
    first, second, *_ = tag_ids(library)
    library.apply(Change({"a": mark("a", tags=(first, second))}, {"c": Tag("c", "子", "#aabbcc", parent=first)}))
    inverse = library.apply(Change(tags={first: None}))
    assert library.annotations("d")["a"].tags == (second,)
    assert library.tags()["c"].parent is None
    assert first not in library.tags()
    assert set(inverse.annotations) == {"a"}
    assert set(inverse.tags) == {first, "c"}


def test_empty_times_are_filled_in_by_the_clock(library: Library) -> None:
    library.apply(Change({"a": mark("a", created="", modified="")}))
    made = library.annotations("d")["a"]
    assert made.created == made.modified
    assert made.created.startswith("2026-01-05T08:00:")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (Change({"a": mark("a"), "b": mark("b", document="nowhere")}), "library.unknown_document"),
        (Change({"a": mark("a"), "b": mark("b", tags=("nothing",))}), "library.unknown_tag"),
        (Change(corrections={"k": correction("k", document="nowhere")}), "library.unknown_document"),
        (Change({"a": mark("a")}, {"t": Tag("t", "渠", "#112233", parent="nothing")}), "library.unknown_tag"),
    ],
)
def test_a_change_that_names_something_unknown_changes_nothing(library: Library, change: Change, key: str) -> None:
    before = state(library)
    with pytest.raises(Problem) as problem:
        library.apply(change)
    assert problem.value.key == key
    assert state(library) == before
    library.apply(Change({"a": mark("a")}))
    assert "a" in library.annotations("d")


def test_a_mark_may_bear_a_tag_made_by_the_same_change(library: Library) -> None:
    tags = {"child": Tag("child", "渠", "#112233", parent="t"), "t": Tag("t", "水", "#332211")}
    library.apply(Change({"a": mark("a", tags=("child", "t"))}, tags))
    assert library.annotations("d")["a"].tags == ("child", "t")
    assert library.tags()["child"].parent == "t"


def test_the_history_of_an_annotation_is_kept_oldest_first(library: Library) -> None:
    states = [mark("a", note=note) for note in ("一", "二", "三")]
    for each in [*states, None]:
        library.apply(Change({"a": each}))
    assert [state.annotation for state in library.history("a")] == [*states, None]
    assert library.history("nobody") == []


def test_steps_are_undone_and_redone_by_number_also_by_another_window(library: Library) -> None:
    made = [mark("a", note="一"), mark("a", note="二")]
    numbers: list[int] = []
    for each, words in zip(made, ("标注", "笔记"), strict=True):
        library.apply(Change({"a": each}), words)
        numbers.append(library.written)
    assert library.steps() == [Step(numbers[0], "标注", False), Step(numbers[1], "笔记", False)]
    with Library(library.path) as other:
        assert other.turn(numbers[1], back=True) == Change({"a": made[0]})
        assert other.steps()[1] == Step(numbers[1], "笔记", True)
    assert library.annotations("d") == {"a": made[0]}
    assert library.turn(numbers[1], back=True) == Change()
    library.turn(numbers[0], back=True)
    assert library.annotations("d") == {}
    assert [step.words for step in library.steps()] == ["标注", "笔记"]
    for number in numbers:
        library.turn(number, back=False)
    assert library.annotations("d") == {"a": made[1]}


def test_a_new_step_takes_the_place_of_what_was_undone(library: Library) -> None:
    library.apply(Change({"a": mark("a")}), "一")
    library.turn(library.written, back=True)
    library.apply(Change({"b": mark("b")}), "二")
    assert [step.words for step in library.steps()] == ["二"]


def test_what_another_window_changed_since_is_left_alone_by_undo(library: Library) -> None:
    library.apply(Change({"a": mark("a"), "b": mark("b", 20, 30)}), "标注")
    number = library.written
    library.apply(Change({"a": mark("a", note="别人写的")}))
    library.turn(number, back=True)
    assert library.annotations("d") == {"a": mark("a", note="别人写的")}


def test_a_note_typed_in_one_go_is_one_step(library: Library) -> None:
    library.apply(Change({"a": mark("a")}), "标注")
    library.apply(Change({"a": mark("a", note="河")}), "笔记")
    number = library.written
    library.apply(Change({"a": mark("a", note="河清")}), "笔记", onto=number)
    assert library.written == number
    assert len(library.steps()) == 2
    library.apply(Change({"b": mark("b")}), "标注")
    library.apply(Change({"a": mark("a", note="河清了")}), "笔记", onto=number)
    assert library.written > number
    library.turn(library.written, back=True)
    library.turn(number, back=True)
    assert library.annotations("d")["a"].note == ""
    library.turn(number, back=False)
    assert library.annotations("d")["a"].note == "河清"


def test_a_tag_made_with_a_mark_is_undone_and_redone_with_it(library: Library) -> None:
    tag = Tag("t", "渠", "#112233")
    library.apply(Change({"a": mark("a", tags=("t",))}, {"t": tag}), "标注")
    library.turn(library.written, back=True)
    assert "t" not in library.tags()
    library.turn(library.written, back=False)
    assert library.annotations("d")["a"].tags == ("t",)
    assert library.tags()["t"] == tag


def test_deleted_marks_lie_in_a_bin_until_it_is_emptied(library: Library) -> None:
    for id in "abc":
        library.apply(Change({id: mark(id)}), "标注")
    library.apply(Change({"a": None, "b": None}), "删除")
    number = library.written
    assert [each.id for each in library.bin()] == ["a", "b"]
    library.turn(number, back=True)
    assert library.bin() == []
    library.turn(number, back=False)
    library.apply(Change({"b": mark("b", note="放回")}), "放回")
    assert library.bin() == [mark("a")]
    library.empty_bin()
    assert library.bin() == []
    library.turn(number, back=True)
    assert list(library.annotations("d")) == ["b", "c"]


def test_stars_colour_and_former_section_are_kept(library: Library) -> None:
    made = mark("a", span=None, state="orphan", stars=4, colour="#ffcc00", former="一、修渠 › （二）管护")
    library.apply(Change({"a": made}))
    assert library.annotations("d") == {"a": made}


def test_speeches_are_listed_with_their_marks_the_last_opened_first(library: Library) -> None:
    library.add(speech("e", title="修路的讲话", source=Path("e.txt")))
    library.apply(Change({"a": mark("a"), "b": mark("b", 1, 3), "c": mark("c", document="e")}))
    library.set_position("d", 77)
    rows = library.documents()
    assert [(row.digest, row.title, row.marks, row.chars) for row in rows] == [
        ("e", "修路的讲话", 1, len(TEXT)),
        ("d", "修渠的讲话", 2, len(TEXT)),
    ]
    assert [row.source for row in rows] == [Path("e.txt"), None]
    assert [row.position for row in rows] == [0, 77]
    library.add(speech())
    assert [row.digest for row in library.documents()] == ["d", "e"]


def test_adding_a_speech_again_keeps_its_marks_and_notes_where_it_lies(library: Library) -> None:
    library.apply(Change({"a": mark("a")}))
    added = library.documents()[0]
    library.add(speech(source=Path("elsewhere.txt")))
    library.add(speech())
    (row,) = library.documents()
    assert (row.source, row.marks, row.added) == (Path("elsewhere.txt"), 1, added.added)
    assert row.opened > added.opened


def test_the_reading_position_is_kept_for_each_speech(library: Library) -> None:
    library.set_position("d", 123)
    library.set_position("nowhere", 5)
    assert (library.position("d"), library.position("nowhere")) == (123, 0)


def test_rare_characters_emoji_and_nul_are_kept(library: Library) -> None:
    note = "赵𫖯 👩‍🌾 \0 e\u0301"
    library.apply(Change({"a": mark("a", note=note, quote="𠮷")}))
    made = library.annotations("d")["a"]
    assert (made.note, made.quote) == (note, "𠮷")


def test_half_a_character_costs_nobody_a_note(library: Library) -> None:
    library.apply(Change({"a": mark("a", note="核对\ud83d数字")}))
    assert library.annotations("d")["a"].note == "核对数字"
    with pytest.raises(Problem) as problem:
        library.apply(Change(tags={"t": Tag("t", "渠\udc00", "#112233")}))
    assert problem.value.key == "library.failed"
    assert "t" not in library.tags()


def test_two_windows_on_one_library_see_each_other(library: Library) -> None:
    with Library(library.path) as other:
        other.apply(Change({"a": mark("a")}))
        library.apply(Change({"b": mark("b", 20, 30)}))
        assert list(library.annotations("d")) == list(other.annotations("d")) == ["a", "b"]


@pytest.mark.parametrize("name", ["讲话 库.sqlite", "a?b#c%20&mode=ro.sqlite", "no ending"])
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with Library(tmp_path / name) as library:
            library.add(speech())
            assert not library.read_only
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_change_takes_no_more_work_among_many_marks_than_among_few(library: Library) -> None:
    first, second, *_ = tag_ids(library)

    def work(change: Change) -> int:
        """SQLite's steps for a change and for taking it back, in hundreds."""
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        library._connection.set_progress_handler(count, 100)
        library.apply(library.apply(change))
        library._connection.set_progress_handler(None, 100)
        return steps

    changes = [
        Change({"one": mark("one", tags=(first, second))}),
        Change({"m0": mark("m0", note="改", tags=(second,))}),
        Change({"m0": None}),
    ]
    library.apply(Change({"m0": mark("m0", tags=(first,))}))
    alone = [work(change) for change in changes]
    library.apply(Change({f"m{i}": mark(f"m{i}", i % 600, i % 600 + 9, tags=(first,)) for i in range(1, 4000)}))
    among_many = [work(change) for change in changes]
    assert all(alone)
    for few, many in zip(alone, among_many, strict=True):
        assert many <= 2 * few + 2
