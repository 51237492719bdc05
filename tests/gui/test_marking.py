"""The main job: a passage, a key, a mark; in the library, in the list, in the tree and in the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.model import CONTEXT, Span
from gui.panels.tags import TagButton
from gui.section_model import Role
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, TAGS, Desk
from tests.gui.own_speech import TEXT, find

WORDS = "把门前的河治好"


def shown_on(desk: Desk) -> list[str]:
    """The tags that the palette shows as set on the current mark."""
    return [button.tag.name for button in desk.window.findChildren(TagButton) if button._on]


@pytest.mark.parametrize(("key", "tag"), [(str(n + 1), tag) for n, tag in enumerate(TAGS)])
def test_a_selection_and_a_number_make_a_mark(desk: Desk, key: str, tag: str) -> None:
    span = desk.select(WORDS)
    desk.press(key)
    mark = desk.mark
    assert (mark.span, mark.quote, desk.tags_of(mark)) == (span, WORDS, [tag])
    assert (mark.prefix, mark.suffix) == (
        TEXT[span.start - CONTEXT : span.start],
        TEXT[span.stop : span.stop + CONTEXT],
    )
    assert desk.quotes == [WORDS]
    assert shown_on(desk) == [tag]
    assert desk.status == "Saved"
    assert desk.window.status.marks.text() == "1 mark"
    assert desk.message == ""


def test_a_selection_made_with_shift_and_arrows_is_marked_too(desk: Desk) -> None:
    start, stop = find(WORDS)
    desk.go(start)
    desk.extend(Qt.Key.Key_Right, stop - start)
    assert desk.selected == WORDS
    desk.press("2")
    assert (desk.mark.quote, desk.tags_of(desk.mark)) == (WORDS, ["数据"])


def test_a_passage_with_rare_characters_and_emoji_is_counted_in_code_points(desk: Desk) -> None:
    for words in ("赵𫖯同志", "能治好！”😀下面", "不清，两岸"):
        desk.tag(words)
    assert [(mark.span, mark.quote) for mark in desk.marks] == [
        (Span(*find(words)), words) for words in ("赵𫖯同志", "能治好！”😀下面", "不清，两岸")
    ]


def test_after_marking_the_selection_is_gone_and_the_mark_is_current(desk: Desk) -> None:
    mark = desk.tag(WORDS)
    assert desk.selected == ""
    assert desk.session.mark_id == mark.id
    desk.press("3")
    assert desk.tags_of(desk.mark) == ["金句", "提法"]


def test_a_number_on_the_current_mark_sets_a_tag_and_takes_it_off_again(desk: Desk) -> None:
    desk.tag(WORDS, "1")
    seen = []
    for key in ("4", "1", "1", "4"):
        desk.press(key)
        assert shown_on(desk) == [tag for tag in TAGS if tag in desk.tags_of(desk.mark)]
        seen.append(desk.tags_of(desk.mark))
    assert seen == [["金句", "案例"], ["案例"], ["案例", "金句"], ["金句"]]


def test_marking_the_same_passage_again_makes_no_second_mark(desk: Desk) -> None:
    desk.tag(WORDS, "1")
    desk.select(WORDS)
    desk.press("2")
    assert desk.tags_of(desk.mark) == ["金句", "数据"]


def test_a_button_of_the_palette_does_what_its_key_does(desk: Desk) -> None:
    desk.select(WORDS)
    desk.qtbot.mouseClick(desk.find(TagButton, "tag.5"), Qt.MouseButton.LeftButton)
    assert desk.tags_of(desk.mark) == ["问题"]
    assert shown_on(desk) == ["问题"]


def test_without_a_selection_or_a_mark_nothing_happens(desk: Desk) -> None:
    desk.click(find(WORDS)[0])
    desk.press("1", "0", Qt.Key.Key_Delete)
    assert desk.marks == []
    assert desk.message == ""
    assert not desk.session.undo_stack.count()


def test_zero_sets_the_last_tags_again(desk: Desk) -> None:
    desk.tag(WORDS, "6")
    desk.select("谁来守")
    desk.press("0")
    assert [desk.tags_of(mark) for mark in desk.marks] == [["举措"], ["举措"]]


def test_while_sticky_every_selection_is_marked_at_once(desk: Desk) -> None:
    desk.tag(WORDS, "7")
    desk.press("s")
    assert desk.action("annotate.sticky").isChecked()
    assert "目标" in desk.window.palette_panel._hint.text()
    desk.drag(*find("谁的河段"))
    start, stop = find("一周一次通报")
    desk.go(start)
    desk.extend(Qt.Key.Key_Right, stop - start)
    assert [(mark.quote, desk.tags_of(mark)) for mark in desk.marks] == [
        (words, ["目标"]) for words in (WORDS, "一周一次通报", "谁的河段")
    ]
    desk.press("s")
    desk.drag(*find("谁守不住"))
    assert len(desk.marks) == 3


def test_the_tree_counts_a_mark_in_its_section_and_in_the_part_above(desk: Desk) -> None:
    desk.tag("23个直排口", "2")
    desk.tag("雨一大水就返浑", "5")
    counts = [desk.row(words).data(Role.MARKS) for words in ("一、", "（一）", "（二）", "二、")]
    assert counts == [2, 2, 0, 0]
    desk.press(Qt.Key.Key_Delete)
    assert [desk.row(words).data(Role.MARKS) for words in ("一、", "（一）")] == [1, 1]


def test_delete_takes_the_current_mark_out(desk: Desk) -> None:
    desk.tag(WORDS)
    desk.tag("谁来守")
    desk.press(Qt.Key.Key_Delete)
    assert [mark.quote for mark in desk.marks] == [WORDS] == desk.quotes
    assert desk.session.mark_id == ""
    assert shown_on(desk) == []


def test_every_change_is_undone_and_redone(desk: Desk) -> None:
    def state() -> list[tuple[str, list[str]]]:
        stood = [(mark.quote, desk.tags_of(mark)) for mark in desk.marks]
        assert desk.quotes == [quote for quote, _ in stood]
        return stood

    states = [state()]
    desk.tag(WORDS, "1")
    states.append(state())
    desk.press("2")
    states.append(state())
    desk.press("1")
    states.append(state())
    desk.tag("谁来守", "9")
    states.append(state())
    desk.press(Qt.Key.Key_Delete)
    states.append(state())
    for expected in reversed(states[:-1]):
        desk.press("z", held=CTRL)
        assert state() == expected
    for expected in states[1:]:
        desk.press("z", held=CTRL | SHIFT)
        assert state() == expected


def test_undo_and_redo_say_what_they_would_do(desk: Desk) -> None:
    undo, redo = desk.action("edit.undo"), desk.action("edit.redo")
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    desk.tag(WORDS)
    desk.press(Qt.Key.Key_Delete)
    assert undo.text() == "Undo · Delete mark"
    desk.press("z", held=CTRL)
    assert (undo.text(), redo.text()) == ("Undo · Mark", "Redo · Delete mark")


def test_a_later_window_on_the_library_shows_the_marks(desk: Desk, opening: Opening) -> None:
    mark = desk.tag(WORDS)
    desk.close()
    again = opening(desk.folder / "speech.txt")
    assert again.quotes == [WORDS]
    again.click(find(WORDS)[0] + 1)
    assert again.session.mark_id == mark.id
