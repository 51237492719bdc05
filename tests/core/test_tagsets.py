"""A set of tags goes from one library to another, and a bad file is said in one sentence."""

from __future__ import annotations

import json
from itertools import count

import pytest

from core.model import Tag
from core.problem import Problem
from core.tag_tree import paths, rows
from core.tags import default_tags
from core.tagsets import read, taken_in, written

TAGS = {
    each.id: each
    for each in (
        Tag("1", "水利", "#bee4ff", "1", hint="渠、坝、闸"),
        Tag("2", "渠", "#91ce97", "q", "1"),
        Tag("3", "支渠", "#e88575", "", "2"),
        Tag("4", "渠", "#e1e6af"),
    )
}
ROW = {"name": "渠", "colour": "#bee4ff", "key": "", "hint": "", "parent": None}


def file(*tags: object, **whole: object) -> bytes:
    return json.dumps({"format": "piyue-tags", "version": 1, "tags": tags, **whole}).encode()


def told(tags: dict[str, Tag]) -> list[tuple[str, str, str, str]]:
    return [(path, tag.colour, tag.key, tag.hint) for path, tag in paths(tags).items()]


def imported(data: bytes, tags: dict[str, Tag]) -> dict[str, Tag]:
    numbers = count()
    change = taken_in(read(data), tags, lambda: f"new{next(numbers)}")
    return {**tags, **{id: tag for id, tag in change.tags.items() if tag}}


def test_a_set_comes_out_as_it_went_in() -> None:
    data = written(TAGS).encode()
    assert told(imported(data, {})) == told(TAGS)
    assert not taken_in(read(data), TAGS, str)


def test_tags_of_the_same_path_are_made_alike_and_others_added() -> None:
    mine = {"a": Tag("a", "水利", "#ffcf57", "7"), "b": Tag("b", "坝", "#c4c9d1", "q")}
    after = imported(written(TAGS).encode(), mine)
    assert after["a"] == Tag("a", "水利", "#bee4ff", "1", hint="渠、坝、闸")
    assert after["b"].key == ""
    assert [row.tag.name for row in rows(after)] == ["水利", "渠", "支渠", "坝", "渠"]


def test_whatever_stands_under_something_may_come_first() -> None:
    under = {**ROW, "name": "闸", "parent": "渠"}
    assert list(paths(imported(file(under, ROW), {}))) == ["渠", "渠/闸"]


def test_what_is_left_out_is_filled_in() -> None:
    after = imported(
        b"\xef\xbb\xbf" + file({"name": " 渠  首 "}, {"name": "坝", "key": "1"}, {"name": "闸", "key": "1"}), {}
    )
    assert [(tag.name, tag.key) for tag in after.values()] == [("渠 首", ""), ("坝", "1"), ("闸", "")]
    assert {tag.colour for tag in after.values()} == {tag.colour for tag in default_tags()[:3]}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "foreign"),
        (b"\xff\xfe\x00", "foreign"),
        (b"[]", "foreign"),
        (b"[" * 100_000, "foreign"),
        (file(format="other"), "foreign"),
        (file(tags={}), "foreign"),
        (file(version=2), "newer"),
        (file("渠"), "row"),
        (file({**ROW, "name": ""}), "row"),
        (file({**ROW, "name": 3}), "row"),
        (file({**ROW, "key": "ab"}), "row"),
        (file({**ROW, "name": "\ud800"}), "row"),
        (file({**ROW, "colour": "red"}), "colour"),
        (file({**ROW, "parent": "坝"}), "parent"),
        (file({**ROW, "parent": "渠"}), "parent"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence(data: bytes, key: str) -> None:
    with pytest.raises(Problem) as problem:
        read(data)
    assert problem.value.key == f"tagset.{key}"
    for language in ("zh", "en"):
        assert problem.value.say(language)
