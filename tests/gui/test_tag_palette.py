"""The palette: buttons for the tags with keys, a tree with counts for all others; keys that are letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from core.clock import new_id
from core.model import Change, Tag
from core.tag_edits import give_key
from core.tag_tree import make
from gui.panels.tags import TagButton
from gui.tag_others import FoldButton, PaletteTree
from gui.tag_rows import TagRole
from tests.gui.desk import Desk
from tests.gui.names import nameless

WORDS, ELSE = "把门前的河治好", "谁来守"


def add(desk: Desk, *paths: str) -> None:
    made: dict[str, Tag] = {}
    for path in paths:
        made |= make(path, {**desk.session.tags, **made}, new_id)[1]
    assert desk.session.do(Change(tags=made), "tags")


@pytest.fixture
def tree(desk: Desk) -> PaletteTree:
    add(desk, "水利/支渠", "水利/水闸", "金句/开头", "乡村")
    return desk.find(PaletteTree, "tagTree")


def rows(tree: PaletteTree) -> list[tuple[str, int]]:
    found, item = [], tree.topLevelItem(0)
    while item is not None:
        if not item.isHidden():
            found.append((item.text(0), item.data(0, TagRole.COUNT)))
        item = tree.itemBelow(item)
    return found


def names(tree: PaletteTree) -> list[str]:
    return [name for name, _ in rows(tree)]


def test_without_other_tags_there_is_no_tree(desk: Desk) -> None:
    assert not desk.find(PaletteTree, "tagTree").isVisible()
    assert not desk.find(FoldButton, "tagFold").isVisible()
    assert len(desk.window.findChildren(TagButton)) == 9


def test_tags_without_a_key_stand_in_a_tree_below_those_they_belong_to(desk: Desk, tree: PaletteTree) -> None:
    assert names(tree) == ["金句", "开头", "水利", "支渠", "水闸", "乡村"]
    assert tree.isVisible()
    assert desk.find(FoldButton, "tagFold").text() == "5 more"
    assert nameless(desk.window.palette_panel) == []


def test_a_click_or_enter_in_the_tree_tags_the_selection(desk: Desk, tree: PaletteTree) -> None:
    for words, way in ((WORDS, "click"), (ELSE, "key")):
        desk.select(words)
        item = next(item for item in tree._items.values() if item.text(0) == "支渠")
        if way == "click":
            at = tree.visualItemRect(item).center()
            desk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
        else:
            tree.setCurrentItem(item)
            desk.press(Qt.Key.Key_Return, on=tree)
    assert {tuple(desk.tags_of(mark)) for mark in desk.marks} == {("支渠",)}
    assert ("支渠", 2) in rows(tree)
    assert item.data(0, TagRole.ON)
    desk.action("edit.undo").trigger()
    assert ("支渠", 1) in rows(tree)


def test_it_is_shut_and_opened(desk: Desk, tree: PaletteTree) -> None:
    fold = desk.find(FoldButton, "tagFold")
    for shown in (False, True):
        desk.qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
        assert tree.isVisible() == shown


def test_two_hundred_tags_are_filtered_and_scrolled(desk: Desk) -> None:
    add(desk, *(f"专题{n // 20}/要点{n}" for n in range(200)))
    tree, field = desk.find(PaletteTree, "tagTree"), desk.find(QLineEdit, "tagFilter")
    assert len(names(tree)) == 210
    assert tree.height() <= 9 * tree.pitch
    desk.type("要点17", on=field)
    assert names(tree) == [
        "专题0",
        "要点17",
        *(f"专题{n}" for n in ()),
        "专题8",
        *(f"要点{n}" for n in range(170, 180)),
    ]
    desk.select(WORDS)
    desk.press(Qt.Key.Key_Return, on=field)
    assert desk.tags_of(desk.mark) == ["要点17"]


@pytest.mark.parametrize("key", ["b", "g"])
def test_a_letter_tags_as_a_number_does(desk: Desk, tree: PaletteTree, key: str) -> None:
    tag = next(tag for tag in desk.session.tags.values() if tag.name == "支渠")
    desk.session.do(give_key(desk.session.tags, tag.id, key), "key")
    assert desk.find(QAbstractButton, f"tag.{key}").text() == "支渠"
    assert "支渠" not in names(tree)
    desk.select(WORDS)
    desk.press(key, on=desk.pane)
    assert desk.tags_of(desk.mark) == ["支渠"]
    assert desk.action(f"annotate.tag.{key}").isEnabled()
    desk.action("edit.undo").trigger()
    desk.action("edit.undo").trigger()
    assert not desk.action(f"annotate.tag.{key}").isEnabled()


def test_only_keys_that_mean_nothing_else_are_free(desk: Desk) -> None:
    free = desk.window.tag_keys.free()
    assert {"1", "9", "b", "g"} <= set(free)
    assert not {"0", "t", "p", "s", "e", "j", "k", "n", "h"} & set(free)
    assert len(free) == len(set(free))


def test_a_key_that_went_to_another_tag_tags_with_that(desk: Desk, tree: PaletteTree) -> None:
    tag = next(tag for tag in desk.session.tags.values() if tag.name == "水利")
    desk.session.do(give_key(desk.session.tags, tag.id, "1"), "key")
    desk.select(WORDS)
    desk.press("1", on=desk.pane)
    assert desk.tags_of(desk.mark) == ["水利"]
    assert "金句" in names(tree)
