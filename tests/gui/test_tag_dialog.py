"""Managing tags: everything in the dialog holds at once, in all speeches, and can be undone there."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from core.colour import READABLE, contrast
from core.marks import mark
from core.model import Change, Span, Tag
from core.tag_tree import rows
from core.tags import dark_colour, light_colour
from core.tagsets import written
from gui.tag_colours import HueStrip, Swatch
from gui.tag_dialog import TagDialog
from gui.tag_managed_tree import ManagedTree
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, OFFSCREEN, TAGS, Desk, speech_file
from tests.gui.names import nameless
from tests.gui.own_speech import SECOND, TEXT

pytestmark = OFFSCREEN
ALT = Qt.KeyboardModifier.AltModifier
WORDS, ELSE = "把门前的河治好", "谁来守"
DOWN, RIGHT, LEFT_KEY = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left


@pytest.fixture
def dialog(desk: Desk) -> TagDialog:
    return opened(desk)


def opened(desk: Desk) -> TagDialog:
    desk.press("t", on=desk.pane, held=CTRL | ALT)
    made = desk.window.findChild(TagDialog)
    assert isinstance(made, TagDialog)
    activate(made)
    return made


def activate(window: QWidget) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def leave(dialog: TagDialog, desk: Desk) -> None:
    dialog.accept()
    activate(desk.window)


def undo(dialog: TagDialog, desk: Desk) -> None:
    activate(dialog)  # the platform without a screen brings the window back to the front at times
    dialog.tree.setFocus()
    desk.qtbot.waitUntil(dialog.tree.hasFocus)
    desk.press("z", on=dialog.tree, held=CTRL)


def shape(desk: Desk) -> str:
    """The tree in the library."""
    with desk.library() as library:
        return " ".join("-" * row.depth + row.tag.name for row in rows(library.tags()))


def tag(desk: Desk, name: str) -> Tag:
    with desk.library() as library:
        return next(tag for tag in library.tags().values() if tag.name == name)


def choose(dialog: TagDialog, desk: Desk, name: str) -> None:
    dialog.tree.choose(next(tag.id for tag in desk.session.tags.values() if tag.name == name))


def press(dialog: QWidget, desk: Desk, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def retype(field: QLineEdit, desk: Desk, words: str) -> None:
    field.setFocus()
    field.selectAll()
    desk.type(words, on=field)
    desk.press(Qt.Key.Key_Return, on=field)


def tagged(desk: Desk) -> list[list[str]]:
    """The tags of all marks of all speeches, in the library."""
    with desk.library() as library:
        known = library.tags()
        marks = [mark for row in library.documents() for mark in library.annotations(row.digest).values()]
        return sorted([known[id_].name for id_ in mark.tags] for mark in marks)


def test_everything_has_a_name(dialog: TagDialog) -> None:
    assert nameless(dialog) == []
    assert dialog.tree.hasFocus()


def test_fields_change_the_tag_and_ctrl_z_takes_it_back(desk: Desk, dialog: TagDialog) -> None:
    before = tag(desk, "金句")
    retype(dialog.form.name, desk, "好句")
    retype(dialog.form.hint, desk, "可以引用")
    swatch = dialog.findChild(Swatch, "tagColour.6")
    assert isinstance(swatch, Swatch)
    desk.qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    after = tag(desk, "好句")
    assert (after.id, after.hint, after.colour) == (before.id, "可以引用", swatch.colour)
    dialog.tree.setFocus()
    for _ in range(3):
        desk.press("z", on=dialog.tree, held=CTRL)
    assert tag(desk, "金句") == before
    assert dialog.form.name.text() == "金句"


@pytest.mark.parametrize("code", ["#102030", "ff0000", "#FFFFFF", "00ff00"])
def test_a_colour_of_ones_own_is_made_readable(desk: Desk, dialog: TagDialog, code: str) -> None:
    retype(dialog.form.code, desk, code)
    colour = tag(desk, "金句").colour
    assert light_colour(colour) == colour == dialog.form.code.text()
    assert contrast(colour, "#23262b") >= READABLE
    assert contrast(dark_colour(colour), "#dcd8cf") >= READABLE


def test_the_strip_of_hues_is_one_step_however_far_one_goes(desk: Desk, dialog: TagDialog) -> None:
    strip = dialog.findChild(HueStrip)
    assert isinstance(strip, HueStrip)
    strip.setFocus()
    desk.press(RIGHT, RIGHT, RIGHT, on=strip)
    assert tag(desk, "金句").colour != "#ffcf57"
    desk.press("z", on=strip, held=CTRL)
    assert tag(desk, "金句").colour == "#ffcf57"
    assert not desk.session.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("name", "field", "words"), [("金句", "name", "数据"), ("金句", "name", " "), ("金句", "code", "red")]
)
def test_what_cannot_be_is_said(desk: Desk, dialog: TagDialog, name: str, field: str, words: str) -> None:
    retype(getattr(dialog.form, field), desk, words)
    assert dialog.form.problem.isVisible()
    assert dialog.form.problem.text()
    assert shape(desk) == " ".join(TAGS)


def test_a_key_moves_from_one_tag_to_another(desk: Desk, dialog: TagDialog) -> None:
    box = dialog.form.key
    for key in ("2", "b"):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
        assert tag(desk, "金句").key == key
    assert tag(desk, "数据").key == ""
    leave(dialog, desk)
    desk.select(WORDS)
    desk.press("b", on=desk.pane)
    assert desk.tags_of(desk.mark) == ["金句"]


def test_alt_and_arrows_move_a_tag(desk: Desk, dialog: TagDialog) -> None:
    seen = []
    for key in (DOWN, RIGHT, LEFT_KEY, Qt.Key.Key_Up):
        desk.press(key, on=dialog.tree, held=ALT)
        seen.append(shape(desk).partition(" 提法")[0])
    assert seen == ["数据 金句", "数据 -金句", "数据 金句", "金句 数据"]
    assert dialog.tree.current == tag(desk, "金句").id


@pytest.mark.parametrize(
    ("part", "result"), [(0.1, "数据 提法 金句 案例"), (0.5, "数据 提法 案例 -金句"), (0.9, "数据 提法 案例 金句")]
)
def test_a_tag_is_dragged_to_its_place(
    desk: Desk, dialog: TagDialog, monkeypatch: pytest.MonkeyPatch, part: float, result: str
) -> None:
    tree = dialog.tree
    item = next(item for item in tree._items.values() if item.text(0) == "案例")
    box = tree.visualItemRect(item)
    places = ManagedTree.DropIndicatorPosition
    where = places.AboveItem if part < 0.3 else places.OnItem if part < 0.7 else places.BelowItem
    monkeypatch.setattr(tree, "dropIndicatorPosition", lambda: where)
    at = QPointF(box.center().x(), box.top() + part * box.height())
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(at, move, QMimeData(), Qt.MouseButton.LeftButton, none))
    assert shape(desk).startswith(result)


def test_a_new_tag_is_named_at_once(desk: Desk, dialog: TagDialog) -> None:
    for name in ("水利", "乡村"):
        press(dialog, desk, "tagNew")
        assert dialog.form.name.hasFocus()
        assert dialog.form.name.selectedText().startswith("New tag")
        retype(dialog.form.name, desk, name)
    assert shape(desk).split()[-2:] == ["水利", "乡村"]


def test_the_filter_narrows_the_tree(desk: Desk, dialog: TagDialog) -> None:
    desk.type("目", on=dialog.filter)
    assert [name for id_, item in dialog.tree._items.items() if not item.isHidden() for name in [item.text(0)]] == [
        "目标"
    ]


@pytest.fixture
def two(opening: Opening, paths: Iterable[Path]) -> Desk:
    """A window on one speech; another one in the library, closed, is marked too."""
    desk = opening(*paths)
    desk.wait_until_read()
    for words, other in ((WORDS, False), ("把路修好", True)):
        desk.session.activate(list(desk.session.speeches)[int(other)])
        desk.select_here(words)
        desk.press("1", "2", on=desk.pane)
    desk.session.close(desk.session.current.digest if desk.session.current else "")
    assert len(desk.session.speeches) == 1
    assert SECOND not in [speech.text for speech in desk.session.speeches.values()]
    return desk


def test_counts_are_those_of_all_speeches(two: Desk) -> None:
    dialog = opened(two)
    assert dialog.form.use.text() == "2 marks in all speeches"


def test_a_tag_is_deleted_from_all_speeches_and_comes_back(two: Desk) -> None:
    dialog = opened(two)
    desk = two
    press(dialog, desk, "tagDelete")
    assert tagged(desk) == [["数据"], ["数据"]]
    assert "金句" not in shape(desk)
    undo(dialog, desk)
    assert tagged(desk) == [["金句", "数据"]] * 2
    assert shape(desk).split() == list(TAGS)
    assert [row.tag.name for row in rows(desk.session.tags)] == list(TAGS)
    desk.press(Qt.Key.Key_Delete, on=dialog.tree)
    assert tagged(desk) == [["数据"], ["数据"]]
    leave(dialog, desk)
    desk.select_here(ELSE)
    desk.press("3", on=desk.pane)  # what is left can be marked on
    assert ["提法"] in tagged(desk)


def test_a_tag_is_merged_into_another_in_all_speeches(two: Desk) -> None:
    desk = two
    dialog = opened(desk)
    press(dialog, desk, "tagMerge")
    box = dialog.findChild(QDialog, "tagMergeDialog")
    assert isinstance(box, QDialog)
    field = box.findChild(QLineEdit, "tagField")
    assert isinstance(field, QLineEdit)
    assert nameless(box) == []
    desk.type("案例", on=field)
    desk.press(Qt.Key.Key_Return, on=field)
    assert tagged(desk) == [["案例", "数据"]] * 2
    assert "金句" not in shape(desk)
    assert dialog.tree.current == tag(desk, "案例").id
    assert desk.session.undo_stack.undoText() == "Merge tags"
    undo(dialog, desk)
    assert tagged(desk) == [["金句", "数据"]] * 2


def test_ten_times_the_marks_are_merged_in_the_window_in_about_ten_times_the_time(
    opening: Opening, tmp_path: Path
) -> None:
    desk = opening(speech_file(tmp_path, text=TEXT * 300))
    desk.wait_until_read()
    assert desk.session.current is not None
    document, target = desk.session.current.document, tag(desk, "数据").id
    dialog = opened(desk)

    def seconds(count: int, source: str) -> float:
        spans = (Span(14 * n, 14 * n + 20) for n in range(count))
        marks = [mark(document, span, [source], id=f"{source}{n}", now="now") for n, span in enumerate(spans)]
        assert desk.session.do(Change({each.id: each for each in marks}), "many")
        QApplication.processEvents()
        start = time.process_time()
        assert dialog.managing.merge(source, target)
        QApplication.processEvents()
        return time.process_time() - start

    few = seconds(1_000, tag(desk, "提法").id)
    many = seconds(10_000, tag(desk, "金句").id)
    assert many < 25 * few
    assert {each.tags for each in desk.session.current.marks.values()} == {(target,)}
    assert desk.session.undo_stack.undoText() == "Merge tags"


@pytest.mark.parametrize("bad", [False, True])
def test_a_set_of_tags_goes_out_and_comes_in(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: bool
) -> None:
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    desk.action("tags.export").trigger()
    file = tmp_path / "mine.json"
    assert file.read_text(encoding="utf-8") == written(desk.session.tags)
    assert str(file) in desk.message
    words = file.read_text(encoding="utf-8").replace("金句", "好句").replace("#bee4ff", "blue" if bad else "#91ce97")
    file.write_text(words, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))
    desk.action("tags.import").trigger()
    if bad:
        assert "blue" in desk.message
        assert shape(desk).split() == list(TAGS)
    else:
        assert desk.message == "Tags imported: 1 new, 2 changed."
        assert shape(desk).split() == [*TAGS, "好句"]
        assert tag(desk, "金句").key == ""
        desk.action("edit.undo").trigger()
        assert shape(desk).split() == list(TAGS)


def test_the_palette_leads_there(desk: Desk) -> None:
    press_tool = desk.find(QWidget, "tagManage")
    desk.qtbot.mouseClick(press_tool, Qt.MouseButton.LeftButton)
    assert desk.window.findChild(TagDialog) is not None


def test_marks_take_the_new_colour_at_once(desk: Desk) -> None:
    desk.tag(WORDS, "1")
    ticks = desk.pane.map
    before = dict(next(iter(ticks._rows.values())))
    dialog = opened(desk)
    retype(dialog.form.code, desk, "#91ce97")
    after = next(iter(ticks._rows.values()))
    assert before.keys() == after.keys()
    assert set(after.values()) == {"#91ce97"}


def test_a_speech_that_opens_later_shows_what_became_of_its_tags(two: Desk, paths: Iterable[Path]) -> None:
    desk = two
    dialog = opened(desk)
    press(dialog, desk, "tagDelete")
    dialog.accept()
    desk.window.opener.open(speech_file(desk.folder, "second.txt", SECOND))
    desk.wait_until_read()
    assert [desk.tags_of(mark) for mark in desk.marks] == [["数据"]]
