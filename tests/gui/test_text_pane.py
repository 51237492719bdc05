"""The pane under mouse and keys: caret, selection, clipboard, picking marks, hints."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, OFFSCREEN, SHIFT, Desk, speech_file
from tests.gui.own_speech import TEXT, TITLE, find


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# -- caret and selection -----------------------------------------------------------------------


def test_a_new_speech_begins_at_its_title_with_the_focus_in_the_text(desk: Desk) -> None:
    assert desk.pane.hasFocus()
    assert desk.pane.caret.point == TEXT.index(TITLE)
    assert desk.selected == ""


def test_a_click_puts_the_caret_and_drops_the_selection(desk: Desk) -> None:
    desk.select("一口一个对策")
    start, _ = find("群众看得最真切")
    desk.click(start)
    assert abs(desk.pane.caret.point - start) <= 1
    assert desk.selected == ""


@pytest.mark.parametrize("words", ["一口一个对策", "赵𫖯同志带队走完了九道湾", "能治好！”😀下面", "\n（一）难题还在。"])
def test_a_drag_selects_what_lies_between_in_either_direction(desk: Desk, words: str) -> None:
    start, stop = find(words)
    for a, b in ((start, stop), (stop, start)):
        desk.drag(a, b)
        assert desk.selected == words
        assert desk.pane.caret.point == b


def test_a_drag_over_several_paragraphs_selects_them(desk: Desk) -> None:
    start, stop = find("群众看得最真切")[0], find("枯水期")[1]
    desk.drag(start, stop, over=[find("（一）难题")[0]])
    assert desk.selected == TEXT[start:stop]


def test_a_shift_click_extends_the_selection(desk: Desk) -> None:
    start, stop = find("一段一个河长，一口一个对策")
    desk.go(start)
    desk.click(stop - 1, held=SHIFT)
    assert desk.pane.caret.anchor == start
    assert abs(desk.pane.caret.point - stop) <= 1


@pytest.mark.parametrize(
    ("key", "held", "words"),
    [
        (Qt.Key.Key_End, SHIFT, "枯水期只有四十天，错过今年就要再等一年。"),
        (Qt.Key.Key_Home, SHIFT, "（二）时机正好。"),
        (Qt.Key.Key_Right, SHIFT, "枯"),
        (Qt.Key.Key_Right, SHIFT | CTRL, "枯水期只有四十天，"),
        (Qt.Key.Key_End, SHIFT | CTRL, TEXT[find("枯水期")[0] :]),
        (Qt.Key.Key_Home, SHIFT | CTRL, TEXT[: find("枯水期")[0]]),
    ],
)
def test_keys_select_without_a_mouse(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier, words: str) -> None:
    desk.go(find("枯水期")[0])
    desk.press(key, held=held)
    assert desk.selected == words


def test_page_keys_move_by_a_screen_and_scroll(opening: Opening, tmp_path: Path) -> None:
    desk = opening(speech_file(tmp_path, text="\n".join(f"第{i}行，河清岸绿。" for i in range(200))))
    seen = [desk.pane.caret.point]
    for key in (*[Qt.Key.Key_PageDown] * 3, *[Qt.Key.Key_PageUp] * 3):
        desk.press(key)
        seen.append(desk.pane.caret.point)
    assert seen[0] < seen[1] < seen[2] < seen[3]
    assert seen[4:] == seen[2::-1]
    desk.press(Qt.Key.Key_PageDown, held=SHIFT)
    assert desk.selected == desk.text[seen[0] : seen[1]]


def test_select_all_selects_the_whole_text(desk: Desk) -> None:
    desk.press("a", held=CTRL)
    assert desk.selected == TEXT


def test_the_status_bar_counts_the_selected_characters_without_blanks(desk: Desk) -> None:
    desk.select("。\n（一）难题还在")
    assert desk.window.status.chosen.text() == "8 characters selected"
    desk.click(find("枯水期")[0])
    assert desk.window.status.chosen.text() == ""


# -- the clipboard -----------------------------------------------------------------------------


def test_copy_takes_the_text_as_it_stands_in_the_source(desk: Desk) -> None:
    start, stop = find("。\n（二）时机正好。枯水期")[0], find("枯水期")[1]
    desk.drag(start, stop)
    desk.press("c", held=CTRL)
    assert clipboard() == TEXT[start:stop]
    desk.click(find("谁来守")[0])
    desk.press("c", held=CTRL)
    assert clipboard() == TEXT[start:stop]


def test_copy_with_source_names_speech_date_and_section(desk: Desk) -> None:
    desk.select("枯水期只有四十天")
    desk.press("c", held=CTRL | SHIFT)
    assert clipboard() == f"“枯水期只有四十天”（《{TITLE}》，2024-03-12，第一部分（二））"


def test_copy_with_source_takes_the_current_mark_where_nothing_is_selected(desk: Desk) -> None:
    desk.tag("谁来守")
    QGuiApplication.clipboard().clear()
    desk.press("c", held=CTRL | SHIFT)
    assert clipboard() == f"“谁来守”（《{TITLE}》，2024-03-12，第二部分）"
    QGuiApplication.clipboard().clear()
    desk.click(find("群众看得")[0])
    desk.press("c", held=CTRL | SHIFT)
    assert clipboard() == ""


# -- marks -------------------------------------------------------------------------------------


def test_a_click_picks_the_mark_and_one_beside_it_none(desk: Desk) -> None:
    mark = desk.tag("一口一个对策")
    desk.click(find("群众看得")[0])
    assert desk.session.mark_id == ""
    desk.click(find("一口一个对策")[0] + 2)
    assert desk.session.mark_id == mark.id
    assert desk.window.marks.list.currentIndex().data() == "一口一个对策"


def test_clicks_on_overlapping_marks_go_round_from_the_innermost(desk: Desk) -> None:
    outer = desk.tag("一段一个河长，一口一个对策，一周一次通报。", "1")
    middle = desk.tag("一口一个对策，一周", "2")
    inner = desk.tag("一个对策", "3")
    desk.click(find("谁来守")[0])
    picked = []
    for _ in range(4):
        desk.click(find("个对策")[0])
        picked.append(desk.session.mark_id)
    assert picked == [inner.id, middle.id, outer.id, inner.id]
    for point, ids in ((find("一段一个")[0] + 1, [outer.id]), (find("一周一次")[0] + 1, [middle.id, outer.id])):
        desk.click(find("谁来守")[0])
        for id_ in ids:
            desk.click(point)
            assert desk.session.mark_id == id_


def test_the_first_click_at_another_place_picks_the_innermost_mark_there(desk: Desk) -> None:
    desk.tag("一段一个河长，一口一个对策，一周一次通报。", "1")
    inner = desk.tag("一个对策", "2")
    middle = desk.tag("一口一个对策，一周", "3")
    assert desk.session.mark_id == middle.id
    desk.click(find("个对策")[0])
    assert desk.session.mark_id == inner.id


def test_marking_more_than_a_screen_leaves_the_reader_where_the_selection_ended(
    opening: Opening, tmp_path: Path
) -> None:
    desk = opening(speech_file(tmp_path, text="长讲话\n\n" + "河要一段一段地治，账要一笔一笔地算。\n" * 200))
    desk.go(10)
    desk.extend(Qt.Key.Key_PageDown, 3)
    there = desk.pane.verticalScrollBar().value()
    assert there > 0
    desk.press("1", on=desk.pane)
    assert desk.mark.span is not None
    assert desk.pane.verticalScrollBar().value() == there


def test_overlapping_marks_are_painted_in_lanes_of_their_own(desk: Desk) -> None:
    ids = [desk.tag(words).id for words in ("一口一个对策，一周", "一个对策", "一段一个河长，一口一个对策")]
    view = desk.pane.view
    assert view is not None
    desk.pane.viewport().repaint()
    index = view.page.block_of(find("一个对策")[0])
    lanes = view.index.lanes(view.index.block_marks(index))
    assert sorted(lanes[id_] for id_ in ids) == [0, 1, 2]


def hover(desk: Desk, point: int) -> str:
    """What would show if the pointer came to rest on a character."""
    at, viewport = QPointF(desk.place(point)), desk.pane.viewport()
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        viewport,
        QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier),
    )
    return viewport.toolTip()


@OFFSCREEN
def test_resting_on_a_mark_shows_its_tags_and_note(desk: Desk) -> None:
    desk.tag("一口一个对策", "3")
    desk.press("1", "n")
    desk.type("可以 <借用>")
    desk.press(Qt.Key.Key_Escape)
    assert hover(desk, find("一口一个对策")[0] + 1) == "<b>提法 · 金句</b><br>可以 &lt;借用&gt;"
    hidden = find("群众看得")[0]
    desk.qtbot.waitUntil(lambda: hover(desk, hidden) == "")


@OFFSCREEN
def test_the_menu_offers_tags_and_acts_like_their_keys(desk: Desk) -> None:
    desk.select("一口一个对策")
    viewport = desk.pane.viewport()
    at = desk.place(find("一口一个对策")[0])
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["金句\t1", "数据\t2"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.tags_of(desk.mark) == ["数据"]
