"""Tags as a tree: order, paths, and what a reader does to them, each as one change of all speeches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from core.colour import INK, LIGHT_INK, READABLE, contrast
from core.library import Library
from core.model import Annotation, Change, Document, Span, Tag
from core.problem import Problem
from core.tag_edits import delete, explain, give_key, merge, move, recolour, rename, shift
from core.tag_tree import above, find, make, names_in, path, paths, rows, spelt, within
from core.tags import dark_colour, default_tags, light_colour


def tag(id: str, parent: str | None = None, **fields: object) -> Tag:
    return Tag(id, id, "#bee4ff", parent=parent, **fields)  # type: ignore[arg-type]


TAGS = {
    each.id: each
    for each in (tag("水", key="a"), tag("渠", "水"), tag("闸", "渠"), tag("坝", "水"), tag("路", key="b"))
}
SHAPE = "水 -渠 --闸 -坝 路"


def shape(tags: dict[str, Tag]) -> str:
    return " ".join("-" * depth + tag.name for tag, depth in rows(tags))


def after(change: Change, tags: dict[str, Tag] = TAGS) -> dict[str, Tag]:
    made = {**tags, **change.tags}
    return {id: tag for id, tag in made.items() if tag is not None}


def test_a_tree_is_read_from_the_top_each_tag_before_those_under_it() -> None:
    assert shape(TAGS) == SHAPE
    assert within(TAGS, "水") == {"水", "渠", "闸", "坝"}
    assert [each.id for each in above(TAGS, "闸")] == ["水", "渠"]
    assert path(TAGS, "闸") == "水/渠/闸"
    assert list(paths(TAGS)) == ["水", "水/渠", "水/渠/闸", "水/坝", "路"]


def test_a_ring_or_a_parent_that_is_gone_hides_no_tag() -> None:
    ring = {"a": tag("a", "b"), "b": tag("b", "a"), "c": tag("c", "a"), "d": tag("d", "none"), "e": tag("e", "e")}
    assert {each.tag.id for each in rows(ring)} == set(ring)
    assert [each.id for each in above(ring, "c")]
    assert path(ring, "e") == "e"


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("闸", "闸"),
        ("水/渠/闸", "闸"),
        ("水／渠", "渠"),
        ("渠/闸", "闸"),
        (" 水 / 坝 ", "坝"),
        ("水/路", None),
        ("桥", None),
        ("/", None),
        ("", None),
    ],
)
def test_a_tag_is_found_by_its_name_or_the_names_above_it(words: str, id: str | None) -> None:
    found = find(words, TAGS)
    assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("words", "expected", "made"),
    [
        ("路", "路", {}),
        ("桥", "0", {"0": ("桥", None)}),
        ("水/泵", "0", {"0": ("泵", "水")}),
        ("桥/墩/桩", "2", {"0": ("桥", None), "1": ("墩", "0"), "2": ("桩", "1")}),
        ("渠/闸/门", "0", {"0": ("门", "闸")}),
        (" / ", "", {}),
    ],
)
def test_what_is_not_there_is_made(words: str, expected: str, made: dict[str, tuple[str, str | None]]) -> None:
    numbers = count()
    id, new = make(words, TAGS, lambda: str(next(numbers)))
    assert id == expected
    assert {key: (each.name, each.parent) for key, each in new.items()} == made
    assert len({each.colour for each in new.values()}) == len(new)


@pytest.mark.parametrize(
    ("id", "way", "result"),
    [
        ("坝", "up", "水 -坝 -渠 --闸 路"),
        ("渠", "down", "水 -坝 -渠 --闸 路"),
        ("水", "down", "路 水 -渠 --闸 -坝"),
        ("水", "up", SHAPE),
        ("路", "into", "水 -渠 --闸 -坝 -路"),
        ("坝", "into", "水 -渠 --闸 --坝 路"),
        ("水", "into", SHAPE),
        ("渠", "out", "水 -坝 渠 -闸 路"),
        ("水", "out", SHAPE),
    ],
)
def test_a_tag_moves_one_step(id: str, way: str, result: str) -> None:
    assert shape(after(shift(TAGS, id, way))) == result


@pytest.mark.parametrize(
    ("id", "parent", "row", "result"),
    [
        ("闸", None, 0, "闸 水 -渠 -坝 路"),
        ("路", "渠", 0, "水 -渠 --路 --闸 -坝"),
        ("坝", "水", 0, "水 -坝 -渠 --闸 路"),
        ("坝", "水", 99, SHAPE),
    ],
)
def test_a_tag_moves_anywhere(id: str, parent: str | None, row: int, result: str) -> None:
    assert shape(after(move(TAGS, id, parent, row))) == result


def test_what_cannot_be_is_refused_with_a_sentence() -> None:
    twin = {**TAGS, "x": Tag("x", "路", "#bee4ff", parent="水")}
    for deed, key in (
        (lambda: move(TAGS, "水", "闸", 0), "tag.ring"),
        (lambda: move(TAGS, "水", "水", 0), "tag.ring"),
        (lambda: move(twin, "x", None, 0), "tag.taken"),
        (lambda: rename(TAGS, "渠", "坝"), "tag.taken"),
        (lambda: rename(TAGS, "渠", "  "), "tag.nameless"),
    ):
        with pytest.raises(Problem) as problem:
            deed()
        assert problem.value.key == key


def test_fields_change_and_nothing_else() -> None:
    assert after(rename(TAGS, "渠", " 水 渠 "))["渠"] == replace(TAGS["渠"], name="水 渠")
    assert after(explain(TAGS, "渠", "灌溉用"))["渠"].hint == "灌溉用"
    assert rename(TAGS, "渠", "渠") == explain(TAGS, "渠", "") == Change()
    keys = after(give_key(TAGS, "渠", "a"))
    assert {id: each.key for id, each in keys.items() if each.key} == {"渠": "a", "路": "b"}
    assert after(give_key(TAGS, "水", ""))["水"].key == ""


@pytest.mark.parametrize("colour", ["#123456", "#ff0000", "#000000", "#ffffff", "#FFFDF8", "#00ff00", "#7a7a7a"])
def test_a_colour_of_ones_own_can_be_read_on_in_both_themes(colour: str) -> None:
    light = after(recolour(TAGS, "渠", colour))["渠"].colour
    for shown in (light, light_colour(colour)):
        assert contrast(shown, LIGHT_INK) >= READABLE
        assert contrast(shown, "#fffdf8") >= 1.25
    for own in (light, colour):
        assert contrast(dark_colour(own), INK) >= READABLE
    assert light_colour(light) == light


def test_a_default_colour_stays_as_it_is() -> None:
    for each in default_tags():
        assert after(recolour(TAGS, "渠", each.colour.upper()))["渠"].colour == light_colour(each.colour) == each.colour


# Across all speeches, in the library


def mark(id: str, document: str, *tags: str) -> Annotation:
    return Annotation(id, document, Span(0, 1), "修", tags=tags, created="then", modified="then")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.sqlite", clock=lambda: "now")
    for digest in ("one", "two"):
        made.add(Document(digest, "", "", "", "", "修渠", ()))
    made.apply(Change({}, dict.fromkeys(made.tags())))
    made.apply(Change({}, dict(TAGS)))
    made.apply(
        Change(
            {each.id: each for each in (mark("a", "one", "渠", "路"), mark("b", "two", "渠"), mark("c", "two", "坝"))}
        )
    )
    yield made
    made.close()


def tags_of(library: Library) -> dict[str, tuple[str, ...]]:
    return {id: each.tags for digest in ("one", "two") for id, each in library.annotations(digest).items()}


def test_bearers_and_counts_are_those_of_all_speeches(library: Library) -> None:
    assert set(library.bearers(["渠"])) == {"a", "b"}
    assert set(library.bearers(["渠", "坝"])) == {"a", "b", "c"}
    assert library.tag_counts() == {"渠": 2, "坝": 1, "路": 1}


@pytest.mark.parametrize(
    ("verb", "marks", "result"),
    [
        ("delete", {"a": ("路",), "b": (), "c": ("坝",)}, "水 -闸 -坝 路"),
        ("merge", {"a": ("路",), "b": ("路",), "c": ("坝",)}, "水 -坝 路 -闸"),
    ],
)
def test_a_tag_goes_in_one_step_that_can_be_undone(
    library: Library, verb: str, marks: dict[str, tuple[str, ...]], result: str
) -> None:
    before, were = shape(library.tags()), tags_of(library)
    bearers = library.bearers(["渠"])
    gone = delete(library.tags(), bearers, "渠", "now")
    change = gone if verb == "delete" else merge(library.tags(), bearers, "渠", "路", "now")
    inverse = library.apply(change)
    assert tags_of(library) == marks
    assert shape(library.tags()) == result
    library.apply(inverse)
    assert (shape(library.tags()), tags_of(library)) == (before, were)


def test_a_tag_can_be_merged_into_one_that_stands_under_it_and_hands_its_key_on(library: Library) -> None:
    library.apply(merge(library.tags(), library.bearers(["水"]), "水", "闸", "now"))
    assert shape(library.tags()) == "渠 -闸 坝 路"
    assert library.tags()["闸"].key == "a"


def test_the_order_of_tags_outlives_a_restart(library: Library) -> None:
    library.apply(move(library.tags(), "坝", "水", 0))
    library.apply(shift(library.tags(), "路", "up"))
    library.apply(Change({}, {"新": tag("新")}))
    library.close()
    with Library(library.path) as again:
        assert shape(again.tags()) == "路 水 -坝 -渠 --闸 新"


def test_ten_times_the_marks_are_merged_in_about_ten_times_the_time(library: Library) -> None:
    def seconds(count: int, source: str) -> float:
        library.apply(Change({f"m{count}-{n}": mark(f"m{count}-{n}", "one", source) for n in range(count)}))
        start = time.process_time()
        change = merge(library.tags(), library.bearers([source]), source, "路", "now")
        library.apply(change, "合并标签")
        return time.process_time() - start

    few = seconds(1_000, "渠")
    many = seconds(10_000, "坝")
    assert many < 25 * few
    assert library.tag_counts()["路"] == 11_003
    assert [step.words for step in library.steps()] == ["合并标签"] * 2


@pytest.mark.parametrize(
    ("names", "spelt_as"),
    [
        (["水", "渠"], "水/渠"),
        (["水/利", "渠"], r"水\/利/渠"),
        (["水\\", "渠"], r"水\\/渠"),
        (["\\/"], r"\\\/"),
        (["／"], r"\／"),
    ],
)
def test_a_slash_within_a_name_is_told_from_one_between_names(names: list[str], spelt_as: str) -> None:
    assert spelt(names) == spelt_as
    assert names_in(spelt_as) == names


@pytest.mark.parametrize(
    ("words", "names"), [(r"C:\x", [r"C:\x"]), ("a//b/", ["a", "b"]), (" a  b ／c", ["a b", "c"]), ("", []), ("/", [])]
)
def test_a_path_that_others_wrote_is_taken_as_it_stands(words: str, names: list[str]) -> None:
    assert names_in(words) == names
