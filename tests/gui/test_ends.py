"""The ends of a mark move by keys and by the mouse, and every move can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from core.model import Span
from gui.handles import knobs
from tests.gui.conftest import Opening
from tests.gui.desk import CTRL, SHIFT, Desk, speech_file
from tests.gui.own_speech import TEXT, find

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def knob(desk: Desk, name: str) -> QPoint:
    """The middle of a handle in the viewport."""
    span, page = desk.session.mark and desk.session.mark.span, desk.pane.page
    assert span is not None
    assert page is not None
    at = dict(knobs(page, span))[name].at
    dx, dy = desk.pane.place(QPoint(0, 0))
    return QPoint(round(at.x() - dx), round(at.y() - dy))


def drag(desk: Desk, name: str, point: int, *, drop: bool = True) -> None:
    """Drag a handle to a position."""
    desk._clock += 10_000
    desk._mouse(QEvent.Type.MouseButtonPress, knob(desk, name), desk._clock)
    desk._mouse(QEvent.Type.MouseMove, desk.edge(point), desk._clock)
    if drop:
        desk._mouse(QEvent.Type.MouseButtonRelease, desk.edge(point), desk._clock)


@pytest.mark.parametrize(
    ("keys", "held", "quote"),
    [
        ("V", NONE, "谁来守；"),
        ("VV", NONE, "谁来守；谁"),
        ("C", NONE, "谁来"),
        ("CCCV", NONE, "谁来"),
        ("Z", NONE, "，谁来守"),
        ("ZX", NONE, "谁来守"),
        ("X", NONE, "来守"),
        ("V", ALT, "谁来守；谁守不住"),
        ("Z", ALT, "谁的河段，谁来守"),
        ("ZVC", ALT, "谁的河段，谁来守"),
    ],
)
def test_keys_move_the_ends(desk: Desk, keys: str, held: Qt.KeyboardModifier, quote: str) -> None:
    mark = desk.tag("谁来守")
    desk.press(*(getattr(Qt.Key, f"Key_{key}") for key in keys), on=desk.pane, held=held)
    moved = desk.mark
    assert (moved.id, moved.quote, moved.tags, moved.state) == (mark.id, quote, mark.tags, "anchored")
    start = TEXT.index(quote)
    assert moved.span == Span(start, start + len(quote))
    assert (moved.prefix[-3:], moved.suffix[:3]) == (TEXT[start - 3 : start], TEXT[start + len(quote) :][:3])
    desk.press("z", held=CTRL)
    assert desk.mark.quote == mark.quote


def test_shift_moves_the_ends_by_words(opening: Opening, tmp_path: Path, patient: None) -> None:
    desk = opening(speech_file(tmp_path), words=True)
    desk.app.words.start()
    desk.qtbot.waitSignal(desk.app.words.ready, timeout=20_000).wait()
    desk.tag("两岸")
    for key in (Qt.Key.Key_V, Qt.Key.Key_V, Qt.Key.Key_C):
        desk.press(key, on=desk.pane, held=SHIFT)
    assert desk.mark.quote == "两岸群众"


def test_alt_shift_and_an_arrow_move_the_end_too(desk: Desk) -> None:
    desk.tag("谁来守")
    desk.press(Qt.Key.Key_Left, on=desk.pane, held=ALT | SHIFT)
    assert desk.mark.quote == "谁来"


def test_without_a_mark_the_keys_do_nothing(desk: Desk) -> None:
    desk.press(Qt.Key.Key_V, Qt.Key.Key_Z, on=desk.pane)
    assert desk.marks == []


def test_the_end_goes_over_rare_characters_and_into_the_next_paragraph(desk: Desk) -> None:
    desk.tag("一件事：把门前的河治好。赵")
    desk.press(*[Qt.Key.Key_V] * 2, on=desk.pane)
    assert desk.mark.quote.endswith("赵𫖯同")
    desk.session.undo_stack.undo()
    desk.tag("”😀下面，我讲两点意见。", "2")
    desk.press(*[Qt.Key.Key_V] * 2, on=desk.pane)
    assert {mark.quote for mark in desk.marks} >= {"”😀下面，我讲两点意见。\n一、"}


@pytest.mark.parametrize(
    ("name", "to", "quote"),
    [
        ("stop", "守；谁守不住", "谁来"),
        ("stop", "说清楚", "谁来守；谁守不住，谁来"),
        ("stop", "同志们，河清", "谁来守；谁守不住，谁来说清楚。"),
        ("start", "谁的河段", "谁的河段，谁来守"),
        ("start", "守；谁守不住", "守"),
        ("start", "一段一个", "一段一个河长，一口一个对策，一周一次通报。谁的河段，谁来守"),
        ("stop", "谁的河段", "谁的河段，"),
    ],
)
def test_a_handle_is_dragged(desk: Desk, name: str, to: str, quote: str) -> None:
    mark = desk.tag("谁来守")
    drag(desk, name, find(to)[0])
    assert (desk.mark.quote, desk.mark.id, desk.session.mark_id) == (quote, mark.id, mark.id)
    desk.press("z", held=CTRL)
    assert desk.mark.span == mark.span


def test_a_dragged_end_is_shown_before_it_is_written_and_escape_leaves_it(desk: Desk) -> None:
    mark = desk.tag("谁来守")
    assert desk.pane.view is not None
    far = find("说清楚")[0]
    drag(desk, "stop", far, drop=False)
    assert [each.id for each in desk.pane.view.index.at(far - 1)] == [mark.id]
    assert desk.mark == mark
    desk.press(Qt.Key.Key_Escape, on=desk.pane)
    assert desk.pane.view.index.at(far - 1) == []
    desk._mouse(QEvent.Type.MouseButtonRelease, desk.edge(far), desk._clock)
    assert desk.mark == mark


def test_a_press_on_a_handle_alone_changes_nothing(desk: Desk) -> None:
    mark = desk.tag("谁来守")
    desk._mouse(QEvent.Type.MouseButtonPress, knob(desk, "stop"), desk._clock + 10_000)
    desk._mouse(QEvent.Type.MouseButtonRelease, knob(desk, "stop"), desk._clock + 10_000)
    assert (desk.mark, desk.session.mark_id) == (mark, mark.id)


def test_a_selection_may_begin_where_the_current_mark_ends(desk: Desk) -> None:
    desk.tag("谁来守")
    desk.select("；谁守不住")
    assert len(desk.marks) == 1


def test_handles_are_dragged_in_the_skeleton(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F9)
    desk.tag("一段一个河长")
    drag(desk, "stop", find("，一口一个对策")[0] + 4)
    assert desk.mark.quote == "一段一个河长，一口一"
    desk.press(Qt.Key.Key_C, on=desk.pane)
    assert desk.mark.quote == "一段一个河长，一口"
    desk.press(Qt.Key.Key_V, on=desk.pane, held=ALT)
    assert desk.mark.quote == "一段一个河长，一口一个对策"


def test_an_end_that_is_not_shown_has_no_handle(desk: Desk) -> None:
    desk.tag("谁来守；谁守不住，谁来说清楚。")
    desk.press(Qt.Key.Key_F9)
    page, mark = desk.pane.page, desk.session.mark
    assert page is not None
    assert mark is not None
    assert mark.span is not None
    assert dict(knobs(page, mark.span)) == {}
